/**
 * Marks, modes, flags and limits.
 *
 * @module
 */

import { valueOf } from "../../../messages/value_names.ts";
import type { Argument } from "../../parse/form.ts";
import { invalidArgument } from "../../parse/errors.ts";
import {
  type Arguments,
  matches,
  takes,
  type Word,
} from "../../parse/grammar.ts";
import { u32, unsigned, unsigned64 } from "../../parse/numbers.ts";
import type {
  XfrmMark,
  XfrmSecurityContext,
} from "../../../messages/xfrm/attribute_structs.ts";
import { XFRM_MODES } from "../../../messages/xfrm/names.ts";
import type { XfrmLifetime } from "../../../messages/xfrm/selector.ts";

/** Modes that `ip` has a keyword for. */
const { iptfs: _, ...MODES } = XFRM_MODES;

/** What packets become. */
export const MODE: Argument = {
  name: "MODE",
  means: alternatives(Object.keys(MODES)),
};

/** A mark. */
export const MARK = "MARK [ mask MASK ]";

const ALL_BITS = 0xffffffff;

/**
 * Takes a mark, and its mask if there is one.
 *
 * @returns The mark.
 * @throws {CommandError} If a number is none.
 */
export function takeMark(args: Arguments): XfrmMark {
  const value = args.read(u32, "MARK value is invalid\n");
  const mask = args.takeIf("mask")
    ? args.read(u32, "MASK value is invalid\n")
    : ALL_BITS;
  return { value, mask };
}

/**
 * Takes a mode, which may be cut short.
 *
 * @returns The mode.
 * @throws {CommandError} If it is none.
 */
export function takeMode(args: Arguments): number {
  const found = args.read(
    (arg) => Object.entries(MODES).find(([name]) => matches(arg, name)),
    "MODE value is invalid",
  );
  return found[1];
}

/**
 * Keywords of which one is to be chosen, in the notation of usage texts.
 *
 * @param names The keywords.
 * @returns The notation.
 */
export function alternatives(names: readonly string[]): string {
  return `{ ${names.join(" | ")} }`;
}

/**
 * What names of flags are in usage texts.
 *
 * @param name What one of them is called.
 * @param names The flags.
 * @returns The form.
 */
export function flagList(
  name: string,
  names: Readonly<Record<string, number>>,
): Argument {
  const flag = { name, means: alternatives(Object.keys(names)) };
  return { name: `${name}-LIST`, means: [`[ ${name}-LIST ]`, flag] };
}

/**
 * Takes flags: a number after `0x`, or as many names as there are.
 *
 * @param args The arguments, of which there has to be one.
 * @param names The flags.
 * @param bits How many bits the number may take.
 * @param problem Error for a wrong number.
 * @param before Flags that were given before.
 * @returns The flags.
 * @throws {CommandError} If the number is wrong.
 */
export function takeFlags(
  args: Arguments,
  names: Readonly<Record<string, number>>,
  bits: 8 | 32,
  problem: string,
  before: number,
): number {
  const arg = args.take();
  if (arg.length > 2 && arg.startsWith("0x")) {
    const flags = unsigned(arg, bits, 16);
    if (flags === undefined) throw invalidArgument(problem, arg);
    return flags;
  }
  args.back();
  let flags = before;
  for (;;) {
    const name = args.peek();
    if (name === undefined || !Object.hasOwn(names, name)) return flags;
    args.take();
    flags |= names[name]!;
  }
}

/**
 * The keyword `flag`.
 *
 * @typeParam S What it changes.
 * @param names The flags.
 * @param of What has the flags.
 * @returns The keyword.
 */
export function flagWord<S>(
  names: Readonly<Record<string, number>>,
  of: (spec: S) => { flags?: number },
): Word<S> {
  const problem = "FLAG value is invalid";
  return takes(flagList("FLAG", names), (spec, { args }) => {
    const message = of(spec);
    message.flags = takeFlags(args, names, 8, problem, message.flags ?? 0);
  });
}

const LIMITS: Readonly<Record<string, keyof XfrmLifetime>> = {
  "time-soft": "softAddExpires",
  "time-hard": "hardAddExpires",
  "time-use-soft": "softUseExpires",
  "time-use-hard": "hardUseExpires",
  "byte-soft": "softByteLimit",
  "byte-hard": "hardByteLimit",
  "packet-soft": "softPacketLimit",
  "packet-hard": "hardPacketLimit",
};

const LIMIT: Argument = {
  name: "LIMIT",
  means:
    "{ { time-soft | time-hard | time-use-soft | time-use-hard } SECONDS | " +
    "{ byte-soft | byte-hard } SIZE | { packet-soft | packet-hard } COUNT }",
};

/** Limits. */
export const LIMIT_LIST: Argument = {
  name: "LIMIT-LIST",
  means: ["[ LIMIT-LIST ] limit", LIMIT],
};

/**
 * Takes a limit.
 *
 * @param lifetime Where it is set.
 * @throws {CommandError} If it is none.
 */
export function takeLimit(args: Arguments, lifetime: XfrmLifetime): void {
  const name = args.take();
  const property = valueOf(LIMITS, name);
  if (property === undefined) {
    throw invalidArgument("LIMIT value is invalid", name);
  }
  lifetime[property] = args.read(
    unsigned64,
    `value after "${name}" is invalid`,
  );
}

const HEADER = 8;

/**
 * A security context of SELinux.
 *
 * @param text The context.
 * @returns The same in the form of messages.
 */
export function securityContextOf(text: string): XfrmSecurityContext {
  const context = new TextEncoder().encode(`${text}\0`);
  return {
    length: HEADER + context.length,
    type: 8,
    algorithm: 1,
    domain: 1,
    contextLength: context.length,
    context,
  };
}
