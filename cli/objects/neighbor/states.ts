/**
 * States of neighbors as words.
 *
 * @module
 */

import * as c from "../../../messages/neighbor/constants.ts";
import type { Argument } from "../../parse/form.ts";
import { fits } from "../../parse/grammar.ts";
import { unsigned } from "../../parse/numbers.ts";

/** Words for states; those that end in `*` may be cut short. */
const STATES: readonly (readonly [word: string, state: number])[] = [
  ["permanent*", c.NUD_PERMANENT],
  ["reachable*", c.NUD_REACHABLE],
  ["noarp", c.NUD_NOARP],
  ["none", c.NUD_NONE],
  ["stale", c.NUD_STALE],
  ["incomplete", c.NUD_INCOMPLETE],
  ["delay", c.NUD_DELAY],
  ["probe", c.NUD_PROBE],
  ["failed*", c.NUD_FAILED],
];

/** A state. */
export const STATE: Argument = {
  name: "STATE",
  means: `{ ${STATES.map(([word]) => word).join(" | ")} }`,
};

/** Names of states, in the order in which they are shown. */
export const STATE_NAMES: readonly (readonly [name: string, bit: number])[] = [
  ["INCOMPLETE", c.NUD_INCOMPLETE],
  ["REACHABLE", c.NUD_REACHABLE],
  ["STALE", c.NUD_STALE],
  ["DELAY", c.NUD_DELAY],
  ["PROBE", c.NUD_PROBE],
  ["FAILED", c.NUD_FAILED],
  ["NOARP", c.NUD_NOARP],
  ["PERMANENT", c.NUD_PERMANENT],
];

/**
 * The state behind a word.
 *
 * @param word The word, or a number of one bit.
 * @returns The state, or `undefined` if there is none.
 */
export function stateOf(word: string): number | undefined {
  const found = STATES.find(([name]) => fits(word, name));
  if (found !== undefined) return found[1];
  const state = unsigned(word, 32);
  return state === undefined || state >= 0x100 || (state & (state - 1)) !== 0
    ? undefined
    : state;
}
