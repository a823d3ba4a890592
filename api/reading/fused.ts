/**
 * Writes out how objects are read straight from the bytes of messages.
 *
 * A mapping declares how each property of an object is read from a message, and
 * a trace reads messages that look like an example. Put together, they are
 * straight-line code from bytes to the object: only what the mapping reads is
 * decoded, and the message between is never made.
 *
 * @module
 */

import { ipAddress } from "../../messages/codec/address.ts";
import { formatIpv4Prefix } from "../../messages/codec/address_text.ts";
import type { Codec } from "../../messages/codec/mod.ts";
import { withItems } from "../../messages/codec/lists.ts";
import type { Traced, TracedPayload } from "../../messages/codec/traced.ts";
import { withTraces } from "../../messages/codec/compiled/traces.ts";
import {
  formOf,
  type MappingForm,
  type Read,
  type TruthForm,
} from "../mapping/forms.ts";
import type { ReadableField, ReadableFields } from "../mapping/mapping.ts";

type AnyField = ReadableField<unknown, never>;

/** Code that reads an object, while it is being written. */
export class Fusion {
  /** What the code sees, by name. */
  readonly scope: Record<string, unknown> = {};
  readonly #lines: string[] = [];
  /** Lists come last: what is not like the example is found out before. */
  readonly #lists: string[] = [];
  /** The variables that hold parts of the message. */
  readonly #known = new Map<Traced, string>();
  #variables = 0;
  /** The last IPv4 address: its variable, and where it starts. */
  #ipv4: readonly [name: string, start: string] | undefined;

  /** The statements, in order. */
  get code(): string {
    return [...this.#lines, ...this.#lists].join("\n");
  }

  /**
   * Adds a statement.
   *
   * @param line The statement.
   */
  add(line: string): void {
    this.#lines.push(line);
  }

  /**
   * Adds an object.
   *
   * @param fields How its properties are read.
   * @param from What they are read from.
   * @param data The same of the example.
   * @returns The expressions of the properties that it has.
   */
  object(
    fields: ReadableFields,
    from: Traced,
    data: object,
  ): Map<string, string> {
    const properties = new Map<string, string>();
    for (const [name, field] of fields) {
      const code = this.#field(field, from, data);
      if (code !== undefined) properties.set(name, code);
      else if (field.absent !== undefined) {
        properties.set(name, this.#see(field.absent));
      }
    }
    return properties;
  }

  /**
   * The expression for a part of the message.
   *
   * @param path Its name; dots are before parts of parts.
   * @param from The message.
   * @returns The expression; `undefined` if there is no such part.
   */
  part(path: string, from: Traced): string | undefined {
    const part = tracedAt(path, from);
    return part && this.#value(part);
  }

  #field(outer: AnyField, from: Traced, data: object): string | undefined {
    let field = outer;
    while (field.inner !== undefined) {
      const { property } = field.inner;
      const [part, value] = partOf(from, data, property);
      if (part === undefined || value === undefined) return undefined;
      field = field.inner.field;
      from = part;
      data = value as object;
      if (part.members === undefined) {
        return this.#read(field, this.#value(part), data);
      }
    }
    const pairs = field.pair === undefined ? field.pairs : [field.pair];
    if (pairs !== undefined) {
      for (const [property, read] of pairs) {
        const [part, value] = partOf(from, data, property);
        if (part === undefined || value === undefined) continue;
        return this.#converted(read, part, value);
      }
      return undefined;
    }
    if (field.from === undefined) {
      return this.#read(field, this.#value(from), data);
    }
    const prefix = this.#prefix(field, from);
    if (prefix !== undefined) return prefix;
    const parts = this.#parts(field.from.map(String), from);
    return parts === undefined ? undefined : this.#read(field, parts, data);
  }

  /** A prefix of IPv4, if the field is one here. */
  #prefix({ prefix }: AnyField, from: Traced): string | undefined {
    if (prefix === undefined) return undefined;
    const { address, length, without } = prefix;
    const payload = tracedAt(address, from)?.payload;
    const isAbsent = without === undefined ||
      tracedAt(without, from) === undefined;
    if (!isIpv4(payload) || !isAbsent) return undefined;
    const bits = this.part(length, from);
    if (bits === undefined) return undefined;
    const format = this.#see(formatIpv4Prefix);
    return this.#variable(`${format}(view, ${payload.start}, ${bits})`);
  }

  /** An object with some parts of the message, if it has any of them. */
  #parts(paths: readonly string[], from: Traced): string | undefined {
    const own = new Map<string, string>();
    const nested = new Map<string, string>();
    for (const path of paths) {
      const code = this.part(path, from);
      const [name, inner] = path.split(".");
      if (inner !== undefined) {
        if (code === undefined) nested.set(name!, nested.get(name!) ?? "");
        else {
          const others = nested.get(name!) ?? "";
          nested.set(name!, `${others}${JSON.stringify(inner)}: ${code}, `);
        }
      } else if (code !== undefined) own.set(name!, code);
    }
    const isEmpty = own.size === 0 &&
      nested.values().every((inner) => inner === "");
    if (isEmpty) return undefined;
    for (const [name, inner] of nested) own.set(name, `{ ${inner}}`);
    return literal(own);
  }

  #read({ read }: AnyField, from: string, data: object): string | undefined {
    return this.#checked(`${this.#see(read)}(${from})`, read(data as never));
  }

  /** What a conversion makes of a part of the message. */
  #converted(read: Read, part: Traced, value: unknown): string | undefined {
    const form = formOf(read);
    switch (form?.kind) {
      case "same":
        return this.#value(part);
      case "truth":
        return truth(this.#value(part), form);
      case "quotient":
        return `${this.#value(part)} / ${form.divisor}`;
      case "table": {
        const [number, table] = [this.#value(part), this.#see(form.table)];
        const { length } = form.table;
        return `${number} >>> 0 < ${length} ? ${table}[${number}] : ${number}`;
      }
      case "member": {
        const [member, inner] = partOf(part, value as object, form.name);
        if (member === undefined) break;
        return this.#converted(form.read, member, inner);
      }
      case "word": {
        // Most objects have it, or do not: no number is made for those that do.
        const number = this.#value(part);
        const isOther = value === form.number ? "!==" : "===";
        this.add(`if (${number} ${isOther} ${form.number}) return undefined;`);
        return value === form.number ? this.#see(form.word) : number;
      }
      case "mapping":
        if (part.members === undefined) break;
        return literal(this.object(form.fields, part, value as object));
      case "list": {
        const list = this.#list(form.item, part);
        if (list !== undefined) return list;
      }
    }
    const code = `${this.#see(read)}(${this.#value(part)})`;
    return this.#checked(code, read(value as never));
  }

  /** An array whose items are read one by one. */
  #list(read: Read, { payload }: Traced): string | undefined {
    const form = formOf(read);
    if (form?.kind !== "mapping" || payload === undefined) return undefined;
    const { codec, start, end } = payload;
    const reader = listReader(codec, form, read);
    if (reader === undefined) return undefined;
    const name = `v${this.#variables++}`;
    const code = `${this.#see(reader)}.decode(view, ${start}, ${end})`;
    this.#lists.push(`const ${name} = ${code};`);
    return name;
  }

  /** A value that is there if and only if the example has it. */
  #checked(code: string, value: unknown): string | undefined {
    if (value === undefined) {
      this.add(`if (${code} !== undefined) return undefined;`);
      return undefined;
    }
    const name = this.#variable(code);
    this.add(`if (${name} === undefined) return undefined;`);
    return name;
  }

  /** The variable that holds a part of the message. */
  #value(part: Traced): string {
    let name = this.#known.get(part);
    if (name === undefined) {
      name = this.#variable(this.#reuse(part) + part.code());
      this.#known.set(part, name);
      if (isIpv4(part.payload)) this.#ipv4 = [name, part.payload.start];
    }
    return name;
  }

  /** Addresses are often the same as the one before, such as the local one. */
  #reuse({ payload }: Traced): string {
    if (this.#ipv4 === undefined || !isIpv4(payload)) return "";
    const [name, start] = this.#ipv4;
    const [mine, other] = [payload.start, start].map((at) =>
      `words[(${at}) >> 2]`
    );
    return `${mine} === ${other} ? ${name} : `;
  }

  #variable(code: string): string {
    const name = `v${this.#variables++}`;
    this.add(`const ${name} = ${code};`);
    return name;
  }

  /** Lets the code see something. */
  #see(value: unknown): string {
    const name = `u${this.#variables++}`;
    this.scope[name] = value;
    return name;
  }
}

/** A part of the message; dots are before parts of parts. */
function tracedAt(path: string, from: Traced): Traced | undefined {
  let part: Traced | undefined = from;
  for (const name of path.split(".")) part = part?.members?.get(name);
  return part;
}

function isIpv4(payload: TracedPayload | undefined): payload is TracedPayload {
  return payload?.codec === ipAddress && payload.length === 4;
}

/** A property of what is read, and of the example. */
function partOf(
  { members }: Traced,
  data: object,
  property: PropertyKey,
): [Traced | undefined, unknown] {
  const value = (data as Record<PropertyKey, unknown>)[property];
  return [members?.get(String(property)), value];
}

function truth(value: string, { bit, inverted }: TruthForm): string {
  const number = bit === undefined ? value : `(${value} & ${bit})`;
  return `${number} ${inverted ? "===" : "!=="} 0`;
}

function literal(properties: ReadonlyMap<string, string>): string {
  const entries = Array.from(
    properties,
    ([name, code]) => `${JSON.stringify(name)}: ${code}`,
  );
  return `{ ${entries.join(", ")} }`;
}

const listReaders = new WeakMap<object, WeakMap<Read, Codec<unknown[]>>>();

/** Reads lists as arrays of what a mapping makes of their items. */
function listReader(
  codec: Codec<unknown>,
  form: MappingForm,
  read: Read,
): Codec<unknown[]> | undefined {
  let readers = listReaders.get(codec);
  if (readers === undefined) listReaders.set(codec, readers = new WeakMap());
  const known = readers.get(read);
  if (known !== undefined) return known;
  const reader = withItems(codec, (item) => itemReader(item, form, read));
  if (reader !== undefined) readers.set(read, reader);
  return reader;
}

function itemReader(
  item: Codec<unknown>,
  { fields }: MappingForm,
  read: Read,
): Codec<unknown> {
  const { shape } = item;
  const general: Codec<unknown>["decode"] = (view, start, end, parent) =>
    read(item.decode(view, start, end, parent) as never);
  const isMessage = shape.kind === "message";
  if (!isMessage && shape.kind !== "attributes") {
    return { ...item, decode: general };
  }
  const decode = withTraces(
    isMessage ? shape.header : undefined,
    isMessage ? shape.attributes : item,
    general,
    (message, example) => {
      const fusion = new Fusion();
      const properties = fusion.object(fields, message, example as object);
      const { scope } = fusion;
      return { code: `${fusion.code}\nreturn ${literal(properties)};`, scope };
    },
  );
  return { shape, size: item.size, decode, encode: item.encode };
}
