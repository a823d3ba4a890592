/**
 * Algorithms and their keys.
 *
 * @module
 */

import { fromHex } from "../../messages/codec/text.ts";
import type {
  XfrmAeadAlgorithm,
  XfrmAlgorithm,
  XfrmAuthAlgorithm,
} from "../../messages/xfrm/algorithm.ts";
import { SecretBytes } from "../../messages/codec/secret.ts";
import { integer, text } from "../mapping/conversions.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import type { Conversion } from "../mapping/mapping.ts";
import { properties } from "../mapping/properties.ts";

/**
 * A key: bytes, or hexadecimal digits, with or without `0x` in front. Keys that
 * the kernel reports are bytes that print as `(hidden)`.
 */
export type XfrmKey = Uint8Array | string;

/** Algorithm of encryption. */
export interface XfrmEncryption {
  /** Name in the kernel's crypto layer, such as `cbc(aes)`. */
  name: string;
  /** The key. */
  key: XfrmKey;
}

/** Algorithm of authentication. */
export interface XfrmAuthentication {
  /** Name in the kernel's crypto layer, such as `hmac(sha256)`. */
  name: string;
  /** The key. */
  key: XfrmKey;
  /**
   * How many bytes of the integrity check value are sent; the kernel's own
   * number for the algorithm if it is missing.
   */
  length?: number;
}

/** Algorithm of authenticated encryption. */
export interface XfrmAead {
  /** Name in the kernel's crypto layer, such as `rfc4106(gcm(aes))`. */
  name: string;
  /** The key and its salt. */
  key: XfrmKey;
  /** Length of the integrity check value in bytes. */
  icvLength: number;
}

/** Algorithm of compression. */
export interface XfrmCompression {
  /** Name in the kernel's crypto layer, such as `deflate`. */
  name: string;
}

/** The most bytes of a name (`alg_name` less the NUL). */
const MAX_NAME = 63;
/** The most bytes of a key whose bits the kernel can count in an attribute. */
const MAX_KEY = 0xff00;

/** Bytes that the kernel counts in bits. */
const bits = integer(0, 0x1fffffff);

function nameOf(value: unknown, fieldPath: FieldPath): string {
  const name = text.toKernel(value as string, fieldPath)!;
  if (name === "" || new TextEncoder().encode(name).length > MAX_NAME) {
    throw fieldPath.outside(name, `a name has 1 to ${MAX_NAME} bytes`);
  }
  return name;
}

function keyOf(value: unknown, fieldPath: FieldPath): SecretBytes {
  // Nothing of a key gets into an error.
  const problem = "a Uint8Array, or hexadecimal digits, is expected";
  let bytes: Uint8Array;
  if (value instanceof Uint8Array) bytes = value;
  else if (typeof value === "string" && /^(0x)?([\da-f]{2})*$/i.test(value)) {
    bytes = fromHex(value.replace(/^0x/i, ""));
  } else throw fieldPath.wrong("…", problem);
  if (bytes.length > MAX_KEY) {
    throw fieldPath.outside("…", `a key has ${MAX_KEY} bytes at most`);
  }
  return new SecretBytes(bytes);
}

/** Name and key, as all algorithms have them. */
function base(
  { name, key }: { name: unknown; key: unknown },
  fieldPath: FieldPath,
): XfrmAlgorithm {
  const bytes = keyOf(key, fieldPath.at("key"));
  return {
    name: nameOf(name, fieldPath.at("name")),
    keyLength: 8 * bytes.length,
    key: bytes,
  };
}

const secret = { secret: true };

const checkEncryption = properties<XfrmEncryption, XfrmEncryption>({
  name: "required",
  key: "required",
}, secret);

/** How {@linkcode XfrmEncryption} is stored. */
export const xfrmEncryption: Conversion<XfrmEncryption, XfrmAlgorithm> = {
  fromKernel: ({ name, key }) => ({ name, key }),
  toKernel: (value, fieldPath) => {
    checkEncryption(hidden(value, fieldPath), fieldPath);
    return base(value, fieldPath);
  },
};

/** An object, or an error that does not show what is there instead. */
function hidden<T>(value: T, fieldPath: FieldPath): T {
  if (typeof value === "object" && value !== null) return value;
  throw fieldPath.wrong("…", "an object is expected");
}

const checkAuthentication = properties<XfrmAuthentication, XfrmAuthentication>({
  name: "required",
  key: "required",
  length: "optional",
}, secret);

/**
 * Reads what the kernel reports of authentication: the older form has no
 * length.
 *
 * @param algorithm The algorithm.
 * @returns The same in people's terms.
 */
export function toAuthentication(
  algorithm: XfrmAlgorithm | XfrmAuthAlgorithm,
): XfrmAuthentication {
  const { name, key } = algorithm;
  return "truncationLength" in algorithm
    ? { name, key, length: algorithm.truncationLength / 8 }
    : { name, key };
}

/**
 * Puts authentication into the kernel's terms.
 *
 * @param value The algorithm.
 * @param fieldPath Where it stands.
 * @returns The algorithm, in the older form if it has no length.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a value is too small or too large.
 */
export function fromAuthentication(
  value: XfrmAuthentication,
  fieldPath: FieldPath,
): XfrmAlgorithm | XfrmAuthAlgorithm {
  checkAuthentication(hidden(value, fieldPath), fieldPath);
  const algorithm = base(value, fieldPath);
  if (value.length === undefined) return algorithm;
  const length = bits.toKernel(value.length, fieldPath.at("length"))!;
  return { ...algorithm, truncationLength: 8 * length };
}

const checkAead = properties<XfrmAead, XfrmAead>({
  name: "required",
  key: "required",
  icvLength: "required",
}, secret);

/** How {@linkcode XfrmAead} is stored. */
export const xfrmAead: Conversion<XfrmAead, XfrmAeadAlgorithm> = {
  fromKernel: ({ name, key, icvLength }) => ({
    name,
    key,
    icvLength: icvLength / 8,
  }),
  toKernel: (value, fieldPath) => {
    checkAead(hidden(value, fieldPath), fieldPath);
    const length = bits.toKernel(value.icvLength, fieldPath.at("icvLength"))!;
    return { ...base(value, fieldPath), icvLength: 8 * length };
  },
};

const checkCompression = properties<XfrmCompression, XfrmCompression>({
  name: "required",
});

/** How {@linkcode XfrmCompression} is stored. */
export const xfrmCompression: Conversion<XfrmCompression, XfrmAlgorithm> = {
  fromKernel: ({ name }) => ({ name }),
  toKernel: (value, fieldPath) => {
    checkCompression(value, fieldPath);
    return base({ name: value.name, key: new Uint8Array() }, fieldPath);
  },
};
