/**
 * What happens to packets after an action: `pass`, `goto chain 3` and others.
 *
 * @module
 */

import {
  ACTION_CONTROLS,
  TC_ACT_EXT_VAL_MASK,
  TC_ACT_GOTO_CHAIN,
  TC_ACT_JUMP,
} from "../../../messages/tc/actions/parameters.ts";
import { type Arguments, matches } from "../../parse/arguments.ts";
import { incomplete } from "../../parse/errors.ts";
import type { Argument } from "../../parse/form.ts";
import { atoi, unsigned } from "../../parse/numbers.ts";
import type { Printer } from "../../print/printer.ts";
import type { Context } from "../../runtime/context.ts";
import { badAction } from "./errors.ts";

const { continue: next, drop, pass, pipe, reclassify, stolen, trap } =
  ACTION_CONTROLS;

/** Keywords that can be typed, in the order of trying. */
const KEYWORDS: Readonly<Record<string, number>> = {
  continue: next,
  drop,
  shot: drop,
  pass,
  ok: pass,
  reclassify,
  pipe,
  goto: TC_ACT_GOTO_CHAIN,
  jump: TC_ACT_JUMP,
  trap,
};

/** Names that are shown; others are numbers. */
const NAMES: ReadonlyMap<number, string> = new Map([
  [next, "continue"],
  [pass, "pass"],
  [drop, "drop"],
  [reclassify, "reclassify"],
  [pipe, "pipe"],
  [stolen, "stolen"],
  [trap, "trap"],
]);

/** The form of what happens to packets. */
export const CONTROL: Argument = {
  name: "CONTROL",
  means: "{ reclassify | pipe | drop | shot | continue | pass | ok | trap | " +
    "goto chain <CHAIN_INDEX> | jump <JUMP_COUNT> }",
};

/**
 * What an argument means for packets.
 *
 * @param word The argument, which may be cut short.
 * @param numbers Whether it may be a number.
 * @returns The control, without the number of a chain or of a jump; `undefined`
 * if the argument is none.
 */
export function controlOf(word: string, numbers = false): number | undefined {
  for (const [name, control] of Object.entries(KEYWORDS)) {
    if (matches(word, name)) return control;
  }
  return numbers && /^\s*[+-]?\d+$/.test(word) ? atoi(word) : undefined;
}

/** A control, how many words it takes, or why there is none. */
type Found = { control: number; taken: number } | { problem: string };

function find(args: Arguments, numbers: boolean): Found | undefined {
  const word = args.peek();
  const control = word === undefined ? undefined : controlOf(word, numbers);
  if (control === undefined) return undefined;
  if (control === TC_ACT_GOTO_CHAIN) {
    if (!matches(after(args, 1), "chain")) {
      return { problem: '"chain index" expected\n' };
    }
    const chain = numberOf(after(args, 2));
    return chain === undefined
      ? { problem: 'Illegal "chain index"\n' }
      : { control: control | chain, taken: 3 };
  }
  if (control === TC_ACT_JUMP) {
    const count = numberOf(after(args, 1));
    return count === undefined
      ? { problem: `Invalid "jump count" (${args.peek(1)})\n` }
      : { control: control | count, taken: 2 };
  }
  return { control, taken: 1 };
}

function after(args: Arguments, offset: number): string {
  const word = args.peek(offset);
  if (word === undefined) throw incomplete();
  return word;
}

function numberOf(word: string): number | undefined {
  const value = unsigned(word, 32, 10);
  return value !== undefined && value <= TC_ACT_EXT_VAL_MASK
    ? value
    : undefined;
}

function skip(args: Arguments, count: number): void {
  for (let i = 0; i < count; i++) args.take();
}

/**
 * Takes what happens to packets.
 *
 * @param numbers Whether it may be a number.
 * @returns The control.
 * @throws {ActionError} If there is none.
 */
export function takeControl(args: Arguments, numbers = false): number {
  const found = find(args, numbers);
  if (found === undefined) {
    const word = args.peek();
    throw badAction(word === undefined ? "" : `Bad action type ${word}\n`);
  }
  if ("problem" in found) throw badAction(found.problem);
  skip(args, found.taken);
  return found.control;
}

/**
 * Takes what happens to packets, if that is what comes next.
 *
 * @param context Where to complain about what it lacks.
 * @param otherwise What happens by default.
 * @returns The control.
 */
export function takeControlOr(
  args: Arguments,
  { io }: Context,
  otherwise: number,
): number {
  const found = find(args, false);
  if (found === undefined) return otherwise;
  if ("problem" in found) {
    io.err(found.problem);
    return otherwise;
  }
  skip(args, found.taken);
  return found.control;
}

/**
 * Prints what happens to packets.
 *
 * @param printer Where to.
 * @param control The control.
 * @param before Text before it.
 * @param after Text after it.
 */
export function printControl(
  printer: Printer,
  control: number,
  before = "",
  after = "",
): void {
  const number = control & TC_ACT_EXT_VAL_MASK;
  printer.text(before);
  printer.object("control_action", () => {
    switch (control & ~TC_ACT_EXT_VAL_MASK) {
      case TC_ACT_GOTO_CHAIN:
        printer.value("type", "goto", "goto");
        printer.spaced("chain", number);
        break;
      case TC_ACT_JUMP:
        printer.value("type", "jump", "jump");
        printer.value("jump", number, ` ${number}`);
        break;
      default: {
        const name = NAMES.get(control) ?? String(control);
        printer.value("type", name, name);
      }
    }
  });
  printer.text(after);
}
