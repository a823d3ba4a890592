/**
 * GRE tunnels over IPv6 (kinds `ip6gre`, `ip6gretap` and `ip6erspan`).
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_tunnel.h | linux/if_tunnel.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/ipv6/ip6_gre.c | net/ipv6/ip6_gre.c}
 *
 * @module
 */

import {
  attributes,
  be32,
  type Codec,
  ipv6Address,
  u32,
  u8,
} from "../../codec/mod.ts";
import { greFields, type GreTunnelData } from "./gre.ts";

/** `IFLA_INFO_DATA` of a GRE tunnel over IPv6: `IFLA_GRE_*`. */
export interface Ip6greData extends GreTunnelData {
  /** Tunnel encapsulation limit (`IFLA_GRE_ENCAP_LIMIT`). */
  encapLimit?: number;
  /**
   * Traffic class (bits 20 to 27) and flow label (bits 0 to 19) of outer
   * packets (`IFLA_GRE_FLOWINFO`).
   */
  flowinfo?: number;
  /** `IP6_TNL_F_*` (`IFLA_GRE_FLAGS`). */
  flags?: number;
}

/** Codec of {@linkcode Ip6greData}. */
export const ip6greData: Codec<Ip6greData> = attributes({
  ...greFields(ipv6Address),
  encapLimit: ["IFLA_GRE_ENCAP_LIMIT", 11, u8],
  flowinfo: ["IFLA_GRE_FLOWINFO", 12, be32],
  flags: ["IFLA_GRE_FLAGS", 13, u32],
}, { nestedFlag: false });
