/**
 * IP over InfiniBand.
 *
 * @see {@link https://docs.kernel.org/infiniband/ipoib.html | IP over InfiniBand}
 *
 * @module
 */

import {
  IPOIB_MODES,
  type IpoibData,
  ipoibData,
} from "../../../messages/link/kinds/ipoib.ts";
import { boolean, number } from "../../mapping/conversions.ts";
import { enumeration } from "../../mapping/enumerations.ts";
import { type Mapping, mapping } from "../../mapping/mapping.ts";

/** Settings of IP over InfiniBand. */
export interface IpoibOptions {
  /** Partition key (`IFLA_IPOIB_PKEY`). */
  pkey?: number;
  /** How packets travel (`IFLA_IPOIB_MODE`). */
  mode?: keyof typeof IPOIB_MODES | number;
  /**
   * Whether programs join multicast groups by themselves (`IFLA_IPOIB_UMCAST`).
   */
  userMulticast?: boolean;
}

/** How {@linkcode IpoibOptions} and {@linkcode IpoibData} correspond. */
export const ipoibMapping: Mapping<IpoibOptions, IpoibData> = mapping({
  pkey: number,
  mode: enumeration(IPOIB_MODES),
  userMulticast: ["umcast", boolean],
}, ipoibData);
