/**
 * Bytes that nobody is to see by accident, such as keys.
 *
 * @module
 */

import type { Codec } from "./codec.ts";
import { DecodeError, EncodeError } from "./errors.ts";

const HIDDEN = "(hidden)";

/**
 * Bytes that print as `(hidden)`, in the console, in JSON and as text; otherwise
 * they are a `Uint8Array` as any other.
 */
export class SecretBytes extends Uint8Array {
  static {
    const inspect = { value: () => HIDDEN };
    Object.defineProperties(this.prototype, {
      [Symbol.for("Deno.customInspect")]: inspect,
      [Symbol.for("nodejs.util.inspect.custom")]: inspect,
    });
  }

  /**
   * What stands for the bytes in JSON.
   *
   * @returns The text `(hidden)`.
   */
  toJSON(): string {
    return HIDDEN;
  }

  /**
   * What stands for the bytes in text.
   *
   * @returns The text `(hidden)`.
   */
  override toString(): string {
    return HIDDEN;
  }
}

function decode(view: DataView, start: number, end: number): SecretBytes {
  return new SecretBytes(
    new Uint8Array(view.buffer, view.byteOffset + start, end - start),
  );
}

/** Codec of {@linkcode SecretBytes}; any `Uint8Array` can be written. */
export const secretBytes: Codec<Uint8Array> = {
  shape: { kind: "bytes", secret: true },
  size: 0,
  decode,
  encode: (writer, value) => {
    if (!(value instanceof Uint8Array)) {
      throw new EncodeError(HIDDEN, "is not a Uint8Array");
    }
    writer.bytes(value);
  },
};

/**
 * A fixed number of {@linkcode SecretBytes}, such as a key; any `Uint8Array` of
 * that length can be written.
 *
 * @param length How many.
 * @returns The codec.
 */
export function fixedSecretBytes(length: number): Codec<Uint8Array> {
  return {
    shape: { kind: "bytes", length, secret: true },
    size: length,
    decode: (view, start, end) => {
      if (end - start !== length) {
        throw new DecodeError(
          `Cannot decode a secret: it has ${end - start} bytes, not ${length}`,
        );
      }
      return decode(view, start, end);
    },
    encode: (writer, value) => {
      if (!(value instanceof Uint8Array) || value.length !== length) {
        throw new EncodeError(
          HIDDEN,
          `is not a Uint8Array of ${length} bytes`,
        );
      }
      writer.bytes(value);
    },
  };
}
