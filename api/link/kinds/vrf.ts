/**
 * Virtual routing and forwarding domains.
 *
 * @see {@link https://docs.kernel.org/networking/vrf.html | Virtual Routing and Forwarding}
 *
 * @module
 */

import { type VrfData, vrfData } from "../../../messages/link/kinds/vrf.ts";
import { number } from "../../mapping/conversions.ts";
import { type Mapping, mapping } from "../../mapping/mapping.ts";

/** Settings of a routing domain. */
export interface VrfOptions {
  /** Number of its routing table (`IFLA_VRF_TABLE`). */
  table?: number;
}

/** How {@linkcode VrfOptions} and {@linkcode VrfData} correspond. */
export const vrfMapping: Mapping<VrfOptions, VrfData> = mapping({
  table: number,
}, vrfData);
