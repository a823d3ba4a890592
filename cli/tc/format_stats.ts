/**
 * How `tc -s` writes counters.
 *
 * @module
 */

import type {
  TcBasicStats,
  TcOldStats,
  TcStats,
} from "../../messages/tc/stats.ts";
import { rate, size } from "../print/format.ts";
import type { Context } from "../runtime/context.ts";

/**
 * Writes counters.
 *
 * @param stats The counters.
 * @param prefix What goes before each line.
 */
export function formatStats(
  context: Context,
  stats: TcStats,
  prefix = " ",
): void {
  const { printer } = context;
  const { basic, packets64 = 0n, queue, rate, rate64 } = stats;
  if (basic !== undefined) {
    printer.text(prefix);
    printer.value("bytes", basic.bytes, `Sent ${basic.bytes} bytes`);
    const packets = packets64 || basic.packets;
    printer.value("packets", packets, ` ${packets} pkt`);
  }
  if (queue !== undefined) {
    printer.value("drops", queue.drops, ` (dropped ${queue.drops}`);
    printer.value(
      "overlimits",
      queue.overlimits,
      `, overlimits ${queue.overlimits}`,
    );
    printer.value(
      "requeues",
      queue.requeues,
      ` requeues ${queue.requeues}) `,
    );
  }
  formatHardware(context, stats, prefix);
  if (rate64 !== undefined) {
    printer.text(`\n${prefix}`);
    formatRate(context, rate64.bytesPerSecond, rate64.packetsPerSecond);
  } else if (rate !== undefined) {
    printer.text(`\n${prefix}`);
    formatRate(context, rate.bytesPerSecond, rate.packetsPerSecond);
  }
  if (queue === undefined) return;
  if (rate === undefined) printer.newline();
  printer.text(prefix);
  printer.value("backlog", queue.backlog, `backlog ${size(queue.backlog)}`);
  printer.value("qlen", queue.length, ` ${queue.length}p`);
  printer.text(` requeues ${queue.requeues}`);
}

function formatRate(
  { printer, options: { iec } }: Context,
  bytes: number | bigint,
  packets: number | bigint,
): void {
  printer.value("rate", bytes, `rate ${rate(bytes, iec)}`);
  printer.value("pps", packets, ` ${packets}pps`);
}

function formatHardware(
  { printer }: Context,
  { basic, packets64, basicHardware }: TcStats,
  prefix: string,
): void {
  if (basicHardware === undefined) return;
  const { bytes, packets } = basicHardware;
  if (bytes === 0n && packets === 0) return;
  const all = basic === undefined ? 0n : packets64 || BigInt(basic.packets);
  if (isPartOf(basicHardware, basic, all)) {
    printer.newline();
    printer.text(prefix);
    const software = basic!.bytes - bytes;
    printer.value(
      "sw_bytes",
      software,
      `Sent software ${software} bytes`,
    );
    const rest = all - BigInt(packets);
    printer.value("sw_packets", rest, ` ${rest} pkt`);
  }
  printer.newline();
  printer.text(prefix);
  printer.value("hw_bytes", bytes, `Sent hardware ${bytes} bytes`);
  printer.value("hw_packets", packets, ` ${packets} pkt`);
}

function isPartOf(
  part: TcBasicStats,
  all: TcBasicStats | undefined,
  packets: bigint,
): boolean {
  return all !== undefined && all.bytes >= part.bytes &&
    packets >= BigInt(part.packets);
}

/**
 * Writes counters as old kernels had them.
 *
 * @param stats The counters.
 * @param prefix What goes before each line.
 */
export function formatOldStats(
  { printer, options: { iec } }: Context,
  stats: TcOldStats,
  prefix = " ",
): void {
  const { bytes, packets, drops, overlimits, backlog, length } = stats;
  const { bytesPerSecond, packetsPerSecond } = stats;
  printer.text(prefix);
  printer.value("bytes", bytes, `Sent ${bytes} bytes`);
  printer.value("packets", packets, ` ${packets} pkts`);
  printer.value("dropped", drops, ` (dropped ${drops},`);
  printer.value("overlimits", overlimits, ` overlimits ${overlimits}) `);
  if (!(bytesPerSecond || packetsPerSecond || length || backlog)) return;
  printer.newline();
  printer.text(prefix);
  if (bytesPerSecond || packetsPerSecond) printer.text("rate ");
  if (bytesPerSecond) {
    printer.value("rate", bytesPerSecond, `${rate(bytesPerSecond, iec)} `);
  }
  if (packetsPerSecond) {
    printer.value("pps", packetsPerSecond, `${packetsPerSecond}pps `);
  }
  if (length || backlog) printer.text("backlog ");
  if (backlog) printer.value("backlog", backlog, `${size(backlog)} `);
  if (length) printer.value("qlen", length, `${length}p `);
}
