/**
 * Actions that only decide.
 *
 * @module
 */

import {
  GACT_RANDOM_TYPES,
  type GactData,
  gactData,
  type GactProbability,
} from "../../../messages/tc/actions/gact.ts";
import { actionParameters } from "../../../messages/tc/actions/parameters.ts";
import { integer } from "../../mapping/conversions.ts";
import { enumeration } from "../../mapping/enumerations.ts";
import { mapping } from "../../mapping/mapping.ts";
import { type ActionControl, actionControl } from "./control.ts";
import { type ActionMapping, actionMapping } from "./kind.ts";

/** A decision for some packets. */
export interface GactRandom {
  /**
   * How they are chosen: at random (`netrand`), or exactly one in so many
   * (`determ`) (`tc_gact_p.ptype`).
   */
  type?: keyof typeof GACT_RANDOM_TYPES | number;
  /** One in how many packets, 1 to 10,000 (`tc_gact_p.pval`). */
  oneIn?: number;
  /** What happens to them (`tc_gact_p.paction`). */
  then?: ActionControl;
}

/** Settings of an action that only decides. */
export interface GactOptions {
  /** Another decision for some packets (`TCA_GACT_PROB`). */
  random?: GactRandom;
}

/** How {@linkcode GactOptions} are stored. */
export const gactMapping: ActionMapping<GactOptions, GactData> = actionMapping(
  gactData,
  actionParameters,
  {
    random: [
      "probability",
      mapping<GactRandom, GactProbability>({
        type: enumeration(GACT_RANDOM_TYPES, 16),
        oneIn: ["value", integer(1, 10000)],
        then: ["control", actionControl],
      }, () => ({ type: GACT_RANDOM_TYPES.netrand, value: 1, control: 0 })),
    ],
  },
  { control: () => undefined },
);
