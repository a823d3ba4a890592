/**
 * Actions that take the DS field or the mark of packets from the mark of their
 * connection.
 *
 * @module
 */

import {
  type CtinfoData,
  ctinfoData,
} from "../../../messages/tc/actions/ctinfo.ts";
import { actionParameters } from "../../../messages/tc/actions/parameters.ts";
import { number, uint64 } from "../../mapping/conversions.ts";
import { readOnly } from "../../mapping/mapping.ts";
import { type ActionMapping, actionMapping } from "./kind.ts";

/** Settings of an action that restores what connections have. */
export interface CtinfoOptions {
  /** Zone of connection tracking (`TCA_CTINFO_ZONE`). */
  zone?: number;
  /** Six adjacent bits of the mark with the DSCP (`TCA_CTINFO_PARMS_DSCP_MASK`). */
  dscpMask?: number;
  /**
   * Bits of the mark, of which one is set where there is a DSCP
   * (`TCA_CTINFO_PARMS_DSCP_STATEMASK`).
   */
  dscpStateMask?: number;
  /** Bits of the mark that are copied (`TCA_CTINFO_PARMS_CPMARK_MASK`). */
  markMask?: number;
  /** Packets whose DSCP was set; read-only (`TCA_CTINFO_STATS_DSCP_SET`). */
  dscpSet?: bigint;
  /** Packets with no room for it; read-only (`TCA_CTINFO_STATS_DSCP_ERROR`). */
  dscpErrors?: bigint;
  /** Packets whose mark was set; read-only (`TCA_CTINFO_STATS_CPMARK_SET`). */
  markSet?: bigint;
}

/** How {@linkcode CtinfoOptions} are stored. */
export const ctinfoMapping: ActionMapping<CtinfoOptions, CtinfoData> =
  actionMapping(ctinfoData, actionParameters, {
    zone: number,
    dscpMask: number,
    dscpStateMask: number,
    markMask: number,
    dscpSet: readOnly("dscpSet", uint64),
    dscpErrors: readOnly("dscpErrors", uint64),
    markSet: readOnly("markSet", uint64),
  });
