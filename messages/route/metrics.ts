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
export const routeMetrics: Codec<RouteMetrics> = attributes({
  lock: ["RTAX_LOCK", 1, u32],
  mtu: ["RTAX_MTU", 2, u32],
  window: ["RTAX_WINDOW", 3, u32],
  rtt: ["RTAX_RTT", 4, u32],
  rttVariance: ["RTAX_RTTVAR", 5, u32],
  slowStartThreshold: ["RTAX_SSTHRESH", 6, u32],
  congestionWindow: ["RTAX_CWND", 7, u32],
  advertisedMss: ["RTAX_ADVMSS", 8, u32],
  reordering: ["RTAX_REORDERING", 9, u32],
  hopLimit: ["RTAX_HOPLIMIT", 10, u32],
  initialCongestionWindow: ["RTAX_INITCWND", 11, u32],
  features: ["RTAX_FEATURES", 12, u32],
  minimumRto: ["RTAX_RTO_MIN", 13, u32],
  initialReceiveWindow: ["RTAX_INITRWND", 14, u32],
  quickAck: ["RTAX_QUICKACK", 15, u32],
  congestionControl: ["RTAX_CC_ALGO", 16, string],
  fastOpenNoCookie: ["RTAX_FASTOPEN_NO_COOKIE", 17, u32],
}, { nestedFlag: false });
