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
  if (flows !== undefined) printer.named("flows", flows);
  if (quantum !== undefined) printer.named("quantum", quantum);
  if (target !== undefined) printTime(context, "target", target);
  if (ceThreshold !== undefined) {
    printTime(context, "ce_threshold", ceThreshold);
  }
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
  if (interval !== undefined) printTime(context, "interval", interval);
  if (memoryLimit !== undefined) {
    printSize(context, "memory_limit", memoryLimit);
  }
  printFlag(context, "ecn", ecn);
  if (dropBatchSize) printer.named("drop_batch", dropBatchSize);
}

const printStats: PrintKind<FqCodelStats> = ({ printer }, stats) => {
  const value = (key: string, value: number, before = " ") =>
    printer.value(key, value, `${before}${key} ${value}`);
  if (stats.type !== TCA_FQ_CODEL_XSTATS_QDISC) return;
  value("maxpacket", stats.maximumPacket, "  ");
  value("drop_overlimit", stats.overlimitDrops);
  value("new_flow_count", stats.newFlowCount);
  value("ecn_mark", stats.ecnMarked);
  if (stats.ceMarked) value("ce_mark", stats.ceMarked);
  if (stats.memoryUsage) value("memory_used", stats.memoryUsage);
  if (stats.memoryDrops) value("drop_overmemory", stats.memoryDrops);
  printer.newline();
  value("new_flows_len", stats.newFlows, "  ");
  value("old_flows_len", stats.oldFlows);
};

const printClassStats: PrintKind<FqCodelClassStats> = ({ printer }, stats) => {
  const { deficit, count, lastCount, delay, dropping, dropNext } = stats;
  printer.value("deficit", deficit, `  deficit ${deficit}`);
  printer.value("count", count, ` count ${count}`);
  printer.value("lastcount", lastCount, ` lastcount ${lastCount}`);
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
