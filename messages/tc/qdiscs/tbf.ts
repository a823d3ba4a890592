/**
 * A token bucket: `TCA_TBF_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_sched.h | linux/pkt_sched.h}
 * @see {@link https://man7.org/linux/man-pages/man8/tc-tbf.8.html | tc-tbf(8)}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  bytes,
  type Codec,
  struct,
  u32,
  u64,
} from "../../codec/mod.ts";
import { type TcRateSpec, tcRateSpec } from "../rate.ts";

/** Rates and limits (`struct tc_tbf_qopt`). */
export interface TbfParameters {
  /** The rate (`rate`). */
  rate: TcRateSpec;
  /** The rate at which a burst is sent; 0 for no limit (`peakrate`). */
  peakRate: TcRateSpec;
  /** Bytes that may wait (`limit`). */
  limit: number;
  /** Size of the bucket, as the ticks in which it fills (`buffer`). */
  buffer: number;
  /** Size of the bucket of the peak rate, in ticks (`mtu`). */
  mtu: number;
}

/** Codec of {@linkcode TbfParameters}. */
export const tbfParameters: Codec<TbfParameters> = struct({
  rate: tcRateSpec,
  peakRate: tcRateSpec,
  limit: u32,
  buffer: u32,
  mtu: u32,
});

/** `TCA_OPTIONS` of a token bucket (`TCA_TBF_*`). */
export interface TbfData extends Attributes {
  /** Rates and limits (`TCA_TBF_PARMS`). */
  parameters?: TbfParameters;
  /** Transmission times at the rate (`TCA_TBF_RTAB`). */
  rateTable?: Uint8Array;
  /** Transmission times at the peak rate (`TCA_TBF_PTAB`). */
  peakRateTable?: Uint8Array;
  /**
   * The rate in bytes a second, where 32 bits are too few (`TCA_TBF_RATE64`).
   */
  rate64?: bigint;
  /** The peak rate, where 32 bits are too few (`TCA_TBF_PRATE64`). */
  peakRate64?: bigint;
  /**
   * Size of the bucket in bytes, which has precedence over the ticks
   * (`TCA_TBF_BURST`).
   */
  burst?: number;
  /** Size of the bucket of the peak rate in bytes (`TCA_TBF_PBURST`). */
  peakBurst?: number;
}

/** Codec of {@linkcode TbfData}. */
export const tbfData: Codec<TbfData> = attributes({
  parameters: ["TCA_TBF_PARMS", 1, tbfParameters],
  rateTable: ["TCA_TBF_RTAB", 2, bytes],
  peakRateTable: ["TCA_TBF_PTAB", 3, bytes],
  rate64: ["TCA_TBF_RATE64", 4, u64],
  peakRate64: ["TCA_TBF_PRATE64", 5, u64],
  burst: ["TCA_TBF_BURST", 6, u32],
  peakBurst: ["TCA_TBF_PBURST", 7, u32],
}, { nestedFlag: false, pad: ["TCA_TBF_PAD", 8] });
