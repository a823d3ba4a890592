/**
 * Actions that compute checksums anew: `TCA_CSUM_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/tc_act/tc_csum.h | linux/tc_act/tc_csum.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  struct,
  u32,
} from "../../codec/mod.ts";
import {
  actionParameterMembers,
  type ActionParameters,
  type ActionTimes,
  actionTimes,
} from "./parameters.ts";

/** Which checksums are computed anew (`TCA_CSUM_UPDATE_FLAG_*`). */
export const CHECKSUMS = {
  /** That of the IPv4 header (`TCA_CSUM_UPDATE_FLAG_IPV4HDR`). */
  iph: 0x1,
  /** That of ICMP (`TCA_CSUM_UPDATE_FLAG_ICMP`). */
  icmp: 0x2,
  /** That of IGMP (`TCA_CSUM_UPDATE_FLAG_IGMP`). */
  igmp: 0x4,
  /** That of TCP (`TCA_CSUM_UPDATE_FLAG_TCP`). */
  tcp: 0x8,
  /** That of UDP (`TCA_CSUM_UPDATE_FLAG_UDP`). */
  udp: 0x10,
  /** That of UDP-Lite (`TCA_CSUM_UPDATE_FLAG_UDPLITE`). */
  udplite: 0x20,
  /** That of SCTP (`TCA_CSUM_UPDATE_FLAG_SCTP`). */
  sctp: 0x40,
} as const;

/** Which checksums are computed anew (`struct tc_csum`). */
export interface CsumParameters extends ActionParameters {
  /** Several of {@linkcode CHECKSUMS} (`update_flags`). */
  flags: number;
}

/** An action that computes checksums anew (`TCA_CSUM_*`). */
export interface CsumData extends Attributes {
  /** Which checksums (`TCA_CSUM_PARMS`). */
  parameters?: CsumParameters;
  /** When it was used (`TCA_CSUM_TM`). */
  times?: ActionTimes;
}

/** Codec of {@linkcode CsumParameters}. */
export const csumParameters: Codec<CsumParameters> = struct({
  ...actionParameterMembers,
  flags: u32,
});

/** Codec of {@linkcode CsumData}. */
export const csumData: Codec<CsumData> = attributes({
  parameters: ["TCA_CSUM_PARMS", 1, csumParameters],
  times: ["TCA_CSUM_TM", 2, actionTimes],
}, { pad: ["TCA_CSUM_PAD", 3] });
