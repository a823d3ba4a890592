/**
 * What each kind of condition takes: `cmp(…)`, `nbyte(…)`, `u32(…)`, `meta(…)`,
 * `canid(…)`; others have files of their own.
 *
 * @module
 */

import {
  CAN_EFF_FLAG,
  CAN_EFF_MASK,
  CAN_SFF_MASK,
  type CanIdEmatch,
  type CmpEmatch,
  EMATCH_ALIGNMENTS,
  EMATCH_OPERATORS,
  type EmatchKinds,
  type NbyteEmatch,
  TCF_EM_CMP_TRANS,
} from "../../../messages/tc/ematches/kinds.ts";
import type { U32Key } from "../../../messages/tc/filters/u32_key.ts";
import type { Form } from "../../parse/form.ts";
import type { Context } from "../../runtime/context.ts";
import { IPSET_FORM, parseIpset } from "./ipset.ts";
import { refuseIpt } from "./ipt.ts";
import type { Token } from "./lexer.ts";
import { EmatchError, numberOf, Taker } from "./taker.ts";
import { META_FORM, parseMeta } from "./meta.ts";

export { EmatchError } from "./taker.ts";

/** How a kind of condition is parsed. */
export interface EmatchParser<D> {
  /** What may be in its parentheses. */
  readonly form: Form;
  /**
   * Parses what is in its parentheses.
   *
   * @throws {EmatchError} If it is wrong.
   */
  readonly parse: (args: readonly Token[], context: Context) => D | Promise<D>;
}

const LAYER = "[ layer { link | network | transport | NUMBER } ]";
const LAYERS: Readonly<Record<string, number>> = { l: 0, n: 1, t: 2 };
const MOST_LAYER = 2;

/** Where an offset counts from: the first letter of a name will do. */
function takeLayer(taker: Taker): number {
  const word = taker.argument();
  const layer = LAYERS[word.text[0]!] ?? numberOf(word);
  if (layer === undefined) throw taker.error("invalid layer", word);
  if (layer > MOST_LAYER) {
    throw taker.error(`illegal layer, must be in 0..${MOST_LAYER}`, word);
  }
  return Number(layer);
}

const widths = EMATCH_ALIGNMENTS as Readonly<Record<string, number>>;
const operators = EMATCH_OPERATORS as Readonly<Record<string, number>>;

function takeWidth(taker: Taker): number {
  const word = taker.next()!;
  if (!Object.hasOwn(widths, word.text)) {
    throw taker.error("invalid alignment", word);
  }
  return widths[word.text]!;
}

const u16 = (value: bigint) => Number(BigInt.asUintN(16, value));
const u32 = (value: bigint) => Number(BigInt.asUintN(32, value));

function parseCmp(args: readonly Token[]): CmpEmatch {
  const taker = new Taker("cmp", args);
  const align = takeWidth(taker);
  let [layer, flags, operator] = [1, 0, 0];
  let mask = 0n;
  let offset: bigint | undefined;
  let value: bigint | undefined;
  for (let word; (word = taker.next()) !== undefined;) {
    const { text } = word;
    if (text === "at") offset = taker.number("invalid offset, must be numeric");
    else if (text === "layer") layer = takeLayer(taker);
    else if (text === "mask") mask = taker.number("invalid mask");
    else if (text === "trans") flags |= TCF_EM_CMP_TRANS;
    else if (Object.hasOwn(operators, text)) {
      operator = operators[text]!;
      value = taker.number("invalid value");
    } else throw new EmatchError("cmp", args, word, "nbyte: unknown parameter");
  }
  if (offset === undefined || value === undefined) {
    throw taker.error("offset and value required");
  }
  return {
    value: u32(value),
    mask: u32(mask),
    offset: u16(offset),
    alignAndFlags: align | flags << 4,
    layerAndOperator: layer | operator << 4,
  };
}

function parseNbyte(args: readonly Token[]): NbyteEmatch {
  const taker = new Taker("nbyte", args);
  const { bytes: pattern } = taker.next()!;
  if (pattern.length === 0) throw taker.error("needle length is 0", args[0]);
  let layer = 1;
  let offset: bigint | undefined;
  for (let word; (word = taker.next()) !== undefined;) {
    const { text } = word;
    if (text === "at") offset = taker.number("invalid offset, must be numeric");
    else if (text === "layer") layer = takeLayer(taker);
    else throw taker.error("unknown parameter", word);
  }
  if (offset === undefined) throw taker.error("offset required");
  return {
    offset: u16(offset),
    lengthAndLayer: pattern.length & 0xfff | layer << 12,
    pattern,
  };
}

const NEXT_HEADER = "nexthdr+";

function parseU32(args: readonly Token[]): U32Key {
  const taker = new Taker("u32", args);
  const width = takeWidth(taker);
  let key = taker.required("key", "invalid key, must be numeric");
  let mask = taker.required("mask", "invalid mask, must be numeric");
  const at = taker.next();
  if (at?.text !== "at") throw taker.error('missing "at"', at);
  let word = taker.next();
  if (word === undefined) throw taker.error("missing offset");
  let offset: bigint | undefined;
  let offsetMask = 0;
  const { text } = word;
  if (text.length > NEXT_HEADER.length && text.startsWith(NEXT_HEADER)) {
    offsetMask = -1;
    offset = numberOf({ ...word, text: text.slice(NEXT_HEADER.length) }) ?? 0n;
  } else {
    if (text === NEXT_HEADER) {
      word = taker.next();
      if (word === undefined) throw taker.error("missing offset");
    }
    offset = numberOf(word);
  }
  if (offset === undefined) throw taker.error("invalid offset", word);
  const trailer = taker.next();
  if (trailer !== undefined) throw taker.error("unexpected trailer", trailer);
  if (width !== 4) {
    const most = width === 1 ? 0xffn : 0xffffn;
    const called = `(>0x${most.toString(16).toUpperCase()})`;
    if (key > most) throw taker.plain(`Illegal key ${called}`, word);
    if (mask > most) throw taker.plain(`Illegal mask ${called}`, word);
    const byte = offset & 3n;
    const left = width === 1 ? 24n - byte * 8n : byte === 0n ? 16n : 0n;
    key <<= left;
    mask <<= left;
    offset &= ~3n;
  }
  if (offset % 4n !== 0n) {
    const text = "invalid offset alignment, must be aligned to 4.";
    throw taker.error(text, word);
  }
  return {
    mask: u32(mask),
    value: u32(key & mask),
    offset: Number(BigInt.asIntN(32, offset)),
    offsetMask,
  };
}

/** How many fit, as the array grows by doubling from 25 on. */
const MOST_CAN_IDS = 400;

function parseCanIds(args: readonly Token[]): CanIdEmatch[] {
  const taker = new Taker("canid", args);
  const ids: CanIdEmatch[] = [];
  for (let word; (word = taker.next()) !== undefined;) {
    const isLong = word.text === "eff";
    if (!isLong && word.text !== "sff") throw taker.error("invalid key", word);
    const given = taker.argument();
    const found = /^\s*(?:0x)?([0-9a-f]+)(?::(?:0x)?([0-9a-f]+))?/i.exec(
      given.text,
    );
    if (found === null) {
      throw taker.error("Improperly formed CAN ID & mask\n", given);
    }
    if (ids.length === MOST_CAN_IDS) {
      throw taker.error("Too many arguments on input\n", given);
    }
    const [, id, mask] = found;
    const all = isLong ? CAN_EFF_MASK : CAN_SFF_MASK;
    const bits = mask === undefined ? all : parseInt(mask, 16);
    ids.push({
      id: (parseInt(id!, 16) | (isLong ? CAN_EFF_FLAG : 0)) >>> 0,
      mask: (bits | CAN_EFF_FLAG) >>> 0,
    });
  }
  return ids;
}

const OPERATOR = "{ eq | lt | gt }";

/** How each kind is parsed. */
export const ematchParsers: {
  readonly [K in keyof EmatchKinds]?: EmatchParser<
    Exclude<EmatchKinds[K], undefined>
  >;
} = {
  cmp: {
    form:
      `{ u8 | u16 | u32 } at OFFSET ${LAYER} [ mask MASK ] [ trans ] ${OPERATOR} VALUE`,
    parse: parseCmp,
  },
  nbyte: { form: `NEEDLE at OFFSET ${LAYER}`, parse: parseNbyte },
  u32: {
    form: "{ u8 | u16 | u32 } VALUE MASK at [ nexthdr+ ] OFFSET",
    parse: parseU32,
  },
  meta: { form: META_FORM, parse: parseMeta },
  canid: { form: "{ sff | eff } CANID", parse: parseCanIds },
  ipset: { form: IPSET_FORM, parse: parseIpset },
  ipt: {
    form: "[ -6 ] -m MATCH_NAME [ MATCH_OPTS ]",
    parse: (args) => Promise.reject(refuseIpt(args)),
  },
};
