/**
 * `ip token set` and `delete`.
 *
 * @module
 */

import type { Context } from "../../runtime/context.ts";
import { fail, invalidArgument } from "../../parse/errors.ts";
import { matches, type Words } from "../../parse/grammar.ts";
import { type Prefix, prefixOf } from "../../parse/prefixes.ts";
import { help } from "./help.ts";
import { AF_INET6 } from "../../../messages/families.ts";
import {
  IFLA_INET6_TOKEN,
  type Inet6LinkAttributes,
} from "../../../messages/link/af_spec.ts";
import { RTM_SETLINK } from "../../../messages/link/constants.ts";
import { linkMessage } from "../../../messages/link/link.ts";

/** Sets the token of a link. */
export function set(words: Words, context: Context): Promise<number> {
  return change(words, context, undefined);
}

/** Takes the token of a link away. */
export function remove(words: Words, context: Context): Promise<number> {
  const none = prefixOf("::", AF_INET6);
  return change(words, context, none);
}

async function change(
  words: Words,
  context: Context,
  given: Prefix | undefined,
): Promise<number> {
  let token = given;
  let index: number | undefined;
  while (words.left > 0) {
    const word = words.take();
    if (word === "dev") {
      const name = words.take();
      if (index !== undefined) continue;
      index = await context.links.indexOf(name);
      if (index === 0) throw invalidArgument("dev is invalid\n", name);
    } else if (matches(word, "help")) throw help();
    else token ??= prefixOf(word, AF_INET6);
  }
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
  const inet6: Inet6LinkAttributes = bytes.length > 0
    ? { token: address }
    : { unknown: [{ type: IFLA_INET6_TOKEN, data: bytes }] };
  await context.talk((connection) =>
    connection.request({
      type: RTM_SETLINK,
      codec: linkMessage,
      message: {
        family: AF_INET6,
        type: 0,
        index,
        flags: 0,
        change: 0,
        attributes: { afSpec: { inet6 } },
      },
    })
  );
}
