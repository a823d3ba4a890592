/**
 * What follows `match` and `sample` in `tc filter … u32`: fields of packets, as
 * words that the kernel compares.
 *
 * @module
 */

import type { U32Mark, U32Selector } from "../../../messages/tc/filters/u32.ts";
import { AF_INET, AF_INET6 } from "../../../messages/families.ts";
import {
  CommandError,
  fail,
  incomplete,
  missingArgument,
} from "../../parse/errors.ts";
import { type Arguments, fits } from "../../parse/arguments.ts";
import { signed, unsigned } from "../../parse/numbers.ts";
import { readPrefix } from "../../parse/prefixes.ts";

/** What a selector is put into. */
export interface Selection {
  /** The keys. */
  readonly selector: U32Selector;
  /** Sets the mark that packets have to have. */
  readonly setMark: (mark: U32Mark) => void;
}

/** Something was wrong that has no text of its own. */
const WRONG = Symbol("wrong");

function check(holds: boolean): asserts holds {
  if (!holds) throw WRONG;
}

/** Where a word is: in bytes, and -1 if from the next header on. */
interface At {
  offset: number;
  offsetMask: number;
}

/** Joins a word to that of the same offset, if there is one. */
function pack(
  { selector }: Selection,
  value: number,
  mask: number,
  { offset, offsetMask }: At,
): void {
  value = (value & mask) >>> 0;
  for (const key of selector.keys) {
    if (key.offset !== offset || key.offsetMask !== offsetMask) continue;
    check(((value ^ key.value) & mask & key.mask) === 0);
    key.value = (key.value | value) >>> 0;
    key.mask = (key.mask | mask) >>> 0;
    return;
  }
  check(selector.keys.length < 128 && offset % 4 === 0);
  selector.keys.push({ mask, value, offset, offsetMask });
  selector.keyCount++;
}

/** A part of a word. */
function packBits(
  to: Selection,
  bits: 8 | 16 | 32,
  value: number,
  mask: number,
  { offset, offsetMask }: At,
): void {
  if (bits === 32) return pack(to, value, mask, { offset, offsetMask });
  check(value < 2 ** bits && mask < 2 ** bits);
  const byte = offset & 3;
  // A number of 16 bits is in either half; odd places are in the second one.
  const left = bits === 8 ? 24 - 8 * byte : byte === 0 ? 16 : 0;
  const at = { offset: offset & ~3, offsetMask };
  pack(to, value * 2 ** left, mask * 2 ** left, at);
}

const NEXT_HEADER = "nexthdr+";

/** An optional `at OFFSET`. */
function takeAt(args: Arguments, at: At): At {
  if (args.peek() !== "at") return at;
  args.take();
  let word = args.take();
  let { offsetMask } = at;
  if (word.length > NEXT_HEADER.length && word.startsWith(NEXT_HEADER)) {
    offsetMask = -1;
    word = word.slice(NEXT_HEADER.length);
  } else if (fits(word, `${NEXT_HEADER}*`)) {
    offsetMask = -1;
    word = args.take();
  }
  const offset = signed(word);
  check(offset !== undefined);
  return { offset, offsetMask };
}

/** `VALUE MASK`, and an optional place. */
function number(bits: 8 | 16 | 32, offset: number, offsetMask = 0): Field {
  return (args, to) => {
    check(args.left >= 2);
    const value = unsigned(args.take(), 32);
    check(value !== undefined);
    const mask = unsigned(args.take(), 32, 16);
    check(mask !== undefined);
    check(bits !== 8 || value <= 0xff && mask <= 0xff);
    packBits(to, bits, value, mask, takeAt(args, { offset, offsetMask }));
  };
}

/** A prefix, one word of the packet after the other. */
function prefix(family: number, offset: number): Field {
  return (args, to) => {
    check(args.left >= 1);
    const found = readPrefix(args.take(), family);
    check(found !== undefined);
    const at = takeAt(args, { offset, offsetMask: 0 });
    const bytes = new Uint8Array(family === AF_INET ? 4 : 16);
    bytes.set(found.bytes.slice(0, bytes.length));
    const view = new DataView(bytes.buffer);
    if (family === AF_INET) {
      return pack(to, view.getUint32(0), maskOf(found.length), at);
    }
    for (let bit = 0; bit < found.length; bit += 32) {
      pack(to, view.getUint32(bit / 8), maskOf(found.length - bit), {
        offset: at.offset + bit / 8,
        offsetMask: at.offsetMask,
      });
    }
  };
}

function maskOf(bits: number): number {
  if (bits <= 0) return 0;
  return bits >= 32 ? 0xffffffff : (0xffffffff << (32 - bits)) >>> 0;
}

/** A hardware address, byte after byte. */
function hardware(offset: number): Field {
  return (args, to) => {
    check(args.left >= 1);
    const word = args.take();
    const found = /^(?:([0-9a-f]{1,2}):){5}[0-9a-f]{1,2}/i.exec(word);
    if (found === null) {
      throw fail(1, `parse_ether_addr: improperly formed address '${word}'`);
    }
    const at = takeAt(args, { offset, offsetMask: 0 });
    for (const [i, byte] of found[0].split(":").entries()) {
      packBits(to, 8, parseInt(byte, 16), 0xff, {
        offset: at.offset + i,
        offsetMask: at.offsetMask,
      });
    }
  };
}

/** Bits of the word of fragments. */
function fragment(value: number, mask: number): Field {
  return (_, to) => packBits(to, 16, value, mask, { offset: 6, offsetMask: 0 });
}

const trafficClass: Field = (args, to) => {
  check(args.left >= 2);
  const value = unsigned(args.take(), 32);
  check(value !== undefined);
  const mask = unsigned(args.take(), 32, 16);
  check(mask !== undefined && value <= 0xff && mask <= 0xff);
  pack(to, value << 20, mask << 20, { offset: 0, offsetMask: 0 });
};

type Field = (args: Arguments, to: Selection) => void;
/** Fields by their words, as keys of a grammar. */
type Fields = Readonly<Record<string, Field>>;

const PORTS = { src: number(16, 0, -1), dst: number(16, 2, -1) };

/** Fields of each header; those whose words end alone are in `ALONE`. */
const HEADERS: Readonly<Record<string, Fields>> = {
  "ip*": {
    "src": prefix(AF_INET, 12),
    "dst": prefix(AF_INET, 16),
    "tos dsfield* precedence*": number(8, 1),
    "ihl": number(8, 0),
    "protocol": number(8, 9),
    "nofrag": fragment(0, 0x3fff),
    "firstfrag": fragment(0x2000, 0x3fff),
    "df": fragment(0x4000, 0x4000),
    "mf": fragment(0x2000, 0x2000),
    "dport": number(16, 22),
    "sport": number(16, 20),
    "icmp_type": number(8, 20),
    "icmp_code": number(8, 21),
  },
  "ip6*": {
    "src": prefix(AF_INET6, 8),
    "dst": prefix(AF_INET6, 24),
    "priority": trafficClass,
    "protocol": number(8, 6),
    "flowlabel": number(32, 0),
    "dport": number(16, 42),
    "sport": number(16, 40),
    "icmp_type": number(8, 40),
    "icmp_code": number(8, 41, 1),
  },
  "udp*": PORTS,
  "tcp*": PORTS,
  "icmp*": { type: number(8, 0, -1), code: number(8, 1, -1) },
};

const ALONE = new Set(["nofrag", "firstfrag", "df", "mf"]);

const NUMBERS: Readonly<Record<string, Field>> = {
  "u32*": number(32, 0),
  "u16*": number(16, 0),
  "u8*": number(8, 0),
};

const ETHER: Fields = { src: hardware(-8), dst: hardware(-14) };

function find<T>(table: Readonly<Record<string, T>>, word: string) {
  return Object.entries(table).find(([key]) => fits(word, key));
}

/** As `NEXT_ARG()`: another word has to follow. */
function demand(args: Arguments): void {
  if (args.left === 0) throw incomplete();
}

function takeMark(args: Arguments, to: Selection): void {
  if (args.left <= 1) throw missingArgument("mark");
  const value = unsigned(args.take(), 32);
  if (value === undefined) throw fail(1, 'Illegal "mark" value');
  const mask = unsigned(args.take(), 32);
  if (mask === undefined) throw fail(1, 'Illegal "mark" mask');
  demand(args);
  if (((value & mask) >>> 0) !== value) {
    throw fail(1, 'Illegal "mark" (impossible combination)');
  }
  to.setMark({ value, mask, success: 0 });
}

function takeHeader(args: Arguments, fields: Fields, to: Selection): void {
  check(args.left >= 2);
  const found = find(fields, args.take());
  check(found !== undefined);
  if (!ALONE.has(found[0])) demand(args);
  found[1](args, to);
}

function take(args: Arguments, to: Selection): void {
  check(args.left > 0);
  const word = args.take();
  const number = find(NUMBERS, word);
  if (number !== undefined) {
    demand(args);
    return number[1](args, to);
  }
  const header = find(HEADERS, word);
  if (header !== undefined) {
    demand(args);
    return takeHeader(args, header[1], to);
  }
  if (fits(word, "mark*")) {
    demand(args);
    return takeMark(args, to);
  }
  check(fits(word, "ether*"));
  demand(args);
  check(args.left >= 2);
  const name = args.peek()!;
  if (!(name in ETHER)) throw fail(1, `Unknown match: ether ${name}`);
  takeHeader(args, ETHER, to);
}

/**
 * Takes what follows `match` or `sample`.
 *
 * @param to What it is put into.
 * @param name The keyword before it.
 * @throws {CommandError} If it is wrong.
 */
export function takeSelector(
  args: Arguments,
  to: Selection,
  name: string,
): void {
  try {
    take(args, to);
  } catch (error) {
    if (error === WRONG) throw fail(1, `Illegal "${name}"`);
    if (!(error instanceof CommandError) || error.exits) throw error;
    throw new CommandError(1, false, `${error.message}Illegal "${name}"\n`);
  }
}
