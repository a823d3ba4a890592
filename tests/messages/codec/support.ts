/** Shortcuts for tests of codecs. */
import { type Codec, Writer } from "../../../messages/codec/mod.ts";

/** The bytes of a value. */
export function encode<T>(codec: Codec<T>, value: T): Uint8Array<ArrayBuffer> {
  const writer = new Writer();
  codec.encode(writer, value);
  return writer.finish().slice();
}

/** The value of some bytes. */
export function decode<T>(codec: Codec<T>, bytes: Uint8Array): T {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return codec.decode(view, 0, bytes.length);
}

/** Bytes from hexadecimal text; `#` begins a comment. */
export function hex(text: string): Uint8Array<ArrayBuffer> {
  const digits = text.replace(/#.*$/gm, "").match(/[0-9a-f]{2}/gi) ?? [];
  return Uint8Array.from(digits, (byte) => parseInt(byte, 16));
}
