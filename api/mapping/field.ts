/**
 * What mappings are declared by: conversions of values, and how properties are
 * read and written.
 *
 * @module
 */

import type { IntegerShape } from "../../messages/codec/codec.ts";
import type { FieldPath } from "./field_path.ts";

/**
 * A two-way conversion of one value.
 *
 * @typeParam W The value in people's terms.
 * @typeParam K The value in the kernel's terms.
 */
export interface Conversion<W, K> {
  /** Converts the kernel's value. */
  readonly fromKernel: (value: K) => W;
  /**
   * Converts values to the kernel's terms; `undefined` stands for what is
   * expressed by leaving the attribute out.
   *
   * @throws {TypeError} If the value is not of the right sort.
   * @throws {RangeError} If the value is too small or too large.
   */
  readonly toKernel: (value: W, fieldPath: FieldPath) => K | undefined;
  /**
   * The same for the width that the schema has; only for those whose range is
   * not known without it.
   */
  readonly sized?: (shape: IntegerShape) => Conversion<W, K>;
}

/**
 * How one property of a value is read from the data.
 *
 * @typeParam W The property's value.
 * @typeParam D The data.
 */
export interface ReadableField<W, D> {
  /** Reads the property; `undefined` if the data does not have it. */
  readonly read: (data: D) => W | undefined;
  /**
   * All properties of the data that {@linkcode ReadableField.read} looks at,
   * with a dot before those of `attributes`. Without any of them, nothing is
   * read, and the property is {@linkcode ReadableField.absent}. Where this is
   * missing, everything may be looked at, which takes long.
   */
  readonly from?: readonly PropertyKey[];
  /** The property's value where the data has none; left out if missing. */
  readonly absent?: W;
  /** The one property that it is read from, and how its value is read. */
  readonly pair?: readonly [
    property: PropertyKey,
    fromKernel: (value: never) => W | undefined,
  ];
  /**
   * The properties that it is read from, and how the value of each is read: the
   * first that is there counts, and no other is looked at.
   */
  readonly pairs?: readonly (readonly [
    property: PropertyKey,
    fromKernel: (value: never) => W | undefined,
  ])[];
  /**
   * Where it is a prefix if the address is there and nothing else in
   * {@linkcode ReadableField.from} besides: the parts that the address and its
   * length are. What is read then is what {@linkcode ReadableField.read} reads.
   */
  readonly prefix?: PrefixParts;
  /**
   * How it is read from an object that is itself a property of the data; then
   * {@linkcode ReadableField.from} does not matter.
   */
  readonly inner?: InnerField<W>;
}

/** Where the parts of a prefix are, with a dot before those of `attributes`. */
export interface PrefixParts {
  /** The address. */
  readonly address: string;
  /** The length. */
  readonly length: string;
  /** What must not be there. */
  readonly without?: string;
}

/** How the properties of an object are read, by name. */
export type ReadableFields = ReadonlyMap<string, ReadableField<unknown, never>>;

/**
 * A field of an object that is itself a property of the data.
 *
 * @typeParam W The property's value.
 */
export interface InnerField<W> {
  /** The property of the data. */
  readonly property: PropertyKey;
  /** How the value is read from what the property holds, and written to it. */
  readonly field: ReadableField<W, never> & Partial<WritableField<W, never>>;
}

/**
 * How one property of a value is written into the data.
 *
 * @typeParam W The property's value.
 * @typeParam D The data.
 */
export interface WritableField<W, D> {
  /** Writes the property into data that is being put together. */
  readonly write: (data: D, value: W, fieldPath: FieldPath) => void;
  /**
   * The one property that {@linkcode WritableField.write} sets, and how its
   * value is converted, if it does nothing more.
   */
  readonly stored?: readonly [
    property: PropertyKey,
    toKernel: (value: never, fieldPath: FieldPath) => unknown,
  ];
}

/**
 * How one property of a value is stored in the data, for what takes more than
 * one {@linkcode Conversion} of one property.
 *
 * @typeParam W The property's value.
 * @typeParam D The data.
 */
export interface Field<W, D> extends ReadableField<W, D>, WritableField<W, D> {
  /** Whether the kernel reports the property and nobody can set it. */
  readonly readOnly?: boolean;
  /**
   * All properties of the data that {@linkcode ReadableField.read} looks at,
   * with a dot before those of `attributes`.
   */
  readonly from?: readonly DataPath<D>[];
  /** The property whose schema decides about the range, and the field then. */
  readonly sized?: readonly [
    property: keyof D,
    field: (shape: IntegerShape) => Field<W, D>,
  ];
}

/**
 * A property of data, or `attributes.` and one of its attributes.
 *
 * @typeParam D The data.
 */
export type DataPath<D> =
  | keyof D
  | (D extends { attributes: infer A } ? `attributes.${keyof A & string}`
    : never);

/**
 * What conversions convert of a property: people may give arrays that cannot be
 * written to, such as those of `as const`, and no conversion writes to them.
 *
 * @typeParam T The property.
 */
export type Stored<T> = T extends undefined ? never
  : T extends unknown[] ? T
  : T extends readonly (infer I)[] ? number extends T["length"] ? I[] : T
  : T;

/**
 * The name of a property of the data, and how its value is converted.
 *
 * @typeParam W The value in people's terms.
 * @typeParam D The data.
 */
export type Pair<W, D> = {
  [K in keyof D]-?: readonly [
    property: K,
    conversion: Conversion<W, Exclude<D[K], undefined>>,
  ];
}[keyof D];

/**
 * One entry for each property of `W`; only a conversion, if the property of the
 * data has the same name. With `as`, no `W` is inferred from them, but from what
 * the mapping is assigned to.
 *
 * @typeParam W The value.
 * @typeParam D The data.
 */
export type Fields<W, D> = {
  readonly [P in keyof W as P]-?:
    | Pair<Stored<W[P]>, D>
    | Field<Stored<W[P]>, D>
    | (P extends keyof D ? Conversion<Stored<W[P]>, Exclude<D[P], undefined>>
      : never);
};

/**
 * One {@linkcode Pair} for each property of `W`.
 *
 * @typeParam W The value.
 * @typeParam D The data.
 */
export type Pairs<W, D> = {
  readonly [P in keyof W]-?: Pair<Stored<W[P]>, D>;
};

/**
 * A {@linkcode Conversion} of whole objects.
 *
 * @typeParam W The value.
 * @typeParam D The data.
 */
export interface Mapping<W, D> extends Conversion<W, D> {
  /** Names of the properties of the value. */
  readonly names: ReadonlySet<string>;
  /** Converts data; what the data does not have is left out. */
  readonly fromKernel: (data: D) => W;
  /**
   * Converts values to data, which is new if none is given; what is `undefined`
   * is left out.
   *
   * @throws {TypeError} If a value is not of the right sort, or a property is
   * unknown.
   * @throws {RangeError} If a value is too small or too large.
   */
  readonly toKernel: (value: W, fieldPath?: FieldPath, data?: D) => D;
  /** The properties that the kernel reports and nobody can set. */
  readonly readOnly?: ReadonlySet<string>;
  /** How each property is read. */
  readonly fields: ReadableFields;
}
