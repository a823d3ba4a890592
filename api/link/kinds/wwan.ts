/**
 * Data channels of mobile broadband modems.
 *
 * @module
 */

import { type WwanData, wwanData } from "../../../messages/link/kinds/wwan.ts";
import { number } from "../../mapping/conversions.ts";
import { type Mapping, mapping } from "../../mapping/mapping.ts";

/** Settings of a data channel. */
export interface WwanOptions {
  /** Number of the data channel (`IFLA_WWAN_LINK_ID`). */
  linkId?: number;
}

/** How {@linkcode WwanOptions} and {@linkcode WwanData} correspond. */
export const wwanMapping: Mapping<WwanOptions, WwanData> = mapping({
  linkId: number,
}, wwanData);
