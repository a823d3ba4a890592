/**
 * How metrics of routes are shown.
 *
 * @module
 */

import { hex, significant } from "../../print/format.ts";
import type { Printer } from "../../print/printer.ts";
import type { RouteMetrics } from "../../../messages/route/metrics.ts";

/** A metric that is a number. */
type NumberMetric = Exclude<
  keyof RouteMetrics,
  "congestionControl" | "unknown" | "lock"
>;

/** Names of metrics by their numbers (`RTAX_*`), and where they are. */
const METRICS: readonly (readonly [
  number: number,
  name: string,
  property: NumberMetric | "congestionControl",
])[] = [
  [2, "mtu", "mtu"],
  [3, "window", "window"],
  [4, "rtt", "rtt"],
  [5, "rttvar", "rttVariance"],
  [6, "ssthresh", "slowStartThreshold"],
  [7, "cwnd", "congestionWindow"],
  [8, "advmss", "advertisedMss"],
  [9, "reordering", "reordering"],
  [10, "hoplimit", "hopLimit"],
  [11, "initcwnd", "initialCongestionWindow"],
  [12, "features", "features"],
  [13, "rto_min", "minimumRto"],
  [14, "initrwnd", "initialReceiveWindow"],
  [15, "quickack", "quickAck"],
  [16, "congctl", "congestionControl"],
  [17, "fastopen_no_cookie", "fastOpenNoCookie"],
];

/** Metrics that are times, and how many units a millisecond has. */
const TIMES: Readonly<Record<string, number>> = {
  rtt: 8,
  rttvar: 4,
  rto_min: 1,
};

const NO_HOP_LIMIT = 0xffffffff;
const FEATURE_ECN = 1;

/**
 * Writes the metrics of a route.
 *
 * @param printer Where to.
 * @param metrics The metrics.
 */
export function formatMetrics(printer: Printer, metrics: RouteMetrics): void {
  const { lock = 0 } = metrics;
  printer.openArray("metrics");
  printer.openObject(null);
  for (const [number, name, property] of METRICS) {
    const value = metrics[property];
    const locked = (lock & (1 << number)) !== 0;
    if (value === undefined && !locked) continue;
    if (name === "hoplimit" && value === NO_HOP_LIMIT) continue;
    printer.text(`${name} ${locked ? "lock " : ""}`);
    if (typeof value === "string") {
      printer.value("congestion", value, `${value} `);
    } else if (property !== "congestionControl") {
      formatNumber(printer, name, value ?? 0);
    }
  }
  printer.closeObject();
  printer.closeArray();
}

function formatNumber(printer: Printer, name: string, value: number): void {
  const unit = TIMES[name];
  if (unit !== undefined) {
    const time = Math.trunc(value / unit);
    const text = time >= 1000 ? `${significant(time / 1000)}s` : `${time}ms`;
    printer.value(name, time, `${text} `);
  } else if (name === "features") formatFeatures(printer, value);
  else printer.value(name, value, `${value} `);
}

function formatFeatures(printer: Printer, features: number): void {
  if (features & FEATURE_ECN) printer.value("ecn", null, "ecn ");
  if (features & ~FEATURE_ECN) {
    printer.value("features", hex(features), `${hex(features)} `);
  }
}
