/**
 * Actions that translate IPv4 addresses one by one: `TCA_NAT_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/tc_act/tc_nat.h | linux/tc_act/tc_nat.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  ipv4Address,
  struct,
  u32,
} from "../../codec/mod.ts";
import {
  actionParameterMembers,
  type ActionParameters,
  type ActionTimes,
  actionTimes,
} from "./parameters.ts";

/** What is translated is the sender of outgoing packets, not the receiver. */
export const TCA_NAT_FLAG_EGRESS = 0x1;

/** Which addresses become which (`struct tc_nat`). */
export interface NatParameters extends ActionParameters {
  /** First of the addresses that are replaced (`old_addr`). */
  from: string;
  /** First of those that replace them (`new_addr`). */
  to: string;
  /** Mask of the bits that are compared and replaced (`mask`). */
  mask: string;
  /** `TCA_NAT_FLAG_EGRESS` or 0 (`flags`). */
  flags: number;
}

/** An action that translates IPv4 addresses (`TCA_NAT_*`). */
export interface NatData extends Attributes {
  /** Which addresses (`TCA_NAT_PARMS`). */
  parameters?: NatParameters;
  /** When it was used (`TCA_NAT_TM`). */
  times?: ActionTimes;
}

/** Codec of {@linkcode NatParameters}. */
export const natParameters: Codec<NatParameters> = struct({
  ...actionParameterMembers,
  from: ipv4Address,
  to: ipv4Address,
  mask: ipv4Address,
  flags: u32,
});

/** Codec of {@linkcode NatData}. */
export const natData: Codec<NatData> = attributes({
  parameters: ["TCA_NAT_PARMS", 1, natParameters],
  times: ["TCA_NAT_TM", 2, actionTimes],
}, { pad: ["TCA_NAT_PAD", 3] });
