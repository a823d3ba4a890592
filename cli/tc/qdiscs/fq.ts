/**
 * `tc qdisc … fq`.
 *
 * @module
 */

import type { FqData, FqStats } from "../../../messages/tc/qdiscs/fq.ts";
import { fail } from "../../parse/errors.ts";
import { type Grammar, takes, type Word } from "../../parse/grammar.ts";
import { signed, unsigned } from "../../parse/numbers.ts";
import { time64 } from "../../print/format.ts";
import type { Context } from "../../runtime/context.ts";
import { parser, type PrintKind, type QdiscKind } from "../kind.ts";
import {
  constant,
  plainRateOf,
  printRate,
  printSize,
  printTime,
  rateOf,
  setting,
  time64Of,
  timeOf,
  u32,
} from "../settings.ts";

interface Spec extends FqData {
  buckets?: number;
}

const BANDS = 3;
const LEAST_WEIGHT = 16384;

const bands: Word<Spec> = takes(
  "3 priomap P0 P1 ... P14 P15",
  (spec, { args }) => {
    if (spec.priorityMap !== undefined) throw fail(1, 'Duplicate "bands"');
    const count = signed(args.take(), 10);
    if (count === undefined) throw fail(1, 'Illegal "bands"');
    if (count !== BANDS) throw fail(1, '"bands" must be 3');
    if (args.take() !== "priomap") throw fail(1, '"priomap" expected');
    const priorityMap: number[] = [];
    while (priorityMap.length < 16) {
      if (args.left === 0) throw fail(1, "Not enough elements in priomap");
      const band = unsigned(args.take(), 32, 10);
      if (band === undefined) {
        throw fail(
          1,
          `Illegal "priomap" element, number in [0..${BANDS - 1}] expected`,
        );
      }
      if (band >= BANDS) throw fail(1, `"priomap" element ${band} too big`);
      priorityMap.push(band);
    }
    spec.priorityMap = { bands: BANDS, priorityMap };
  },
);

const weights: Word<Spec> = takes("W1 W2 W3", (spec, { args }) => {
  if (spec.weights !== undefined) throw fail(1, 'Duplicate "weights"');
  const found: number[] = [];
  while (found.length < BANDS) {
    if (args.left === 0) throw fail(1, "Not enough elements in weights");
    const weight = signed(args.take(), 10);
    if (weight === undefined) {
      throw fail(1, 'Illegal "weights" element, positive number expected');
    }
    if (weight < LEAST_WEIGHT) {
      throw fail(1, `"weight" element ${weight} too small`);
    }
    found.push(weight);
  }
  spec.weights = found;
});

const timerSlack: Word<Spec> = takes("TIME", (spec, { args, context }) => {
  const value = time64Of(args.take(), context);
  if (value === undefined) throw fail(1, 'Illegal "timer_slack"');
  if (BigInt.asUintN(32, value) !== value) {
    throw fail(1, 'Illegal (out of range) "timer_slack"');
  }
  spec.timerSlack = Number(value);
});

const GRAMMAR: Grammar<Spec> = {
  "limit": setting("limit", "limit", "PACKETS", u32),
  "flow_limit": setting("flowLimit", "flow_limit", "PACKETS", u32),
  "buckets": setting("buckets", "buckets", "NUMBER", u32),
  "maxrate": setting("flowMaximumRate", "maxrate", "RATE", rateOf),
  "low_rate_threshold": setting(
    "lowRateThreshold",
    "low_rate_threshold",
    "RATE",
    plainRateOf,
  ),
  "ce_threshold": setting("ceThreshold", "ce_threshold", "TIME", timeOf),
  "timer_slack": timerSlack,
  "horizon_drop": constant("horizonDrop", 1),
  "horizon_cap": constant("horizonDrop", 0),
  "horizon": setting("horizon", "horizon", "TIME", timeOf),
  "offload_horizon": setting(
    "offloadHorizon",
    "offload_horizon",
    "TIME",
    timeOf,
  ),
  "defrate": setting("flowDefaultRate", "defrate", "RATE", rateOf),
  "quantum": setting("quantum", "quantum", "BYTES", u32),
  "initial_quantum": setting(
    "initialQuantum",
    "initial_quantum",
    "BYTES",
    u32,
  ),
  // The original calls this one so.
  "orphan_mask": setting("orphanMask", "initial_quantum", "MASK", u32),
  "refill_delay": setting("flowRefillDelay", "refill_delay", "TIME", timeOf),
  "pacing": constant("rateEnable", 1),
  "nopacing": constant("rateEnable", 0),
  "bands": bands,
  "weights": weights,
};

/** The order in which settings are sent. */
const ORDER = [
  "bucketsLog",
  "limit",
  "flowLimit",
  "quantum",
  "initialQuantum",
  "rateEnable",
  "flowMaximumRate",
  "lowRateThreshold",
  "flowDefaultRate",
  "flowRefillDelay",
  "orphanMask",
  "ceThreshold",
  "timerSlack",
  "horizon",
  "horizonDrop",
  "priorityMap",
  "weights",
  "offloadHorizon",
] as const;

function finish({ buckets = 0, ...spec }: Spec): FqData {
  if (buckets !== 0) spec.bucketsLog = Math.ceil(Math.log2(buckets));
  return Object.fromEntries(
    ORDER.filter((name) => spec[name] !== undefined)
      .map((name) => [name, spec[name]]),
  ) as FqData;
}

const NONE = 0xffffffff;

function print(context: Context, data: FqData): void {
  const { printer } = context;
  const { limit, flowLimit, bucketsLog, orphanMask, quantum } = data;
  if (limit !== undefined) printer.value("limit", limit, `limit ${limit}p `);
  if (flowLimit !== undefined) {
    printer.value("flow_limit", flowLimit, `flow_limit ${flowLimit}p `);
  }
  if (bucketsLog !== undefined) printer.named("buckets", 2 ** bucketsLog);
  printer.named("orphan_mask", orphanMask);
  if (data.rateEnable === 0) printer.value("pacing", false, "nopacing ");
  printBands(context, data);
  printSize(context, "quantum", quantum);
  printSize(context, "initial_quantum", data.initialQuantum);
  printRates(context, data);
  printTimes(context, data);
}

function printBands({ printer }: Context, data: FqData): void {
  const { priorityMap, weights } = data;
  const list = (key: string, values: readonly number[]) =>
    printer.array(key, () => {
      for (const value of values) printer.value(null, value, `${value} `);
    }, key);
  if (priorityMap !== undefined) {
    printer.named("bands", priorityMap.bands);
    list("priomap ", priorityMap.priorityMap);
  }
  if (weights !== undefined) list("weights ", weights);
}

function printRates(context: Context, data: FqData): void {
  const { flowMaximumRate = NONE, flowDefaultRate, lowRateThreshold } = data;
  if (flowMaximumRate !== NONE) printRate(context, "maxrate", flowMaximumRate);
  if (flowDefaultRate) printRate(context, "defrate", flowDefaultRate);
  if (lowRateThreshold) {
    printRate(context, "low_rate_threshold", lowRateThreshold);
  }
}

function printTimes(context: Context, data: FqData): void {
  const { printer } = context;
  const { flowRefillDelay, ceThreshold = NONE, timerSlack, horizon } = data;
  printTime(context, "refill_delay", flowRefillDelay);
  if (ceThreshold !== NONE) printTime(context, "ce_threshold", ceThreshold);
  if (timerSlack !== undefined) {
    const text = time64(BigInt(timerSlack));
    printer.value("timer_slack", timerSlack, `timer_slack ${text} `);
  }
  printTime(context, "horizon", horizon);
  if (data.horizonDrop !== undefined) {
    const name = data.horizonDrop ? "horizon_drop" : "horizon_cap";
    printer.value(name, null, `${name} `);
  }
  printTime(context, "offload_horizon", data.offloadHorizon);
}

const printStats: PrintKind<FqStats> = (context, stats) => {
  const { printer } = context;
  const { flows, inactiveFlows, throttledFlows, nextDelayedFlow } = stats;
  const { bandPackets = [0, 0, 0] } = stats;
  printer.spaced("flows", flows, "  ");
  printer.value("inactive", inactiveFlows, ` (inactive ${inactiveFlows}`);
  printer.value(
    "throttled",
    throttledFlows,
    ` throttled ${throttledFlows})`,
  );
  bandPackets.forEach((packets, i) => printer.spaced(`band${i}_pkts`, packets));
  if (nextDelayedFlow > 0n) {
    printer.value(
      "next_packet_delay",
      nextDelayedFlow,
      ` next_packet_delay ${time64(nextDelayedFlow)}`,
    );
  }
  printer.newline();
  printCounters(context, stats);
};

function printCounters(
  { printer }: Context,
  stats: FqStats,
): void {
  const { fastPathPackets = 0n, tcpRetransmissions, ceMarked = 0n } = stats;
  const { unthrottleLatency, flowLimitDrops } = stats;
  printer.spaced("gc", stats.collectedFlows, "  ");
  printer.spaced("highprio", stats.highPriorityPackets);
  if (fastPathPackets) printer.spaced("fastpath", fastPathPackets);
  if (tcpRetransmissions) printer.spaced("retrans", tcpRetransmissions);
  printer.spaced("throttled", stats.throttled);
  if (unthrottleLatency) {
    const text = time64(BigInt(unthrottleLatency));
    printer.value("latency", unthrottleLatency, ` latency ${text}`);
  }
  if (ceMarked) printer.spaced("ce_mark", ceMarked);
  if (flowLimitDrops) printer.spaced("flows_plimit", flowLimitDrops);
  const { tooLongPackets, allocationErrors } = stats;
  const { horizonDrops = 0n, horizonCaps = 0n, bandDrops = [] } = stats;
  const problems = [
    tooLongPackets,
    allocationErrors,
    horizonDrops,
    horizonCaps,
    ...bandDrops,
  ];
  if (problems.every((count) => count === 0n)) return;
  printer.newline();
  if (tooLongPackets) printer.spaced("pkts_too_long", tooLongPackets);
  if (allocationErrors) printer.spaced("alloc_errors", allocationErrors);
  if (horizonDrops) printer.spaced("horizon_drops", horizonDrops);
  if (horizonCaps) printer.spaced("horizon_caps", horizonCaps, "  ");
  bandDrops.forEach((drops, i) => {
    if (drops) printer.spaced(`band${i}_drops`, drops);
  });
}

/** Fair queueing with pacing. */
export const kind: QdiscKind<FqData, never, FqStats> = {
  parse: parser<Spec, FqData>(GRAMMAR, { finish }),
  print,
  printStats,
};
