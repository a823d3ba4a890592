/**
 * Bytes that people write as text: addresses and identifiers.
 *
 * @module
 */

import {
  type Codec,
  DecodeError,
  EncodeError,
  hardwareAddress,
  ipAddress,
  ipv4Address,
  ipv6Address,
  macAddress,
} from "../../messages/codec/mod.ts";
import { fromHex, toHex } from "../../messages/codec/text.ts";

/** Bytes of a UUID, and where the hyphens are between its digits. */
const UUID_SIZE = 16;
const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** A UUID as text (RFC 9562). */
export const uuid: Codec<string> = {
  shape: {
    kind: "custom",
    name: "UUID",
    samples: ["00112233-4455-6677-8899-aabbccddeeff"],
  },
  size: UUID_SIZE,
  decode: (view, start, end) => {
    if (end - start !== UUID_SIZE) {
      throw new DecodeError(
        `Cannot decode a UUID: it has ${end - start} bytes`,
      );
    }
    const bytes = new Uint8Array(view.buffer, view.byteOffset + start, 16);
    return toHex(bytes).replace(
      /^(.{8})(.{4})(.{4})(.{4})(.{12})$/,
      "$1-$2-$3-$4-$5",
    );
  },
  encode: (writer, value) => {
    if (typeof value !== "string" || !UUID.test(value)) {
      throw new EncodeError(value, "is not a UUID");
    }
    writer.bytes(fromHex(value.replaceAll("-", "")));
  },
};

/**
 * Finds the codec of bytes that people write as text.
 *
 * @param hint How people write them (`display-hint`).
 * @param size How many bytes there are, if that is fixed.
 * @returns The codec; `undefined` if they are not written as text.
 */
export function textCodec(
  hint: string | undefined,
  size?: number,
): Codec<string> | undefined {
  switch (hint) {
    case "ipv4":
      return size === undefined ? ipAddress : only(ipv4Address, size);
    case "ipv6":
      return size === undefined ? ipAddress : only(ipv6Address, size);
    case "ipv4-or-v6":
      return size === undefined ? ipAddress : undefined;
    case "mac":
    case "fddi":
      return size === undefined ? hardwareAddress : only(macAddress, size);
    case "uuid":
      return size === undefined || size === UUID_SIZE ? uuid : undefined;
    default:
      return undefined;
  }
}

function only(codec: Codec<string>, size: number): Codec<string> | undefined {
  return codec.size === size ? codec : undefined;
}
