/**
 * EtherTypes, which filters are for.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_ether.h | linux/if_ether.h}
 *
 * @module
 */

import { enumeration } from "../mapping/enumerations.ts";
import type { Conversion } from "../mapping/mapping.ts";

/** An EtherType, by name or by number (`ETH_P_*`). */
export type EtherType =
  | "all"
  | "ip"
  | "ipv6"
  | "arp"
  | "rarp"
  | "802.1Q"
  | "802.1ad"
  | "mpls_uc"
  | "mpls_mc"
  | "ppp_ses"
  | "ppp_disc"
  | "teb"
  | "cfm"
  | "can"
  | number;

/** How {@linkcode EtherType} is stored, in host byte order. */
export const etherType: Conversion<EtherType, number> = enumeration({
  all: 0x0003,
  ip: 0x0800,
  ipv6: 0x86dd,
  arp: 0x0806,
  rarp: 0x8035,
  "802.1Q": 0x8100,
  "802.1ad": 0x88a8,
  mpls_uc: 0x8847,
  mpls_mc: 0x8848,
  ppp_ses: 0x8864,
  ppp_disc: 0x8863,
  teb: 0x6558,
  cfm: 0x8902,
  can: 0x000c,
}, 16);
