/**
 * Links on another link that share its hardware address: kinds `ipvlan` and
 * `ipvtap`.
 *
 * @see {@link https://docs.kernel.org/networking/ipvlan.html | IPVLAN Driver HOWTO}
 *
 * @module
 */

import {
  IPVLAN_ISOLATIONS,
  IPVLAN_MODES,
  type IpvlanData,
  ipvlanData,
} from "../../../messages/link/kinds/ipvlan.ts";
import { enumeration } from "../../mapping/enumerations.ts";
import { type Mapping, mapping } from "../../mapping/mapping.ts";

/** Settings of an IP VLAN link. */
export interface IpvlanOptions {
  /** Layer that packets are handed over at (`IFLA_IPVLAN_MODE`). */
  mode?: keyof typeof IPVLAN_MODES | number;
  /**
   * How links on the same lower device reach each other: directly, not at all,
   * or over an external switch (`IFLA_IPVLAN_FLAGS`).
   */
  isolation?: keyof typeof IPVLAN_ISOLATIONS | number;
}

/** How {@linkcode IpvlanOptions} and {@linkcode IpvlanData} correspond. */
export const ipvlanMapping: Mapping<IpvlanOptions, IpvlanData> = mapping({
  mode: enumeration(IPVLAN_MODES),
  isolation: ["flags", enumeration(IPVLAN_ISOLATIONS)],
}, ipvlanData);
