/**
 * Reads sets of attributes, whatever they look like.
 *
 * @module
 */

import type { Attributes } from "./attributes.ts";
import { type Field, LITTLE_ENDIAN } from "./codec.ts";
import { DecodeError } from "./errors.ts";
import { readPayload } from "./payload.ts";
import { type Schema, select, typeOf } from "./schema.ts";
import { copy, remember, type WireAttribute } from "./wire.ts";
import { NLA_TYPE_MASK } from "./writer.ts";

interface Met extends WireAttribute {
  at: number;
  end: number;
}

const NOTHING = new Uint8Array();

/** Reads attributes one by one and notes whatever the value will not show. */
export function decodeAttributes(
  schema: Schema,
  view: DataView,
  start: number,
  end: number,
  parent: object | undefined,
): Attributes {
  const value: Attributes & Record<string, unknown> = {};
  const met: Met[] = [];
  const later: Met[] = [];
  let at = start;
  while (end - at >= 4) {
    const length = view.getUint16(at, LITTLE_ENDIAN);
    if (length < 4 || length > end - at) break;
    const type = view.getUint16(at + 2, LITTLE_ENDIAN);
    const entry: Met = { type, at: at + 4, end: at + length };
    met.push(entry);
    const number = type & NLA_TYPE_MASK;
    const field = schema.plain.get(number) ??
      select(schema, number, value, parent);
    if (type === schema.pad && length === 4) entry.raw = NOTHING;
    else if (field === undefined && schema.chosen.has(number)) {
      later.push(entry);
    } else read(field, entry);
    at += (length + 3) & ~3;
  }
  for (const entry of later) {
    const type = entry.type & NLA_TYPE_MASK;
    read(select(schema, type, value, parent, true), entry);
  }

  function read(field: Field | undefined, entry: Met): void {
    if (field === undefined) return keep(entry);
    const { name, codec: { shape } } = field;
    const many = shape.kind === "multi";
    const codec = many ? shape.item : field.codec;
    let item: unknown;
    try {
      item = readPayload(codec, entry, view, entry.at, entry.end, value);
    } catch (error) {
      if (error instanceof DecodeError) return keep(entry);
      throw error;
    }
    entry.name = name;
    if (many) {
      const items = (value[name] ??= []) as unknown[];
      entry.index = items.push(item) - 1;
    } else {
      if (name in value) supersede(name);
      value[name] = item;
    }
  }

  function supersede(name: string): void {
    const earlier = met.find((entry) =>
      entry.name === name && entry.superseded !== true
    );
    if (earlier === undefined) return;
    earlier.superseded = true;
    earlier.raw = copy(view, earlier.at, earlier.end);
  }

  function keep(entry: Met): void {
    entry.unknown = {
      type: entry.type,
      data: copy(view, entry.at, entry.end),
    };
    (value.unknown ??= []).push(entry.unknown);
  }

  const tail = at < end ? copy(view, at, end) : undefined;
  if (tail !== undefined || !isCanonical(schema, value, met)) {
    remember(value, {
      attributes: met,
      ...(tail === undefined ? {} : { tail }),
    });
  }
  return value;
}

/** Whether encoding `value` without further knowledge gives what was met. */
function isCanonical(
  schema: Schema,
  value: Attributes & Record<string, unknown>,
  met: readonly WireAttribute[],
): boolean {
  let i = 0;
  for (const name of Object.keys(value)) {
    if (name === "unknown") continue;
    const field = schema.named.get(name)!;
    const count = field.codec.shape.kind === "multi"
      ? (value[name] as unknown[]).length
      : 1;
    for (let n = 0; n < count; n++) {
      const entry = met[i++];
      if (
        entry?.name !== name || entry.raw !== undefined ||
        entry.type !== typeOf(field)
      ) return false;
    }
  }
  return (value.unknown ?? []).every((attribute) =>
    met[i++]?.unknown === attribute
  ) && i === met.length;
}
