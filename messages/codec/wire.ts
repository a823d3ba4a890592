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

import type { RawAttribute } from "./codec.ts";
import type { Writer } from "./writer.ts";

const WIRE: unique symbol = Symbol("netlink.wire");

/** One attribute as it was read. */
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
  /** Padding that is not zero. */
  padding?: Uint8Array;
}

/** What a value's bytes had besides the value. */
export interface Wire {
  /** All attributes in their order. */
  readonly attributes?: readonly WireAttribute[];
  /** Bytes after the last thing that could be read. */
  readonly tail?: Uint8Array;
  /**
   * What there is of the padding of the last attribute or record, if not all.
   */
  readonly unpadded?: Uint8Array;
  /** Length of a struct that is shorter than this library's. */
  readonly length?: number;
  /** Padding that is not zero, where there is some, by where it starts. */
  readonly paddings?: ReadonlyMap<number, Uint8Array>;
  /** Members of a struct that have more bytes than their value has, by name. */
  readonly members?: ReadonlyMap<string, Pick<WireAttribute, "raw" | "value">>;
}

/** Returns what the bytes of `value` had besides it. */
export function wireOf(value: object): Wire | undefined {
  return (value as { [WIRE]?: Wire })[WIRE];
}

/** Hangs `wire` on `value`. */
export function remember(value: object, wire: Wire): void {
  Object.defineProperty(value, WIRE, { value: wire, configurable: true });
}

/**
 * The padding behind an attribute or record that ends at `at`, if it is not
 * zero.
 */
export function paddingAt(
  view: DataView,
  at: number,
  length: number,
  end: number,
): Uint8Array | undefined {
  const count = -length & 3;
  if (count === 0 || end - at < count) return undefined;
  return bytesAt(view, at, at + count);
}

/** The bytes between `start` and `end`, if they are not all zero. */
export function bytesAt(
  view: DataView,
  start: number,
  end: number,
): Uint8Array | undefined {
  for (let at = start; at < end; at++) {
    if (view.getUint8(at) !== 0) return copy(view, start, end);
  }
  return undefined;
}

/**
 * What the end of a row of attributes or records has that values do not show.
 * The last one ends at `stop`, and with its padding at `at`.
 */
export function endOf(
  view: DataView,
  stop: number,
  at: number,
  end: number,
): Wire {
  if (at < end) return { tail: copy(view, at, end) };
  return at > end ? { unpadded: copy(view, stop, end) } : {};
}

/**
 * Writes the end of a row, the last of which starts at `last`; -1 if none does.
 */
export function writeEnd(
  writer: Writer,
  wire: Wire | undefined,
  last: number,
): void {
  if (wire?.tail !== undefined) writer.bytes(wire.tail);
  if (wire?.unpadded !== undefined && last >= 0) {
    writer.trim(last);
    writer.bytes(wire.unpadded);
  }
}

/** Copies the bytes between `start` and `end`. */
export function copy(view: DataView, start: number, end: number): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset + start, end - start)
    .slice();
}
