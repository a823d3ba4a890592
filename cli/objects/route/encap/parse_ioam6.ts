/**
 * The keywords of in-situ measurements.
 *
 * @module
 */

import {
  duplicateOrGarbage,
  invalidArgument,
  missingArgument,
} from "../../../parse/errors.ts";
import type { Arguments } from "../../../parse/grammar.ts";
import { unsigned } from "../../../parse/numbers.ts";
import { addressOf } from "../../../parse/prefixes.ts";
import { AF_INET6 } from "../../../../messages/families.ts";
import type {
  Ioam6Encap,
  Ioam6Trace,
} from "../../../../messages/route/encap/ioam6.ts";
import type { Encapsulated } from "./format.ts";
import { IOAM6_MODES } from "./names.ts";

const MOST_PACKETS = 1000000;
const MOST_BYTES = 244;
const INLINE = 1;

/**
 * Takes in-situ measurements.
 *
 * @param args The arguments.
 * @returns The encapsulation.
 * @throws {CommandError} If an argument is wrong.
 */
export function takeIoam6(args: Arguments): Encapsulated {
  const encap: Ioam6Encap = { frequencyK: 1, frequencyN: 1, mode: INLINE };
  if (args.takeIf("freq")) Object.assign(encap, frequencyOf(args.take()));
  if (args.takeIf("mode")) {
    const arg = args.take();
    const mode = IOAM6_MODES.indexOf(arg);
    if (mode < 0) throw invalidArgument("Invalid mode", arg);
    encap.mode = mode;
  }
  // As in `ip`, a keyword is needed where each of these could stand.
  const source = takeOuter(args, "tunsrc", encap);
  if (source !== undefined) encap.source = source;
  const destination = takeOuter(args, "tundst", encap);
  if (destination !== undefined) encap.destination = destination;
  else if (encap.mode !== INLINE) throw missingArgument("tundst");
  if (args.take() !== "trace") throw missingArgument("trace");
  if (args.take() !== "prealloc") throw missingArgument("prealloc");
  encap.trace = takeTrace(args);
  return { encapIoam6: encap };
}

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
  if (mode === INLINE) {
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
  if (k < 1 || k > MOST_PACKETS) {
    throw invalidArgument('Out of bound "k" frequency', arg);
  }
  if (n < 1 || n > MOST_PACKETS) {
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
  if (size > MOST_BYTES) throw invalidArgument("Trace size is too big", arg);
  return size;
}
