/**
 * Metrics of routes: `RTAX_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/rtnetlink.h | linux/rtnetlink.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  string,
  u32,
} from "../codec/mod.ts";
import {
  RTAX_ADVMSS,
  RTAX_CC_ALGO,
  RTAX_CWND,
  RTAX_FASTOPEN_NO_COOKIE,
  RTAX_FEATURES,
  RTAX_HOPLIMIT,
  RTAX_INITCWND,
  RTAX_INITRWND,
  RTAX_MTU,
  RTAX_QUICKACK,
  RTAX_REORDERING,
  RTAX_RTO_MIN,
  RTAX_RTT,
  RTAX_RTTVAR,
  RTAX_SSTHRESH,
  RTAX_WINDOW,
} from "./constants.ts";

/** Metrics of a route (`RTAX_*`). */
export interface RouteMetrics extends Attributes {
  /** Metrics that the kernel may not change, `1 << RTAX_*` each (`RTAX_LOCK`). */
  lock?: number;
  /** Maximum transmission unit in bytes (`RTAX_MTU`). */
  mtu?: number;
  /** Largest TCP window to advertise, in bytes (`RTAX_WINDOW`). */
  window?: number;
  /** Round-trip time in eighths of milliseconds (`RTAX_RTT`). */
  rtt?: number;
  /** Its variance in quarters of milliseconds (`RTAX_RTTVAR`). */
  rttVariance?: number;
  /** Slow start threshold in segments (`RTAX_SSTHRESH`). */
  slowStartThreshold?: number;
  /** Largest congestion window in segments (`RTAX_CWND`). */
  congestionWindow?: number;
  /** Maximum segment size to advertise, in bytes (`RTAX_ADVMSS`). */
  advertisedMss?: number;
  /** Initial reordering in segments (`RTAX_REORDERING`). */
  reordering?: number;
  /** Hop limit; 0xffffffff for the default (`RTAX_HOPLIMIT`). */
  hopLimit?: number;
  /** Initial congestion window in segments (`RTAX_INITCWND`). */
  initialCongestionWindow?: number;
  /** `RTAX_FEATURE_*` (`RTAX_FEATURES`). */
  features?: number;
  /** Least retransmission timeout in milliseconds (`RTAX_RTO_MIN`). */
  minimumRto?: number;
  /** Initial receive window in segments (`RTAX_INITRWND`). */
  initialReceiveWindow?: number;
  /** 1 if acknowledgements are sent at once (`RTAX_QUICKACK`). */
  quickAck?: number;
  /** Name of the congestion control algorithm (`RTAX_CC_ALGO`). */
  congestionControl?: string;
  /** 1 if TCP Fast Open does without a cookie (`RTAX_FASTOPEN_NO_COOKIE`). */
  fastOpenNoCookie?: number;
}

/** Codec of {@linkcode RouteMetrics}. */
export const routeMetrics: Codec<RouteMetrics> = attributes<RouteMetrics>({
  lock: ["RTAX_LOCK", 1, u32],
  mtu: ["RTAX_MTU", RTAX_MTU, u32],
  window: ["RTAX_WINDOW", RTAX_WINDOW, u32],
  rtt: ["RTAX_RTT", RTAX_RTT, u32],
  rttVariance: ["RTAX_RTTVAR", RTAX_RTTVAR, u32],
  slowStartThreshold: ["RTAX_SSTHRESH", RTAX_SSTHRESH, u32],
  congestionWindow: ["RTAX_CWND", RTAX_CWND, u32],
  advertisedMss: ["RTAX_ADVMSS", RTAX_ADVMSS, u32],
  reordering: ["RTAX_REORDERING", RTAX_REORDERING, u32],
  hopLimit: ["RTAX_HOPLIMIT", RTAX_HOPLIMIT, u32],
  initialCongestionWindow: ["RTAX_INITCWND", RTAX_INITCWND, u32],
  features: ["RTAX_FEATURES", RTAX_FEATURES, u32],
  minimumRto: ["RTAX_RTO_MIN", RTAX_RTO_MIN, u32],
  initialReceiveWindow: ["RTAX_INITRWND", RTAX_INITRWND, u32],
  quickAck: ["RTAX_QUICKACK", RTAX_QUICKACK, u32],
  congestionControl: ["RTAX_CC_ALGO", RTAX_CC_ALGO, string],
  fastOpenNoCookie: ["RTAX_FASTOPEN_NO_COOKIE", RTAX_FASTOPEN_NO_COOKIE, u32],
}, { nestedFlag: false });
