/**
 * Writes sets of attributes: in the canonical way, or as they were read.
 *
 * @module
 */

import type { Attributes, RawAttribute } from "./codec.ts";
import { type Field, isNested } from "./codec.ts";
import { EncodeError, within } from "./errors.ts";
import { writeBytes } from "./lists.ts";
import { type Schema, select, selector, typeOf } from "./schema.ts";
import { type WireAttribute, wireOf, writeEnd } from "./wire.ts";
import { NLA_F_NESTED, type Writer } from "./writer.ts";

/** Goes on where a compiled encoder stopped: with the property `from`. */
export type ResumeEncode = (
  writer: Writer,
  value: Attributes,
  parent: object | undefined,
  from?: string,
) => void;

/**
 * Writes all attributes of `value`, or those of the property `from` and later
 * ones.
 */
export function encodeAttributes(
  schema: Schema,
  writer: Writer,
  value: Attributes,
  parent: object | undefined,
  from?: string,
): void {
  if (typeof value !== "object" || value === null) {
    throw new EncodeError(value, "is not an object");
  }
  let skipping = from !== undefined;
  const wire = wireOf(value);
  const written = wire?.attributes === undefined
    ? undefined
    : encodeInOrder(schema, writer, value, wire.attributes);
  const afterEntries = writer.length;
  const properties = value as Record<string, unknown>;
  for (const name in properties) {
    if (skipping && name !== from) continue;
    skipping = false;
    const item = properties[name];
    if (item === undefined || name === "unknown") continue;
    const field = schema.named.get(name);
    if (field === undefined) {
      throw new EncodeError(item, "has no place in these attributes", name);
    }
    const count = written?.counts.get(name);
    if (count !== undefined) {
      if (field.codec.shape.kind !== "multi") continue;
      encodeMulti(field, writer, value, count);
      continue;
    }
    if (field.when !== undefined) checkChoice(schema, field, value, parent);
    encodeField(field, typeOf(field), writer, item, value);
  }
  for (const attribute of value.unknown ?? []) {
    if (written?.unknown.has(attribute)) continue;
    writer.attribute(attribute.type, writeBytes, attribute.data);
  }
  writeEnd(
    writer,
    wire,
    writer.length === afterEntries ? written?.last ?? -1 : -1,
  );
}

function encodeField(
  field: Field,
  type: number,
  writer: Writer,
  item: unknown,
  value: object,
): void {
  if (item === null) throw new EncodeError(item, "has no bytes", field.name);
  if (field.codec.shape.kind === "multi") {
    return encodeMulti(field, writer, value, 0);
  }
  try {
    writer.attribute(type, field.codec.encode, item, value);
  } catch (error) {
    throw within(error, field.name);
  }
}

/**
 * Writes the items of an attribute that occurs several times, from `first` on.
 */
function encodeMulti(
  { name, type, codec }: Field,
  writer: Writer,
  value: object,
  first: number,
): void {
  const items = (value as Record<string, unknown>)[name];
  if (!Array.isArray(items)) {
    throw new EncodeError(items, "is not an array", name);
  }
  const flags = isNested(codec) ? NLA_F_NESTED : 0;
  const { shape } = codec;
  if (shape.kind !== "multi") return;
  for (let i = first; i < items.length; i++) {
    try {
      writer.attribute(type | flags, shape.item.encode, items[i], value);
    } catch (error) {
      throw within(within(error, i), name);
    }
  }
}

function checkChoice(
  schema: Schema,
  field: Field,
  value: object,
  parent: object | undefined,
): void {
  const { name, when } = field;
  if (select(schema, field.type, value, parent, true) !== field) {
    const found = selector(when![0], value, parent);
    throw new EncodeError(
      (value as Record<string, unknown>)[name],
      `goes with ${when![0]} ${
        when![1] === null ? "of other values" : JSON.stringify(when![1])
      }, which is ${JSON.stringify(found)}`,
      name,
    );
  }
}

/** What has been written already. */
interface Written {
  /** How many values of each property. */
  readonly counts: Map<string, number>;
  /** Attributes that this library has no name for. */
  readonly unknown: Set<RawAttribute>;
  /**
   * Where the last attribute starts, if it is the last that was read; else -1.
   */
  last: number;
}

/**
 * Writes the attributes that were read, in the order and with the flags they
 * had.
 */
function encodeInOrder(
  schema: Schema,
  writer: Writer,
  value: Attributes,
  entries: readonly WireAttribute[],
): Written {
  const written: Written = { counts: new Map(), unknown: new Set(), last: -1 };
  const known = new Set(value.unknown);
  for (const entry of entries) {
    const start = writer.length;
    encodeEntry(schema, writer, value, entry, known, written);
    written.last = writer.length > start ? start : -1;
    if (written.last >= 0) writer.repad(start, entry.padding);
  }
  return written;
}

/** Writes one attribute, unless the value has lost it meanwhile. */
function encodeEntry(
  schema: Schema,
  writer: Writer,
  value: Attributes,
  entry: WireAttribute,
  known: ReadonlySet<RawAttribute>,
  written: Written,
): void {
  const { name, unknown, type, raw, index } = entry;
  if (unknown !== undefined) {
    if (known.has(unknown)) {
      written.unknown.add(unknown);
      writer.attribute(unknown.type, writeBytes, unknown.data);
    }
    return;
  }
  if (name === undefined) return writer.attribute(type, writeBytes, raw!);
  const properties = value as Record<string, unknown>;
  const field = schema.named.get(name)!;
  const item = index === undefined
    ? properties[name]
    : (properties[name] as unknown[] | undefined)?.[index];
  if (item === undefined) return;
  if (entry.superseded) return writer.attribute(type, writeBytes, raw!);
  written.counts.set(name, (index ?? 0) + 1);
  if (raw !== undefined && Object.is(item, entry.value)) {
    writer.attribute(type, writeBytes, raw);
  } else if (index === undefined) {
    encodeField(field, type, writer, item, value);
  } else if (field.codec.shape.kind === "multi") {
    try {
      writer.attribute(type, field.codec.shape.item.encode, item, value);
    } catch (error) {
      throw within(within(error, index), name);
    }
  }
}
