/**
 * Tunnels of bare IP or MPLS packets in UDP: `IFLA_BAREUDP_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_link.h | linux/if_link.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/drivers/net/bareudp.c | drivers/net/bareudp.c}
 * @see {@link https://docs.kernel.org/networking/bareudp.html | Bare UDP Tunnelling Module}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  be16,
  type Codec,
  flag,
  u16,
} from "../../codec/mod.ts";

/** `IFLA_INFO_DATA` of a bare UDP tunnel: `IFLA_BAREUDP_*`. */
export interface BareudpData extends Attributes {
  /** UDP destination port (`IFLA_BAREUDP_PORT`). */
  port?: number;
  /** EtherType of inner packets (`IFLA_BAREUDP_ETHERTYPE`). */
  ethertype?: number;
  /** Least UDP source port (`IFLA_BAREUDP_SRCPORT_MIN`). */
  srcportMin?: number;
  /**
   * IPv6 travels with IPv4, MPLS multicast with MPLS unicast
   * (`IFLA_BAREUDP_MULTIPROTO_MODE`).
   */
  multiprotoMode?: true;
}

/** Codec of {@linkcode BareudpData}. */
export const bareudpData: Codec<BareudpData> = attributes({
  port: ["IFLA_BAREUDP_PORT", 1, be16],
  ethertype: ["IFLA_BAREUDP_ETHERTYPE", 2, be16],
  srcportMin: ["IFLA_BAREUDP_SRCPORT_MIN", 3, u16],
  multiprotoMode: ["IFLA_BAREUDP_MULTIPROTO_MODE", 4, flag],
}, { nestedFlag: false });
