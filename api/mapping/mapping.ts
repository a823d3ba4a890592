/**
 * Mappings between people's terms and the kernel's attributes.
 *
 * A mapping is declared once, property by property, and works both ways. The
 * compiler checks it against the two interfaces that it joins: every property
 * of the value has to be mapped, and to a property of the data that exists and
 * has the conversion's type.
 *
 * @module
 */

import type { Codec, Shape } from "../../messages/codec/codec.ts";
import { blank } from "../../messages/codec/message.ts";
import { once, valueOf } from "../../messages/codec/once.ts";
import { withForm } from "./forms.ts";
import { FieldPath } from "./field_path.ts";
import { Reader } from "./field_reader.ts";
import { anywhere, writing } from "./writing.ts";
import type {
  Conversion,
  Field,
  Fields,
  Mapping,
  ReadableField,
  ReadableFields,
  Stored,
} from "./field.ts";

export type * from "./field.ts";

/**
 * Declares how values and data correspond.
 *
 * @typeParam W The interface that documents the value.
 * @typeParam D The interface that documents the data.
 * @param fields For each property of `W`, a property of `D` and a conversion,
 * or a {@linkcode Field}; of properties that have the same name in both, only
 * the conversion.
 * @param data The schema of the data, which then decides about the range of
 * numbers; or, for data whose properties are not all optional, what makes data
 * that nothing has been written to yet. That of a struct begins with zeros.
 * @param options Whether values may be secret, and are left out of messages.
 * @returns Both directions.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { boolean, centiseconds, mapping } from "@netlink/netlink/api";
 *
 * interface BridgeOptions { stp?: boolean; forwardDelay?: number }
 * interface Data { stpState?: number; forwardDelay?: number }
 * const bridge = mapping<BridgeOptions, Data>({
 *   stp: ["stpState", boolean],
 *   forwardDelay: centiseconds,
 * });
 *
 * assertEquals(bridge.toKernel({ stp: true }), { stpState: 1 });
 * assertEquals(bridge.fromKernel({ forwardDelay: 1500 }), { forwardDelay: 15 });
 * ```
 */
export function mapping<W extends object, D extends object>(
  fields: Fields<W, D> | (() => Fields<W, D>),
  data?: Codec<D> | NoInfer<() => D>,
  { secret = false }: { secret?: boolean } = {},
): Mapping<W, D> {
  const schema = typeof data === "object" ? data : undefined;
  const start = typeof data === "function"
    ? data
    : schema?.shape.kind === "struct" || schema?.shape.kind === "message"
    ? () => blank(schema)
    : () => ({}) as D;
  const list = once(() => fieldsByName(valueOf(fields), schema));
  const reader = once(() => {
    const reader = new Reader();
    for (const [name, field] of list()) reader.add(name, field);
    return reader;
  });
  const writeFast = writing(list);
  const names = once(() => new Set(list().keys()));
  const readOnly = once(() =>
    new Set(names().keys().filter((name) => list().get(name)!.readOnly))
  );

  function fromKernel(data: D): W {
    const value: Record<string, unknown> = {};
    reader().read(data, value);
    return value as W;
  }

  function toKernel(
    object: W,
    fieldPath: FieldPath = FieldPath.root,
    data: D = start(),
  ): D {
    if (typeof object !== "object" || object === null) {
      throw fieldPath.wrong(secret ? "…" : object, "an object is expected");
    }
    const known = list();
    const given = Object.keys(object);
    if (fieldPath === anywhere && writeFast(object, given, data)) return data;
    for (const name of given) {
      const value = (object as Record<string, unknown>)[name];
      const field = known.get(name);
      if (field === undefined) {
        throw fieldPath.noProperty(name, secret ? "…" : value, known.keys());
      }
      if (value === undefined) continue;
      field.write(data, value, fieldPath.at(name));
    }
    return data;
  }

  const readable = list as () => ReadableFields;
  withForm(() => ({ kind: "mapping", fields: readable() }), fromKernel);
  return {
    get names() {
      return names();
    },
    fromKernel,
    toKernel,
    get readOnly() {
      return readOnly();
    },
    get fields() {
      return readable();
    },
  };
}

function fieldsByName<W, D>(
  fields: Fields<W, D>,
  schema: Codec<D> | undefined,
): Map<string, Field<unknown, D>> {
  return new Map(
    entriesOf(fields).map(([name, field]) => [
      name,
      sizedBy(schema?.shape, field),
    ]),
  );
}

function entriesOf<W, D>(fields: Fields<W, D>): [string, Field<unknown, D>][] {
  return Object.entries(fields).map(([name, entry]) => [
    name,
    fieldOf(name as keyof D, entry as Entry<D>),
  ]);
}

/** A field with the range that the schema gives it. */
function sizedBy<D>(
  schema: Shape | undefined,
  field: Field<unknown, D>,
): Field<unknown, D> {
  const { sized, inner } = field;
  if (sized !== undefined) {
    const shape = memberOf(schema, sized[0]);
    return shape?.kind === "integer" ? sized[1](shape) : field;
  }
  if (inner?.field.write === undefined) return field;
  const property = inner.property as keyof D;
  const whole = inner.field as Field<unknown, D[keyof D]>;
  const precise = sizedBy(memberOf(schema, property), whole);
  return precise === whole ? field : lifted(property, precise);
}

/** The shape of a property; `undefined` if the schema does not have it. */
function memberOf(
  schema: Shape | undefined,
  property: PropertyKey,
): Shape | undefined {
  switch (schema?.kind) {
    case "attributes":
      return schema.fields.find(({ name }) => name === property)?.codec.shape;
    case "struct":
      return schema.members.find(({ name }) => name === property)?.codec.shape;
    case "message":
      return property === "attributes"
        ? schema.attributes.shape
        : memberOf(schema.header.shape, property);
    default:
      return undefined;
  }
}

type Entry<D> =
  | Field<unknown, D>
  | Conversion<unknown, unknown>
  | readonly [
    property: keyof D,
    conversion: Conversion<unknown, unknown>,
  ];

function fieldOf<D>(name: keyof D, entry: Entry<D>): Field<unknown, D> {
  if ("read" in entry) return entry;
  return "toKernel" in entry ? field(name, entry) : field(entry[0], entry[1]);
}

function field<D>(
  property: keyof D,
  { fromKernel, toKernel, sized }: Conversion<unknown, unknown>,
): Field<unknown, D> {
  return {
    ...sized !== undefined && {
      sized: [property, (shape) => field<D>(property, sized(shape))],
    },
    ...pairOf<unknown, D>(property, fromKernel),
    stored: [property, toKernel],
    write: (data, given, fieldPath) => {
      const value = toKernel(given, fieldPath);
      if (value !== undefined) (data as Writable)[property] = value;
    },
  };
}

type Writable = Record<PropertyKey, unknown>;

/** A field that is read from one property. */
function pairOf<W, D>(
  property: keyof D,
  fromKernel: (value: never) => W | undefined,
): ReadableField<W, D> & Pick<Field<W, D>, "from"> {
  return {
    from: [property],
    pair: [property, fromKernel],
    read: (data) => {
      const value = data[property];
      return value === undefined ? undefined : fromKernel(value as never);
    },
  };
}

/**
 * A property that the kernel reports and nobody can set: it is read, and
 * ignored in objects that are handed back.
 *
 * @typeParam W The property's value.
 * @typeParam D The data.
 * @param property The property of the data.
 * @param conversion How its value is converted.
 * @returns The field.
 */
export function readOnly<W, D, K extends keyof D>(
  property: K,
  conversion: Readable<W, Exclude<D[K], undefined>>,
): Field<W, D> {
  return {
    ...pairOf<W, D>(property, conversion.fromKernel),
    write: () => {},
    readOnly: true,
  };
}

/**
 * A property that can be set and that the kernel never reports: it is written,
 * and never read.
 *
 * @typeParam W The property's value.
 * @typeParam D The data.
 * @param property The property of the data.
 * @param conversion How its value is converted.
 * @returns The field.
 */
export function writeOnly<W, D, K extends keyof D>(
  property: K,
  conversion: Pick<
    Conversion<W, Exclude<D[K], undefined>>,
    "toKernel" | "sized"
  >,
): Field<W, D> {
  const { sized } = conversion;
  return {
    ...sized !== undefined && {
      sized: [property, (shape) => writeOnly(property, sized(shape))],
    },
    from: [],
    read: () => undefined,
    write: (data, given, fieldPath) => {
      const value = conversion.toKernel(given, fieldPath);
      if (value !== undefined) data[property] = value;
    },
  };
}

/**
 * What reads one value.
 *
 * @typeParam W The value in people's terms.
 * @typeParam K The value in the kernel's terms.
 */
export interface Readable<W, K> {
  /**
   * Converts the kernel's value; `undefined` for what is not reported.
   */
  readonly fromKernel: (value: K) => W | undefined;
}

/**
 * A field that is read from one property, and written otherwise.
 *
 * @typeParam W The property's value.
 * @typeParam D The data.
 * @param property The property of the data.
 * @param fromKernel How its value is read; `undefined` for what is not
 * reported.
 * @param write Writes the property into data that is being put together.
 * @returns The field.
 */
export function readFrom<W, D, K extends keyof D>(
  property: K,
  fromKernel: (value: Exclude<D[K], undefined>) => NoInfer<W> | undefined,
  write: Field<W, D>["write"],
): Field<W, D> {
  return { ...pairOf<W, D>(property, fromKernel), write };
}

/**
 * A property that the kernel reports as 0 where there is none.
 *
 * @typeParam W The property's value.
 * @typeParam D The data.
 * @param property The property of the data.
 * @param conversion How other values are converted.
 * @returns The field.
 */
export function unlessZero<W, D, K extends keyof D>(
  property: K,
  conversion: Conversion<W, Exclude<D[K], undefined>>,
): Field<W, D> {
  const { fromKernel, toKernel } = conversion;
  return readFrom<W, D, K>(
    property,
    (value) => value ? fromKernel(value) : undefined,
    (data, value, fieldPath) => {
      data[property] = toKernel(value, fieldPath)!;
    },
  );
}

/** The message of an object that was read: not part of its state. */
export const originalMessage: {
  readonly from: readonly [];
  readonly read: () => undefined;
  readonly write: () => void;
  readonly readOnly: true;
} = { from: [], read: () => undefined, write: () => {}, readOnly: true };

/**
 * Fields of an object that is itself a property of the data.
 *
 * @typeParam D The data.
 * @typeParam K The property.
 * @typeParam W The values that are stored in that property.
 * @param property The property of the data.
 * @param fields The fields in it.
 * @returns Fields to spread into those of {@linkcode mapping}.
 */
export function within<D extends object, K extends keyof D, W>(
  property: K,
  fields: Fields<W, Exclude<D[K], undefined>>,
): { readonly [P in keyof W]-?: Field<Stored<W[P]>, D> } {
  return Object.fromEntries(
    entriesOf(fields).map(([name, field]) => [name, lifted(property, field)]),
  ) as { readonly [P in keyof W]-?: Field<Stored<W[P]>, D> };
}

/** A field of an object that is itself a property of the data. */
function lifted<D, K extends keyof D>(
  property: K,
  field: Field<unknown, Exclude<D[K], undefined>>,
): Field<unknown, D> {
  type Inner = Exclude<D[K], undefined>;
  const { read, write, readOnly = false, absent } = field;
  return {
    readOnly,
    inner: { property, field },
    ...absent !== undefined && { absent },
    read: (data) => {
      const inner = data[property] as Inner | undefined;
      return inner === undefined ? undefined : read(inner);
    },
    write: (data, value, fieldPath) => {
      const inner = (data[property] ?? {}) as Inner;
      write(inner, value, fieldPath);
      if (Object.keys(inner as object).length > 0) data[property] = inner;
    },
  };
}

/**
 * Fields that several mappings share, because their data has some properties in
 * common.
 *
 * @typeParam W The value.
 * @typeParam D The properties in common.
 * @param fields One entry for each property of `W`.
 * @returns Fields to spread into those of {@linkcode mapping}.
 */
export function sharedFields<W, D extends object>(
  fields: Fields<W, D>,
): { readonly [P in keyof W]-?: Field<Stored<W[P]>, D> } {
  return Object.fromEntries(entriesOf(fields)) as {
    readonly [P in keyof W]-?: Field<Stored<W[P]>, D>;
  };
}
