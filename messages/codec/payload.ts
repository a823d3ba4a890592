/**
 * Reads the payload of one attribute, and notices where its bytes hold more
 * than its value.
 *
 * @module
 */

import {
  type Codec,
  type IntegerShape,
  isFixed,
  type TextShape,
} from "./codec.ts";
import { DecodeError } from "./errors.ts";
import { isText, lacksNul } from "./text.ts";
import { copy, type WireAttribute } from "./wire.ts";

/**
 * Decodes a payload. Where encoding the value would give other bytes, the
 * payload is put into `entry`.
 *
 * @throws {DecodeError} If the payload is too short, or malformed.
 */
export function readPayload<T>(
  codec: Codec<T>,
  entry: WireAttribute,
  view: DataView,
  start: number,
  end: number,
  parent: object | undefined,
): T {
  const { shape, size } = codec;
  const length = end - start;
  if (shape.kind === "struct") {
    if (length === 0) {
      throw new DecodeError("Cannot decode struct: it is empty");
    }
  } else if (length < size) {
    throw new DecodeError(
      `Cannot decode attribute: ${length} bytes are fewer than ${size}`,
    );
  } else if (length > size && isFixed(codec as Codec<unknown>)) {
    if (shape.kind === "bytes" || shape.kind === "array") {
      throw new DecodeError(
        `Cannot decode attribute: ${length} bytes are more than ${size}`,
      );
    }
    entry.raw = copy(view, start, end);
    return entry.value = codec.decode(view, start, start + size, parent) as
      & T
      & unknown;
  }
  const value = codec.decode(view, start, end, parent);
  const plain = shape.kind === "string"
    ? isPlainString(shape, value as string, view, start, end)
    : shape.kind !== "integer" || shape.narrow !== true || length === size ||
      !isNarrow(shape, value as bigint);
  if (!plain) {
    entry.raw = copy(view, start, end);
    entry.value = value;
  }
  return value;
}

/** Whether four bytes do for an integer. */
function isNarrow({ signed }: IntegerShape, value: bigint): boolean {
  return (signed ? BigInt.asIntN : BigInt.asUintN)(32, value) === value;
}

/** Whether the payload is the text and, where there is to be one, a NUL. */
function isPlainString(
  shape: TextShape,
  text: string,
  view: DataView,
  start: number,
  end: number,
): boolean {
  const hasNul = end > start && view.getUint8(end - 1) === 0;
  const stop = hasNul ? end - 1 : end;
  if (lacksNul(shape, stop - start) === hasNul) return false;
  return isText(text, view, start, stop);
}
