/**
 * Bytes that nobody is to see by accident, such as keys.
 *
 * @module
 */

import { type Codec, EncodeError } from "../codec/mod.ts";

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

/** Codec of {@linkcode SecretBytes}; any `Uint8Array` can be written. */
export const secretBytes: Codec<Uint8Array> = {
  shape: { kind: "bytes" },
  size: 0,
  decode: (view, start, end) =>
    new SecretBytes(
      new Uint8Array(view.buffer, view.byteOffset + start, end - start),
    ),
  encode: (writer, value) => {
    if (!(value instanceof Uint8Array)) {
      throw new EncodeError(HIDDEN, "is not a Uint8Array");
    }
    writer.bytes(value);
  },
};
