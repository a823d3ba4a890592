/**
 * What traces can be written for.
 *
 * @module
 */

import type { Codec, Field } from "./codec.ts";
import { select, selector, typeOf } from "./schema.ts";
import { NLA_TYPE_MASK } from "./writer.ts";

/** Thrown, and caught by traces, where an example has something irregular. */
export class Untraceable extends Error {}

/**
 * The field of an attribute, which has to have the flags that are usual; with
 * `anyway`, there may be none, and the flags do not matter.
 */
export function findField(
  fields: readonly Field[],
  type: number,
  known: object,
  parent: object,
  anyway: boolean,
): Field | undefined {
  const number = type & NLA_TYPE_MASK;
  const candidates = fields.filter((field) => field.type === number);
  const field = candidates.find(({ when }) => when === undefined) ??
    select(
      { chosen: new Map([[number, candidates]]) },
      number,
      known,
      parent,
    );
  const isUsual = field !== undefined && typeOf(field) === type;
  if (!isUsual && !anyway) throw new Untraceable();
  // What selects a field may still come.
  const isOpen = field === undefined &&
    candidates.some(({ when }) =>
      selector(when![0], known, parent) === undefined
    );
  if (isOpen) throw new Untraceable();
  return field;
}

/** Whether how a value is read depends on the set of attributes it is in. */
export function looksAround({ shape, decode }: Codec<unknown>): boolean {
  switch (shape.kind) {
    case "list":
    case "records":
      return looksAround(shape.item);
    case "attributes":
      return shape.fields.some(({ when }) =>
        when !== undefined && !shape.fields.some(({ name }) => name === when[0])
      );
    case "custom":
      return decode.length > 3;
    default:
      return false;
  }
}

/** What a message, or a set of attributes, is decoded to by no trace. */
export function exampleOf(
  header: Codec<unknown> | undefined,
  attributes: Codec<unknown>,
  view: DataView,
  start: number,
  end: number,
): unknown {
  if (header === undefined) return attributes.decode(view, start, end);
  const { size } = header;
  const value = header.decode(view, start, start + size) as {
    attributes: unknown;
  };
  const body = start + ((size + 3) & ~3);
  value.attributes = attributes.decode(view, body, end, value);
  return value;
}
