/**
 * How `tc` writes generic random early detection.
 *
 * @module
 */

import type {
  GredData,
  GredQueue,
  GredQueueStats,
} from "../../../messages/tc/qdiscs/gred.ts";
import { significant } from "../../print/format.ts";
import type { Context } from "../../runtime/context.ts";
import { printSize } from "../settings.ts";
import { printRedFlags } from "./red_notation.ts";

/** The most virtual queues (`MAX_DPs`); larger numbers mean that there is none. */
const MOST_QUEUES = 16;

/**
 * Prints generic random early detection.
 *
 * @param data The options.
 */
export function printGred(context: Context, data: GredData): void {
  const { printer } = context;
  const { queues, setup, limit } = data;
  if (queues === undefined || setup === undefined) return;
  printer.value("dp_cnt", setup.queues, `vqs ${setup.queues} `);
  const { defaultQueue, grio } = setup;
  printer.value("dp_default", defaultQueue, `default ${defaultQueue} `);
  printer.value("grio", grio !== 0, grio === 0 ? "" : "grio ");
  printSize(context, "limit", limit);
  printRedFlags(context, setup.flags);
  const stats = new Map(
    data.queueStats?.map((each) => [each.queue, each] as const),
  );
  printer.array("vqs", () => {
    for (const [i, queue] of queues.entries()) {
      if (queue.drop >= MOST_QUEUES) continue;
      const probability = data.maximumProbability?.[i];
      const own = data.queueStats && (stats.get(i) ?? {});
      printer.object(null, () => printQueue(context, queue, own, probability));
    }
  });
}

function printQueue(
  context: Context,
  queue: GredQueue,
  stats: GredQueueStats | undefined,
  probability: number | undefined,
): void {
  const { printer, options } = context;
  printer.value("vq", queue.drop, `\n vq ${queue.drop} `);
  printer.named("prio", queue.priority);
  printSize(context, "limit", queue.limit);
  printSize(context, "min", queue.minimum);
  printSize(context, "max", queue.maximum);
  if (stats?.flags !== undefined) printRedFlags(context, stats.flags);
  if (options.details) {
    printer.named("ewma", queue.weightLog);
    if (probability !== undefined) {
      const part = significant(probability / 2 ** 32);
      printer.raw("probability", part, `probability ${part} `);
    } else printer.named("Plog", queue.probabilityLog);
    printer.named("Scell_log", queue.cellLog);
  }
  if (options.stats > 0) printCounters(context, queue, stats);
}

function printCounters(
  context: Context,
  queue: GredQueue,
  stats: GredQueueStats | undefined,
): void {
  const { printer } = context;
  const count = (key: string, value = 0, name = key) =>
    printer.value(key, value, `${name} ${value} `);
  printer.text("\n  Queue size: ");
  printSize(context, "qave", queue.meanQueue, (size) => `average ${size} `);
  printSize(context, "backlog", queue.backlog, (size) => `current ${size} `);
  printer.text("\n  Dropped packets: ");
  const old = stats === undefined;
  count("forced_drop", old ? queue.forced : stats.forcedDrops, "forced");
  count("prob_drop", old ? queue.early : stats.earlyDrops, "early");
  count("pdrop", old ? queue.limitDrops : stats.limitDrops);
  count("other", old ? queue.other : stats.other);
  if (!old) {
    printer.text("\n  Marked packets: ");
    count("forced_mark", stats.forcedMarks, "forced");
    count("prob_mark", stats.earlyMarks, "early");
  }
  printer.text("\n  Total packets: ");
  printer.value("packets", queue.packets, `${queue.packets} `);
  // Of 64 bits, 32 are shown.
  const bytes = old
    ? queue.bytes
    : Number(BigInt.asUintN(32, stats.bytes ?? 0n));
  printSize(context, "bytes", bytes, (size) => `(${size}) `);
}
