/**
 * The words of in-situ measurements.
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
 * @throws {CommandError} If a word is wrong.
 */
export function takeIoam6(args: Arguments): Encapsulated {
  const encap: Ioam6Encap = { frequencyK: 1, frequencyN: 1, mode: INLINE };
  if (args.takeIf("freq")) Object.assign(encap, frequencyOf(args.take()));
  if (args.takeIf("mode")) {
    const word = args.take();
    const mode = IOAM6_MODES.indexOf(word);
    if (mode < 0) throw invalidArgument("Invalid mode", word);
    encap.mode = mode;
  }
  // As in `ip`, a word is needed where each of these could stand.
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
  const word = args.take();
  const { address, bytes } = addressOf(word, AF_INET6);
  if (bytes.length === 16) return address;
  throw invalidArgument(`Invalid IPv6 address for ${key}`, word);
}

function frequencyOf(
  word: string,
): Pick<Ioam6Encap, "frequencyK" | "frequencyN"> {
  if (word.length > 15) {
    throw invalidArgument("Invalid frequency (too long)", word);
  }
  const parts = word.split("/");
  const [k, n] = parts.map((part) => unsigned(part, 32, 10));
  if (parts.length !== 2 || k === undefined || n === undefined) {
    throw invalidArgument("Invalid frequency (malformed)", word);
  }
  if (k < 1 || k > MOST_PACKETS) {
    throw invalidArgument('Out of bound "k" frequency', word);
  }
  if (n < 1 || n > MOST_PACKETS) {
    throw invalidArgument('Out of bound "n" frequency', word);
  }
  if (k > n) throw invalidArgument("Frequency with k > n is forbidden", word);
  return { frequencyK: k, frequencyN: n };
}

function takeTrace(args: Arguments): Ioam6Trace {
  let type = 0;
  let namespaceId: number | undefined;
  let size = 0;
  for (;;) {
    if (args.takeIf("type")) {
      const word = args.take();
      if (type !== 0) throw duplicateOrGarbage("type", word);
      type = unsigned(word, 32) ?? 0;
      if (type === 0) throw invalidArgument("Invalid trace type", word);
    } else if (args.takeIf("ns")) {
      const word = args.take();
      if (namespaceId !== undefined) throw duplicateOrGarbage("ns", word);
      namespaceId = unsigned(word, 16);
      if (namespaceId === undefined) {
        throw invalidArgument("Invalid namespace ID", word);
      }
    } else if (args.takeIf("size")) {
      const word = args.take();
      if (size !== 0) throw duplicateOrGarbage("size", word);
      size = sizeOf(word);
    } else break;
  }
  if (type === 0) throw missingArgument("type");
  if (namespaceId === undefined) throw missingArgument("ns");
  if (size === 0) throw missingArgument("size");
  return {
    namespaceId,
    nodeLength: 0,
    remainingLength: size / 4,
    traceType: (type << 8) >>> 0,
  };
}

function sizeOf(word: string): number {
  const size = unsigned(word, 16) ?? 0;
  if (size === 0) throw invalidArgument("Invalid trace size", word);
  if (size % 4 !== 0) {
    throw invalidArgument("Trace size must be a 4-octet multiple", word);
  }
  if (size > MOST_BYTES) throw invalidArgument("Trace size is too big", word);
  return size;
}
