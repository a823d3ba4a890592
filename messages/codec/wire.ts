/**
 * What a decoded value does not show but its bytes had: the order of mixed-up
 * attributes, duplicates, flags, tails. Encoding uses it to write the same
 * bytes again.
 *
 * It hangs on the value under a symbol that is not enumerable, so that values
 * compare, print and spread as if it were not there. A copy (`{ ...value }`)
 * does not have it and is encoded in the canonical way.
 *
 * @module
 */

import type { RawAttribute } from "./attributes.ts";
import type { Writer } from "./writer.ts";

const WIRE: unique symbol = Symbol("netlink.wire");

/** One attribute as it was met. */
export interface WireAttribute {
  /** Type and flags. */
  readonly type: number;
  /** Property that carries it; none carries padding. */
  name?: string;
  /** Place in an attribute that occurs several times. */
  index?: number;
  /** The element of `unknown` that it was put into. */
  unknown?: RawAttribute;
  /** Payload that encoding {@linkcode WireAttribute.value} would not give. */
  raw?: Uint8Array;
  /** What {@linkcode WireAttribute.raw} was decoded to. */
  value?: unknown;
  /** Whether a later attribute of the same type took its place. */
  superseded?: boolean;
}

/** What a value's bytes had besides the value. */
export interface Wire {
  /** All attributes in their order. */
  readonly attributes?: readonly WireAttribute[];
  /** Bytes after the last thing that could be read. */
  readonly tail?: Uint8Array;
  /** Whether the last attribute or record lacks its padding. */
  readonly unpadded?: boolean;
  /** Length of a struct that is shorter than this library's. */
  readonly length?: number;
  /** Members of a struct that have more bytes than their value has, by name. */
  readonly members?: ReadonlyMap<string, Pick<WireAttribute, "raw" | "value">>;
}

/** Tells what the bytes of `value` had besides it. */
export function wireOf(value: object): Wire | undefined {
  return (value as { [WIRE]?: Wire })[WIRE];
}

/** Hangs `wire` on `value`. */
export function remember(value: object, wire: Wire): void {
  Object.defineProperty(value, WIRE, { value: wire, configurable: true });
}

/** What the end of a row of attributes or records has that values do not show. */
export function endOf(view: DataView, at: number, end: number): Wire {
  if (at < end) return { tail: copy(view, at, end) };
  return at > end ? { unpadded: true } : {};
}

/** Writes the end of a row, the last of which starts at `last`; -1 if none does. */
export function writeEnd(
  writer: Writer,
  wire: Wire | undefined,
  last: number,
): void {
  if (wire?.tail !== undefined) writer.bytes(wire.tail);
  if (wire?.unpadded && last >= 0) writer.trim(last);
}

/** Copies the bytes between `start` and `end`. */
export function copy(view: DataView, start: number, end: number): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset + start, end - start)
    .slice();
}
