/**
 * `tc qdisc … fq_codel`.
 *
 * @module
 */

import {
  type FqCodelClassStats,
  type FqCodelData,
  type FqCodelStats,
  TCA_FQ_CODEL_XSTATS_QDISC,
} from "../../../messages/tc/qdiscs/fq_codel.ts";
import { fail } from "../../parse/errors.ts";
import { type Grammar, takes } from "../../parse/grammar.ts";
import { unsigned } from "../../parse/numbers.ts";
import { hex, time } from "../../print/format.ts";
import type { Context } from "../../runtime/context.ts";
import { parser, type PrintKind, type QdiscKind } from "../kind.ts";
import {
  constant,
  printFlag,
  printSize,
  printTime,
  setting,
  sizeOf,
  timeOf,
  u32,
} from "../settings.ts";

const SELECTOR = "ce_threshold_selector";

const GRAMMAR: Grammar<FqCodelData> = {
  "limit": setting("limit", "limit", "PACKETS", u32),
  "flows": setting("flows", "flows", "NUMBER", u32),
  "quantum": setting("quantum", "quantum", "BYTES", u32),
  "drop_batch": setting("dropBatchSize", "drop_batch", "SIZE", u32),
  "target": setting("target", "target", "TIME", timeOf),
  "ce_threshold": setting("ceThreshold", "ce_threshold", "TIME", timeOf),
  [SELECTOR]: takes("VALUE/MASK", (spec, { args }) => {
    const word = args.take();
    const slash = word.indexOf("/");
    if (slash < 0) throw fail(1, `Missing mask for "${SELECTOR}"`);
    const mask = unsigned(word.slice(slash + 1), 8);
    if (mask === undefined) throw fail(1, `Illegal mask for "${SELECTOR}"`);
    const value = unsigned(word.slice(0, slash), 8);
    if (value === undefined) throw fail(1, `Illegal "${SELECTOR}"`);
    spec.ceThresholdMask = mask;
    spec.ceThresholdSelector = value;
  }),
  "memory_limit": setting("memoryLimit", "memory_limit", "BYTES", sizeOf),
  "interval": setting("interval", "interval", "TIME", timeOf),
  "ecn": constant("ecn", 1),
  "noecn": constant("ecn", 0),
};

/** What stands for no selector, as no packet has it. */
const NO_SELECTOR = 0xff;

function finish(spec: FqCodelData): FqCodelData {
  const { limit, flows, quantum, interval, target, ecn, ceThreshold } = spec;
  const { ceThresholdMask, ceThresholdSelector = NO_SELECTOR } = spec;
  const { memoryLimit, dropBatchSize } = spec;
  return {
    ...limit && { limit },
    ...flows && { flows },
    ...quantum && { quantum },
    ...interval && { interval },
    ...target && { target },
    ...ecn !== undefined && { ecn },
    ...ceThreshold !== undefined && { ceThreshold },
    ...ceThresholdSelector !== NO_SELECTOR && {
      ceThresholdMask: ceThresholdMask!,
      ceThresholdSelector,
    },
    ...memoryLimit !== undefined && { memoryLimit },
    ...dropBatchSize && { dropBatchSize },
  };
}

function print(context: Context, data: FqCodelData): void {
  const { printer } = context;
  const { limit, flows, quantum, target, ceThreshold, interval } = data;
  const { memoryLimit, ecn, dropBatchSize } = data;
  const { ceThresholdSelector = 0, ceThresholdMask = 0 } = data;
  if (limit !== undefined) printer.value("limit", limit, `limit ${limit}p `);
  printer.named("flows", flows);
  printer.named("quantum", quantum);
  printTime(context, "target", target);
  printTime(context, "ce_threshold", ceThreshold);
  if (ceThresholdMask || ceThresholdSelector) {
    printer.value(
      SELECTOR,
      ceThresholdSelector,
      `${SELECTOR} ${hex(ceThresholdSelector)}`,
    );
    printer.value(
      "ce_threshold_mask",
      ceThresholdMask,
      `/${hex(ceThresholdMask)} `,
    );
  }
  printTime(context, "interval", interval);
  printSize(context, "memory_limit", memoryLimit);
  printFlag(context, "ecn", ecn);
  if (dropBatchSize) printer.named("drop_batch", dropBatchSize);
}

const printStats: PrintKind<FqCodelStats> = ({ printer }, stats) => {
  if (stats.type !== TCA_FQ_CODEL_XSTATS_QDISC) return;
  printer.spaced("maxpacket", stats.maximumPacket, "  ");
  printer.spaced("drop_overlimit", stats.overlimitDrops);
  printer.spaced("new_flow_count", stats.newFlowCount);
  printer.spaced("ecn_mark", stats.ecnMarked);
  if (stats.ceMarked) printer.spaced("ce_mark", stats.ceMarked);
  if (stats.memoryUsage) printer.spaced("memory_used", stats.memoryUsage);
  if (stats.memoryDrops) printer.spaced("drop_overmemory", stats.memoryDrops);
  printer.newline();
  printer.spaced("new_flows_len", stats.newFlows, "  ");
  printer.spaced("old_flows_len", stats.oldFlows);
};

const printClassStats: PrintKind<FqCodelClassStats> = ({ printer }, stats) => {
  const { deficit, count, lastCount, delay, dropping, dropNext } = stats;
  printer.spaced("deficit", deficit, "  ");
  printer.spaced("count", count);
  printer.spaced("lastcount", lastCount);
  printer.value("ldelay", delay, ` ldelay ${time(delay)}`);
  if (!dropping) return;
  printer.value("dropping", true, " dropping");
  printer.value(
    "drop_next",
    dropNext,
    ` drop_next ${dropNext < 0 ? "-" : ""}${time(Math.abs(dropNext))}`,
  );
};

/** Fair queueing with controlled delay. */
export const kind: QdiscKind<
  FqCodelData,
  never,
  FqCodelStats,
  FqCodelClassStats
> = {
  parse: parser<FqCodelData, FqCodelData>(GRAMMAR, { finish }),
  print,
  printStats,
  printClassStats,
};
