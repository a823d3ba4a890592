/**
 * `ip token set` and `delete`.
 *
 * @module
 */

import type { Command, Context } from "../../runtime/context.ts";
import { fail, invalidArgument, usage } from "../../parse/errors.ts";
import {
  type Arguments,
  type Grammar,
  matches,
  parse,
  takes,
} from "../../parse/grammar.ts";
import { addRaw } from "../../parse/address_attribute.ts";
import { type Prefix, prefixOf } from "../../parse/prefixes.ts";
import { AF_INET6 } from "../../../messages/families.ts";
import {
  type Inet6LinkAttributes,
  inet6LinkAttributes,
} from "../../../messages/link/af_spec.ts";
import { RTM_SETLINK } from "../../../messages/link/constants.ts";
import { linkMessage } from "../../../messages/link/link.ts";
import { blank } from "../../../messages/codec/mod.ts";

interface TokenArguments {
  token?: Prefix;
  index?: number;
}

const GRAMMAR: Grammar<TokenArguments> = {
  "dev": takes("DEV", async (spec, { args, context }) => {
    const name = args.take();
    if (spec.index !== undefined) return;
    spec.index = await context.links.indexOf(name);
    if (spec.index === 0) throw invalidArgument("dev is invalid\n", name);
  }),
};

/** Sets the token of a link. */
export const set: Command = takes(
  ["TOKEN", { options: GRAMMAR }],
  (args, context) => {
    return change(args, context, undefined);
  },
);

/** Takes the token of a link away. */
export const remove: Command = takes({ options: GRAMMAR }, (args, context) => {
  const none = prefixOf("::", AF_INET6);
  return change(args, context, none);
});

async function change(
  args: Arguments,
  context: Context,
  given: Prefix | undefined,
): Promise<number> {
  const spec: TokenArguments = {};
  if (given !== undefined) spec.token = given;
  await parse(GRAMMAR, spec, args, context, (spec, { word }) => {
    if (matches(word, "help")) throw usage("token");
    spec.token ??= prefixOf(word, AF_INET6);
  });
  const { token, index } = spec;
  if (token === undefined) {
    throw fail(1, "Not enough information: token is required.");
  }
  if (index === undefined) {
    throw fail(1, 'Not enough information: "dev" argument is required.');
  }
  await send(context, index, token);
  return 0;
}

async function send(
  context: Context,
  index: number,
  { bytes, address }: Prefix,
): Promise<void> {
  const inet6: Inet6LinkAttributes = {};
  if (bytes.length > 0) inet6.token = address;
  else addRaw(inet6LinkAttributes, inet6, "token", bytes);
  await context.talk((connection) =>
    connection.request({
      type: RTM_SETLINK,
      codec: linkMessage,
      message: blank(linkMessage, {
        family: AF_INET6,
        index,
        attributes: { afSpec: { inet6 } },
      }),
    })
  );
}
