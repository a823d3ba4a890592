/**
 * What a set of attributes is made of, and how its fields are found.
 *
 * @module
 */

import type { FieldOf } from "./codec.ts";
import { type Codec, type Field, isNested, LITTLE_ENDIAN } from "./codec.ts";
import { DecodeError } from "./errors.ts";
import { NLA_F_NESTED, NLA_TYPE_MASK } from "./writer.ts";

/** How the attributes of one set are found. */
export interface Schema {
  /** All of them. */
  readonly fields: readonly Field[];
  /** By the property that carries them. */
  readonly named: ReadonlyMap<string, Field>;
  /** By type, those that depend on nothing. */
  readonly plain: ReadonlyMap<number, Field>;
  /** By type, those whose payload depends on a sibling. */
  readonly chosen: ReadonlyMap<number, readonly Field[]>;
  /** Names of the properties that those depend on. */
  readonly selectors: ReadonlySet<string>;
  /** Type of the attributes that are padding. */
  readonly pad: number | undefined;
}

/** Puts fields where each of those who look for them finds them. */
export function indexFields(
  fields: Readonly<Record<string, FieldOf<unknown>>>,
  pad?: number,
): Schema {
  const list: Field[] = [];
  const named = new Map<string, Field>();
  const plain = new Map<number, Field>();
  const chosen = new Map<number, Field[]>();
  const selectors = new Set<string>();
  for (const [name, [uapiName, type, codec, when]] of Object.entries(fields)) {
    const field = when === undefined
      ? { name, uapiName, type, codec }
      : { name, uapiName, type, codec, when };
    list.push(field);
    named.set(name, field);
    if (when === undefined) {
      plain.set(type, field);
      continue;
    }
    selectors.add(when[0]);
    const others = chosen.get(type);
    if (others === undefined) chosen.set(type, [field]);
    else others.push(field);
  }
  return { fields: list, named, plain, chosen, selectors, pad };
}

/**
 * The field that `value`, or what encloses it, selects for attributes of a
 * type. While the selector may still come, `complete` is false and the choice
 * for all other selectors is not made yet.
 */
export function select(
  schema: Pick<Schema, "chosen">,
  type: number,
  value: object,
  parent: object | undefined,
  complete = false,
): Field | undefined {
  let otherwise: Field | undefined;
  for (const field of schema.chosen.get(type) ?? []) {
    const found = selector(field.when![0], value, parent);
    if (found === field.when![1]) return field;
    if (field.when![1] === null && (complete || found !== undefined)) {
      otherwise = field;
    }
  }
  return otherwise;
}

/** The value that a choice depends on. */
export function selector(
  name: string,
  value: object,
  parent: object | undefined,
): unknown {
  return (value as Record<string, unknown>)[name] ??
    (parent as Record<string, unknown> | undefined)?.[name];
}

/** The sibling that selects how the set of attributes in a field is read. */
export function selectorOf({ codec: { shape } }: Field): string | undefined {
  return shape.kind === "attributes" ? shape.selectedBy : undefined;
}

/** The type, with flags, that a field is written with. */
export function typeOf({ type, codec }: Field): number {
  return isNested(codec) ? type | NLA_F_NESTED : type;
}

/** The field of an attribute, for those who walk bytes without decoding. */
export function fieldOf(
  fields: readonly Field[],
  type: number,
  seen: object,
  parent: object | undefined,
): Field | undefined {
  const candidates = fields.filter((field) => field.type === type);
  return candidates.find(({ when }) =>
    when === undefined || selector(when[0], seen, parent) === when[1]
  ) ?? candidates.find(({ when }) => when?.[1] === null);
}

/** The values in some bytes that decide how other attributes are read. */
export function selectorsIn(
  fields: readonly Field[],
  view: DataView,
  start: number,
  end: number,
): Record<string, unknown> {
  const names = new Set(fields.map(({ when }) => when?.[0]));
  const seen: Record<string, unknown> = {};
  for (let at = start; end - at >= 4;) {
    const length = view.getUint16(at, LITTLE_ENDIAN);
    if (length < 4 || length > end - at) break;
    const type = view.getUint16(at + 2, LITTLE_ENDIAN) & NLA_TYPE_MASK;
    const field = fields.find((field) =>
      field.type === type && names.has(field.name)
    );
    if (field !== undefined && length - 4 >= field.codec.size) {
      seen[field.name] = tryDecode(field.codec, view, at + 4, at + length);
    }
    at += (length + 3) & ~3;
  }
  return seen;
}

/** A value, for those who walk bytes; `undefined` if the bytes make no sense. */
export function tryDecode(
  codec: Codec<unknown>,
  view: DataView,
  start: number,
  end: number,
): unknown {
  try {
    return codec.decode(view, start, end);
  } catch (error) {
    if (error instanceof DecodeError) return undefined;
    throw error;
  }
}
