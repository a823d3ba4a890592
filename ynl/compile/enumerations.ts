/**
 * Numbers by the names that enumerations have for them.
 *
 * @module
 */

import {
  type Codec,
  DecodeError,
  EncodeError,
} from "../../messages/codec/mod.ts";
import { narrow } from "../resolve/numbers.ts";
import type { Enumeration, SpecNumber } from "../spec.ts";
import type { IntegerCodec } from "./integers.ts";

/** A value of an enumeration: its name, or its number if it has none. */
export type Word = string | SpecNumber;

/** What names values. */
interface Naming<T> {
  /** The value of a number. */
  readonly read: (number: SpecNumber) => T;
  /** The number of a value; `undefined` if there is no such name. */
  readonly write: (value: T) => SpecNumber | undefined;
  /** Values for tests. */
  readonly samples: readonly T[];
}

/** Entries as values, or as bits. */
export type Names = readonly (readonly [name: string, value: bigint])[];

/**
 * The names that an attribute has for its values.
 *
 * @param enumeration The enumeration.
 * @param asFlags Whether its entries are numbers of bits.
 * @returns The names, and whether they are those of bits.
 */
export function namesOf(
  { type, entries }: Enumeration,
  asFlags: boolean | undefined,
): { names: Names; isFlags: boolean } {
  const isShifted = type !== "flags" && asFlags === true;
  return {
    isFlags: type === "flags" || isShifted,
    names: entries.map(({ name, value }) => [
      name,
      isShifted ? 1n << BigInt(value) : BigInt(value),
    ]),
  };
}

/**
 * A number as the name that it has.
 *
 * @param codec Codec of the number.
 * @param names The names.
 * @returns The codec.
 */
export function wordCodec(codec: IntegerCodec, names: Names): Codec<Word> {
  const byName = new Map(names);
  const byValue = new Map([...names].reverse().map(([n, v]) => [v, n]));
  return naming<Word>(codec, {
    read: (number) => byValue.get(BigInt(number)) ?? number,
    write: (value) => {
      if (typeof value !== "string") return value;
      const found = byName.get(value);
      return found === undefined ? undefined : narrow(found);
    },
    samples: names.filter(([, value]) => fits(codec, value))
      .map(([, value]) => byValue.get(value)!),
  });
}

/**
 * Bits as the names that they have; those without a name as one number.
 *
 * @param codec Codec of the number.
 * @param names The names.
 * @returns The codec.
 */
export function flagsCodec(codec: IntegerCodec, names: Names): Codec<Word[]> {
  const byName = new Map(names);
  const read = (number: SpecNumber): Word[] => {
    let rest = BigInt(number);
    const found: Word[] = [];
    for (const [name, bits] of names) {
      if (bits === 0n || (rest & bits) !== bits) continue;
      found.push(name);
      rest &= ~bits;
    }
    return rest === 0n ? found : [...found, narrow(rest)];
  };
  const known = names.filter(([, value]) => fits(codec, value));
  return naming<Word[]>(codec, {
    read,
    write: (value) => {
      if (!Array.isArray(value)) return undefined;
      let bits = 0n;
      for (const word of value) {
        const bit = typeof word === "string" ? byName.get(word) : BigInt(word);
        if (bit === undefined) return undefined;
        bits |= bit;
      }
      return narrow(bits);
    },
    samples: [
      [],
      read(narrow(known.reduce((all, [, bits]) => all | bits, 0n))),
      ...known.slice(0, 1).map(([, bits]) => read(narrow(bits))),
    ],
  });
}

/** Whether a number is one of a codec. */
function fits({ shape }: IntegerCodec, value: bigint): boolean {
  if (shape.kind !== "integer") return true;
  const { bits, signed } = shape;
  return (signed ? BigInt.asIntN : BigInt.asUintN)(bits, value) === value;
}

function naming<T>(codec: IntegerCodec, { read, write, samples }: Naming<T>) {
  const { shape, size } = codec;
  const isWide = shape.kind === "integer" && shape.bits === 64;
  const isNarrow = shape.kind === "integer" && shape.narrow === true;
  const named: Codec<T> = {
    shape: { kind: "custom", name: "named number", samples, alignment: size },
    size,
    decode: (view, start, end) => {
      // What is longer is kept as it came.
      if (end - start !== size && !isNarrow) {
        throw new DecodeError(
          `Cannot decode a named number: it has ${end - start} bytes`,
        );
      }
      return read(codec.decode(view, start, end));
    },
    encode: (writer, value) => {
      const number = write(value);
      if (number === undefined) {
        throw new EncodeError(value, "is no name that the specification has");
      }
      codec.encode(writer, (isWide ? BigInt(number) : number) as never);
    },
  };
  return named;
}
