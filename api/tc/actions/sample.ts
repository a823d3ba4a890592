/**
 * Actions that sample packets.
 *
 * @module
 */

import { actionParameters } from "../../../messages/tc/actions/parameters.ts";
import {
  type SampleData,
  sampleData,
} from "../../../messages/tc/actions/sample.ts";
import { number } from "../../mapping/conversions.ts";
import { type ActionMapping, actionMapping } from "./kind.ts";

/** Settings of an action that samples packets. */
export interface SampleOptions {
  /** One in how many packets is a sample (`TCA_SAMPLE_RATE`). */
  oneIn?: number;
  /** Bytes of a sample; all by default (`TCA_SAMPLE_TRUNC_SIZE`). */
  truncatedSize?: number;
  /** Group that receives samples (`TCA_SAMPLE_PSAMPLE_GROUP`). */
  group?: number;
}

/** How {@linkcode SampleOptions} are stored. */
export const sampleMapping: ActionMapping<SampleOptions, SampleData> =
  actionMapping(sampleData, actionParameters, {
    oneIn: ["rate", number],
    truncatedSize: number,
    group: number,
  });
