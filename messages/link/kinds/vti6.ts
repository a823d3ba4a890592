/**
 * Virtual tunnel interfaces of IPsec over IPv6 (kind `vti6`).
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_tunnel.h | linux/if_tunnel.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/ipv6/ip6_vti.c | net/ipv6/ip6_vti.c}
 *
 * @module
 */

import { attributes, type Codec, ipv6Address } from "../../codec/mod.ts";
import { type VtiData, vtiFields } from "./vti.ts";

/** `IFLA_INFO_DATA` of a virtual tunnel interface over IPv6: `IFLA_VTI_*`. */
export interface Vti6Data extends VtiData {}

/** Codec of {@linkcode Vti6Data}. */
export const vti6Data: Codec<Vti6Data> = attributes(
  vtiFields(ipv6Address),
  { nestedFlag: false },
);
