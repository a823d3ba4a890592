/**
 * Counters of traffic control, as `tc -statistics` shows them.
 *
 * @module
 */

import type { TcStats } from "../../messages/tc/stats.ts";
import { rate as rateText, size as sizeText } from "../print/format.ts";
import type { Context } from "../runtime/context.ts";

/**
 * Prints counters.
 *
 * @param context Where and how.
 * @param stats The counters.
 * @param prefix What lines begin with.
 */
export function printStatistics(
  context: Context,
  stats: TcStats,
  prefix: string,
): void {
  const { printer } = context;
  const { basic, queue, packets64 } = stats;
  if (basic !== undefined) {
    const packets = packets64 || basic.packets;
    printer.value("bytes", basic.bytes, `${prefix}Sent ${basic.bytes} bytes`);
    printer.value("packets", packets, ` ${packets} pkt`);
  }
  if (queue !== undefined) {
    const { drops, overlimits, requeues } = queue;
    printer.value("drops", drops, ` (dropped ${drops}`);
    printer.value("overlimits", overlimits, `, overlimits ${overlimits}`);
    printer.value("requeues", requeues, ` requeues ${requeues}) `);
  }
  printHardware(context, stats, prefix);
  printRate(context, stats, prefix);
  if (queue !== undefined) {
    const { backlog, length, requeues } = queue;
    if (stats.rate === undefined) printer.newline();
    printer.text(prefix);
    printer.value("backlog", backlog, `backlog ${sizeText(backlog)}`);
    printer.value("qlen", length, ` ${length}p`);
    printer.text(` requeues ${requeues}`);
  }
}

/** Prints what hardware has sent, and what the kernel has, if it has any. */
function printHardware(
  { printer }: Context,
  { basic, basicHardware, packets64 }: TcStats,
  prefix: string,
): void {
  if (basicHardware === undefined) return;
  const { bytes, packets } = basicHardware;
  if (bytes === 0n && packets === 0) return;
  const all = packets64 ?? BigInt(basic?.packets ?? 0);
  const others = all - BigInt(packets);
  if (basic !== undefined && basic.bytes >= bytes && others >= 0n) {
    const rest = basic.bytes - bytes;
    printer.newline();
    printer.text(prefix);
    printer.value("sw_bytes", rest, `Sent software ${rest} bytes`);
    printer.value("sw_packets", others, ` ${others} pkt`);
  }
  printer.newline();
  printer.text(prefix);
  printer.value("hw_bytes", bytes, `Sent hardware ${bytes} bytes`);
  printer.value("hw_packets", packets, ` ${packets} pkt`);
}

function printRate(
  { printer, options }: Context,
  { rate, rate64 }: TcStats,
  prefix: string,
): void {
  const estimate = rate64 ?? rate;
  if (estimate === undefined) return;
  const { bytesPerSecond, packetsPerSecond } = estimate;
  const text = rateText(bytesPerSecond, options.iec);
  printer.value("rate", bytesPerSecond, `\n${prefix}rate ${text}`);
  printer.value("pps", packetsPerSecond, ` ${packetsPerSecond}pps`);
}
