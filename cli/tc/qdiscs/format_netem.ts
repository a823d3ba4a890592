/**
 * How `tc` writes the settings of `netem`.
 *
 * @module
 */

import type {
  NetemChance,
  NetemData,
  NetemLossModel,
  NetemRate,
  NetemSlot,
} from "../../../messages/tc/qdiscs/netem.ts";
import { significant, time64 } from "../../print/format.ts";
import type { Context } from "../../runtime/context.ts";
import { printRate } from "../settings.ts";

/** What the kernel has for 100 %. */
const WHOLE = 0xffffffff;

/** Prints a part of a whole: a percentage, in JSON a fraction. */
function printPercent(
  { printer }: Context,
  key: string,
  value: number,
  text = ` ${key}`,
): void {
  printer.raw(
    key,
    significant(value / WHOLE),
    `${text} ${significant(100 * value / WHOLE)}%`,
  );
}

/** Text has correlations if there are some, JSON always. */
function printCorrelation(
  context: Context,
  isPresent: boolean,
  value = 0,
): void {
  if (context.printer.json) printPercent(context, "correlation", value);
  else if (isPresent) printPercent(context, "correlation", value, "");
}

function printTime64(
  { printer }: Context,
  key: string,
  value: bigint,
  text: string,
): void {
  printer.raw(
    key,
    significant(Number(value) / 1e9),
    `${text} ${time64(value)}`,
  );
}

/** Text has a number only if it is not 0. */
function printOptional(
  { printer }: Context,
  key: string,
  value: number,
): void {
  printer.value(key, value, value === 0 ? "" : ` ${key} ${value}`);
}

/**
 * Writes the settings.
 *
 * @param data The settings.
 */
export function printNetem(context: Context, data: NetemData): void {
  const { printer } = context;
  const { limit, loss, duplicate, gap, attributes } = data;
  const { correlation, lossModel, reorder, corrupt, rate, slot } = attributes;
  printer.value("limit", limit, `limit ${limit | 0}`);
  printDelay(context, data);
  if (loss) {
    printer.object("loss-random", () => {
      printPercent(context, "loss", loss);
      printCorrelation(context, Boolean(correlation?.loss), correlation?.loss);
    });
  }
  if (lossModel !== undefined) printLossModel(context, lossModel);
  if (duplicate) {
    printer.object("duplicate", () => {
      const value = correlation?.duplicate;
      printPercent(context, "duplicate", duplicate);
      printCorrelation(context, Boolean(value), value);
    });
  }
  if (reorder !== undefined) printChance(context, "reorder", reorder);
  if (corrupt !== undefined) printChance(context, "corrupt", corrupt);
  if (rate?.rate) printNetemRate(context, rate, attributes.rate64);
  if (slot !== undefined) printSlot(context, slot);
  printer.spaced("seed", attributes.seed);
  const isMarking = attributes.ecn !== undefined;
  printer.value("ecn", isMarking, isMarking ? " ecn " : "");
  printer.value("gap", gap, gap ? ` gap ${gap}` : "");
}

function printDelay(context: Context, { attributes }: NetemData): void {
  const { latency64 = 0n, jitter64 = 0n, correlation } = attributes;
  if (latency64 === 0n) return;
  const { printer } = context;
  printer.object("delay", () => {
    printTime64(context, "delay", latency64, " delay");
    const jitter = significant(Number(jitter64) / 1e9);
    printer.raw("jitter", jitter, jitter64 ? `  ${time64(jitter64)}` : "");
    printCorrelation(
      context,
      jitter64 !== 0n && Boolean(correlation?.delay),
      correlation?.delay,
    );
  });
}

function printLossModel(
  context: Context,
  { fourState, gilbertElliott }: NetemLossModel,
): void {
  const { printer } = context;
  if (fourState !== undefined) {
    printer.object("loss-state", () => {
      printPercent(context, "p13", fourState.p13, " loss state p13");
      printPercent(context, "p31", fourState.p31);
      printPercent(context, "p32", fourState.p32);
      printPercent(context, "p23", fourState.p23);
      printPercent(context, "p14", fourState.p14);
    });
  }
  if (gilbertElliott !== undefined) {
    printer.object("loss-gemodel", () => {
      printPercent(context, "p", gilbertElliott.p, " loss gemodel p");
      printPercent(context, "r", gilbertElliott.r);
      printPercent(context, "1-h", WHOLE - gilbertElliott.h);
      printPercent(context, "1-k", gilbertElliott.k1);
    });
  }
}

function printChance(
  context: Context,
  name: string,
  { probability, correlation }: NetemChance,
): void {
  if (!probability) return;
  context.printer.object(name, () => {
    printPercent(context, name, probability);
    printCorrelation(context, correlation !== 0, correlation);
  });
}

function printNetemRate(
  context: Context,
  { rate, packetOverhead, cellSize, cellOverhead }: NetemRate,
  rate64 = 0n,
): void {
  const { printer } = context;
  printer.object("rate", () => {
    printRate(context, "rate", rate64 || rate, (text) => ` rate ${text}`);
    printOptional(context, "packetoverhead", packetOverhead);
    printOptional(context, "cellsize", cellSize);
    printOptional(context, "celloverhead", cellOverhead);
  });
}

function printSlot(context: Context, slot: NetemSlot): void {
  context.printer.object("slot", () => {
    if (slot.distributionJitter > 0n) {
      const { distributionDelay, distributionJitter } = slot;
      printTime64(
        context,
        "distribution",
        distributionDelay,
        " slot distribution",
      );
      printTime64(context, "jitter", distributionJitter, "");
    } else {
      printTime64(context, "min-delay", slot.minimumDelay, " slot");
      printTime64(context, "max-delay", slot.maximumDelay, "");
    }
    printOptional(context, "packets", slot.maximumPackets);
    printOptional(context, "bytes", slot.maximumBytes);
  });
}
