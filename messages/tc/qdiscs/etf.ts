/**
 * Earliest transmission time first: `TCA_ETF_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_sched.h | linux/pkt_sched.h}
 * @see {@link https://man7.org/linux/man-pages/man8/tc-etf.8.html | tc-etf(8)}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  s32,
  struct,
  u32,
} from "../../codec/mod.ts";

/** Clocks (`CLOCK_*`). */
export const CLOCKS = {
  /** Time of day (`CLOCK_REALTIME`). */
  "REALTIME": 0,
  /** Time since the start (`CLOCK_MONOTONIC`). */
  "MONOTONIC": 1,
  /** The same with suspension (`CLOCK_BOOTTIME`). */
  "BOOTTIME": 7,
  /** International atomic time (`CLOCK_TAI`). */
  "TAI": 11,
} as const;

/** What is done with packets (`TC_ETF_*`). */
export const ETF_FLAGS = {
  /** The time of transmission is a deadline (`TC_ETF_DEADLINE_MODE_ON`). */
  deadline_mode: 1,
  /** Hardware does the work (`TC_ETF_OFFLOAD_ON`). */
  offload: 2,
  /** Sockets need no option (`TC_ETF_SKIP_SOCK_CHECK`). */
  skip_sock_check: 4,
} as const;

/** Clock and tolerance (`struct tc_etf_qopt`). */
export interface EtfParameters {
  /** How much earlier packets leave the queue, in nanoseconds (`delta`). */
  delta: number;
  /** The clock, `CLOCK_*` (`clockid`). */
  clockId: number;
  /** `TC_ETF_*` (`flags`). */
  flags: number;
}

/** Codec of {@linkcode EtfParameters}. */
export const etfParameters: Codec<EtfParameters> = struct({
  delta: s32,
  clockId: s32,
  flags: u32,
});

/** `TCA_OPTIONS` of earliest transmission time first (`TCA_ETF_*`). */
export interface EtfData extends Attributes {
  /** Clock and tolerance (`TCA_ETF_PARMS`). */
  parameters?: EtfParameters;
}

/** Codec of {@linkcode EtfData}. */
export const etfData: Codec<EtfData> = attributes({
  parameters: ["TCA_ETF_PARMS", 1, etfParameters],
}, { nestedFlag: false });
