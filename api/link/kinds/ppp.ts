/**
 * Point-to-point links.
 *
 * @see {@link https://docs.kernel.org/networking/ppp_generic.html | PPP Generic Driver and Channel Interface}
 *
 * @module
 */

import { type PppData, pppData } from "../../../messages/link/kinds/ppp.ts";
import { number } from "../../mapping/conversions.ts";
import { type Mapping, mapping, writeOnly } from "../../mapping/mapping.ts";

/** Settings of a point-to-point link. */
export interface PppOptions {
  /**
   * Descriptor of the `/dev/ppp` instance; never reported (`IFLA_PPP_DEV_FD`).
   */
  fd?: number;
}

/** How {@linkcode PppOptions} and {@linkcode PppData} correspond. */
export const pppMapping: Mapping<PppOptions, PppData> = mapping({
  fd: writeOnly("devFd", number),
}, pppData);
