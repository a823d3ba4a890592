/**
 * Keywords of `tc filter` and `tc chain` before the kind: where a filter is.
 *
 * @module
 */

import {
  handleOf,
  majorOf,
  TC_H_CLSACT,
  TC_H_MIN_EGRESS,
  TC_H_MIN_INGRESS,
  TC_H_ROOT,
} from "../../../messages/tc/handle.ts";
import {
  duplicateArgument,
  fail,
  invalidArgument,
} from "../../parse/errors.ts";
import type { Form } from "../../parse/form.ts";
import { type Arguments, fits } from "../../parse/arguments.ts";
import { unsigned } from "../../parse/numbers.ts";
import { usageIn } from "../../program.ts";
import type { Context } from "../../runtime/context.ts";
import { setDevice } from "../device.ts";
import { classIdOf } from "../handles.ts";

/** Where a filter is. */
export interface FilterArguments {
  /** Whether the usage is asked for. */
  help?: boolean;
  /** Name of the device. */
  device?: string;
  /** Number of the shared block. */
  block?: number;
  /** `tcm_parent`, 0 if it was not given. */
  parent: number;
  /** The handle as it was typed. */
  handle?: string;
  /** The preference, 0 if it was not given. */
  preference: number;
  /** EtherType, in host byte order. */
  protocol?: number;
  /** Number of the chain. */
  chain?: number;
}

/** How commands differ in what they take. */
export interface ArgumentsOptions {
  /** The object, whose usage `help` shows. */
  readonly object: "filter" | "chain";
  /** Whether filters are listed. */
  readonly lists?: boolean;
}

/** What may stand before the kind. */
export const FILTER_FORM: Form = [
  "{ dev STRING:device | block BLOCK_INDEX }",
  { maybe: "{ root | ingress | egress | parent CLASSID }" },
  "[ pref PRIO ]",
  "[ protocol PROTO ]",
  "[ chain CHAIN_INDEX ]",
  "[ handle FILTERID ]",
];

const HOOKS: Readonly<Record<string, number>> = {
  root: TC_H_ROOT,
  ingress: handleOf(majorOf(TC_H_CLSACT), TC_H_MIN_INGRESS),
  egress: handleOf(majorOf(TC_H_CLSACT), TC_H_MIN_EGRESS),
};

const MOST_PREFERENCE = 0xffff;

/**
 * Takes arguments up to the first that is none of these.
 *
 * @param spec What they are put into.
 * @param options How the command differs.
 * @throws {CommandError} If an argument is wrong.
 */
export function takeArguments(
  spec: FilterArguments,
  args: Arguments,
  context: Context,
  options: ArgumentsOptions,
): void {
  while (args.left > 0) {
    if (!takeArgument(spec, args, context, options)) return;
  }
}

/**
 * Takes one keyword and what belongs to it.
 *
 * @param spec What it is put into.
 * @param options How the command differs.
 * @returns Whether it is one of these arguments; it was not taken otherwise.
 * @throws {CommandError} If it is wrong.
 */
function takeArgument(
  spec: FilterArguments,
  args: Arguments,
  context: Context,
  { object, lists = false }: ArgumentsOptions,
): boolean {
  const word = args.peek()!;
  const once = (name: string, before: unknown) => {
    args.take();
    const next = args.take();
    if (before) throw duplicateArgument(name, next);
    return next;
  };
  if (word === "dev") {
    const name = once("dev", spec.device);
    if (spec.block !== undefined) throw notBoth("dev", "block", lists);
    setDevice(spec, name);
  } else if (fits(word, "block*")) {
    const text = once("block", spec.block);
    if (spec.device !== undefined) throw notBoth("block", "dev", lists);
    const block = unsigned(text, 32);
    if (!block) throw invalidArgument("invalid block index value", text);
    spec.block = block;
  } else if (Object.hasOwn(HOOKS, word)) {
    args.take();
    if (spec.parent !== 0) {
      throw fail(255, `Error: "${word}" is duplicate parent ID`);
    }
    spec.parent = HOOKS[word]!;
  } else if (word === "parent") {
    const text = once("parent", spec.parent);
    const id = classIdOf(text);
    if (id === undefined) {
      throw invalidArgument(`${lists ? "i" : "I"}nvalid parent ID`, text);
    }
    spec.parent = id;
  } else if (word === "handle") {
    spec.handle = once("handle", spec.handle !== undefined);
  } else if (fits(word, "preference* priority*")) {
    const text = once("priority", spec.preference);
    const preference = unsigned(text, 32);
    if (preference === undefined || !lists && preference > MOST_PREFERENCE) {
      const name = lists ? "preference" : "priority value";
      throw invalidArgument(`invalid ${name}`, text);
    }
    spec.preference = preference;
  } else if (fits(word, "protocol*")) {
    const isSet = lists ? spec.protocol : spec.protocol !== undefined;
    const text = once("protocol", isSet);
    const protocol = context.names.ethernetProtocolOf(text);
    if (protocol === undefined || protocol > 0xffff) {
      throw invalidArgument("invalid protocol", text);
    }
    spec.protocol = protocol;
  } else if (fits(word, "chain*")) {
    const text = once("chain", spec.chain !== undefined);
    const chain = unsigned(text, 32);
    if (chain === undefined) {
      throw invalidArgument("invalid chain index value", text);
    }
    spec.chain = chain;
  } else if (fits(word, "help*")) {
    if (!lists) throw usageIn(context.program, object);
    spec.help = true;
  } else return false;
  return true;
}

function notBoth(one: string, other: string, lists: boolean) {
  return fail(
    255,
    lists
      ? `Error: "${one}" cannot be used in the same time as "${other}"`
      : 'Error: "dev" and "block" are mutually exclusive',
  );
}
