/**
 * Messages of files as `ip` reads them.
 *
 * Kernels send regular messages, which everybody reads alike; files may have
 * anything. Of attributes that come twice, `ip` reads the first and the kernel
 * the last; `ip` reads addresses by the family of the message and not by their
 * length; and it ignores attributes whose type has flags that it does not
 * expect.
 *
 * @module
 */

import { RTN_MULTICAST } from "../../messages/constants.ts";
import {
  type Codec,
  type Field,
  LITTLE_ENDIAN,
  NLA_F_NESTED,
  type Shape,
} from "../../messages/codec/mod.ts";
import {
  AF_BRIDGE,
  AF_INET,
  AF_INET6,
  AF_PACKET,
  RTNL_FAMILY_IP6MR,
  RTNL_FAMILY_IPMR,
} from "../../messages/families.ts";
import { NLMSG_HDRLEN } from "../../messages/header.ts";
import { decodeWhole } from "./complete.ts";

/** The longest message that `ip` reads from a file. */
export const LONGEST_SAVED = 16384;
/** Size of `struct rtattr`. */
const HEADER = 4;

/**
 * What `ip` reads the messages of a file into, one after the other: behind a
 * message is what is left of those before it.
 */
export class MessageMemory {
  readonly #bytes = new Uint8Array(LONGEST_SAVED + 2 * NLMSG_HDRLEN);

  /**
   * Takes a message.
   *
   * @param message All of it, with what aligns the next one.
   * @returns The memory from its body on.
   */
  load(message: Uint8Array): Uint8Array {
    this.#bytes.set(message);
    return this.#bytes.subarray(NLMSG_HDRLEN);
  }
}

/**
 * Which attributes may have `NLA_F_NESTED` in their types: `none`, those `inside`
 * of others, or `all`.
 */
export type Flagged = "none" | "inside" | "all";

/** A message as `ip` reads it. */
export interface AsRead<T> {
  /** The message. */
  readonly message: T;
  /** What `ip` prints about bytes that are no attribute; empty if there are none. */
  readonly deficit: string;
}

/**
 * Reads a message as `ip` does.
 *
 * @typeParam T The message.
 * @param codec Its codec.
 * @param memory The memory from its body on.
 * @param length Length of its body in bytes, not less than its header's.
 * @param flagged Which attributes may have `NLA_F_NESTED` in their types.
 * @returns The message, and what is wrong with it.
 */
export function decodeAsRead<T>(
  codec: Codec<T>,
  memory: Uint8Array,
  length: number,
  flagged: Flagged,
): AsRead<T> {
  const { shape } = codec as Codec<unknown>;
  if (shape.kind !== "message") {
    return {
      message: decodeWhole(codec, memory.slice(0, length)),
      deficit: "",
    };
  }
  const start = Math.min(shape.header.size + 3 & ~3, length);
  const reader = new Reader(memory, flagged === "none" ? 0 : NLA_F_NESTED);
  const attributes = reader.read(
    shape.attributes.shape,
    start,
    length - start,
    flagged === "all" ? NLA_F_NESTED : 0,
    familyOf(memory, start),
  );
  const bytes = new Uint8Array(start + attributes.length);
  bytes.set(memory.subarray(0, start));
  bytes.set(attributes, start);
  const message = decodeWhole(codec, bytes);
  const properties = (message as { attributes: Record<string, unknown> })
    .attributes;
  for (const [name, text] of reader.texts) properties[name] = text;
  return { message, deficit: reader.deficit };
}

/** Where `rtm_type` is in `struct rtmsg`, and how long that is. */
const ROUTE_TYPE = 7;
const ROUTE_HEADER = 12;

/** The family that addresses are of: multicast routes have one of their own. */
function familyOf(memory: Uint8Array, headerSize: number): number {
  const [family = 0] = memory;
  const isMulticast = headerSize === ROUTE_HEADER &&
    memory[ROUTE_TYPE] === RTN_MULTICAST;
  if (isMulticast && family === RTNL_FAMILY_IPMR) return AF_INET;
  return isMulticast && family === RTNL_FAMILY_IP6MR ? AF_INET6 : family;
}

/** How many bytes of an address are shown, by family. */
const ADDRESS_SIZES: ReadonlyMap<number, number> = new Map([
  [AF_INET, 4],
  [AF_INET6, 16],
]);

/** Leaves out of attributes what `ip` does not look at. */
class Reader {
  readonly #memory: Uint8Array;
  readonly #view: DataView;
  readonly #flagsInside: number;
  /** Texts of addresses that have no other form, by property. */
  readonly texts = new Map<string, string>();
  /** What is printed about bytes that are no attribute of the message itself. */
  deficit = "";

  constructor(memory: Uint8Array, flagsInside: number) {
    this.#memory = memory;
    this.#flagsInside = flagsInside;
    const { buffer, byteOffset, byteLength } = memory;
    this.#view = new DataView(buffer, byteOffset, byteLength);
  }

  /**
   * Copies the attributes that count.
   *
   * @param shape What they are.
   * @param start Where they start.
   * @param length How many bytes they have.
   * @param flags What their types may have besides their number.
   * @param family Family of the message's addresses; none inside of attributes.
   * @returns The attributes.
   */
  read(
    shape: Shape,
    start: number,
    length: number,
    flags: number,
    family?: number,
  ): Uint8Array {
    const fields = shape.kind === "attributes" ? shape.fields : [];
    const seen = new Set<number>();
    const kept: Uint8Array[] = [];
    let at = start;
    let left = length;
    while (left >= HEADER) {
      const size = this.#view.getUint16(at, LITTLE_ENDIAN);
      if (size < HEADER || size > left) break;
      const given = this.#view.getUint16(at + 2, LITTLE_ENDIAN);
      const type = given & ~flags;
      const known = fields.filter((field) => field.type === type);
      const many = known.some(({ codec }) => codec.shape.kind === "multi");
      // Those that come many times are compared with their number as it is.
      if (many ? given === type : !seen.has(type)) {
        kept.push(...this.#attribute(known, type, at, size, family));
      }
      seen.add(type);
      at += size + 3 & ~3;
      left -= size + 3 & ~3;
    }
    if (family !== undefined && left !== 0) {
      const next = this.#view.getUint16(at, LITTLE_ENDIAN);
      this.deficit = `!!!Deficit ${left}, rta_len=${next}\n`;
    }
    return joined(kept);
  }

  /** What counts of one attribute: it, or nothing. */
  #attribute(
    known: readonly Field[],
    type: number,
    at: number,
    size: number,
    family: number | undefined,
  ): Uint8Array[] {
    const payload = at + HEADER;
    const end = at + size;
    const [field] = known;
    if (field === undefined) return [];
    const address = known.find(({ codec }) => codec.shape.kind === "ip");
    const isOther = known.some(({ when }) => when?.[1] === family);
    if (address !== undefined && family !== undefined && !isOther) {
      const length = ADDRESS_SIZES.get(family);
      if (length !== undefined) {
        const bytes = this.#memory.subarray(payload, payload + length);
        return [attribute(type, bytes)];
      }
      if (family === AF_BRIDGE) return [this.#memory.subarray(at, end)];
      const bytes = this.#memory.subarray(payload, end);
      this.texts.set(address.name, unknownAddress(family, bytes));
      return [];
    }
    if (field.when === undefined && field.codec.shape.kind === "attributes") {
      return [
        attribute(
          type | NLA_F_NESTED,
          this.read(
            field.codec.shape,
            payload,
            size - HEADER,
            this.#flagsInside,
          ),
        ),
      ];
    }
    return [attribute(type, this.#memory.subarray(payload, end))];
  }
}

/** How `ip` shows an address of a family that has no texts. */
function unknownAddress(family: number, bytes: Uint8Array): string {
  return family === AF_PACKET
    ? Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(":")
    : "???";
}

function attribute(type: number, payload: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(HEADER + payload.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, bytes.length, LITTLE_ENDIAN);
  view.setUint16(2, type, LITTLE_ENDIAN);
  bytes.set(payload, HEADER);
  return bytes;
}

/** Puts attributes one after the other, aligned. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const size = (length: number) => length + 3 & ~3;
  const all = new Uint8Array(
    parts.reduce((sum, { length }) => sum + size(length), 0),
  );
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += size(part.length);
  }
  return all;
}
