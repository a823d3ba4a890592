/**
 * Ports of Ethernet switches.
 *
 * @see {@link https://docs.kernel.org/networking/dsa/dsa.html | Distributed Switch Architecture}
 *
 * @module
 */

import type { DsaData } from "../../../messages/link/kinds/dsa.ts";
import { type Device, device } from "../../mapping/device.ts";
import { type Mapping, mapping } from "../../mapping/mapping.ts";

/** Settings of a switch's port. */
export interface DsaOptions {
  /** The link to the switch (`IFLA_DSA_CONDUIT`). */
  conduit?: Device;
}

/** How {@linkcode DsaOptions} and {@linkcode DsaData} correspond. */
export const dsaMapping: Mapping<DsaOptions, DsaData> = mapping({
  conduit: device,
});
