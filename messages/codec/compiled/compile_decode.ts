/**
 * Writes out decoders.
 *
 * @module
 */

import {
  type Codec,
  gapsOf,
  type IntegerShape,
  isFixed,
  isNested,
  LITTLE_ENDIAN,
  type Member,
  type TextShape,
} from "../codec.ts";
import { build, type Decode } from "./compile.ts";
import type { ResumeDecode } from "../decode_attributes.ts";
import { DecodeError } from "../errors.ts";
import { type Schema, type select, selectorOf } from "../schema.ts";
import { decodePlainText } from "../text.ts";
import { bytesAt } from "../wire.ts";
import { NLA_F_NESTED } from "../writer.ts";

/**
 * Writes out the decoder of a struct; `general` reads those of other lengths.
 */
export function compileStructDecoder(
  members: readonly Member[],
  size: number,
  general: (
    members: readonly Member[],
    size: number,
    view: DataView,
    start: number,
    end: number,
  ) => unknown,
): Decode | undefined {
  const codecs = members.map(({ codec }) => codec);
  // Text can have bytes behind its end, which the loops keep.
  if (codecs.some(({ shape }) => shape.kind === "string")) return undefined;
  return build<Decode>(
    { codecs, members, general },
    "view, start, end",
    `if (${
      [`end - start !== ${size}`, ...oddGaps(members, size, "start")].join(
        " || ",
      )
    }) {
      return general(members, ${size}, view, start, end);
    }
    return { ${memberValues(members)} };`,
  );
}

/** The properties of an object literal that reads the members of a struct. */
function memberValues(members: readonly Member[]): string {
  return members.map(({ name, offset, codec }, i) => {
    const end = offset + codec.size;
    const value = read(
      codec,
      `codecs[${i}]`,
      `start + ${offset}`,
      `start + ${end}`,
      "undefined",
    );
    return `${JSON.stringify(name)}: ${value}`;
  }).join(", ");
}

/**
 * Writes out the decoder of a set of attributes; `resume` reads irregular ones.
 */
export function compileAttributesDecoder(
  schema: Schema,
  resume: ResumeDecode,
  pick: typeof select,
): Decode | undefined {
  const { fields } = schema;
  const codecs = fields.map(({ codec }) => codec);
  const masks: string[] = [];
  const cases = new Map<number, string>();
  const types = [...schema.chosen.keys()];
  if (types.length > 31) return undefined;
  for (const [i, field] of fields.entries()) {
    const { name, type, codec, when } = field;
    const number = isNested(codec) ? type | NLA_F_NESTED : type;
    if (when !== undefined) {
      const picked = 1 << types.indexOf(type);
      cases.set(number, chosenCase(type, number !== type, picked));
      continue;
    }
    const bit = `seen${i >> 5}`;
    if ((i & 31) === 0 || masks.length <= i >> 5) masks[i >> 5] = bit;
    const depend = types.reduce(
      (bits, type, t) =>
        schema.chosen.get(type)!.some(({ when }) => when![0] === name)
          ? bits | 1 << t
          : bits,
      0,
    );
    const late = depend === 0 ? "" : `if (picked & ${depend}) ${RESUME}`;
    const selectedBy = selectorOf(field);
    const early = selectedBy === undefined
      ? ""
      : `if (value[${JSON.stringify(selectedBy)}] === undefined) ${RESUME}`;
    cases.set(number, late + early + plainCase(field, i, bit, 1 << (i & 31)));
  }
  const Value = valueClass(fields.map(({ name }) => name));
  if (Value === undefined) return undefined;
  const declarations = masks.filter(Boolean).map((mask) => `let ${mask} = 0;`);
  return build<Decode>(
    {
      codecs,
      schema,
      resume,
      pick,
      isPlain,
      isNested,
      plainText: decodePlainText,
      Value,
      DecodeError,
      isOddPadding,
    },
    "view, start, end, parent",
    `const value = new Value();
    ${declarations.join(" ")}
    let picked = 0;
    let last = -1;
    let at = start;
    try {
      while (end - at >= 4) {
        const length = view.getUint16(at, ${LITTLE_ENDIAN});
        const type = view.getUint16(at + 2, ${LITTLE_ENDIAN});
        if (length < 4 || length > end - at) ${RESUME}
        switch (type) {
          ${[...cases].map(([n, code]) => `case ${n}: ${code}`).join("\n")}
          default: ${RESUME}
        }
        last = type;
        at += (length + 3) & ~3;
      }
    } catch (error) {
      if (!(error instanceof DecodeError)) throw error;
      return resume(view, start, end, parent, value, at, true);
    }
    if (at !== end) ${RESUME}
    return value;`,
  );
}

/**
 * What `{}` makes, but with room for all properties from the start: objects
 * that outgrow their room cost a second allocation, and half as much time again
 * (measured).
 */
function valueClass(names: readonly string[]): unknown {
  const room = names.map((name) => `this[${JSON.stringify(name)}] = 0;`)
    .join(" ");
  return build<() => unknown>(
    {},
    "",
    `function Value(fill) { if (fill) { ${room} } }
    Value.prototype = Object.prototype;
    return Value;`,
  )?.();
}

/**
 * Writes out the decoder of a family header and attributes; `general` reads
 * short ones.
 */
export function compileMessageDecoder(
  header: Codec<unknown>,
  attributes: Codec<unknown>,
  general: Decode,
): Decode | undefined {
  const { shape, size } = header;
  if (shape.kind !== "struct") return undefined;
  const codecs = shape.members.map(({ codec }) => codec);
  if (codecs.some(({ shape }) => shape.kind === "string")) return undefined;
  const body = (size + 3) & ~3;
  return build<Decode>(
    { codecs, attributes, general },
    "view, start, end, parent",
    `if (${
      [
        `end - start < ${body}`,
        ...oddGaps(shape.members, body, "start"),
      ].join(" || ")
    }) return general(view, start, end, parent);
    const value = { ${memberValues(shape.members)}, attributes: undefined };
    value.attributes = attributes.decode(view, start + ${body}, end, value);
    return value;`,
  );
}

/** Leaves the attribute at hand, and all after it, to the loops. */
const RESUME = "return resume(view, start, end, parent, value, at, false);";

/** The code for an attribute that depends on nothing. */
function plainCase(
  { name, codec }: Schema["fields"][number],
  i: number,
  seen: string,
  bit: number,
): string {
  const property = `value[${JSON.stringify(name)}]`;
  const { shape } = codec;
  const many = shape.kind === "multi";
  const item = many ? shape.item : codec;
  const from = many ? `codecs[${i}].shape.item` : `codecs[${i}]`;
  const wanted = item.shape.kind === "struct"
    ? "length === 4"
    : isFixed(item) || item.shape.kind === "integer"
    ? `length !== ${4 + item.size}`
    : `length < ${4 + item.size}`;
  const check = `if (${wanted}) ${RESUME} ${paddingCheck(item)}`;
  const text = item.shape.kind === "string" && item.shape.length === undefined;
  const value = text
    ? "plainText(view, at + 4, at + length)"
    : read(item, from, "at + 4", "at + length", "value");
  const plain = item.shape.kind === "string" && text
    ? `if (${isIrregularText(item.shape, "item")}) ${RESUME}`
    : "";
  if (many) {
    return `{ ${check}
      const item = ${value}; ${plain}
      if (${property} === undefined) ${property} = [item];
      else if (last !== type) ${RESUME}
      else ${property}.push(item);
      break; }`;
  }
  const once = `if (${seen} & ${bit}) ${RESUME} ${seen} |= ${bit};`;
  return plain === ""
    ? `${check} ${once} ${property} = ${value}; break;`
    : `{ ${check} ${once} const item = ${value}; ${plain} ${property} = item; break; }`;
}

/** An expression for whether text is not what its bytes would be read as. */
export function isIrregularText(
  { withoutNul = [] }: TextShape,
  text: string,
): string {
  return [
    `${text} === undefined`,
    ...withoutNul.map((length) => `${text}.length === ${length}`),
  ].join(" || ");
}

/** The code for an attribute whose payload a sibling selects. */
function chosenCase(type: number, nested: boolean, bit: number): string {
  return `{
    if (picked & ${bit}) ${RESUME}
    const field = pick(schema, ${type}, value, parent);
    if (
      field === undefined || value[field.name] !== undefined ||
      isNested(field.codec) !== ${nested} ||
      !isPlain(field.codec, length - 4) ||
      ((length & 3) !== 0 && isOddPadding(view, at + length, length, end))
    ) ${RESUME}
    value[field.name] = field.codec.decode(view, at + 4, at + length, value);
    picked |= ${bit};
    break;
  }`;
}

/** The code that leaves padding to the loops that is not zero, or missing. */
function paddingCheck(item: Codec<unknown>): string {
  const { kind } = item.shape;
  if (kind === "struct" || (kind !== "integer" && !isFixed(item))) {
    return `if ((length & 3) !== 0 &&
      isOddPadding(view, at + length, length, end)) ${RESUME}`;
  }
  const length = 4 + item.size;
  const stop = (length + 3) & ~3;
  if (stop === length) return "";
  return `if (end - at < ${stop} || ${
    notZero("at", length, stop).join(" || ")
  }) ${RESUME}`;
}

/** Whether padding is missing, or not zero. */
function isOddPadding(
  view: DataView,
  at: number,
  length: number,
  end: number,
): boolean {
  const stop = at + (-length & 3);
  return stop > end || bytesAt(view, at, stop) !== undefined;
}

/** Expressions for whether any byte between members is not zero. */
function oddGaps(
  members: readonly Member[],
  size: number,
  start: string,
): string[] {
  return gapsOf(members, size).flatMap(([from, to]) =>
    notZero(start, from, to)
  );
}

/** Expressions for whether some bytes are not zero. */
function notZero(start: string, from: number, to: number): string[] {
  const tests: string[] = [];
  for (let at = from; at < to;) {
    const size = to - at >= 4 ? 4 : to - at >= 2 && at % 2 === 0 ? 2 : 1;
    tests.push(`view.getUint${8 * size}(${start} + ${at}) !== 0`);
    at += size;
  }
  return tests;
}

/** Whether a payload of `length` bytes needs no second look. */
function isPlain(codec: Codec<unknown>, length: number): boolean {
  const { kind } = codec.shape;
  if (kind === "struct") return length > 0;
  if (kind === "string") return false;
  return isFixed(codec) || kind === "integer"
    ? length === codec.size
    : length >= codec.size;
}

/** An expression that reads one value. */
function read(
  codec: Codec<unknown>,
  from: string,
  start: string,
  end: string,
  parent: string,
): string {
  const { shape } = codec;
  if (shape.kind !== "integer" || shape.narrow === true) {
    return `${from}.decode(view, ${start}, ${end}, ${parent})`;
  }
  return readInteger(shape, start);
}

/** An expression that reads an integer. */
export function readInteger(
  { bits, signed, bigEndian }: IntegerShape,
  at: string,
): string {
  const sign = signed ? "Int" : "Uint";
  if (bits !== 64) return `view.get${sign}${bits}(${at}, ${!bigEndian})`;
  // Each bigint is an object, but most counters are zero: sharing that one
  // leaves much less to collect.
  return `view.getInt32(${at}) === 0 && view.getInt32(${at} + 4) === 0
    ? 0n : view.getBig${sign}64(${at}, ${!bigEndian})`;
}
