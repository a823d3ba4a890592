/**
 * How segment routing, RPL and in-situ measurements are shown.
 *
 * @module
 */

import { nameOf } from "../../../../messages/value_names.ts";
import type { Context } from "../../../runtime/context.ts";
import { count, hex } from "../../../print/format.ts";
import type { Printer } from "../../../print/printer.ts";
import type { Ioam6Encap } from "../../../../messages/route/encap/ioam6.ts";
import type { RplEncap } from "../../../../messages/route/encap/rpl.ts";
import {
  SEG6_MODES,
  type Seg6Encap,
} from "../../../../messages/route/encap/seg6.ts";
import type {
  Seg6LocalCounters,
  Seg6LocalEncap,
  Seg6LocalFlavors,
} from "../../../../messages/route/encap/seg6_local.ts";
import {
  type SegmentRoutingHeader,
  SR6_FLAG1_HMAC,
} from "../../../../messages/route/segment_routing.ts";
import { IOAM6_MODES, SEG6_ACTIONS, SEG6_FLAVORS } from "./names.ts";

/** Writes a BPF program. */
export type FormatProgram = (
  context: Context,
  program: { name?: string },
  key: string,
) => void;

/**
 * Writes segment routing.
 *
 * @param encap The encapsulation.
 */
export function formatSeg6(
  { printer, names }: Context,
  { segmentRouting, source, table }: Seg6Encap,
): void {
  if (segmentRouting === undefined) return;
  const name = nameOf(SEG6_MODES, segmentRouting.mode) ?? "<unknown>";
  printer.named("mode", name);
  formatOuter(printer, "tunsrc", source);
  formatHeader(printer, segmentRouting.header);
  if (table !== undefined) printer.named("lookup", names.tables.nameOf(table));
}

/** An address of the outer header. */
function formatOuter(
  printer: Printer,
  key: "tunsrc" | "tundst",
  address: string | undefined,
): void {
  if (address === undefined) return;
  printer.colored("inet6", key, address, `${key} ${address} `);
}

function formatHeader(printer: Printer, header: SegmentRoutingHeader): void {
  const { segments, flags, headerLength, tlvs } = header;
  formatSegments(printer, segments);
  if ((flags & SR6_FLAG1_HMAC) === 0 || tlvs === undefined) return;
  const at = (headerLength + 1) * 8 - 40 - 8 - 16 * segments.length;
  const view = new DataView(tlvs.buffer, tlvs.byteOffset, tlvs.length);
  const key = at < 0 || at + 8 > view.byteLength ? 0 : view.getUint32(at + 4);
  printer.value(
    "hmac",
    hex(key),
    `hmac ${key.toString(16).toUpperCase()} `,
  );
}

/** Segments are kept in the order opposite to that of the path. */
function formatSegments(printer: Printer, segments: readonly string[]): void {
  printer.array(
    "segs",
    () => {
      for (const segment of segments.toReversed()) {
        printer.colored("inet6", null, segment, `${segment} `);
      }
    },
    `segs ${segments.length} [ `,
    "] ",
  );
}

/**
 * Writes a source routing header of RPL.
 *
 * @param encap The encapsulation.
 */
export function formatRpl({ printer }: Context, { header }: RplEncap): void {
  if (header === undefined) return;
  const { segments, segmentsLeft } = header;
  formatSegments(printer, segments.slice(0, segmentsLeft));
}

const INLINE = 1;

/**
 * Writes in-situ measurements.
 *
 * @param encap The encapsulation.
 */
export function formatIoam6({ printer }: Context, encap: Ioam6Encap): void {
  const { mode, trace, frequencyK, frequencyN, source, destination } = encap;
  if (
    mode === undefined || trace === undefined || frequencyK === undefined ||
    frequencyN === undefined
  ) return;
  printer.value("freqk", frequencyK, `freq ${frequencyK}`);
  printer.value("freqn", frequencyN, `/${frequencyN} `);
  // An outer header has a destination; inside of packets there is none.
  if (mode !== INLINE && destination === undefined) return;
  if (mode === INLINE && (source ?? destination) !== undefined) return;
  printer.named("mode", IOAM6_MODES[mode] ?? "<unknown>");
  formatOuter(printer, "tunsrc", source);
  formatOuter(printer, "tundst", destination);
  printer.value("trace", null, "trace ");
  printer.value("prealloc", null, "prealloc ");
  const digits = (trace.traceType >>> 8).toString(16);
  const padded = digits === "0" ? "00000000" : `0x${digits.padStart(6, "0")}`;
  printer.value("type", digits, `type ${padded} `);
  printer.named("ns", trace.namespaceId);
  printer.named("size", (trace.remainingLength & 0x7f) * 4);
}

/**
 * Writes what a segment of this machine does.
 *
 * @param encap The encapsulation.
 * @param formatProgram Writes a BPF program.
 */
export function formatSeg6Local(
  context: Context,
  encap: Seg6LocalEncap,
  formatProgram: FormatProgram,
): void {
  const { printer, names, links, options } = context;
  const { action } = encap;
  if (action === undefined) return;
  const name = action >= SEG6_ACTIONS.length
    ? "<invalid>"
    : SEG6_ACTIONS[action] ?? "<unknown>";
  printer.named("action", name);
  const { segmentRouting, table, vrfTable, nexthop4, nexthop6 } = encap;
  if (segmentRouting !== undefined) {
    printer.object("srh", () => formatHeader(printer, segmentRouting));
  }
  if (table !== undefined) printer.named("table", names.tables.nameOf(table));
  if (vrfTable !== undefined) {
    printer.named("vrftable", names.tables.nameOf(vrfTable));
  }
  if (nexthop4 !== undefined) printer.named("nh4", nexthop4);
  if (nexthop6 !== undefined) printer.named("nh6", nexthop6);
  const { inputDevice, outputDevice, bpf, counters, flavors } = encap;
  if (inputDevice !== undefined) {
    printer.named("iif", links.nameOf(inputDevice));
  }
  if (outputDevice !== undefined) {
    printer.named("oif", links.nameOf(outputDevice));
  }
  if (bpf !== undefined) formatProgram(context, bpf, "endpoint");
  if (counters !== undefined && options.stats > 0) {
    formatCounters(context, counters);
  }
  if (flavors !== undefined) formatFlavors(context, flavors);
}

function formatCounters(
  { printer, options }: Context,
  { packets = 0n, bytes = 0n, errors = 0n }: Seg6LocalCounters,
): void {
  printer.object("stats64", () => {
    const numbers = Object.entries({ packets, bytes, errors });
    for (const [key, value] of numbers) {
      printer.value(key, value, `${key} ${count(value, 1, options)}`);
    }
  });
}

function formatFlavors(
  { printer, options }: Context,
  { operation, locatorBlockBits, locatorNodeFunctionBits }: Seg6LocalFlavors,
): void {
  if (operation !== undefined) {
    const known = SEG6_FLAVORS.filter((name, bit) =>
      name !== undefined && (operation & (1 << bit)) !== 0
    ) as string[];
    printer.text(`flavors ${known.join(",")} `);
    printer.array("flavors", () => {
      for (const name of known) printer.field(null, name);
    });
  }
  const lengths = { lblen: locatorBlockBits, nflen: locatorNodeFunctionBits };
  for (const [key, value] of Object.entries(lengths)) {
    if (value === undefined) continue;
    printer.value(key, value, `${key} ${count(value, 1, options)}`);
  }
}
