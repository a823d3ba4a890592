/**
 * `ip nexthop bucket`.
 *
 * @module
 */

import type { Context } from "../../runtime/context.ts";
import {
  CommandError,
  exit,
  invalidArgument,
  usage,
} from "../../parse/errors.ts";
import { fits, parse, type Words } from "../../parse/grammar.ts";
import { unsigned } from "../../parse/numbers.ts";
import { RTM_GETNEXTHOPBUCKET } from "../../../messages/nexthop/constants.ts";
import type { NexthopMessage } from "../../../messages/nexthop/nexthop.ts";
import { formatBucket } from "./format.ts";
import { NEXTHOP_HELP } from "./help.ts";
import { dump, question } from "./show.ts";
import {
  BUCKET_SELECTORS,
  idOf,
  type Selection,
  unknownWord,
} from "./words.ts";

/** Shows buckets of resilient groups. */
export function bucket(words: Words, context: Context): Promise<number> {
  const verb = words.peek() === undefined ? "list" : words.take();
  if (fits(verb, "list* show* lst*")) return list(words, context);
  if (fits(verb, "get*")) return get(words, context);
  if (fits(verb, "help*")) throw usage(NEXTHOP_HELP);
  throw exit(255, `Command "${verb}" is unknown, try "ip nexthop help".`);
}

async function list(words: Words, context: Context): Promise<number> {
  const selection: Selection = { attributes: {} };
  await parse(BUCKET_SELECTORS, selection, words, context, unknownWord);
  const { printer } = context;
  printer.begin();
  let buckets: NexthopMessage[];
  try {
    buckets = await dump(
      context,
      selection.attributes,
      "Dump terminated",
      RTM_GETNEXTHOPBUCKET,
    );
  } catch (error) {
    if (error instanceof CommandError) printer.abandon();
    throw error;
  }
  await context.renderAll(buckets, (message) => formatBucket(context, message));
  printer.end();
  return 0;
}

async function get(words: Words, context: Context): Promise<number> {
  let id = 0;
  let index: number | undefined;
  while (words.left > 0) {
    const word = words.take();
    if (word === "id") id = idOf(words.take());
    else if (word === "index") index = indexOf(words.take());
    else throw usage(NEXTHOP_HELP);
  }
  if (id === 0 || index === undefined) throw usage(NEXTHOP_HELP);
  const attributes = { id, resilientBucket: { index } };
  const message = await context.talk((kernel) =>
    kernel.get(question(context, attributes, RTM_GETNEXTHOPBUCKET))
  );
  const { printer } = context;
  printer.begin();
  formatBucket(context, message);
  printer.end();
  return 0;
}

function indexOf(word: string): number {
  const index = unsigned(word, 16);
  if (index === undefined) {
    throw invalidArgument("invalid bucket index value", word);
  }
  return index;
}
