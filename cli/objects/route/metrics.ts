/**
 * Metrics of routes, each declared once: its name, and how it is parsed and
 * printed. Its number (`RTAX_*`) is that of the schema.
 *
 * @module
 */

import { attributeType } from "../../../messages/codec/mod.ts";
import {
  type RouteMetrics,
  routeMetrics,
} from "../../../messages/route/metrics.ts";

/** A metric that is a number. */
export type NumberMetric = Exclude<
  keyof RouteMetrics,
  "congestionControl" | "unknown" | "lock"
>;

/** How a metric is parsed and printed. */
export interface Metric {
  /** Its name. */
  readonly name: string;
  /** Its keyword as a key of a grammar, if it may be cut short. */
  readonly word?: string;
  /** What errors call it, if not by its name. */
  readonly called?: string;
  /** The largest value. */
  readonly most?: number;
  /** For a time: how many units a millisecond has. */
  readonly units?: number;
  /** Whether it is 0 or 1, and cannot be locked. */
  readonly flag?: boolean;
}

/** Metrics that are numbers, in the order in which their keywords are tried. */
export const METRICS: { readonly [K in NumberMetric]: Metric } = {
  mtu: { name: "mtu" },
  hopLimit: { name: "hoplimit", most: 255 },
  advertisedMss: { name: "advmss", called: "mss" },
  reordering: { name: "reordering", word: "reordering*" },
  rtt: { name: "rtt", units: 8 },
  minimumRto: { name: "rto_min", units: 1 },
  window: { name: "window", word: "window*" },
  congestionWindow: { name: "cwnd", word: "cwnd*" },
  initialCongestionWindow: { name: "initcwnd", word: "initcwnd*" },
  initialReceiveWindow: { name: "initrwnd", word: "initrwnd*" },
  features: { name: "features", word: "features*" },
  quickAck: { name: "quickack", word: "quickack*", flag: true },
  rttVariance: { name: "rttvar", word: "rttvar*", units: 4 },
  slowStartThreshold: { name: "ssthresh", word: "ssthresh*" },
  fastOpenNoCookie: {
    name: "fastopen_no_cookie",
    word: "fastopen_no_cookie*",
    flag: true,
  },
};

/**
 * The bit of a metric in those that are locked.
 *
 * @param property The metric.
 * @returns The bit.
 */
export function lockOf(property: NumberMetric | "congestionControl"): number {
  return 1 << attributeType(routeMetrics, property);
}
