/**
 * IP tunnels over IPv4 (kind `ipip`).
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_tunnel.h | linux/if_tunnel.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/ipv4/ipip.c | net/ipv4/ipip.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  be16,
  type Codec,
  type FieldsOf,
  flag,
  ipv4Address,
  u16,
  u32,
  u8,
} from "../../codec/mod.ts";

/** What all tunnels of IP packets have: `IFLA_IPTUN_*`. */
export interface IptunData extends Attributes {
  /** Index of the lower device; 0 for none (`IFLA_IPTUN_LINK`). */
  link?: number;
  /** Address of this end; `0.0.0.0` or `::` for any (`IFLA_IPTUN_LOCAL`). */
  local?: string;
  /**
   * Address of the other end; `0.0.0.0` or `::` for any (`IFLA_IPTUN_REMOTE`).
   */
  remote?: string;
  /**
   * Time to live, or hop limit, of outer packets; 0 to copy the inner one
   * (`IFLA_IPTUN_TTL`).
   */
  ttl?: number;
  /** Protocol of inner packets, `IPPROTO_*`; 0 for any (`IFLA_IPTUN_PROTO`). */
  proto?: number;
  /** UDP encapsulation: `TUNNEL_ENCAP_*` (`IFLA_IPTUN_ENCAP_TYPE`). */
  encapType?: number;
  /** `TUNNEL_ENCAP_FLAG_*` (`IFLA_IPTUN_ENCAP_FLAGS`). */
  encapFlags?: number;
  /** UDP source port; 0 to choose one by flow (`IFLA_IPTUN_ENCAP_SPORT`). */
  encapSport?: number;
  /** UDP destination port (`IFLA_IPTUN_ENCAP_DPORT`). */
  encapDport?: number;
  /**
   * Addresses come with each packet, from routes or filters
   * (`IFLA_IPTUN_COLLECT_METADATA`).
   */
  collectMetadata?: true;
  /** Firewall mark of outer packets; 0 for none (`IFLA_IPTUN_FWMARK`). */
  fwmark?: number;
}

/** `IFLA_INFO_DATA` of an IP tunnel over IPv4: `IFLA_IPTUN_*`. */
export interface IpipData extends IptunData {
  /**
   * Type of service of outer packets; 1 to copy the inner one
   * (`IFLA_IPTUN_TOS`).
   */
  tos?: number;
  /** 1 for path MTU discovery (`IFLA_IPTUN_PMTUDISC`). */
  pmtudisc?: number;
}

/**
 * Makes the fields of {@linkcode IptunData}.
 *
 * @param address Codec of the addresses of both ends.
 * @returns The fields.
 */
export function iptunFields(address: Codec<string>): FieldsOf<IptunData> {
  return {
    link: ["IFLA_IPTUN_LINK", 1, u32],
    local: ["IFLA_IPTUN_LOCAL", 2, address],
    remote: ["IFLA_IPTUN_REMOTE", 3, address],
    ttl: ["IFLA_IPTUN_TTL", 4, u8],
    proto: ["IFLA_IPTUN_PROTO", 9, u8],
    encapType: ["IFLA_IPTUN_ENCAP_TYPE", 15, u16],
    encapFlags: ["IFLA_IPTUN_ENCAP_FLAGS", 16, u16],
    encapSport: ["IFLA_IPTUN_ENCAP_SPORT", 17, be16],
    encapDport: ["IFLA_IPTUN_ENCAP_DPORT", 18, be16],
    collectMetadata: ["IFLA_IPTUN_COLLECT_METADATA", 19, flag],
    fwmark: ["IFLA_IPTUN_FWMARK", 20, u32],
  };
}

/** Fields of {@linkcode IpipData}. */
export const ipipFields: FieldsOf<IpipData> = {
  ...iptunFields(ipv4Address),
  tos: ["IFLA_IPTUN_TOS", 5, u8],
  pmtudisc: ["IFLA_IPTUN_PMTUDISC", 10, u8],
};

/** Codec of {@linkcode IpipData}. */
export const ipipData: Codec<IpipData> = attributes(ipipFields, {
  nestedFlag: false,
});
