/**
 * Actions on connections: tracking, marks and translation of addresses: `TCA_CT_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/tc_act/tc_ct.h | linux/tc_act/tc_ct.h}
 *
 * @module
 */

import { AF_INET, AF_INET6 } from "../../families.ts";
import {
  type Attributes,
  attributes,
  be16,
  bytes,
  type Codec,
  ipv4Address,
  ipv6Address,
  string,
  u16,
  u32,
  u8,
} from "../../codec/mod.ts";
import {
  type ActionParameters,
  actionParameters,
  type ActionTimes,
  actionTimes,
} from "./parameters.ts";

// What is done: `TCA_CT_ACTION`.

/** Families that helpers are for. */
export const HELPER_FAMILIES = { ipv4: AF_INET, ipv6: AF_INET6 } as const;

/** Connections are kept. */
export const TCA_CT_ACT_COMMIT = 0x1;
/** Connections of the other direction are replaced. */
export const TCA_CT_ACT_FORCE = 0x2;
/** Packets lose their connection. */
export const TCA_CT_ACT_CLEAR = 0x4;
/** Addresses are translated. */
export const TCA_CT_ACT_NAT = 0x8;
/** The sender is. */
export const TCA_CT_ACT_NAT_SRC = 0x10;
/** The receiver is. */
export const TCA_CT_ACT_NAT_DST = 0x20;

/**
 * Names of which addresses are translated: those of the connection as they
 * were kept, its sender's or its receiver's.
 */
export const CT_TRANSLATIONS = {
  restore: TCA_CT_ACT_NAT,
  source: TCA_CT_ACT_NAT | TCA_CT_ACT_NAT_SRC,
  destination: TCA_CT_ACT_NAT | TCA_CT_ACT_NAT_DST,
} as const;

/** An action on connections (`TCA_CT_*`). */
export interface CtData extends Attributes {
  /** What all actions have (`TCA_CT_PARMS`). */
  parameters?: ActionParameters;
  /** When it was used (`TCA_CT_TM`). */
  times?: ActionTimes;
  /** What is done, `TCA_CT_ACT_*` (`TCA_CT_ACTION`). */
  action?: number;
  /** Zone of connection tracking (`TCA_CT_ZONE`). */
  zone?: number;
  /** Mark that connections get (`TCA_CT_MARK`). */
  mark?: number;
  /** Which bits of it (`TCA_CT_MARK_MASK`). */
  markMask?: number;
  /** Labels that connections get, 16 bytes (`TCA_CT_LABELS`). */
  labels?: Uint8Array;
  /** Which bits of them (`TCA_CT_LABELS_MASK`). */
  labelsMask?: Uint8Array;
  /** First of the new IPv4 addresses (`TCA_CT_NAT_IPV4_MIN`). */
  firstIpv4?: string;
  /** Last of them (`TCA_CT_NAT_IPV4_MAX`). */
  lastIpv4?: string;
  /** First of the new IPv6 addresses (`TCA_CT_NAT_IPV6_MIN`). */
  firstIpv6?: string;
  /** Last of them (`TCA_CT_NAT_IPV6_MAX`). */
  lastIpv6?: string;
  /** First of the new ports (`TCA_CT_NAT_PORT_MIN`). */
  firstPort?: number;
  /** Last of them (`TCA_CT_NAT_PORT_MAX`). */
  lastPort?: number;
  /** Helper that follows the protocol (`TCA_CT_HELPER_NAME`). */
  helper?: string;
  /** Address family of the helper, `AF_*` (`TCA_CT_HELPER_FAMILY`). */
  helperFamily?: number;
  /** Protocol of the helper, `IPPROTO_*` (`TCA_CT_HELPER_PROTO`). */
  helperProtocol?: number;
}

/** Codec of {@linkcode CtData}. */
export const ctData: Codec<CtData> = attributes({
  parameters: ["TCA_CT_PARMS", 1, actionParameters],
  times: ["TCA_CT_TM", 2, actionTimes],
  action: ["TCA_CT_ACTION", 3, u16],
  zone: ["TCA_CT_ZONE", 4, u16],
  mark: ["TCA_CT_MARK", 5, u32],
  markMask: ["TCA_CT_MARK_MASK", 6, u32],
  labels: ["TCA_CT_LABELS", 7, bytes],
  labelsMask: ["TCA_CT_LABELS_MASK", 8, bytes],
  firstIpv4: ["TCA_CT_NAT_IPV4_MIN", 9, ipv4Address],
  lastIpv4: ["TCA_CT_NAT_IPV4_MAX", 10, ipv4Address],
  firstIpv6: ["TCA_CT_NAT_IPV6_MIN", 11, ipv6Address],
  lastIpv6: ["TCA_CT_NAT_IPV6_MAX", 12, ipv6Address],
  firstPort: ["TCA_CT_NAT_PORT_MIN", 13, be16],
  lastPort: ["TCA_CT_NAT_PORT_MAX", 14, be16],
  helper: ["TCA_CT_HELPER_NAME", 16, string],
  helperFamily: ["TCA_CT_HELPER_FAMILY", 17, u8],
  helperProtocol: ["TCA_CT_HELPER_PROTO", 18, u8],
}, { pad: ["TCA_CT_PAD", 15] });
