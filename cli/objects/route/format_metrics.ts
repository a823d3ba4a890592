/**
 * How metrics of routes are shown.
 *
 * @module
 */

import { hex, significant } from "../../print/format.ts";
import type { Printer } from "../../print/printer.ts";
import { ROUTE_FEATURES } from "../../../messages/route/constants.ts";
import type { RouteMetrics } from "../../../messages/route/metrics.ts";
import { lockOf, METRICS, type NumberMetric } from "./metrics.ts";

/** All metrics in the order of their numbers, and the bit that locks each. */
const ALL = [
  ...Object.entries(METRICS).map(([property, { name, units }]) =>
    ({ property: property as NumberMetric, name, units }) as const
  ),
  { property: "congestionControl", name: "congctl", units: undefined } as const,
].map((each) => ({ ...each, bit: lockOf(each.property) }))
  .sort((a, b) => a.bit - b.bit);

const NO_HOP_LIMIT = 0xffffffff;

/** Bits of all features that have names. */
const NAMED_FEATURES = Object.values(ROUTE_FEATURES).reduce<number>(
  (all, bit) => all | bit,
  0,
);

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
  for (const { bit, name, property, units } of ALL) {
    const value = metrics[property];
    const locked = (lock & bit) !== 0;
    if (value === undefined && !locked) continue;
    if (name === "hoplimit" && value === NO_HOP_LIMIT) continue;
    printer.text(`${name} ${locked ? "lock " : ""}`);
    if (typeof value === "string") {
      printer.value("congestion", value, `${value} `);
    } else if (property !== "congestionControl") {
      formatNumber(printer, name, units, value ?? 0);
    }
  }
  printer.closeObject();
  printer.closeArray();
}

function formatNumber(
  printer: Printer,
  name: string,
  units: number | undefined,
  value: number,
): void {
  if (units !== undefined) {
    const time = Math.trunc(value / units);
    const text = time >= 1000 ? `${significant(time / 1000)}s` : `${time}ms`;
    printer.value(name, time, `${text} `);
  } else if (name === "features") formatFeatures(printer, value);
  else printer.value(name, value, `${value} `);
}

function formatFeatures(printer: Printer, features: number): void {
  for (const [name, bit] of Object.entries(ROUTE_FEATURES)) {
    if (features & bit) printer.value(name, null, `${name} `);
  }
  if (features & ~NAMED_FEATURES) {
    printer.value("features", hex(features), `${hex(features)} `);
  }
}
