/**
 * Reads sets of attributes, whatever they look like.
 *
 * @module
 */

import type { Attributes } from "./codec.ts";
import { type Field, LITTLE_ENDIAN } from "./codec.ts";
import { DecodeError } from "./errors.ts";
import { readPayload } from "./payload.ts";
import { type Schema, select, selectorOf, typeOf } from "./schema.ts";
import {
  copy,
  endOf,
  paddingAt,
  remember,
  type WireAttribute,
} from "./wire.ts";
import { NLA_TYPE_MASK } from "./writer.ts";

interface AttributeEntry extends WireAttribute {
  at: number;
  end: number;
}

/** A set that is being read. */
type Values = Attributes & Record<string, unknown>;

/**
 * Goes on where a compiled decoder stopped: `value` has what was read up to
 * `from`, and `malformed` means that the attribute there cannot be read.
 */
export type ResumeDecode = (
  view: DataView,
  start: number,
  end: number,
  parent: object | undefined,
  value: Attributes,
  from: number,
  malformed: boolean,
) => Attributes;

const NOTHING = new Uint8Array();

/** Reads attributes one by one and notes whatever the value will not show. */
export function decodeAttributes(
  schema: Schema,
  view: DataView,
  start: number,
  end: number,
  parent: object | undefined,
  begun: Attributes = {},
  from: number = start,
  malformed = false,
): Attributes {
  const value = begun as Values;
  const reader = new Reader(schema, view, parent, value);
  reader.noteEntries(start, from);
  let at = from;
  while (end - at >= 4) {
    const length = view.getUint16(at, LITTLE_ENDIAN);
    if (length < 4 || length > end - at) break;
    reader.meet(at, length, end, malformed && at === from);
    at += (length + 3) & ~3;
  }
  reader.finish();
  const { entries } = reader;
  if (at !== end || !isCanonical(schema, value, entries)) {
    remember(value, {
      attributes: entries,
      ...endOf(view, entries.at(-1)?.end ?? at, at, end),
    });
  }
  return value;
}

/** Reads one set. */
class Reader {
  readonly #schema: Schema;
  readonly #view: DataView;
  readonly #parent: object | undefined;
  readonly #value: Values;
  /** All attributes so far. */
  readonly entries: AttributeEntry[] = [];
  /** Those that wait for what selects how they are read. */
  readonly #later: AttributeEntry[] = [];
  /** Sets that a compiled decoder has read as a property here selects. */
  readonly #nested: [
    field: Field,
    entry: AttributeEntry,
    changed: boolean,
  ][] = [];
  /** Whether an attribute has been read as a sibling or the parent selects. */
  #selected = false;
  /** Whether something that selects came after that. */
  #reselected = false;
  /**
   * The attribute behind each property; made when the first one comes again.
   */
  #holders: Map<string, AttributeEntry> | undefined;

  constructor(
    schema: Schema,
    view: DataView,
    parent: object | undefined,
    value: Values,
  ) {
    this.#schema = schema;
    this.#view = view;
    this.#parent = parent;
    this.#value = value;
  }

  /**
   * Notes attributes whose values are there already; all of them are regular.
   */
  noteEntries(start: number, end: number): void {
    const { plain, chosen } = this.#schema;
    for (let at = start; at < end;) {
      const length = this.#view.getUint16(at, LITTLE_ENDIAN);
      const type = this.#view.getUint16(at + 2, LITTLE_ENDIAN);
      const number = type & NLA_TYPE_MASK;
      const entry: AttributeEntry = { type, at: at + 4, end: at + length };
      const field = plain.get(number) ??
        chosen.get(number)?.find(({ name }) =>
          Object.hasOwn(this.#value, name)
        );
      const { name, codec, when } = field!;
      entry.name = name;
      if (codec.shape.kind === "multi") {
        // These are regular if they are one behind the other.
        const before = this.entries.at(-1);
        entry.index = before?.name === name ? before.index! + 1 : 0;
      }
      if (when !== undefined) this.#selected = true;
      if (selectorOf(field!) !== undefined) {
        this.#nested.push([field!, entry, false]);
      }
      this.entries.push(entry);
      at += (length + 3) & ~3;
    }
  }

  /** Reads an attribute, if that can be done yet. */
  meet(at: number, length: number, end: number, malformed: boolean): void {
    const { plain, chosen, pad } = this.#schema;
    const type = this.#view.getUint16(at + 2, LITTLE_ENDIAN);
    const entry: AttributeEntry = { type, at: at + 4, end: at + length };
    this.entries.push(entry);
    const padding = paddingAt(this.#view, entry.end, length, end);
    if (padding !== undefined) entry.padding = padding;
    if (malformed) return this.#keep(entry);
    if (type === pad && length === 4) {
      entry.raw = NOTHING;
      return;
    }
    const number = type & NLA_TYPE_MASK;
    const field = plain.get(number) ??
      select(this.#schema, number, this.#value, this.#parent);
    const waits = field === undefined
      ? chosen.has(number)
      : selectorOf(field) !== undefined;
    if (waits) this.#later.push(entry);
    else this.#read(field, entry);
  }

  /** Reads what has been waiting. */
  finish(): void {
    for (const [field, entry, changed] of this.#nested) {
      if (changed) this.#reread(field, entry);
    }
    for (const entry of this.#later) {
      const type = entry.type & NLA_TYPE_MASK;
      this.#read(
        this.#schema.plain.get(type) ??
          select(this.#schema, type, this.#value, this.#parent, true),
        entry,
      );
    }
    if (this.#reselected) this.#checkSelected();
  }

  #read(field: Field | undefined, entry: AttributeEntry): void {
    if (field === undefined) return this.#keep(entry);
    const { name, when, codec: { shape } } = field;
    const value = this.#value;
    const many = shape.kind === "multi";
    const codec = many ? shape.item : field.codec;
    const { at, end } = entry;
    let item: unknown;
    try {
      item = readPayload(codec, entry, this.#view, at, end, value);
    } catch (error) {
      if (error instanceof DecodeError) return this.#keep(entry);
      throw error;
    }
    for (const nested of this.#nested) {
      if (selectorOf(nested[0]) === name) nested[2] = true;
    }
    if (when !== undefined) this.#selected = true;
    else if (this.#selected && this.#schema.selectors.has(name)) {
      this.#reselected = true;
    }
    if (many) {
      const items = (value[name] ??= []) as unknown[];
      entry.index = items.push(item) - 1;
      entry.name = name;
    } else if (this.#isLastOf(name, entry)) value[name] = item;
  }

  /** Reads a set as the value selects in the end. */
  #reread({ name, codec }: Field, entry: AttributeEntry): void {
    const { at, end } = entry;
    try {
      this.#value[name] = readPayload(
        codec,
        entry,
        this.#view,
        at,
        end,
        this.#value,
      );
    } catch (error) {
      if (!(error instanceof DecodeError)) throw error;
      delete this.#value[name];
      delete entry.name;
      this.#keep(entry);
    }
  }

  /** Whether an attribute is the last of its property; that one counts. */
  #isLastOf(name: string, entry: AttributeEntry): boolean {
    if (Object.hasOwn(this.#value, name)) {
      this.#holders ??= new Map(
        this.entries.flatMap((entry) =>
          entry.name === undefined || entry.superseded ? [] : [
            [entry.name, entry],
          ]
        ),
      );
      const holder = this.#holders.get(name);
      const isLast = holder === undefined || holder.at < entry.at;
      const loser = isLast ? holder : entry;
      if (loser !== undefined) {
        loser.superseded = true;
        loser.raw = copy(this.#view, loser.at, loser.end);
      }
      entry.name = name;
      if (!isLast) return false;
    }
    entry.name = name;
    this.#holders?.set(name, entry);
    return true;
  }

  /** Keeps what was read as something else than what is selected in the end. */
  #checkSelected(): void {
    const wrong = new Set<string>();
    for (const fields of this.#schema.chosen.values()) {
      for (const field of fields) {
        const { name, type } = field;
        if (!Object.hasOwn(this.#value, name)) continue;
        const found = select(
          this.#schema,
          type,
          this.#value,
          this.#parent,
          true,
        );
        if (found !== field) wrong.add(name);
      }
    }
    for (const name of wrong) delete this.#value[name];
    for (const entry of this.entries) {
      if (entry.name === undefined || !wrong.has(entry.name)) continue;
      delete entry.name;
      delete entry.superseded;
      delete entry.index;
      this.#keep(entry);
    }
  }

  #keep(entry: AttributeEntry): void {
    delete entry.raw;
    entry.unknown = {
      type: entry.type,
      data: copy(this.#view, entry.at, entry.end),
    };
    (this.#value.unknown ??= []).push(entry.unknown);
  }
}

/** Whether encoding `value` without further knowledge gives what was read. */
function isCanonical(
  schema: Schema,
  value: Values,
  entries: readonly WireAttribute[],
): boolean {
  let i = 0;
  for (const name of Object.keys(value)) {
    if (name === "unknown") continue;
    const field = schema.named.get(name)!;
    const count = field.codec.shape.kind === "multi"
      ? (value[name] as unknown[]).length
      : 1;
    for (let n = 0; n < count; n++) {
      const entry = entries[i++];
      if (
        entry?.name !== name || entry.raw !== undefined ||
        entry.type !== typeOf(field) || entry.padding !== undefined
      ) return false;
    }
  }
  return (value.unknown ?? []).every((attribute) => {
    const entry = entries[i++];
    return entry?.unknown === attribute && entry.padding === undefined;
  }) && i === entries.length;
}
