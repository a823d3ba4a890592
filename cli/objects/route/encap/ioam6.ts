/**
 * `encap ioam6`: in-situ measurements, whose arguments have an order.
 *
 * @module
 */

import { AF_INET6 } from "../../../../messages/families.ts";
import {
  IOAM6_IPTUNNEL_FREQ_MAX,
  IOAM6_IPTUNNEL_MODE_INLINE,
  IOAM6_MODES,
  IOAM6_TRACE_DATA_SIZE_MAX,
  type Ioam6Encap,
  type Ioam6Trace,
} from "../../../../messages/route/encap/ioam6.ts";
import { nameOf, type ValueNames } from "../../../../messages/value_names.ts";
import {
  duplicateOrGarbage,
  invalidArgument,
  missingArgument,
} from "../../../parse/errors.ts";
import type { Argument } from "../../../parse/form.ts";
import { type Arguments, takes } from "../../../parse/grammar.ts";
import { unsigned } from "../../../parse/numbers.ts";
import { addressOf } from "../../../parse/prefixes.ts";
import { type EncapKind, printOuter } from "./kind.ts";

const MODES: ValueNames = IOAM6_MODES;

const FORM: Argument = {
  name: "IOAM6HDR",
  means: `[ freq K/N ] [ mode { ${
    Object.keys(MODES).join(" | ")
  } } ] [ tunsrc ADDRESS ] [ tundst ADDRESS ] trace prealloc type IOAM6_TRACE_TYPE ns IOAM6_NAMESPACE size IOAM6_TRACE_SIZE`,
};

/** In-situ measurements. */
export const kind: EncapKind<Ioam6Encap> = {
  take: takes(FORM, (args: Arguments) => {
    const encap: Ioam6Encap = {
      frequencyK: 1,
      frequencyN: 1,
      mode: IOAM6_IPTUNNEL_MODE_INLINE,
    };
    if (args.takeIf("freq")) Object.assign(encap, frequencyOf(args.take()));
    if (args.takeIf("mode")) {
      encap.mode = args.oneOf(MODES, "Invalid mode");
    }
    // As in `ip`, a keyword is needed where each of these could stand.
    const source = takeOuter(args, "tunsrc", encap);
    if (source !== undefined) encap.source = source;
    const destination = takeOuter(args, "tundst", encap);
    if (destination !== undefined) encap.destination = destination;
    else if (encap.mode !== IOAM6_IPTUNNEL_MODE_INLINE) {
      throw missingArgument("tundst");
    }
    if (args.take() !== "trace") throw missingArgument("trace");
    if (args.take() !== "prealloc") throw missingArgument("prealloc");
    encap.trace = takeTrace(args);
    return encap;
  }),
  print(context, encap) {
    const { printer } = context;
    const { mode, trace, frequencyK, frequencyN, source, destination } = encap;
    if (
      mode === undefined || trace === undefined || frequencyK === undefined ||
      frequencyN === undefined
    ) return;
    printer.value("freqk", frequencyK, `freq ${frequencyK}`);
    printer.value("freqn", frequencyN, `/${frequencyN} `);
    // An outer header has a destination; inside of packets there is none.
    if (mode !== IOAM6_IPTUNNEL_MODE_INLINE && destination === undefined) {
      return;
    }
    if (
      mode === IOAM6_IPTUNNEL_MODE_INLINE &&
      (source ?? destination) !== undefined
    ) return;
    printer.named("mode", nameOf(MODES, mode) ?? "<unknown>");
    printOuter(context, "inet6", "tunsrc", source);
    printOuter(context, "inet6", "tundst", destination);
    printer.value("trace", null, "trace ");
    printer.value("prealloc", null, "prealloc ");
    const digits = (trace.traceType >>> 8).toString(16);
    const padded = digits === "0" ? "00000000" : `0x${digits.padStart(6, "0")}`;
    printer.value("type", digits, `type ${padded} `);
    printer.named("ns", trace.namespaceId);
    printer.named("size", (trace.remainingLength & 0x7f) * 4);
  },
};

/** Takes an address of the outer header, if it is the next thing. */
function takeOuter(
  args: Arguments,
  key: "tunsrc" | "tundst",
  { mode }: Ioam6Encap,
): string | undefined {
  const next = args.take();
  if (next !== key) {
    args.back();
    return undefined;
  }
  if (mode === IOAM6_IPTUNNEL_MODE_INLINE) {
    throw invalidArgument(`Inline mode does not need ${key}`, next);
  }
  const arg = args.take();
  const { address, bytes } = addressOf(arg, AF_INET6);
  if (bytes.length === 16) return address;
  throw invalidArgument(`Invalid IPv6 address for ${key}`, arg);
}

function frequencyOf(
  arg: string,
): Pick<Ioam6Encap, "frequencyK" | "frequencyN"> {
  if (arg.length > 15) {
    throw invalidArgument("Invalid frequency (too long)", arg);
  }
  const parts = arg.split("/");
  const [k, n] = parts.map((part) => unsigned(part, 32, 10));
  if (parts.length !== 2 || k === undefined || n === undefined) {
    throw invalidArgument("Invalid frequency (malformed)", arg);
  }
  if (k < 1 || k > IOAM6_IPTUNNEL_FREQ_MAX) {
    throw invalidArgument('Out of bound "k" frequency', arg);
  }
  if (n < 1 || n > IOAM6_IPTUNNEL_FREQ_MAX) {
    throw invalidArgument('Out of bound "n" frequency', arg);
  }
  if (k > n) throw invalidArgument("Frequency with k > n is forbidden", arg);
  return { frequencyK: k, frequencyN: n };
}

function takeTrace(args: Arguments): Ioam6Trace {
  let type = 0;
  let namespaceId: number | undefined;
  let size = 0;
  for (;;) {
    if (args.takeIf("type")) {
      const arg = args.take();
      if (type !== 0) throw duplicateOrGarbage("type", arg);
      type = unsigned(arg, 32) ?? 0;
      if (type === 0) throw invalidArgument("Invalid trace type", arg);
    } else if (args.takeIf("ns")) {
      const arg = args.take();
      if (namespaceId !== undefined) throw duplicateOrGarbage("ns", arg);
      namespaceId = unsigned(arg, 16);
      if (namespaceId === undefined) {
        throw invalidArgument("Invalid namespace ID", arg);
      }
    } else if (args.takeIf("size")) {
      const arg = args.take();
      if (size !== 0) throw duplicateOrGarbage("size", arg);
      size = sizeOf(arg);
    } else break;
  }
  if (type === 0) throw missingArgument("type");
  if (namespaceId === undefined) throw missingArgument("ns");
  if (size === 0) throw missingArgument("size");
  // As ip does, which takes the last word twice if nothing comes after it.
  if (args.left === 0) args.back();
  return {
    namespaceId,
    nodeLength: 0,
    remainingLength: size / 4,
    traceType: (type << 8) >>> 0,
  };
}

function sizeOf(arg: string): number {
  const size = unsigned(arg, 16) ?? 0;
  if (size === 0) throw invalidArgument("Invalid trace size", arg);
  if (size % 4 !== 0) {
    throw invalidArgument("Trace size must be a 4-octet multiple", arg);
  }
  if (size > IOAM6_TRACE_DATA_SIZE_MAX) {
    throw invalidArgument("Trace size is too big", arg);
  }
  return size;
}
