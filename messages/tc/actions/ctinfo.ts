/**
 * Actions that take the DS field or the mark of packets from the mark of their
 * connection: `TCA_CTINFO_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/tc_act/tc_ctinfo.h | linux/tc_act/tc_ctinfo.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  u16,
  u32,
  u64,
} from "../../codec/mod.ts";
import {
  type ActionParameters,
  actionParameters,
  type ActionTimes,
  actionTimes,
} from "./parameters.ts";

/** An action that restores marks of connections (`TCA_CTINFO_*`). */
export interface CtinfoData extends Attributes {
  /** When it was used (`TCA_CTINFO_TM`). */
  times?: ActionTimes;
  /** What all actions have (`TCA_CTINFO_ACT`). */
  parameters?: ActionParameters;
  /** Zone of connection tracking (`TCA_CTINFO_ZONE`). */
  zone?: number;
  /** Bits of the mark with the DSCP (`TCA_CTINFO_PARMS_DSCP_MASK`). */
  dscpMask?: number;
  /**
   * Bits of the mark, of which one is set where there is a DSCP
   * (`TCA_CTINFO_PARMS_DSCP_STATEMASK`).
   */
  dscpStateMask?: number;
  /** Bits of the mark that are copied (`TCA_CTINFO_PARMS_CPMARK_MASK`). */
  markMask?: number;
  /** Packets whose DSCP was set (`TCA_CTINFO_STATS_DSCP_SET`). */
  dscpSet?: bigint;
  /** Packets with no room for it (`TCA_CTINFO_STATS_DSCP_ERROR`). */
  dscpErrors?: bigint;
  /** Packets whose mark was set (`TCA_CTINFO_STATS_CPMARK_SET`). */
  markSet?: bigint;
}

/** Codec of {@linkcode CtinfoData}. */
export const ctinfoData: Codec<CtinfoData> = attributes({
  times: ["TCA_CTINFO_TM", 2, actionTimes],
  parameters: ["TCA_CTINFO_ACT", 3, actionParameters],
  zone: ["TCA_CTINFO_ZONE", 4, u16],
  dscpMask: ["TCA_CTINFO_PARMS_DSCP_MASK", 5, u32],
  dscpStateMask: ["TCA_CTINFO_PARMS_DSCP_STATEMASK", 6, u32],
  markMask: ["TCA_CTINFO_PARMS_CPMARK_MASK", 7, u32],
  dscpSet: ["TCA_CTINFO_STATS_DSCP_SET", 8, u64],
  dscpErrors: ["TCA_CTINFO_STATS_DSCP_ERROR", 9, u64],
  markSet: ["TCA_CTINFO_STATS_CPMARK_SET", 10, u64],
}, { pad: ["TCA_CTINFO_PAD", 1] });
