/**
 * Keys of WireGuard, which are 32 bytes in base64.
 *
 * @see {@link https://www.wireguard.com/protocol/ | WireGuard: Protocol & Cryptography}
 * @see {@link https://www.rfc-editor.org/rfc/rfc7748 | RFC 7748}
 *
 * @module
 */
import { fromBase64, toBase64 } from "../../messages/codec/text.ts";

/** Bytes of a key. */
const LENGTH = 32;
/** 32 bytes in base64, the last bits of which are zero. */
const KEY = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/;
/** What is in front of a private key in PKCS #8 (RFC 8410). */
const PKCS8 = Uint8Array.from([
  ...[0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06],
  ...[0x03, 0x2b, 0x65, 0x6e, 0x04, 0x22, 0x04, 0x20],
]);
/** First coordinate of the point that public keys are multiples of. */
const BASE_POINT = 9;

/**
 * Makes a private key.
 *
 * @returns The key in base64.
 */
export function generateWireguardKey(): string {
  const key = crypto.getRandomValues(new Uint8Array(LENGTH));
  // The bits that the curve does not use are as it wants them.
  key[0]! &= 248;
  key[LENGTH - 1] = key[LENGTH - 1]! & 127 | 64;
  return toBase64(key);
}

/**
 * Makes a preshared key.
 *
 * @returns The key in base64.
 */
export function generateWireguardPresharedKey(): string {
  return toBase64(crypto.getRandomValues(new Uint8Array(LENGTH)));
}

/**
 * Computes the public key of a private key.
 *
 * @param privateKey The private key in base64; it is not in errors.
 * @returns The public key in base64.
 * @throws {TypeError} If it is no key.
 */
export async function wireguardPublicKey(privateKey: string): Promise<string> {
  const bytes = readWireguardKey(privateKey);
  if (bytes === undefined) {
    throw new TypeError(
      "Cannot compute a public key: 32 bytes in base64 are expected",
    );
  }
  const { subtle } = crypto;
  const secret = await subtle.importKey(
    "pkcs8",
    Uint8Array.from([...PKCS8, ...bytes]),
    "X25519",
    false,
    ["deriveBits"],
  );
  const point = new Uint8Array(LENGTH);
  point[0] = BASE_POINT;
  const base = await subtle.importKey("raw", point, "X25519", true, []);
  const product = await subtle.deriveBits(
    { name: "X25519", public: base },
    secret,
    8 * LENGTH,
  );
  return toBase64(new Uint8Array(product));
}

/**
 * Reads a key.
 *
 * @param text The key in base64.
 * @returns Its bytes; `undefined` if it is none.
 */
export function readWireguardKey(
  text: unknown,
): Uint8Array<ArrayBuffer> | undefined {
  return typeof text === "string" && KEY.test(text)
    ? fromBase64(text)
    : undefined;
}
