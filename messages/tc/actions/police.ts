/**
 * Actions that keep packets to a rate: `TCA_POLICE_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_cls.h | linux/pkt_cls.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  bytes,
  type Codec,
  s32,
  struct,
  u32,
  u64,
} from "../../codec/mod.ts";
import { type TcRateSpec, tcRateSpec } from "../rate.ts";
import { type ActionTimes, actionTimes } from "./parameters.ts";

/** Rates and what they decide (`struct tc_police`). */
export interface PoliceParameters {
  /** Number among actions of this kind, 0 for a free one (`index`). */
  index: number;
  /** What happens to packets that exceed the rate (`action`). */
  control: number;
  /** No longer in use (`limit`). */
  limit: number;
  /** Time that the burst takes at the rate, in ticks of 64 ns (`burst`). */
  burst: number;
  /** Longest packet that is not over the rate in any case, in bytes (`mtu`). */
  mtu: number;
  /** Rate (`rate`). */
  rate: TcRateSpec;
  /** Rate that no packet may exceed (`peakrate`). */
  peakRate: TcRateSpec;
  /** References to it, of which filters hold some (`refcnt`). */
  references: number;
  /** Filters that use it (`bindcnt`). */
  bindings: number;
  /** No longer in use (`capab`). */
  capabilities: number;
}

/** An action that keeps packets to a rate (`TCA_POLICE_*`). */
export interface PoliceData extends Attributes {
  /** Rates and what they decide (`TCA_POLICE_TBF`). */
  parameters?: PoliceParameters;
  /** Times that packets take at the rate (`TCA_POLICE_RATE`). */
  rateTable?: Uint8Array;
  /** Times that packets take at the peak rate (`TCA_POLICE_PEAKRATE`). */
  peakRateTable?: Uint8Array;
  /** Rate that the estimator may report, in B/s (`TCA_POLICE_AVRATE`). */
  averageRate?: number;
  /** What happens to packets within the rate (`TCA_POLICE_RESULT`). */
  result?: number;
  /** When it was used (`TCA_POLICE_TM`). */
  times?: ActionTimes;
  /** Rate in B/s, from 2^32 on (`TCA_POLICE_RATE64`). */
  rate64?: bigint;
  /** Peak rate in B/s, from 2^32 on (`TCA_POLICE_PEAKRATE64`). */
  peakRate64?: bigint;
  /** Rate in packets per second (`TCA_POLICE_PKTRATE64`). */
  packetRate?: bigint;
  /** Time of the burst at that rate, in 64 ns (`TCA_POLICE_PKTBURST64`). */
  packetBurst?: bigint;
}

/** Codec of {@linkcode PoliceParameters}. */
export const policeParameters: Codec<PoliceParameters> = struct({
  index: u32,
  control: s32,
  limit: u32,
  burst: u32,
  mtu: u32,
  rate: tcRateSpec,
  peakRate: tcRateSpec,
  references: s32,
  bindings: s32,
  capabilities: u32,
});

/** Codec of {@linkcode PoliceData}. */
export const policeData: Codec<PoliceData> = attributes({
  parameters: ["TCA_POLICE_TBF", 1, policeParameters],
  rateTable: ["TCA_POLICE_RATE", 2, bytes],
  peakRateTable: ["TCA_POLICE_PEAKRATE", 3, bytes],
  averageRate: ["TCA_POLICE_AVRATE", 4, u32],
  result: ["TCA_POLICE_RESULT", 5, s32],
  times: ["TCA_POLICE_TM", 6, actionTimes],
  rate64: ["TCA_POLICE_RATE64", 8, u64],
  peakRate64: ["TCA_POLICE_PEAKRATE64", 9, u64],
  packetRate: ["TCA_POLICE_PKTRATE64", 10, u64],
  packetBurst: ["TCA_POLICE_PKTBURST64", 11, u64],
}, { pad: ["TCA_POLICE_PAD", 7] });
