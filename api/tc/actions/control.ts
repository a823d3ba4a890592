/**
 * What happens to packets after an action.
 *
 * @module
 */

import {
  ACTION_CONTROLS,
  TC_ACT_EXT_VAL_MASK,
  TC_ACT_GOTO_CHAIN,
  TC_ACT_JUMP,
} from "../../../messages/tc/actions/parameters.ts";
import { checkInteger } from "../../mapping/conversions.ts";
import { enumeration } from "../../mapping/enumerations.ts";
import type { Conversion } from "../../mapping/mapping.ts";

/** The filters of another chain have their turn. */
export interface GotoChain {
  /** Number of the chain (`TC_ACT_GOTO_CHAIN`). */
  goto: number;
}

/** Some of the actions that follow are skipped. */
export interface JumpActions {
  /** How many (`TC_ACT_JUMP`). */
  jump: number;
}

/**
 * What happens to packets after an action: one of the names of `TC_ACT_*`, a
 * chain, a number of actions to skip, or a number that has no name.
 */
export type ActionControl =
  | keyof typeof ACTION_CONTROLS
  | GotoChain
  | JumpActions
  | number;

const named: Conversion<keyof typeof ACTION_CONTROLS | number, number> =
  enumeration(ACTION_CONTROLS, 32);

/** How an {@linkcode ActionControl} is stored. */
export const actionControl: Conversion<ActionControl, number> = {
  fromKernel: (value) => {
    const number = value & TC_ACT_EXT_VAL_MASK;
    switch (value & ~TC_ACT_EXT_VAL_MASK) {
      case TC_ACT_GOTO_CHAIN:
        return { goto: number };
      case TC_ACT_JUMP:
        return { jump: number };
      default:
        return named.fromKernel(value);
    }
  },
  toKernel: (value, fieldPath) => {
    if (typeof value === "number") {
      return checkInteger(value, -0x80000000, 0x7fffffff, fieldPath);
    }
    if (typeof value !== "object" || value === null) {
      return named.toKernel(value, fieldPath);
    }
    const [[name, number] = [], ...more] = Object.entries(value);
    if (more.length > 0 || name !== "goto" && name !== "jump") {
      throw fieldPath.wrong(
        value,
        "{ goto: chain } or { jump: count } is expected",
      );
    }
    return (name === "goto" ? TC_ACT_GOTO_CHAIN : TC_ACT_JUMP) |
      checkInteger(number, 0, TC_ACT_EXT_VAL_MASK, fieldPath.at(name));
  },
};
