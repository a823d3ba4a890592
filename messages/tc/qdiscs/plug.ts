/**
 * A queue that waits for a command: `plug`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_sched.h | linux/pkt_sched.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/sched/sch_plug.c | net/sched/sch_plug.c}
 *
 * @module
 */

import { type Codec, s32, struct, u32 } from "../../codec/mod.ts";

/** Commands (`TCQ_PLUG_*`). */
export const PLUG_ACTIONS = {
  /** Packets that come from now on wait (`TCQ_PLUG_BUFFER`). */
  block: 0,
  /** Those up to the next such command are sent (`TCQ_PLUG_RELEASE_ONE`). */
  release: 1,
  /** All are sent (`TCQ_PLUG_RELEASE_INDEFINITE`). */
  release_indefinite: 2,
  /** The limit is changed (`TCQ_PLUG_LIMIT`). */
  limit: 3,
} as const;

/**
 * `TCA_OPTIONS` of a plug, which are never reported (`struct tc_plug_qopt`).
 */
export interface PlugData {
  /** The command (`action`). */
  action: number;
  /** Bytes that may wait (`limit`). */
  limit: number;
}

/** Codec of {@linkcode PlugData}. */
export const plugData: Codec<PlugData> = struct({
  action: s32,
  limit: u32,
});
