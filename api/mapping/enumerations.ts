/**
 * Words for the kernel's numbers and bits.
 *
 * @module
 */

import { once, valueOf } from "../../messages/codec/once.ts";
import { checkBoolean } from "./conversions.ts";
import { bitOf, lookedUp } from "./forms.ts";
import type { FieldPath } from "./field_path.ts";
import type { Conversion, Field } from "./mapping.ts";

/**
 * Numbers that have names.
 *
 * @typeParam N The names.
 */
export type Names<N extends string> = Readonly<Record<N, number>>;

/**
 * A number that has a name for each of its known values; other values stay
 * numbers, and numbers may be given instead of names.
 *
 * @typeParam N The names.
 * @param names The number of each name.
 * @param bits Width of the kernel's number; by default that of the schema that
 * the mapping names, or else 32.
 * @returns The conversion.
 */
export function enumeration<N extends string>(
  names: Names<N> | (() => Names<N>),
  bits?: 8 | 16 | 32,
): Conversion<N | number, number> {
  const all = once(() => valueOf(names));
  const fromKernel = lookedUp(() => namesByNumber(all()));
  const ofWidth = (bits: number): Conversion<N | number, number> => ({
    fromKernel,
    toKernel: (value, fieldPath) => numberOf(all(), value, bits, fieldPath),
  });
  return bits === undefined
    ? { ...ofWidth(32), sized: ({ bits }) => ofWidth(bits) }
    : ofWidth(bits);
}

/**
 * A number that is given by one of some names only.
 *
 * @typeParam N The names.
 * @param names The number of each name.
 * @returns The conversion to numbers.
 */
export function choice<N extends string>(
  names: Names<N>,
): Pick<Conversion<N, number>, "toKernel"> {
  return {
    toKernel: (value, fieldPath) => {
      if (typeof value === "string" && Object.hasOwn(names, value)) {
        return names[value];
      }
      const known = Object.keys(names);
      const last = known.pop();
      throw fieldPath.wrong(
        value,
        `${known.join(", ")} or ${last} is expected`,
      );
    },
  };
}

/**
 * A number whose bits have names: an array of the names of the bits that are
 * set. Bits without name come as one number at the end, and numbers may be
 * given among the names.
 *
 * @typeParam N The names.
 * @param names The value of the bit of each name.
 * @param bits Width of the kernel's number.
 * @returns The conversion.
 */
export function flagNames<N extends string>(
  names: Names<N> | (() => Names<N>),
  bits: 8 | 16 | 32 = 32,
): Conversion<(N | number)[], number> {
  const all = once(() => valueOf(names));
  const list = once(() => Object.entries(all()) as [N, number][]);
  let last = 0;
  let lastWords: readonly (N | number)[] = [];

  function read(value: number): (N | number)[] {
    const found: (N | number)[] = [];
    let rest = value;
    const entries = list();
    for (let i = 0; i < entries.length; i++) {
      const [name, bit] = entries[i]!;
      if ((value & bit) === 0) continue;
      found.push(name);
      rest &= ~bit;
    }
    if (rest !== 0) found.push(rest >>> 0);
    return found;
  }

  return {
    fromKernel: (value) => {
      if (value === 0) return [];
      // The objects of a dump mostly have the same flags.
      if (value !== last) {
        lastWords = read(value);
        last = value;
      }
      return lastWords.slice();
    },
    toKernel: (given, fieldPath) => {
      if (!Array.isArray(given)) {
        throw fieldPath.wrong(given, "an array is expected");
      }
      let value = 0;
      for (const [index, word] of given.entries()) {
        value |= numberOf(all(), word, bits, fieldPath.at(index));
      }
      return value >>> 0;
    },
  };
}

/**
 * Like {@linkcode flagNames}, of 64 bits, for what is only read.
 *
 * @typeParam N The names.
 * @param names The value of the bit of each name.
 * @returns The conversion.
 */
export function flagNames64<N extends string>(
  names: Names<N>,
): Pick<Conversion<(N | bigint)[], bigint>, "fromKernel"> {
  return {
    fromKernel: (value) => {
      const found: (N | bigint)[] = [];
      let rest = value;
      for (const [name, bit] of Object.entries(names) as [N, number][]) {
        if ((value & BigInt(bit)) === 0n) continue;
        found.push(name);
        rest &= ~BigInt(bit);
      }
      if (rest !== 0n) found.push(rest);
      return found;
    },
  };
}

/**
 * One bit of a number, as a boolean; the number consists of what its bits are
 * set to, and bits that are not mentioned are off.
 *
 * @typeParam D The data.
 * @param property The property that holds the number.
 * @param bit The bit's value.
 * @returns The field.
 */
export function bit<D>(
  property: PropertiesOf<D, number>,
  bit: number,
): Field<boolean, D> {
  const fromKernel = bitOf(bit);
  return {
    from: [property],
    pair: [property, fromKernel],
    read: (data) => {
      const value = data[property] as number | undefined;
      return value === undefined ? undefined : fromKernel(value);
    },
    write: (data, given, fieldPath) => {
      const value = data[property] as number | undefined ?? 0;
      const next = checkBoolean(given, fieldPath) ? value | bit : value & ~bit;
      (data as Record<PropertyKey, unknown>)[property] = next >>> 0;
    },
  };
}

/**
 * How a bit is stored that comes with a mask of the bits to change.
 *
 * @typeParam D The data.
 */
export interface MaskedBit<D> {
  /** The property that holds the bits. */
  readonly value: PropertiesOf<D, number>;
  /** The property that has which bits to change. */
  readonly mask: PropertiesOf<D, number>;
  /** The bit. */
  readonly bit: number;
  /** Whether the bit is off for `true`. */
  readonly inverted?: boolean;
}

/**
 * One bit of a number that comes with a mask of the bits to change, as a
 * boolean.
 *
 * @typeParam D The data, which has the number and the mask.
 * @param how How they are stored.
 * @returns The field.
 */
export function maskedFlag<D>(
  { value, mask, bit, inverted = false }: MaskedBit<D>,
): Field<boolean, D> {
  const fromKernel = bitOf(bit, inverted);
  return {
    from: [value],
    pair: [value, fromKernel],
    read: (data) => {
      const bits = data[value] as number | undefined;
      return bits === undefined ? undefined : fromKernel(bits);
    },
    write: (data, given, fieldPath) => {
      const stored = data as Record<PropertyKey, unknown>;
      const bits = stored[value] as number | undefined ?? 0;
      const changed = stored[mask] as number | undefined ?? 0;
      const set = checkBoolean(given, fieldPath) !== inverted;
      stored[value] = (set ? bits | bit : bits & ~bit) >>> 0;
      stored[mask] = (changed | bit) >>> 0;
    },
  };
}

/**
 * One bit of a struct of a number and a mask of the bits to change, as a
 * boolean.
 *
 * @typeParam D The data.
 * @typeParam K The property.
 * @param property The property that holds the struct.
 * @param how How number and mask are stored in it.
 * @returns The field.
 */
export function maskedBit<D, K extends keyof D>(
  property: K,
  how: MaskedBit<Exclude<D[K], undefined>>,
): Field<boolean, D> {
  type Struct = Exclude<D[K], undefined>;
  const { read, write } = maskedFlag<Struct>(how);
  return {
    from: [property],
    read: (data) => {
      const struct = data[property] as Struct | undefined;
      if (struct === undefined) return undefined;
      // Kernels that report the mask report which bits they support.
      const known = (struct as Record<PropertyKey, unknown>)[how.mask];
      return typeof known === "number" && known !== 0 &&
          (known & how.bit) === 0
        ? undefined
        : read(struct);
    },
    write: (data, value, fieldPath) => {
      const struct = (data[property] ?? {}) as Struct;
      write(struct, value, fieldPath);
      data[property] = struct;
    },
  };
}

/**
 * Names of the properties of `D` that hold a `V`.
 *
 * @typeParam D The data.
 * @typeParam V The values.
 */
export type PropertiesOf<D, V> = {
  [K in keyof D]-?: Exclude<D[K], undefined> extends V ? K : never;
}[keyof D];

function namesByNumber<N extends string>(names: Names<N>): Map<number, N> {
  const byNumber = new Map<number, N>();
  for (const [name, number] of Object.entries(names) as [N, number][]) {
    if (!byNumber.has(number)) byNumber.set(number, name);
  }
  return byNumber;
}

function numberOf(
  names: Readonly<Record<string, number>>,
  word: unknown,
  bits: number,
  fieldPath: FieldPath,
): number {
  if (typeof word === "number") {
    const max = 2 ** bits - 1;
    if (Number.isInteger(word) && word >= 0 && word <= max) return word;
    throw fieldPath.outside(word, `it is not an integer between 0 and ${max}`);
  }
  const value = typeof word === "string" && Object.hasOwn(names, word)
    ? names[word]
    : undefined;
  if (value === undefined) {
    const known = Object.keys(names).join(", ");
    throw fieldPath.wrong(word, `${known} or a number is expected`);
  }
  return value;
}
