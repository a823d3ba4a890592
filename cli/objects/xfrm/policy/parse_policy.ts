/**
 * Keywords that several commands for policies have.
 *
 * @module
 */

import { duplicateArgument } from "../../../parse/errors.ts";
import type { Argument } from "../../../parse/form.ts";
import { type Arguments, takes, type Word } from "../../../parse/grammar.ts";
import { u32 } from "../../../parse/numbers.ts";
import type { XfrmPolicyType } from "../../../../messages/xfrm/policy.ts";
import {
  XFRM_POLICY_ACTIONS,
  XFRM_POLICY_DIRECTIONS,
  XFRM_POLICY_FLAGS,
  XFRM_POLICY_TYPES,
} from "../../../../messages/xfrm/names.ts";
import { alternatives } from "../parse_values.ts";

/** Flags that `ip` has a keyword for. */
const { "cpu-acquire": _, ...FLAGS } = XFRM_POLICY_FLAGS;
export { FLAGS };

function oneOf(name: string, names: object): Argument {
  return { name, means: alternatives(Object.keys(names)) };
}

/** Direction of a policy. */
export const DIR: Argument = oneOf("DIR", XFRM_POLICY_DIRECTIONS);
/** Type of a policy. */
export const PTYPE: Argument = oneOf("PTYPE", XFRM_POLICY_TYPES);
/** What a policy does. */
export const ACTION: Argument = oneOf("ACTION", XFRM_POLICY_ACTIONS);

/**
 * Takes a direction.
 *
 * @returns The direction.
 * @throws {CommandError} If it is none.
 */
export function takeDirection(args: Arguments): number {
  return args.oneOf(XFRM_POLICY_DIRECTIONS, "DIR value is invalid");
}

/**
 * Takes a type.
 *
 * @returns The type.
 * @throws {CommandError} If it is none.
 */
export function takeType(args: Arguments): number {
  return args.oneOf(XFRM_POLICY_TYPES, "PTYPE value is invalid");
}

/**
 * Takes what a policy does.
 *
 * @returns What it does.
 * @throws {CommandError} If it is nothing known.
 */
export function takeAction(args: Arguments): number {
  return args.oneOf(XFRM_POLICY_ACTIONS, "ACTION value is invalid\n");
}

/**
 * Takes the number of a policy.
 *
 * @returns The number.
 * @throws {CommandError} If it is none.
 */
export function takeIndex(args: Arguments): number {
  return args.read(u32, "INDEX value is invalid");
}

/**
 * A type, as messages have it.
 *
 * @param type The type.
 * @returns The struct.
 */
export function typeOf(type: number): XfrmPolicyType {
  return { type, reserved1: 0, reserved2: 0 };
}

/**
 * A keyword that must not come again.
 *
 * @param form What follows it.
 * @param take Takes what follows it.
 * @returns The keyword.
 */
export function single<S>(form: Argument | string, take: Word<S>): Word<S> {
  return takes(form, (spec, step) => {
    // What comes again is shown itself, and not what follows it.
    if (step.seen.has(step.word)) throw duplicateArgument(step.word, step.word);
    step.seen.add(step.word);
    return take(spec, step);
  });
}
