/**
 * How long packets are taken to be, and how rates are estimated.
 *
 * @module
 */

import { TC_LINK_LAYERS } from "../../messages/tc/rate.ts";
import {
  makeSizeTable,
  type SizeTableSettings,
  type TcSizeTable,
} from "../../messages/tc/size_table.ts";
import { makeEstimator, type TcEstimator } from "../../messages/tc/stats.ts";
import { int32, integer, uint32 } from "../mapping/conversions.ts";
import { enumeration } from "../mapping/enumerations.ts";
import { type Conversion, mapping } from "../mapping/mapping.ts";
import { checkObject } from "../mapping/field_path.ts";
import { arranged, type TrafficMapping } from "./kind.ts";
import { seconds } from "./units.ts";

/** How long packets are taken to be (`tc_sizespec`). */
export interface SizeTableOptions {
  /** Bytes that the device adds to each packet (`overhead`). */
  overhead?: number;
  /** The least size of a packet in bytes (`mpu`). */
  mpu?: number;
  /** What the device makes of packets; `ethernet` by default (`linklayer`). */
  linkLayer?: keyof typeof TC_LINK_LAYERS | number;
  /** The largest packet in bytes that the table has a row for; 2047 by default (`mtu`). */
  mtu?: number;
  /** Rows of the table; 512 by default (`tsize`). */
  tableSize?: number;
}

/** How {@linkcode SizeTableOptions} are stored. */
export const sizeTable: TrafficMapping<SizeTableOptions, TcSizeTable> =
  arranged(
    mapping<SizeTableOptions, SizeTableSettings>({
      overhead: int32,
      mpu: uint32,
      linkLayer: enumeration(TC_LINK_LAYERS, 32),
      mtu: uint32,
      tableSize: integer(0, 32768),
    }),
    ({ base }: TcSizeTable): SizeTableSettings => {
      if (base === undefined) return {};
      const { overhead, mpu, linkLayer, mtu, tableSize } = base;
      return { overhead, mpu, linkLayer, mtu, tableSize };
    },
    makeSizeTable,
  );

/** How a rate is estimated (`tc_estimator`). */
export interface EstimatorOptions {
  /** Seconds between samples, a quarter to 32 (`interval`). */
  interval: number;
  /** Seconds that the mean is of (`ewma_log`). */
  timeConstant: number;
}

/** How {@linkcode EstimatorOptions} are stored. */
export const estimator: Conversion<EstimatorOptions, TcEstimator> = {
  fromKernel: ({ interval, weightLog }) => {
    const period = 2 ** (interval + 2) / 4;
    return { interval: period, timeConstant: period * 2 ** weightLog };
  },
  toKernel: (value, fieldPath) => {
    checkObject(value, fieldPath);
    const { interval, timeConstant } = value;
    const made = makeEstimator(
      seconds.toKernel(interval, fieldPath.at("interval"))!,
      seconds.toKernel(timeConstant, fieldPath.at("timeConstant"))!,
    );
    if (made !== undefined) return made;
    throw fieldPath.outside(
      value,
      "the interval is above 8 seconds, or the time constant no longer",
    );
  },
};
