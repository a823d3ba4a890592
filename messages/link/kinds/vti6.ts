/**
 * Virtual tunnel interfaces of IPsec over IPv6 (kind `vti6`).
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_tunnel.h | linux/if_tunnel.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/ipv6/ip6_vti.c | net/ipv6/ip6_vti.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  be32,
  type Codec,
  ipv6Address,
  u32,
} from "../../codec/mod.ts";

/** `IFLA_INFO_DATA` of a virtual tunnel interface over IPv6: `IFLA_VTI_*`. */
export interface Vti6Data extends Attributes {
  /** Index of the lower device; 0 for none (`IFLA_VTI_LINK`). */
  link?: number;
  /** Key, which is the mark of incoming packets (`IFLA_VTI_IKEY`). */
  ikey?: number;
  /** Key, which is the mark of outgoing packets (`IFLA_VTI_OKEY`). */
  okey?: number;
  /** Address of this end; `::` for any (`IFLA_VTI_LOCAL`). */
  local?: string;
  /** Address of the other end; `::` for any (`IFLA_VTI_REMOTE`). */
  remote?: string;
  /** Firewall mark of outer packets; 0 for none (`IFLA_VTI_FWMARK`). */
  fwmark?: number;
}

/** Codec of {@linkcode Vti6Data}. */
export const vti6Data: Codec<Vti6Data> = attributes<Vti6Data>({
  link: ["IFLA_VTI_LINK", 1, u32],
  ikey: ["IFLA_VTI_IKEY", 2, be32],
  okey: ["IFLA_VTI_OKEY", 3, be32],
  local: ["IFLA_VTI_LOCAL", 4, ipv6Address],
  remote: ["IFLA_VTI_REMOTE", 5, ipv6Address],
  fwmark: ["IFLA_VTI_FWMARK", 6, u32],
}, { nestedFlag: false });
