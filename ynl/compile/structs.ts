/**
 * C structs of specifications.
 *
 * @module
 */

import {
  bitfield32,
  type Codec,
  fixedBytes,
  fixedString,
  type Members,
  struct,
} from "../../messages/codec/mod.ts";
import { camelCase } from "../names.ts";
import { SCALARS } from "../resolve/raw.ts";
import type { Struct, StructMember } from "../spec.ts";
import { integerCodec } from "./integers.ts";
import { textCodec } from "./texts.ts";
import type { Values } from "./values.ts";

/** What a struct is made of besides its members. */
export interface StructParts {
  /** Finds another struct. */
  readonly struct: (name: string) => Codec<Values>;
  /** Names the values of a number. */
  readonly named: (
    codec: Codec<number> | Codec<bigint>,
    use: { readonly enum?: string; readonly enumAsFlags?: boolean },
  ) => Codec<unknown>;
}

/** Members before the struct itself, such as those of another header. */
export interface StructStart {
  /** Their codecs. */
  readonly members: Readonly<Record<string, Codec<unknown>>>;
  /** Their bytes. */
  readonly size: number;
}

/**
 * Makes the codec of a struct, which is laid out as C does it. Padding that the
 * specification writes out has no property.
 *
 * @param definition The struct.
 * @param parts What it is made of.
 * @param start What is in front of it.
 * @returns The codec.
 */
export function structCodec(
  { members, naturalSize }: Struct,
  parts: StructParts,
  start: StructStart = { members: {}, size: 0 },
): Codec<Values> {
  const codecs: Record<string, Codec<unknown>> = { ...start.members };
  const offsets: Record<string, number> = {};
  for (const member of members) {
    if (member.type === "pad") continue;
    const name = camelCase(member.name);
    codecs[name] = memberCodec(member, parts);
    offsets[name] = start.size + member.naturalOffset;
  }
  return struct<Values>(codecs as Members<Values>, {
    offsets,
    size: start.size + naturalSize,
  });
}

function memberCodec(
  member: StructMember,
  parts: StructParts,
): Codec<unknown> {
  const { type, size, displayHint } = member;
  const scalar = SCALARS.get(type);
  const text = textCodec(displayHint, size);
  if (scalar !== undefined) {
    if (text !== undefined && displayHint === "ipv4") {
      return text as Codec<unknown>;
    }
    const codec = integerCodec({ ...scalar, endian: member.endian ?? "host" });
    return parts.named(codec, member);
  }
  if (type === "bitfield32") return bitfield32 as Codec<unknown>;
  if (member.struct !== undefined) {
    return parts.struct(member.struct) as Codec<unknown>;
  }
  return (type === "string"
    ? fixedString(size)
    : text ?? fixedBytes(size)) as Codec<unknown>;
}
