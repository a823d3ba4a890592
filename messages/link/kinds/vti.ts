/**
 * Virtual tunnel interfaces of IPsec over IPv4: `IFLA_VTI_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_tunnel.h | linux/if_tunnel.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/ipv4/ip_vti.c | net/ipv4/ip_vti.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  be32,
  type Codec,
  type FieldsOf,
  ipv4Address,
  u32,
} from "../../codec/mod.ts";

/** `IFLA_INFO_DATA` of a virtual tunnel interface: `IFLA_VTI_*`. */
export interface VtiData extends Attributes {
  /** Index of the lower device; 0 for none (`IFLA_VTI_LINK`). */
  link?: number;
  /** Key, which is the mark of incoming packets (`IFLA_VTI_IKEY`). */
  ikey?: number;
  /** Key, which is the mark of outgoing packets (`IFLA_VTI_OKEY`). */
  okey?: number;
  /** Address of this end; `0.0.0.0` or `::` for any (`IFLA_VTI_LOCAL`). */
  local?: string;
  /** Address of the other end; `0.0.0.0` or `::` for any (`IFLA_VTI_REMOTE`). */
  remote?: string;
  /** Firewall mark of outer packets; 0 for none (`IFLA_VTI_FWMARK`). */
  fwmark?: number;
}

/**
 * Makes the fields of {@linkcode VtiData}.
 *
 * @param address Codec of the addresses of both ends.
 * @returns The fields.
 */
export function vtiFields(address: Codec<string>): FieldsOf<VtiData> {
  return {
    link: ["IFLA_VTI_LINK", 1, u32],
    ikey: ["IFLA_VTI_IKEY", 2, be32],
    okey: ["IFLA_VTI_OKEY", 3, be32],
    local: ["IFLA_VTI_LOCAL", 4, address],
    remote: ["IFLA_VTI_REMOTE", 5, address],
    fwmark: ["IFLA_VTI_FWMARK", 6, u32],
  };
}

/** Codec of {@linkcode VtiData}. */
export const vtiData: Codec<VtiData> = attributes(
  vtiFields(ipv4Address),
  { nestedFlag: false },
);
