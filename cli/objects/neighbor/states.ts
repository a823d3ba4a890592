/**
 * States of neighbors as keywords.
 *
 * @module
 */

import type { ValueNames } from "../../../messages/value_names.ts";
import { NEIGHBOR_STATES } from "../../../messages/neighbor/constants.ts";
import type { Argument } from "../../parse/form.ts";
import { fits } from "../../parse/grammar.ts";
import { unsigned } from "../../parse/numbers.ts";

const NAMES: ValueNames = NEIGHBOR_STATES;

/** Keywords for states; those that end in `*` may be cut short. */
const STATES: readonly string[] = [
  "permanent*",
  "reachable*",
  "noarp",
  "none",
  "stale",
  "incomplete",
  "delay",
  "probe",
  "failed*",
];

/** A state. */
export const STATE: Argument = {
  name: "STATE",
  means: `{ ${STATES.join(" | ")} }`,
};

/** Names of states, in the order in which they are shown. */
export const STATE_NAMES: readonly (readonly [name: string, bit: number])[] =
  Object.entries(NEIGHBOR_STATES)
    .filter(([, bit]) => bit !== 0)
    .map(([name, bit]) => [name.toUpperCase(), bit]);

/**
 * The state that an argument stands for.
 *
 * @param arg The argument, or a number of one bit.
 * @returns The state, or `undefined` if there is none.
 */
export function stateOf(arg: string): number | undefined {
  const found = STATES.find((key) => fits(arg, key));
  if (found !== undefined) return NAMES[found.replace("*", "")];
  const state = unsigned(arg, 32);
  return state === undefined || state >= 0x100 || (state & (state - 1)) !== 0
    ? undefined
    : state;
}
