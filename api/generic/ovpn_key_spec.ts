/**
 * Keys of the family `ovpn` in people's terms.
 *
 * @module
 */

import { SecretBytes } from "../../messages/codec/secret.ts";
import {
  OVPN_CIPHER_ALGS,
  OVPN_NONCE_TAIL_SIZE,
  type OvpnAttributes,
  ovpnAttributes,
  type OvpnKeyconf,
  type OvpnKeydir,
  type OvpnMessage,
} from "../../messages/generic/ovpn.ts";
import { integer } from "../mapping/conversions.ts";
import { type Device, deviceIndex } from "../mapping/device.ts";
import { enumeration } from "../mapping/enumerations.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import {
  type Conversion,
  mapping,
  originalMessage,
  within,
  writeOnly,
} from "../mapping/mapping.ts";
import { checkRequired } from "../mapping/properties.ts";
import type { ReadFrom } from "./family_object.ts";
import {
  ovpnPeerId,
  type OvpnSlot,
  ovpnSlot,
  readOvpn,
} from "./ovpn_family.ts";

/** The peer that keys belong to. */
export interface OvpnKeyOwner {
  /** The device of kind `ovpn` (`OVPN_A_IFINDEX`). */
  device: Device;
  /** Number of the peer (`OVPN_A_KEYCONF_PEER_ID`). */
  peer: number;
}

/** What identifies a key. */
export interface OvpnKeyKey extends OvpnKeyOwner {
  /** Where it is stored (`OVPN_A_KEYCONF_SLOT`). */
  slot: OvpnSlot;
}

/** The key of one direction. */
export interface OvpnDirection {
  /**
   * The key, 16, 24 or 32 bytes as the cipher has it
   * (`OVPN_A_KEYDIR_CIPHER_KEY`).
   */
  key: Uint8Array;
  /**
   * The end of nonces, which follows the number of a packet, 8 bytes
   * (`OVPN_A_KEYDIR_NONCE_TAIL`).
   */
  nonceTail: Uint8Array;
}

/** A key, of which the kernel never reports the bytes. */
export interface OvpnKey extends OvpnKeyKey, ReadFrom<OvpnAttributes> {
  /** Index of the device. */
  device: number;
  /**
   * Number of the key, 0 to 7, which packets have
   * (`OVPN_A_KEYCONF_KEY_ID`).
   */
  id: number;
  /** The cipher (`OVPN_A_KEYCONF_CIPHER_ALG`). */
  cipher: keyof typeof OVPN_CIPHER_ALGS | number;
}

/** A key to be added. */
export interface OvpnKeySpec extends OvpnKeyKey, Pick<OvpnKey, "id"> {
  /** The cipher; kernels take no `none` (`OVPN_A_KEYCONF_CIPHER_ALG`). */
  cipher: OvpnKey["cipher"];
  /** What is encrypted with (`OVPN_A_KEYCONF_ENCRYPT_DIR`). */
  encrypt: OvpnDirection;
  /** What is decrypted with (`OVPN_A_KEYCONF_DECRYPT_DIR`). */
  decrypt: OvpnDirection;
}

const secret = { secret: true } as const;

/** The most bytes of a key. */
const MAX_KEY = 256;

/** Bytes that no error and no message shows. */
function secretBytes(
  min: number,
  max: number,
): Conversion<Uint8Array, Uint8Array> {
  return {
    fromKernel: (bytes) => bytes,
    toKernel: (value, fieldPath) => {
      if (!(value instanceof Uint8Array)) {
        throw fieldPath.wrong("…", "a Uint8Array is expected");
      }
      const { length } = value;
      if (length < min || length > max) {
        const expected = min === max ? `${min}` : `${min} to ${max}`;
        throw fieldPath.outside("…", `it has ${length} bytes, not ${expected}`);
      }
      return new SecretBytes(value);
    },
  };
}

const keydir = mapping<OvpnDirection, OvpnKeydir>(
  () => ({
    key: ["cipherKey", secretBytes(1, MAX_KEY)],
    nonceTail: secretBytes(OVPN_NONCE_TAIL_SIZE, OVPN_NONCE_TAIL_SIZE),
  }),
  undefined,
  secret,
);

const direction: Pick<Conversion<OvpnDirection, OvpnKeydir>, "toKernel"> = {
  toKernel: (value, fieldPath) => {
    const data = keydir.toKernel(value, fieldPath);
    checkRequired(value, ["key", "nonceTail"], fieldPath);
    return data;
  },
};

type Mapped = OvpnKey & Partial<Pick<OvpnKeySpec, "encrypt" | "decrypt">>;

const key = mapping<Mapped, OvpnAttributes>(
  () => ({
    device: ["ifindex", deviceIndex],
    ...within<OvpnAttributes, "keyconf", Omit<Mapped, "device" | "message">>(
      "keyconf",
      {
        peer: ["peerId", ovpnPeerId],
        slot: ovpnSlot,
        id: ["keyId", integer(0, 7)],
        cipher: ["cipherAlg", enumeration(OVPN_CIPHER_ALGS, 32)],
        encrypt: writeOnly<OvpnDirection, OvpnKeyconf, "encryptDir">(
          "encryptDir",
          direction,
        ),
        decrypt: writeOnly<OvpnDirection, OvpnKeyconf, "decryptDir">(
          "decryptDir",
          direction,
        ),
      },
    ),
    message: originalMessage,
  }),
  ovpnAttributes,
  secret,
);

/**
 * Reads a key.
 *
 * @param message The message.
 * @param device Index of the device that was asked about, as answers lack it.
 * @returns The key.
 */
export function toOvpnKey(message: OvpnMessage, device?: number): OvpnKey {
  return readOvpn<OvpnKey>(key, message, device);
}

/**
 * Writes the peer that keys belong to.
 *
 * @param value The peer.
 * @param fieldPath Where it stands.
 * @returns Its attributes.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a number is too small or too large.
 */
export function fromOvpnKeyOwner(
  value: OvpnKeyOwner,
  fieldPath: FieldPath,
): OvpnAttributes {
  const { ifindex, keyconf } = key.toKernel(value as Mapped, fieldPath);
  checkRequired(value, ["device", "peer"], fieldPath);
  return { ifindex: ifindex!, keyconf: { peerId: keyconf!.peerId! } };
}

/**
 * Writes what names a key.
 *
 * @param value The key.
 * @param fieldPath Where it stands.
 * @returns Its attributes.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a number is too small or too large.
 */
export function fromOvpnKeyKey(
  value: OvpnKeyKey,
  fieldPath: FieldPath,
): OvpnAttributes {
  // What was read can be handed back: only what names it is sent.
  const { ifindex, keyconf } = key.toKernel(value as Mapped, fieldPath);
  checkRequired(value, ["device", "peer", "slot"], fieldPath);
  const { peerId, slot } = keyconf!;
  return { ifindex: ifindex!, keyconf: { peerId: peerId!, slot: slot! } };
}

/**
 * Writes a key to be added.
 *
 * @param value The key.
 * @param fieldPath Where it stands.
 * @returns Its attributes.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a number is too small or too large, or bytes are
 * too few or too many.
 */
export function fromOvpnKeySpec(
  value: OvpnKeySpec,
  fieldPath: FieldPath,
): OvpnAttributes {
  const attributes = key.toKernel(value as unknown as Mapped, fieldPath);
  checkRequired(
    value,
    ["device", "peer", "slot", "id", "cipher", "encrypt", "decrypt"],
    fieldPath,
  );
  return attributes;
}
