/**
 * Writes out how traces read integers, through the arrays of `alias.ts`.
 *
 * @module
 */

import { type IntegerShape, LITTLE_ENDIAN } from "../codec.ts";
import { readInteger } from "./compile_decode.ts";

/**
 * A place in the message: a variable of the code, which holds a multiple of
 * four, and a distance from it.
 */
export interface Position {
  /** The variable. */
  readonly base: string;
  /** The distance in bytes. */
  readonly offset: number;
}

/** The code for a place. */
export function at({ base, offset }: Position): string {
  return offset === 0 ? base : `${base} + ${offset}`;
}

/** A place behind another. */
export function moved({ base, offset }: Position, distance: number): Position {
  return { base, offset: offset + distance };
}

/**
 * An expression that reads an integer, which starts at a multiple of its size.
 */
export function read(shape: IntegerShape, position: Position): string {
  const { bits, signed, bigEndian } = shape;
  const aligned = position.offset % (Math.min(bits, 32) / 8) === 0;
  if (!aligned || (bigEndian === LITTLE_ENDIAN && bits > 8)) {
    return readInteger(shape, at(position));
  }
  const value = element(bits === 64 ? 32 : bits, position);
  switch (bits) {
    case 8:
      return signed ? `(${value} << 24 >> 24)` : value;
    case 16:
      return signed ? value : `(${value} & 0xffff)`;
    case 32:
      return signed ? value : `(${value} >>> 0)`;
    case 64:
      return `(${value} === 0 && ${element(32, moved(position, 4))} === 0)
        ? 0n : view.getBig${signed ? "Int" : "Uint"}64(${
        at(position)
      }, ${!bigEndian})`;
  }
}

/** An element of the arrays that alias the view. */
export function element(bits: 8 | 16 | 32, { base, offset }: Position): string {
  if (bits === 8) return `bytes[${at({ base, offset })}]`;
  const [array, shift] = bits === 32 ? ["words", 2] : ["halves", 1];
  return `${array}[(${base} >> ${shift}) + ${offset >> shift}]`;
}

/** The expressions for some bytes, as few as can be, and what they are here. */
export function wordsOf(
  view: DataView,
  position: Position,
  from: number,
  count: number,
): [code: string, value: number][] {
  const words: [string, number][] = [];
  for (let i = 0; i < count;) {
    const bits = count - i >= 4 ? 32 : count - i >= 2 ? 16 : 8;
    const value = bits === 32
      ? view.getInt32(from + i, LITTLE_ENDIAN)
      : bits === 16
      ? view.getInt16(from + i, LITTLE_ENDIAN)
      : view.getUint8(from + i);
    words.push([element(bits, moved(position, i)), value]);
    i += bits / 8;
  }
  return words;
}
