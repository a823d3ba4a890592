/**
 * Integers of any width, sign and byte order.
 *
 * @module
 */

import {
  be16,
  be32,
  be64,
  type Codec,
  EncodeError,
  LITTLE_ENDIAN,
  s16,
  s32,
  s64,
  s8,
  u16,
  u32,
  u64,
  u8,
} from "../../messages/codec/mod.ts";
import type { IntegerWire } from "../spec.ts";

/** Codec of an integer, of 64 bits as `bigint`. */
export type IntegerCodec = Codec<number> | Codec<bigint>;

/** Those that messages have anyway; compiled decoders read them in place. */
const USUAL: Readonly<Record<string, IntegerCodec>> = {
  u8,
  s8,
  u16,
  s16,
  u32,
  s32,
  u64,
  s64,
  "u16-big": be16,
  "u32-big": be32,
  "u64-big": be64,
};

/**
 * Finds the codec of an integer.
 *
 * @param wire How it is stored.
 * @returns The codec.
 */
export function integerCodec(
  { bits, signed, endian }: Omit<IntegerWire, "kind">,
): IntegerCodec {
  const isBig = endian === "big" || endian === "host" && !LITTLE_ENDIAN;
  const isHost = bits === 8 || isBig === !LITTLE_ENDIAN;
  const name = `${signed ? "s" : "u"}${bits}`;
  return USUAL[isHost ? name : `${name}-${isBig ? "big" : "little"}`] ??
    swapped(bits as 16 | 32 | 64, signed, isBig);
}

/** An integer in a byte order that the kernel hardly uses for its like. */
function swapped(
  bits: 16 | 32 | 64,
  signed: boolean,
  bigEndian: boolean,
): IntegerCodec {
  const method = `${bits === 64 ? "Big" : ""}${
    signed ? "Int" : "Uint"
  }${bits}` as "Int32";
  const size = bits / 8;
  const fit = signed ? BigInt.asIntN : BigInt.asUintN;
  const codec: Codec<number> = {
    shape: { kind: "integer", bits, signed, bigEndian },
    size,
    decode: (view, start) => view[`get${method}`](start, !bigEndian),
    encode: (writer, value) => {
      const isRight = bits === 64
        ? typeof value === "bigint"
        : Number.isInteger(value);
      if (!isRight || fit(bits, BigInt(value)) !== BigInt(value)) {
        throw new EncodeError(value, `is not an integer of ${bits} bits`);
      }
      const at = writer.reserve(size);
      writer.view[`set${method}`](at, value, !bigEndian);
    },
  };
  return codec;
}
