/**
 * Lists of tunnels.
 *
 * @module
 */

import { blank, type Codec } from "../../../messages/codec/mod.ts";
import { briefLinkMessage } from "../../../messages/link/common.ts";
import { RTM_GETLINK } from "../../../messages/link/constants.ts";
import type { LinkMessage } from "../../../messages/link/link.ts";
import { CommandError, fail } from "../../parse/errors.ts";
import type { Printer } from "../../print/printer.ts";
import type { Context } from "../../runtime/context.ts";
import { type Counters, ipv6Counters } from "../link/ipv6_counters.ts";
import { getTunnel } from "./control.ts";

/** Which tunnels are listed, and how. */
export interface Listing<P> {
  /** Hardware types of their links, `ARPHRD_*`. */
  readonly types: readonly number[];
  /** The name that is asked for; empty for any. */
  readonly name: string;
  /** Codec of their struct. */
  readonly codec: Codec<P>;
  /** What a tunnel is asked for with. */
  readonly ask: (link: LinkMessage) => P;
  /** Whether a tunnel is listed. */
  readonly isWanted: (tunnel: P) => boolean;
  /** Writes a tunnel. */
  readonly format: (tunnel: P) => Promise<void>;
}

/**
 * Writes tunnels, with counters if they are asked for.
 *
 * @typeParam P The struct of a tunnel.
 * @param listing Which tunnels, and how.
 * @returns The exit code.
 * @throws {CommandError} If the kernel refuses to list links, or reports no
 * counters.
 */
export async function listTunnels<P>(
  context: Context,
  listing: Listing<P>,
): Promise<number> {
  const { printer, io, options: { stats } } = context;
  const { types, codec, ask, isWanted, format } = listing;
  printer.begin();
  for (const link of await fetchLinks(context)) {
    const { type, attributes: { name } } = link;
    if (!types.includes(type) || name === undefined) continue;
    if (listing.name !== "" && name !== listing.name) continue;
    const tunnel = await getTunnel(context, codec, name, ask(link));
    if (typeof tunnel === "string") {
      io.err(`${tunnel}\n`);
      continue;
    }
    if (!isWanted(tunnel)) continue;
    await format(tunnel);
    if (stats > 0) {
      const counters = countersOf(link);
      if (counters === undefined) throw fail(1, TERMINATED);
      formatCounters(printer, counters);
    }
    printer.verbatim("\n");
  }
  printer.end();
  return 0;
}

const TERMINATED = "Dump terminated";

async function fetchLinks(context: Context): Promise<LinkMessage[]> {
  const { family, options: { stats } } = context;
  // Where counters stand depends on the family.
  const codec = stats === 0
    ? briefLinkMessage
    : (await import("../../../messages/link/link.ts")).linkMessage;
  try {
    return await context.talk((kernel) =>
      kernel.dumpAll({
        type: RTM_GETLINK,
        codec,
        message: blank(codec, { family }),
      }), 1);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    throw fail(1, error.message + TERMINATED);
  }
}

function countersOf(
  { attributes: { stats64, stats, inet6 } }: LinkMessage,
): Counters | undefined {
  return stats64 ?? stats ?? (inet6?.stats && ipv6Counters(inet6.stats));
}

/** Columns of counters, and how wide each is. */
type Columns = readonly (readonly [counter: keyof Counters, width: number])[];

const RECEIVED: Columns = [
  ["rxPackets", 10],
  ["rxBytes", 12],
  ["rxErrors", 6],
  ["rxFrameErrors", 8],
  ["rxFifoErrors", 8],
  ["multicast", 8],
];
const SENT: Columns = [
  ["txPackets", 10],
  ["txBytes", 12],
  ["txErrors", 6],
  ["collisions", 8],
  ["txCarrierErrors", 8],
  ["txDropped", 6],
];

/** Writes counters: as text, whatever the rest is. */
function formatCounters(printer: Printer, counters: Counters): void {
  const { line } = printer;
  const row = (columns: Columns) =>
    columns.map(([counter, width]) =>
      `${BigInt.asIntN(64, BigInt(counters[counter] ?? 0))}`.padEnd(width)
    ).join(" ");
  printer.verbatim([
    "",
    "RX: Packets    Bytes        Errors CsumErrs OutOfSeq Mcasts",
    `    ${row(RECEIVED)}`,
    "TX: Packets    Bytes        Errors DeadLoop NoRoute  NoBufs",
    `    ${row(SENT)}`,
  ].join(line));
}
