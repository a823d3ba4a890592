/**
 * Nested attributes whose types are keys.
 *
 * @module
 */

import {
  type Codec,
  DecodeError,
  EncodeError,
  isNested,
  list,
  LITTLE_ENDIAN,
  NLA_F_NESTED,
  NLA_TYPE_MASK,
} from "../codec/mod.ts";
import { writeBytes } from "../codec/lists.ts";
import { readPayload } from "../codec/payload.ts";
import {
  endOf,
  paddingAt,
  remember,
  type WireAttribute,
  wireOf,
  writeEnd,
} from "../codec/wire.ts";

/**
 * Values with keys, which are attribute types on the wire.
 *
 * @typeParam T One value.
 */
export type Keyed<T> = {
  /** Key. */
  key: number;
  /** Value. */
  value: T;
}[];

/**
 * A nest whose children all carry the same thing, under types that are keys:
 * numbers of commands, of attributes, of policies. What only shows bytes shows
 * them as a list.
 *
 * @typeParam T One value.
 * @param item Codec of one value.
 * @returns The codec.
 */
export function keyed<T>(item: Codec<T>): Codec<Keyed<T>> {
  const flag = isNested(item as Codec<unknown>) ? NLA_F_NESTED : 0;
  return {
    shape: {
      kind: "custom",
      name: "keyed attributes",
      samples: [[]],
      nestedFlag: true,
      layout: list(item) as Codec<unknown>,
    },
    size: 0,
    decode: (view, start, end, parent) => {
      const values: Keyed<T> = [];
      const entries: WireAttribute[] = [];
      let at = start;
      let stop = start;
      while (end - at >= 4) {
        const length = view.getUint16(at, LITTLE_ENDIAN);
        if (length < 4 || length > end - at) {
          throw new DecodeError(
            `Cannot decode keyed attributes: the length of item ${values.length} is ${length}`,
          );
        }
        const entry: WireAttribute = {
          type: view.getUint16(at + 2, LITTLE_ENDIAN),
        };
        const padding = paddingAt(view, at + length, length, end);
        if (padding !== undefined) entry.padding = padding;
        entries.push(entry);
        values.push({
          key: entry.type & NLA_TYPE_MASK,
          value: readPayload(item, entry, view, at + 4, at + length, parent),
        });
        stop = at + length;
        at += (length + 3) & ~3;
      }
      remember(values, { attributes: entries, ...endOf(view, stop, at, end) });
      return values;
    },
    encode: (writer, values, parent) => {
      if (!Array.isArray(values)) {
        throw new EncodeError(values, "is not an array");
      }
      const wire = wireOf(values);
      let last = -1;
      for (const [i, { key, value }] of values.entries()) {
        if (!Number.isInteger(key) || key < 0 || key > NLA_TYPE_MASK) {
          throw new EncodeError(key, "is not an attribute type", `[${i}].key`);
        }
        const original = wire?.attributes?.[i];
        const entry: WireAttribute =
          original !== undefined && (original.type & NLA_TYPE_MASK) === key
            ? original
            : { type: key | flag };
        last = writer.length;
        try {
          if (entry.raw !== undefined && Object.is(entry.value, value)) {
            writer.attribute(entry.type, writeBytes, entry.raw);
          } else writer.attribute(entry.type, item.encode, value, parent);
          writer.repad(last, entry.padding);
        } catch (error) {
          if (error instanceof EncodeError) {
            error.within("value");
            error.within(i);
          }
          throw error;
        }
      }
      writeEnd(writer, wire, last);
    },
  };
}
