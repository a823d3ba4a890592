/**
 * Writes out encoders. They check values as they go and leave it to the loops
 * to report what is wrong with one that does not fit, and to write what
 * follows.
 *
 * @module
 */

import { parseIpv4 } from "../address.ts";
import {
  type Field,
  type IntegerShape,
  isNested,
  LITTLE_ENDIAN,
  type Member,
} from "../codec.ts";
import { build, type Encode } from "./compile.ts";
import type { ResumeEncode } from "../encode_attributes.ts";
import { within } from "../errors.ts";
import type { Schema, select } from "../schema.ts";
import { wireOf } from "../wire.ts";
import { NLA_F_NESTED } from "../writer.ts";

/** Writes out the encoder of a struct; `general` writes all but plain ones. */
export function compileStructEncoder(
  members: readonly Member[],
  size: number,
  from: number,
  general: Encode,
): Encode | undefined {
  const reads: string[] = [];
  const writes: string[] = [];
  for (const [i, { name, offset, codec }] of members.entries()) {
    const { shape } = codec;
    if (shape.kind !== "integer" || shape.narrow === true) return undefined;
    reads.push(`const m${i} = value[${JSON.stringify(name)}];
      if (!(${fits(shape, `m${i}`)})) return general(writer, value);`);
    writes.push(write(shape, `at + ${offset - from}`, `m${i}`));
  }
  return build<Encode>(
    { general, wireOf },
    "writer, value",
    `if (typeof value !== "object" || value === null || wireOf(value) !== undefined) {
      return general(writer, value);
    }
    ${reads.join("\n")}
    writer.reserve(${from});
    const at = writer.reserve(${size - from});
    const view = writer.view;
    ${writes.join("\n")}`,
  );
}

/**
 * Writes out the encoder of a set of attributes; `resume` writes irregular
 * ones.
 */
export function compileAttributesEncoder(
  schema: Schema,
  resume: ResumeEncode,
  pick: typeof select,
): Encode | undefined {
  const { fields } = schema;
  const codecs = fields.map(({ codec }) => codec);
  // Comparing a name with each of sixty costs more than writing the attribute:
  // few have the same length.
  const byLength = new Map<number, string[]>();
  for (const [i, field] of fields.entries()) {
    const { name, codec: { shape } } = field;
    if (shape.kind === "multi") continue;
    const check = field.when === undefined
      ? ""
      : `if (!(${isChosen(schema, field, i)})) ${RESUME}`;
    const code = `case ${JSON.stringify(name)}: ${check} ${
      fieldCase(field, i)
    }`;
    const others = byLength.get(name.length);
    if (others === undefined) byLength.set(name.length, [code]);
    else others.push(code);
  }
  const cases = [...byLength].map(([length, codes]) =>
    `case ${length}: switch (name) {
      ${codes.join("\n")}
      default: ${RESUME}
    } break;`
  );
  return build<Encode>(
    { codecs, schema, pick, resume, wireOf, within, parseIpv4 },
    "writer, value, parent",
    `if (
      typeof value !== "object" || value === null ||
      value.unknown !== undefined || wireOf(value) !== undefined
    ) return resume(writer, value, parent);
    let at;
    let view;
    let name;
    let number;
    let odd = false;
    try {
      loop: for (name in value) {
        const item = value[name];
        if (item === undefined) continue;
        switch (name.length) {
          ${cases.join("\n")}
          default: ${RESUME}
        }
      }
    } catch (error) {
      throw within(error, name);
    }
    if (odd) resume(writer, value, parent, name);`,
  );
}

/** An expression for whether a field is the one of its type that is chosen. */
function isChosen({ chosen }: Schema, field: Field, i: number): string {
  const others = chosen.get(field.type)!.filter((other) => other !== field);
  const all = [field, ...others];
  const names = new Set(all.map(({ when }) => when![0]));
  const values = new Set(all.map(({ when }) => when![1]));
  const isPlain = names.size === 1 && values.size === all.length &&
    values.values().every((value) => value === null || isLiteral(value));
  if (!isPlain) {
    return `pick(schema, ${field.type}, value, parent, true) === schema.fields[${i}]`;
  }
  const [name, wanted] = field.when!;
  const property = JSON.stringify(name);
  const found = `(value[${property}] ?? parent?.[${property}])`;
  if (wanted !== null) return `${found} === ${JSON.stringify(wanted)}`;
  if (others.length === 0) return "true";
  return others.map(({ when }) => `${found} !== ${JSON.stringify(when![1])}`)
    .join(" && ");
}

function isLiteral(value: unknown): boolean {
  return typeof value === "number" || typeof value === "string";
}

/** Leaves the property at hand, and all after it, to the loops. */
const RESUME = "{ odd = true; break loop; }";

/** The code for one attribute. */
function fieldCase({ type, codec }: Field, i: number): string {
  const { shape } = codec;
  const flagged = isNested(codec) ? type | NLA_F_NESTED : type;
  if (shape.kind === "ip" && shape.length !== 16) {
    return `if (item === null) ${RESUME}
      number = typeof item === "string" ? parseIpv4(item) : -1;
      if (number < 0) {
        writer.attribute(${flagged}, codecs[${i}].encode, item, value); break;
      }
      at = writer.reserve(8);
      view = writer.view;
      ${writeHead(8, type)}
      view.setUint32(at + 4, number); break;`;
  }
  if (shape.kind !== "integer" || shape.narrow === true) {
    return `if (item === null) ${RESUME}
      writer.attribute(${flagged}, codecs[${i}].encode, item, value); break;`;
  }
  const length = 4 + codec.size;
  return `if (!(${fits(shape, "item")})) ${RESUME}
    at = writer.reserve(${(length + 3) & ~3});
    view = writer.view;
    ${writeHead(length, type)}
    ${write(shape, "at + 4", "item")} break;`;
}

/** A statement that writes length and type of an attribute in one. */
function writeHead(length: number, type: number): string {
  const word = LITTLE_ENDIAN ? length | type << 16 : length << 16 | type;
  return `view.setUint32(at, ${word >>> 0}, ${LITTLE_ENDIAN});`;
}

/** An expression for whether a value is an integer of a shape. */
function fits({ bits, signed }: IntegerShape, value: string): string {
  if (bits === 64) {
    const as = signed ? "asIntN" : "asUintN";
    return `typeof ${value} === "bigint" && BigInt.${as}(64, ${value}) === ${value}`;
  }
  if (bits === 32) {
    return signed
      ? `(${value} | 0) === ${value}`
      : `(${value} >>> 0) === ${value}`;
  }
  const shift = 32 - bits;
  return `((${value} << ${shift}) ${
    signed ? ">>" : ">>>"
  } ${shift}) === ${value}`;
}

/** A statement that writes one integer. */
function write(
  { bits, signed, bigEndian }: IntegerShape,
  at: string,
  value: string,
): string {
  const big = bits === 64 ? "Big" : "";
  const sign = signed ? "Int" : "Uint";
  return `view.set${big}${sign}${bits}(${at}, ${value}, ${!bigEndian});`;
}
