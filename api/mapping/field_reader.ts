/**
 * Reading fields of data, looking only at what is there.
 *
 * @module
 */

import type { ReadableField } from "./field.ts";

interface Named {
  readonly name: string;
  readonly read: (data: unknown) => unknown;
}

/**
 * Reads many fields at once.
 *
 * Data has few of the properties that it could have, so the properties that it
 * has are looked at, not the fields that there could be: that makes reading a
 * link several times as fast.
 */
export class Reader {
  readonly #byProperty = new Map<string, Named[]>();
  readonly #inner = new Map<string, Reader>();
  readonly #always: Named[] = [];
  /** Values of properties that the data does not have. */
  readonly #absent: [name: string, value: unknown][] = [];

  /**
   * Adds a field.
   *
   * @typeParam D The data.
   * @param name The property of the value.
   * @param field How it is read.
   */
  add<D>(name: string, field: ReadableField<unknown, D>): void {
    const { inner, from, read, absent } = field;
    if (absent !== undefined) this.#absent.push([name, absent]);
    const named = { name, read: read as Named["read"] };
    if (inner !== undefined) {
      const property = String(inner.property);
      const { absent: _, ...there } = inner.field;
      getOrInsert(this.#inner, property, () => new Reader()).add(name, there);
    } else if (from !== undefined && !from.some(isPath)) {
      for (const property of from) {
        getOrInsert(this.#byProperty, String(property), () => []).push(named);
      }
    } else this.#always.push(named);
  }

  /**
   * Reads all fields.
   *
   * @param data The data.
   * @param object What gets the values.
   */
  read(data: object, object: Record<string, unknown>): void {
    for (const property in data) {
      const value = (data as Record<string, unknown>)[property];
      if (value === undefined) continue;
      const fields = this.#byProperty.get(property);
      if (fields !== undefined) readInto(object, fields, data);
      const inner = this.#inner.get(property);
      if (inner !== undefined) inner.read(value as object, object);
    }
    readInto(object, this.#always, data);
    for (const [name, value] of this.#absent) object[name] ??= value;
  }
}

function isPath(property: PropertyKey): boolean {
  return typeof property === "string" && property.includes(".");
}

function readInto(
  object: Record<string, unknown>,
  fields: Named[],
  data: object,
): void {
  for (let i = 0; i < fields.length; i++) {
    const { name, read } = fields[i]!;
    const value = read(data);
    if (value !== undefined) object[name] = value;
  }
}

function getOrInsert<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, value = make());
  return value;
}
