/**
 * How the settings of kinds of queueing disciplines and classes are stored in
 * messages.
 *
 * @module
 */

import { text } from "../mapping/conversions.ts";
import { nearestName } from "../mapping/nearest.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import type { Conversion, Field, Mapping } from "../mapping/mapping.ts";

/**
 * How the settings of a kind are stored.
 *
 * @typeParam W The settings in people's terms.
 * @typeParam D The kind's `TCA_OPTIONS`.
 */
export interface TrafficMapping<W, D> extends Conversion<W, D> {
  /** Names of the settings. */
  readonly names: ReadonlySet<string>;
  /** Names of those that are only reported. */
  readonly readOnly?: ReadonlySet<string>;
  /**
   * Puts a value into the kernel's terms; `undefined` if there is nothing to
   * send.
   *
   * @throws {TypeError} If a value is not of the right sort, or a property is
   * unknown.
   * @throws {RangeError} If a value is too small or too large.
   */
  readonly toKernel: (value: W, fieldPath: FieldPath) => D | undefined;
}

/**
 * Settings that the kernel has in another arrangement than one property for each.
 *
 * @typeParam W The settings in people's terms.
 * @typeParam F The same in the kernel's terms, one property for each.
 * @typeParam D The kind's `TCA_OPTIONS`.
 * @param flat How each setting is stored.
 * @param unpack Takes the kernel's arrangement apart.
 * @param pack Puts it together; `undefined` if there is nothing to send.
 * @returns The mapping.
 */
export function arranged<W extends object, F extends object, D>(
  flat: Mapping<W, F>,
  unpack: (data: D) => F,
  pack: (settings: F, fieldPath: FieldPath) => D | undefined,
): TrafficMapping<W, D> {
  return {
    get names() {
      return flat.names;
    },
    get readOnly() {
      return flat.readOnly!;
    },
    fromKernel: (data) => flat.fromKernel(unpack(data)),
    toKernel: (value, fieldPath) =>
      pack(flat.toKernel(value, fieldPath), fieldPath),
  };
}

/** What messages about queueing disciplines and classes have. */
interface Kinded {
  readonly attributes: { kind?: string };
}

/** The field of a kind's name. */
export const kindField: Field<string, Kinded> = {
  from: ["attributes.kind"],
  read: ({ attributes }) => attributes.kind,
  write: ({ attributes }, value, fieldPath) =>
    setKind(attributes, text.toKernel(value, fieldPath)!, fieldPath),
};

/** Writes the kind, which has to be the same wherever it is given. */
function setKind(
  attributes: { kind?: string },
  kind: string,
  fieldPath: FieldPath,
): void {
  const other = attributes.kind;
  if (other !== undefined && other !== kind) {
    throw fieldPath.wrong(kind, `the kind is ${other} already`);
  }
  attributes.kind = kind;
}

/**
 * The names of kinds.
 *
 * @param kinds Codecs or mappings of the kinds, by their properties.
 * @param names The names of kinds that differ from those of their properties.
 * @returns The names.
 */
export function kindNames(
  kinds: object,
  names: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  return Object.keys(kinds).map((property) => names[property] ?? property);
}

/**
 * Refuses what is to be made of a kind that does not exist: the kernel reports
 * no more than that there is none, or that an argument is wrong.
 *
 * @param kind The kind, if there is one.
 * @param known The names of the kinds that exist.
 * @param fieldPath Where the object stands, for error messages.
 * @throws {TypeError} If it is none of them.
 */
export function checkKind(
  kind: string | undefined,
  known: readonly string[],
  fieldPath: FieldPath,
): void {
  if (kind === undefined || known.includes(kind)) return;
  const nearest = nearestName(kind, known);
  const hint = nearest === undefined ? "" : `; the nearest is ${nearest}`;
  throw fieldPath.at("kind").wrong(kind, `there is no such kind${hint}`);
}

type AnyMapping = TrafficMapping<unknown, object>;

/**
 * The fields of the settings of each kind.
 *
 * @typeParam W The settings of all kinds.
 * @param mappings How they are stored.
 * @param names The names of kinds that differ from those of their properties.
 * @returns Fields to spread into those of a mapping of messages.
 */
export function kindFields<W>(
  mappings: Readonly<Record<keyof W & string, unknown>>,
  names: Readonly<Record<string, string | undefined>>,
): { readonly [P in keyof W]-?: Field<Exclude<W[P], undefined>, Kinded> } {
  const fields: Record<string, Field<unknown, Kinded>> = {};
  for (const name of Object.keys(mappings)) {
    const { fromKernel, toKernel } =
      (mappings as Record<string, unknown>)[name] as AnyMapping;
    const kind = names[name] ?? name;
    const from = `attributes.${name}` as "attributes.kind";
    fields[name] = {
      from: [from],
      read: ({ attributes }) => {
        const data = (attributes as Record<string, unknown>)[name];
        return data === undefined ? undefined : fromKernel(data as object);
      },
      write: ({ attributes }, value, fieldPath) => {
        const data = toKernel(value, fieldPath);
        setKind(attributes, kind, fieldPath);
        if (data === undefined || Object.keys(data).length === 0) return;
        (attributes as Record<string, unknown>)[name] = data;
      },
    };
  }
  return fields as {
    readonly [P in keyof W]-?: Field<Exclude<W[P], undefined>, Kinded>;
  };
}

/**
 * Puts the settings of a kind into a message that has its name only: those that
 * the kernel cannot do without.
 *
 * @param attributes The message's attributes.
 * @param mappings How the settings of kinds are stored.
 * @param names The names of kinds that differ from those of their properties.
 * @param fieldPath Where the object stands, for error messages.
 * @throws {TypeError} If the kind has settings that have to be given.
 */
export function fillKind(
  attributes: { kind?: string },
  mappings: Readonly<Record<string, unknown>>,
  names: Readonly<Record<string, string | undefined>>,
  fieldPath: FieldPath,
): void {
  const { kind } = attributes;
  const name = Object.keys(mappings).find((name) =>
    (names[name] ?? name) === kind
  );
  if (name === undefined || Object.hasOwn(attributes, name)) return;
  const { toKernel } = mappings[name] as AnyMapping;
  const data = toKernel({}, fieldPath.at(name));
  if (data === undefined || Object.keys(data).length === 0) return;
  (attributes as Record<string, unknown>)[name] = data;
}
