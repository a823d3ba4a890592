/**
 * `ip netns list-id`.
 *
 * @module
 */

import { RTM_GETNSID } from "../../../messages/nsid/constants.ts";
import { type NsidMessage, nsidMessage } from "../../../messages/nsid/nsid.ts";
import type { Context } from "../../runtime/context.ts";
import {
  duplicateArgument,
  exit,
  invalidArgument,
  isKernelError,
  refusal,
} from "../../parse/errors.ts";
import type { Words } from "../../parse/grammar.ts";
import { signed } from "../../parse/numbers.ts";
import { formatNsid } from "./format.ts";
import { help } from "./help.ts";

/** Lists the ids that this namespace, or another one, has for others. */
export async function listIds(
  words: Words,
  context: Context,
): Promise<number> {
  await context.namespaces.load();
  let target = -1;
  let nsid = -1;
  while (words.left > 0) {
    const word = words.take();
    if (word === "target-nsid") {
      if (target >= 0) throw duplicateArgument("target-nsid", word);
      target = idOf(words, "target-nsid");
    } else if (word === "nsid") {
      if (nsid >= 0) throw duplicateArgument("nsid", word);
      nsid = idOf(words, "nsid");
    } else await help(words, context);
  }
  const attributes = target < 0 ? {} : { targetNsid: target };
  if (nsid >= 0) return await one(context, { ...attributes, nsid });
  const { printer } = context;
  printer.begin();
  try {
    const connection = await context.connect();
    const request = { type: RTM_GETNSID, codec: nsidMessage };
    const ids = await connection.dumpAll({
      ...request,
      message: { family: 0, attributes },
    });
    await context.renderAll(ids, (id) => formatNsid(context, id));
  } catch (error) {
    if (!isKernelError(error)) throw error;
    printer.end();
    printer.flush();
    throw exit(1, `${await refusal(error)}Dump terminated`);
  }
  printer.end();
  return 0;
}

function idOf(words: Words, name: string): number {
  const word = words.take();
  const id = signed(word);
  if (id === undefined) {
    throw invalidArgument(`"${name}" value is invalid`, word);
  }
  if (id < 0) {
    // The error text names the word that follows, if there is one.
    const next = words.peek() ?? "(null)";
    throw invalidArgument(`"${name}" value should be >= 0`, next);
  }
  return id;
}

async function one(
  context: Context,
  attributes: NsidMessage["attributes"],
): Promise<number> {
  const id = await context.talk((kernel) =>
    kernel.get({
      type: RTM_GETNSID,
      codec: nsidMessage,
      message: { family: 0, attributes },
    })
  );
  const { printer } = context;
  printer.begin();
  await context.render(() => formatNsid(context, id));
  printer.end();
  return 0;
}
