/**
 * Actions on MPLS labels: `TCA_MPLS_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/tc_act/tc_mpls.h | linux/tc_act/tc_mpls.h}
 *
 * @module
 */

import { ETHER_TYPES } from "../../link/constants_hardware.ts";
import {
  type Attributes,
  attributes,
  be16,
  type Codec,
  s32,
  struct,
  u32,
  u8,
} from "../../codec/mod.ts";
import {
  actionParameterMembers,
  type ActionParameters,
  type ActionTimes,
  actionTimes,
} from "./parameters.ts";

/** What is done to MPLS labels (`TCA_MPLS_ACT_*`). */
export const MPLS_ACTIONS = {
  /** The outermost label is removed (`TCA_MPLS_ACT_POP`). */
  pop: 1,
  /** A label is added (`TCA_MPLS_ACT_PUSH`). */
  push: 2,
  /** The outermost label is changed (`TCA_MPLS_ACT_MODIFY`). */
  modify: 3,
  /** The time to live is reduced by one (`TCA_MPLS_ACT_DEC_TTL`). */
  dec_ttl: 4,
  /** A label is added before the MAC header (`TCA_MPLS_ACT_MAC_PUSH`). */
  mac_push: 5,
} as const;

/** EtherTypes of what is below labels, or of labels (`ETH_P_*`). */
export const MPLS_PROTOCOLS = {
  ip: ETHER_TYPES.ip,
  ipv6: ETHER_TYPES.ipv6,
  teb: ETHER_TYPES.teb,
  mpls_uc: ETHER_TYPES.mpls_uc,
  mpls_mc: ETHER_TYPES.mpls_mc,
} as const;

/** What is done (`struct tc_mpls`). */
export interface MplsActionParameters extends ActionParameters {
  /** One of {@linkcode MPLS_ACTIONS} (`m_action`). */
  type: number;
}

/** An action on MPLS labels (`TCA_MPLS_*`). */
export interface MplsActionData extends Attributes {
  /** When it was used (`TCA_MPLS_TM`). */
  times?: ActionTimes;
  /** What is done (`TCA_MPLS_PARMS`). */
  parameters?: MplsActionParameters;
  /** EtherType that results (`TCA_MPLS_PROTO`). */
  protocol?: number;
  /** Label, of 20 bits (`TCA_MPLS_LABEL`). */
  label?: number;
  /** Traffic class, of 3 bits (`TCA_MPLS_TC`). */
  trafficClass?: number;
  /** Time to live (`TCA_MPLS_TTL`). */
  ttl?: number;
  /** 1 for the innermost label (`TCA_MPLS_BOS`). */
  bottom?: number;
}

/** Codec of {@linkcode MplsActionParameters}. */
export const mplsActionParameters: Codec<MplsActionParameters> = struct({
  ...actionParameterMembers,
  type: s32,
});

/** Codec of {@linkcode MplsActionData}. */
export const mplsActionData: Codec<MplsActionData> = attributes(
  {
    times: ["TCA_MPLS_TM", 1, actionTimes],
    parameters: ["TCA_MPLS_PARMS", 2, mplsActionParameters],
    protocol: ["TCA_MPLS_PROTO", 4, be16],
    label: ["TCA_MPLS_LABEL", 5, u32],
    trafficClass: ["TCA_MPLS_TC", 6, u8],
    ttl: ["TCA_MPLS_TTL", 7, u8],
    bottom: ["TCA_MPLS_BOS", 8, u8],
  },
  { pad: ["TCA_MPLS_PAD", 3] },
);
