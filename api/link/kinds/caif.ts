/**
 * Links over CAIF to a modem.
 *
 * @module
 */

import { type CaifData, caifData } from "../../../messages/link/kinds/caif.ts";
import { boolean, number } from "../../mapping/conversions.ts";
import { type Mapping, mapping } from "../../mapping/mapping.ts";

/** Settings of a link over CAIF. */
export interface CaifOptions {
  /** Connection of IPv4 (`IFLA_CAIF_IPV4_CONNID`). */
  ipv4Connection?: number;
  /** Connection of IPv6 (`IFLA_CAIF_IPV6_CONNID`). */
  ipv6Connection?: number;
  /** Whether it is a loop inside CAIF (`IFLA_CAIF_LOOPBACK`). */
  loopback?: boolean;
}

/** How {@linkcode CaifOptions} and {@linkcode CaifData} correspond. */
export const caifMapping: Mapping<CaifOptions, CaifData> = mapping({
  ipv4Connection: ["ipv4Connid", number],
  ipv6Connection: ["ipv6Connid", number],
  loopback: boolean,
}, caifData);
