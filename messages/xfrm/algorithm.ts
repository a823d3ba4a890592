/**
 * Algorithms and their keys.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/xfrm.h | linux/xfrm.h}
 *
 * @module
 */

import { type Codec, fixedString, struct, u32 } from "../codec/mod.ts";
import { SecretBytes, secretBytes } from "../codec/secret.ts";
import { tailed } from "../codec/tailed.ts";

/** Bytes of an algorithm's name, the NUL at the end included. */
const NAME_LENGTH = 64;

/** An algorithm (`struct xfrm_algo`). */
export interface XfrmAlgorithm {
  /** Name in the kernel's crypto layer, such as `cbc(aes)` (`alg_name`). */
  name: string;
  /** Length of the key in bits (`alg_key_len`). */
  keyLength: number;
  /** The key; what was decoded prints as `(hidden)` (`alg_key`). */
  key: Uint8Array;
}

/** Codec of {@linkcode XfrmAlgorithm}. */
export const xfrmAlgorithm: Codec<XfrmAlgorithm> = tailed<XfrmAlgorithm, "key">(
  struct<Omit<XfrmAlgorithm, "key">>({
    name: fixedString(NAME_LENGTH),
    keyLength: u32,
  }),
  "key",
  secretBytes,
  "xfrm_algo",
  [
    { name: "cbc(aes)", keyLength: 128, key: new SecretBytes(16).fill(1) },
    { name: "deflate", keyLength: 0, key: new SecretBytes() },
  ],
);

/** An algorithm of authentication (`struct xfrm_algo_auth`). */
export interface XfrmAuthAlgorithm {
  /** Name in the kernel's crypto layer, such as `hmac(sha256)` (`alg_name`). */
  name: string;
  /** Length of the key in bits (`alg_key_len`). */
  keyLength: number;
  /** How many bits of the integrity check value are sent (`alg_trunc_len`). */
  truncationLength: number;
  /** The key; what was decoded prints as `(hidden)` (`alg_key`). */
  key: Uint8Array;
}

/** Codec of {@linkcode XfrmAuthAlgorithm}. */
export const xfrmAuthAlgorithm: Codec<XfrmAuthAlgorithm> = tailed<
  XfrmAuthAlgorithm,
  "key"
>(
  struct<Omit<XfrmAuthAlgorithm, "key">>({
    name: fixedString(NAME_LENGTH),
    keyLength: u32,
    truncationLength: u32,
  }),
  "key",
  secretBytes,
  "xfrm_algo_auth",
  [{
    name: "hmac(sha256)",
    keyLength: 256,
    truncationLength: 128,
    key: new SecretBytes(32).fill(2),
  }],
);

/** An algorithm of authenticated encryption (`struct xfrm_algo_aead`). */
export interface XfrmAeadAlgorithm {
  /**
   * Name in the kernel's crypto layer, such as `rfc4106(gcm(aes))`
   * (`alg_name`).
   */
  name: string;
  /** Length of the key and its salt in bits (`alg_key_len`). */
  keyLength: number;
  /** Length of the integrity check value in bits (`alg_icv_len`). */
  icvLength: number;
  /** The key and its salt; what was decoded prints as `(hidden)` (`alg_key`). */
  key: Uint8Array;
}

/** Codec of {@linkcode XfrmAeadAlgorithm}. */
export const xfrmAeadAlgorithm: Codec<XfrmAeadAlgorithm> = tailed<
  XfrmAeadAlgorithm,
  "key"
>(
  struct<Omit<XfrmAeadAlgorithm, "key">>({
    name: fixedString(NAME_LENGTH),
    keyLength: u32,
    icvLength: u32,
  }),
  "key",
  secretBytes,
  "xfrm_algo_aead",
  [{
    name: "rfc4106(gcm(aes))",
    keyLength: 160,
    icvLength: 128,
    key: new SecretBytes(20).fill(3),
  }],
);
