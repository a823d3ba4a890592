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
import {
  IFLA_VTI_FWMARK,
  IFLA_VTI_IKEY,
  IFLA_VTI_LINK,
  IFLA_VTI_LOCAL,
  IFLA_VTI_OKEY,
  IFLA_VTI_REMOTE,
} from "./vti.ts";

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
  link: [IFLA_VTI_LINK, u32],
  ikey: [IFLA_VTI_IKEY, be32],
  okey: [IFLA_VTI_OKEY, be32],
  local: [IFLA_VTI_LOCAL, ipv6Address],
  remote: [IFLA_VTI_REMOTE, ipv6Address],
  fwmark: [IFLA_VTI_FWMARK, u32],
}, { nestedFlag: false });
