/**
 * Filters of the kind `fw`, which compare marks. The mark is the handle of the
 * filter.
 *
 * @module
 */

import { type FwData, fwData } from "../../../messages/tc/filters/fw.ts";
import { number } from "../../mapping/conversions.ts";
import { type Device, deviceName } from "../../mapping/device.ts";
import { type Mapping, mapping } from "../../mapping/mapping.ts";

/** Settings of a filter of the kind `fw`. */
export interface FwOptions {
  /** Which bits of the mark count; all by default (`TCA_FW_MASK`). */
  mask?: number;
  /** Device that packets have to come by (`TCA_FW_INDEV`). */
  inputDevice?: Device;
}

/** How {@linkcode FwOptions} and {@linkcode FwData} correspond. */
export const fwMapping: Mapping<FwOptions, FwData> = mapping(
  { mask: number, inputDevice: deviceName },
  fwData,
);
