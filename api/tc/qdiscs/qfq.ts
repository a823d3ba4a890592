/**
 * Quick fair queueing.
 *
 * @module
 */

import {
  type QfqClassData,
  qfqClassData,
} from "../../../messages/tc/qdiscs/qfq.ts";
import { number } from "../../mapping/conversions.ts";
import { type Mapping, mapping } from "../../mapping/mapping.ts";

/** Settings of a class. */
export interface QfqClassOptions {
  /** Its share (`TCA_QFQ_WEIGHT`). */
  weight?: number;
  /** Size of its largest packet in bytes (`TCA_QFQ_LMAX`). */
  maximumPacket?: number;
}

/** How {@linkcode QfqClassOptions} are stored. */
export const qfqClassMapping: Mapping<QfqClassOptions, QfqClassData> = mapping(
  { weight: number, maximumPacket: number },
  qfqClassData,
);
