/**
 * The words for metrics of routes.
 *
 * @module
 */

import type { Argument } from "../../parse/form.ts";
import { invalidArgument } from "../../parse/errors.ts";
import { type Grammar, takes, type Word } from "../../parse/grammar.ts";
import { scaled, strtoul, unsigned, unsigned64 } from "../../parse/numbers.ts";
import { attributeType } from "../../../messages/codec/mod.ts";
import {
  type RouteMetrics,
  routeMetrics,
} from "../../../messages/route/metrics.ts";

/** What is put together. */
export interface WithMetrics {
  /** The metrics. */
  metrics: RouteMetrics;
  /** Metrics that are to be locked, a bit each. */
  lock: number;
}

type NumberMetric = Exclude<
  keyof RouteMetrics,
  "congestionControl" | "unknown" | "lock"
>;

/** How the words of one metric are read. */
interface Form {
  /** Its number, `RTAX_*`; metrics without it cannot be locked. */
  readonly number?: number;
  /** What errors call it. */
  readonly name: string;
  /** The largest value. */
  readonly most?: number;
}

function number(property: NumberMetric, form: Form): Word<WithMetrics> {
  const { name, most = Infinity } = form;
  return (route, { words }) => {
    takeLock(route, words, form.number);
    const word = words.take();
    const value = unsigned(word, 32);
    if (value === undefined || value > most) {
      throw invalidArgument(`"${name}" value is invalid\n`, word);
    }
    route.metrics[property] = value;
  };
}

function flag(property: NumberMetric, name: string): Word<WithMetrics> {
  return ({ metrics }, { words }) => {
    const word = words.take();
    const value = unsigned(word, 32);
    if (value === undefined) {
      throw invalidArgument(`"${name}" value is invalid\n`, word);
    }
    if (value > 1) {
      throw invalidArgument(`"${name}" value should be 0 or 1\n`, word);
    }
    metrics[property] = value;
  };
}

function time(
  property: NumberMetric,
  form: Form,
  units: number,
): Word<WithMetrics> {
  return (route, { words }) => {
    takeLock(route, words, form.number);
    const word = words.take();
    const read = readTime(word);
    if (read === undefined) {
      throw invalidArgument(`"${form.name}" value is invalid\n`, word);
    }
    const { value, raw } = read;
    route.metrics[property] = raw ? value : Math.imul(value, units) >>> 0;
  };
}

function takeLock(
  route: WithMetrics,
  words: { takeIf(word: string): boolean },
  number: number | undefined,
): void {
  if (number !== undefined && words.takeIf("lock")) route.lock |= 1 << number;
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
function readTime(word: string): { value: number; raw: boolean } | undefined {
  if (word.includes(".")) {
    const raw = scaled(word, { "": 1 });
    const time = raw ?? scaled(word, UNITS);
    return time === undefined || time < 0
      ? undefined
      : { value: roundUp(time), raw: raw !== undefined };
  }
  const { end } = strtoul(word);
  if (end === 0) return undefined;
  const digits = unsigned64(word.slice(0, end));
  if (digits === undefined) return undefined;
  const number = Number(digits);
  if (end === word.length) return { value: roundUp(number), raw: true };
  const name = word.slice(end).toLowerCase();
  const unit = Object.hasOwn(UNITS, name) ? UNITS[name] : undefined;
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

const features: Word<WithMetrics> = ({ metrics }, { words }) => {
  const word = words.take();
  if (word !== "ecn") {
    throw invalidArgument('"features" value not valid\n', word);
  }
  metrics.features = 1;
};

const minimumRto: Word<WithMetrics> = (route, step) => {
  route.lock |= 1 << attributeType(routeMetrics, "minimumRto");
  return time("minimumRto", { name: "rto_min" }, 1)(route, step);
};

const congestionControl: Word<WithMetrics> = (route, { words }) => {
  takeLock(route, words, 16);
  route.metrics.congestionControl = words.take();
};

const LOCKABLE = "[ lock ] NUMBER";
const TIME: Argument = { name: "TIME", means: "NUMBER[s|ms]" };
const BOOL: Argument = { name: "BOOL", means: "{ 1 | 0 }" };
const FEATURES: Argument = { name: "FEATURES", means: "ecn" };

/** Words for metrics that come before `pref`, in the order of trying. */
export const METRICS: Grammar<WithMetrics> = {
  "mtu": takes(LOCKABLE, number("mtu", { number: 2, name: "mtu" })),
  "hoplimit": takes(
    LOCKABLE,
    number("hopLimit", { number: 10, name: "hoplimit", most: 255 }),
  ),
  "advmss": takes(
    LOCKABLE,
    number("advertisedMss", { number: 8, name: "mss" }),
  ),
  "reordering*": takes(
    LOCKABLE,
    number("reordering", { number: 9, name: "reordering" }),
  ),
  "rtt": takes(["[ lock ]", TIME], time("rtt", { number: 4, name: "rtt" }, 8)),
  "rto_min": takes(TIME, minimumRto),
  "window*": takes(LOCKABLE, number("window", { number: 3, name: "window" })),
  "cwnd*": takes(
    LOCKABLE,
    number("congestionWindow", { number: 7, name: "cwnd" }),
  ),
  "initcwnd*": takes(
    LOCKABLE,
    number("initialCongestionWindow", {
      number: 11,
      name: "initcwnd",
    }),
  ),
  "initrwnd*": takes(
    LOCKABLE,
    number("initialReceiveWindow", {
      number: 14,
      name: "initrwnd",
    }),
  ),
  "features*": takes(FEATURES, features),
  "quickack*": takes(BOOL, flag("quickAck", "quickack")),
  "congctl*": takes("[ lock ] NAME", congestionControl),
  "rttvar*": takes(
    ["[ lock ]", TIME],
    time("rttVariance", { number: 5, name: "rttvar" }, 4),
  ),
  "ssthresh*": takes(
    LOCKABLE,
    number("slowStartThreshold", { number: 6, name: "ssthresh" }),
  ),
};

/** A word that comes after all others. */
export const LAST_METRIC: Grammar<WithMetrics> = {
  "fastopen_no_cookie*": takes(
    BOOL,
    flag("fastOpenNoCookie", "fastopen_no_cookie"),
  ),
};
