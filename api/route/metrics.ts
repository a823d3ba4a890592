/**
 * Metrics of routes: what TCP and others are to expect of a path.
 *
 * @module
 */

import * as constants from "../../messages/route/constants.ts";
import {
  type RouteMetrics as Data,
  routeMetrics,
} from "../../messages/route/metrics.ts";
import {
  boolean,
  duration,
  integer,
  milliseconds,
  number,
  text,
} from "../mapping/conversions.ts";
import { flagNames } from "../mapping/enumerations.ts";
import {
  type Conversion,
  type Field,
  type Mapping,
  mapping,
  readFrom,
} from "../mapping/mapping.ts";

/** A metric that can be locked. */
export type LockableMetric = Exclude<keyof RouteMetricsSpec, "lock"> | number;

/** Metrics of a route (`RTAX_*`). */
export interface RouteMetricsSpec {
  /** Maximum transmission unit in bytes (`RTAX_MTU`). */
  mtu?: number;
  /** Largest TCP window to advertise, in bytes (`RTAX_WINDOW`). */
  window?: number;
  /** Round-trip time in seconds (`RTAX_RTT`). */
  rtt?: number;
  /** Its variance in seconds (`RTAX_RTTVAR`). */
  rttVariance?: number;
  /** Slow start threshold in segments (`RTAX_SSTHRESH`). */
  slowStartThreshold?: number;
  /** Largest congestion window in segments (`RTAX_CWND`). */
  congestionWindow?: number;
  /** Maximum segment size to advertise, in bytes (`RTAX_ADVMSS`). */
  advertisedMss?: number;
  /** Initial reordering in segments (`RTAX_REORDERING`). */
  reordering?: number;
  /** Hop limit (`RTAX_HOPLIMIT`). */
  hopLimit?: number;
  /** Initial congestion window in segments (`RTAX_INITCWND`). */
  initialCongestionWindow?: number;
  /** Features that TCP is to use (`RTAX_FEATURES`). */
  features?: readonly (keyof typeof constants.ROUTE_FEATURES | number)[];
  /** Least retransmission timeout in seconds (`RTAX_RTO_MIN`). */
  minimumRto?: number;
  /** Initial receive window in segments (`RTAX_INITRWND`). */
  initialReceiveWindow?: number;
  /** Whether acknowledgements are sent at once (`RTAX_QUICKACK`). */
  quickAck?: boolean;
  /** Congestion control algorithm, such as `reno` (`RTAX_CC_ALGO`). */
  congestionControl?: string;
  /**
   * Whether TCP Fast Open does without a cookie (`RTAX_FASTOPEN_NO_COOKIE`).
   */
  fastOpenNoCookie?: boolean;
  /** Metrics that the kernel may not change (`RTAX_LOCK`). */
  lock?: readonly LockableMetric[];
}

/** What IPv6 routes without a hop limit have. */
const NO_HOP_LIMIT = 0xffffffff;

const hopLimit: Field<number, Data> = readFrom(
  "hopLimit",
  (hopLimit) => hopLimit === NO_HOP_LIMIT ? undefined : hopLimit,
  (data, value, fieldPath) => {
    data.hopLimit = integer(0, 255).toKernel(value, fieldPath)!;
  },
);

type Lockable = Exclude<LockableMetric, number>;

const lock: Conversion<LockableMetric[], number> = flagNames(() => {
  // Each metric is locked by the bit of its own number.
  const { shape } = routeMetrics;
  const fields = shape.kind === "attributes" ? shape.fields : [];
  return Object.fromEntries(
    fields.filter(({ name }) => name !== "lock")
      .map(({ name, type }) => [name, 1 << type]),
  ) as Record<Lockable, number>;
});

/** How {@linkcode RouteMetricsSpec} is stored. */
export const routeMetricsMapping: Mapping<RouteMetricsSpec, Data> = mapping({
  mtu: number,
  window: number,
  rtt: duration(8000),
  rttVariance: duration(4000),
  slowStartThreshold: number,
  congestionWindow: number,
  advertisedMss: number,
  reordering: number,
  hopLimit,
  initialCongestionWindow: number,
  features: flagNames(constants.ROUTE_FEATURES),
  minimumRto: milliseconds,
  initialReceiveWindow: number,
  quickAck: boolean,
  congestionControl: text,
  fastOpenNoCookie: boolean,
  lock: lock,
}, routeMetrics);
