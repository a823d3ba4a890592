/**
 * The keywords for metrics of routes.
 *
 * @module
 */

import { valueOf } from "../../../messages/value_names.ts";
import type { Argument } from "../../parse/form.ts";
import { invalidArgument } from "../../parse/errors.ts";
import { type Grammar, takes, type Word } from "../../parse/grammar.ts";
import { scaled, strtoul, unsigned, unsigned64 } from "../../parse/numbers.ts";
import { ROUTE_FEATURES } from "../../../messages/route/constants.ts";
import type { ValueNames } from "../../../messages/value_names.ts";
import type { RouteMetrics } from "../../../messages/route/metrics.ts";
import { lockOf, type Metric, METRICS, type NumberMetric } from "./metrics.ts";

/** What is put together. */
export interface WithMetrics {
  /** The metrics. */
  metrics: RouteMetrics;
  /** Metrics that are to be locked, a bit each. */
  lock: number;
}

function number(
  property: NumberMetric,
  { name, called = name, most = Infinity }: Metric,
): Word<WithMetrics> {
  return (route, { args }) => {
    takeLock(route, args, property);
    const arg = args.take();
    const value = unsigned(arg, 32);
    if (value === undefined || value > most) {
      throw invalidArgument(`"${called}" value is invalid\n`, arg);
    }
    route.metrics[property] = value;
  };
}

function flag(property: NumberMetric, { name }: Metric): Word<WithMetrics> {
  return ({ metrics }, { args }) => {
    const arg = args.take();
    const value = unsigned(arg, 32);
    if (value === undefined) {
      throw invalidArgument(`"${name}" value is invalid\n`, arg);
    }
    if (value > 1) {
      throw invalidArgument(`"${name}" value should be 0 or 1\n`, arg);
    }
    metrics[property] = value;
  };
}

/** A time; the smallest RTO is locked without a word. */
function time(
  property: NumberMetric,
  { name, units = 1 }: Metric,
): Word<WithMetrics> {
  return (route, { args }) => {
    if (property === "minimumRto") route.lock |= lockOf(property);
    else takeLock(route, args, property);
    const read = args.read(readTime, `"${name}" value is invalid\n`);
    const { value, raw } = read;
    route.metrics[property] = raw ? value : Math.imul(value, units) >>> 0;
  };
}

function takeLock(
  route: WithMetrics,
  args: { takeIf(arg: string): boolean },
  property: NumberMetric | "congestionControl",
): void {
  if (args.takeIf("lock")) route.lock |= lockOf(property);
}

const UNITS: Readonly<Record<string, number>> = {
  s: 1000,
  sec: 1000,
  secs: 1000,
  ms: 1,
  msec: 1,
  msecs: 1,
};

/** Milliseconds, rounded up; without a unit, whatever the kernel counts in. */
function readTime(arg: string): { value: number; raw: boolean } | undefined {
  if (arg.includes(".")) {
    const raw = scaled(arg, { "": 1 });
    const time = raw ?? scaled(arg, UNITS);
    return time === undefined || time < 0
      ? undefined
      : { value: roundUp(time), raw: raw !== undefined };
  }
  const { end } = strtoul(arg);
  if (end === 0) return undefined;
  const digits = unsigned64(arg.slice(0, end));
  if (digits === undefined) return undefined;
  const number = Number(digits);
  if (end === arg.length) return { value: roundUp(number), raw: true };
  const name = arg.slice(end).toLowerCase();
  const unit = valueOf(UNITS, name);
  return unit === undefined
    ? undefined
    : { value: roundUp(number * unit), raw: false };
}

/**
 * Rounds up to a number of 32 bits, of which `ip` keeps the lower bits of what
 * is too large; what has more than 63 bits counts as 0.
 */
function roundUp(time: number): number {
  const low = time < 2 ** 63
    ? BigInt.asUintN(32, BigInt(Math.trunc(time)))
    : 0n;
  const value = Number(low);
  return value < time ? (value + 1) >>> 0 : value;
}

function bitOf(feature: string): number | undefined {
  const known: ValueNames = ROUTE_FEATURES;
  return valueOf(known, feature);
}

const features: Word<WithMetrics> = ({ metrics }, { args }) => {
  metrics.features = 0;
  for (;;) {
    const arg = args.peek();
    const bit = arg === undefined ? undefined : bitOf(arg);
    if (bit === undefined) break;
    metrics.features |= bit;
    args.take();
  }
  if (metrics.features === 0) {
    // So it is called where there is none.
    const arg = args.peek() ?? "(null)";
    throw invalidArgument('"features" value not valid\n', arg);
  }
};

const congestionControl: Word<WithMetrics> = (route, { args }) => {
  takeLock(route, args, "congestionControl");
  route.metrics.congestionControl = args.take();
};

const LOCKABLE = "[ lock ] NUMBER";
const TIME: Argument = { name: "TIME", means: "NUMBER[s|ms]" };
const BOOL: Argument = { name: "BOOL", means: "{ 1 | 0 }" };
const FEATURES: Argument = {
  name: "FEATURES",
  means: { many: `{ ${Object.keys(ROUTE_FEATURES).join(" | ")} }` },
};

function keywordOf(property: NumberMetric, metric: Metric): Word<WithMetrics> {
  if (property === "features") return takes(FEATURES, features);
  if (metric.flag) return takes(BOOL, flag(property, metric));
  if (metric.units === undefined) {
    return takes(LOCKABLE, number(property, metric));
  }
  const form = property === "minimumRto" ? TIME : ["[ lock ]", TIME];
  return takes(form, time(property, metric));
}

const { fastopen_no_cookie: last, ...others } = Object.fromEntries(
  Object.entries(METRICS).map(([property, metric]) => [
    metric.name,
    [
      metric.word ?? metric.name,
      keywordOf(property as NumberMetric, metric),
    ] as const,
  ]),
);

/** Keywords for metrics that come before `pref`, in the order of trying. */
export const METRIC_KEYWORDS: Grammar<WithMetrics> = {
  ...Object.fromEntries(Object.values(others)),
  "congctl*": takes("[ lock ] NAME", congestionControl),
};

/** A keyword that comes after all others. */
export const LAST_METRIC: Grammar<WithMetrics> = Object.fromEntries([last!]);
