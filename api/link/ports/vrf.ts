/**
 * Links in a virtual routing and forwarding domain.
 *
 * @module
 */

import { type VrfPort, vrfPort } from "../../../messages/link/ports/vrf.ts";
import { number } from "../../mapping/conversions.ts";
import { type Mapping, mapping, readOnly } from "../../mapping/mapping.ts";

/** What a link's routing domain reports of it. */
export interface VrfPortOptions {
  /**
   * Routing table of the domain; reported by the kernel
   * (`IFLA_VRF_PORT_TABLE`).
   */
  table?: number;
}

/** How {@linkcode VrfPortOptions} and {@linkcode VrfPort} correspond. */
export const vrfPortMapping: Mapping<VrfPortOptions, VrfPort> = mapping({
  table: readOnly("table", number),
}, vrfPort);
