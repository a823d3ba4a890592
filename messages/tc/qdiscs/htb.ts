/**
 * A hierarchy of token buckets: `TCA_HTB_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_sched.h | linux/pkt_sched.h}
 * @see {@link https://man7.org/linux/man-pages/man8/tc-htb.8.html | tc-htb(8)}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  bytes,
  type Codec,
  flag,
  s32,
  struct,
  u32,
  u64,
} from "../../codec/mod.ts";
import { type TcRateSpec, tcRateSpec } from "../rate.ts";

/** Version of the options. */
export const TC_HTB_PROTOVER = 3;

/** What all classes share (`struct tc_htb_glob`). */
export interface HtbGlobals {
  /** Version of the options (`version`). */
  version: number;
  /**
   * What the rate of a class is divided by for its quantum (`rate2quantum`).
   */
  rateToQuantum: number;
  /** Minor number of the class of packets without one (`defcls`). */
  defaultClass: number;
  /** Debug flags (`debug`). */
  debug: number;
  /** Packets that were not shaped; only reported (`direct_pkts`). */
  directPackets: number;
}

/** Codec of {@linkcode HtbGlobals}. */
export const htbGlobals: Codec<HtbGlobals> = struct({
  version: u32,
  rateToQuantum: u32,
  defaultClass: u32,
  debug: u32,
  directPackets: u32,
});

/** What belongs to a class (`struct tc_htb_opt`). */
export interface HtbClassParameters {
  /** The rate that it has for itself (`rate`). */
  rate: TcRateSpec;
  /** The rate that it can have if others leave it (`ceil`). */
  ceil: TcRateSpec;
  /** Size of the bucket, as the ticks in which it fills (`buffer`). */
  buffer: number;
  /** Size of the bucket of the higher rate, in ticks (`cbuffer`). */
  ceilBuffer: number;
  /** Bytes that are sent in a turn (`quantum`). */
  quantum: number;
  /** Level in the hierarchy; only reported (`level`). */
  level: number;
  /** Priority, 0 is the highest (`prio`). */
  priority: number;
}

/** Codec of {@linkcode HtbClassParameters}. */
export const htbClassParameters: Codec<HtbClassParameters> = struct({
  rate: tcRateSpec,
  ceil: tcRateSpec,
  buffer: u32,
  ceilBuffer: u32,
  quantum: u32,
  level: u32,
  priority: u32,
});

/**
 * `TCA_OPTIONS` of a hierarchy of token buckets, and of its classes
 * (`TCA_HTB_*`).
 */
export interface HtbData extends Attributes {
  /** What belongs to a class (`TCA_HTB_PARMS`). */
  parameters?: HtbClassParameters;
  /** What all classes share (`TCA_HTB_INIT`). */
  globals?: HtbGlobals;
  /** Transmission times at the higher rate (`TCA_HTB_CTAB`). */
  ceilTable?: Uint8Array;
  /** Transmission times at the rate (`TCA_HTB_RTAB`). */
  rateTable?: Uint8Array;
  /** Packets without a class that may wait (`TCA_HTB_DIRECT_QLEN`). */
  directQueueLength?: number;
  /**
   * The rate in bytes a second, where 32 bits are too few (`TCA_HTB_RATE64`).
   */
  rate64?: bigint;
  /** The higher rate, where 32 bits are too few (`TCA_HTB_CEIL64`). */
  ceil64?: bigint;
  /** Whether hardware does the work (`TCA_HTB_OFFLOAD`). */
  offload?: true;
}

/** Codec of {@linkcode HtbData}. */
export const htbData: Codec<HtbData> = attributes({
  parameters: ["TCA_HTB_PARMS", 1, htbClassParameters],
  globals: ["TCA_HTB_INIT", 2, htbGlobals],
  ceilTable: ["TCA_HTB_CTAB", 3, bytes],
  rateTable: ["TCA_HTB_RTAB", 4, bytes],
  directQueueLength: ["TCA_HTB_DIRECT_QLEN", 5, u32],
  rate64: ["TCA_HTB_RATE64", 6, u64],
  ceil64: ["TCA_HTB_CEIL64", 7, u64],
  offload: ["TCA_HTB_OFFLOAD", 9, flag],
}, { nestedFlag: false, pad: ["TCA_HTB_PAD", 8] });

/** Counters of a class (`struct tc_htb_xstats`). */
export interface HtbClassStats {
  /** Packets that were sent at its own rate (`lends`). */
  lends: number;
  /** Packets that were sent at the rate of its parent (`borrows`). */
  borrows: number;
  /** No longer in use (`giants`). */
  giants: number;
  /** What is in the bucket, in ticks (`tokens`). */
  tokens: number;
  /** What is in the bucket of the higher rate, in ticks (`ctokens`). */
  ceilTokens: number;
}

/** Codec of {@linkcode HtbClassStats}. */
export const htbClassStats: Codec<HtbClassStats> = struct({
  lends: u32,
  borrows: u32,
  giants: u32,
  tokens: s32,
  ceilTokens: s32,
});
