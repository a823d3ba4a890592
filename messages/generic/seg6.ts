/**
 * Segment routing with IPv6, family `SEG6`: `SEG6_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/seg6_genl.h | linux/seg6_genl.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/seg6_hmac.h | linux/seg6_hmac.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/ipv6/seg6.c | net/ipv6/seg6.c}
 * @see {@link https://man7.org/linux/man-pages/man8/ip-sr.8.html | ip-sr(8)}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  bytes,
  type Codec,
  ipv6Address,
  s32,
  u32,
  u8,
} from "../codec/mod.ts";
import { secretBytes } from "../codec/secret.ts";
import { type GenericMessage, genericMessage } from "./header.ts";

/** Name of the family. */
export const SEG6_GENL_NAME = "SEG6";
/** Version of the family's interface. */
export const SEG6_GENL_VERSION = 1;

/** Sets or deletes a key. */
export const SEG6_CMD_SETHMAC = 1;
/** Asks for keys. */
export const SEG6_CMD_DUMPHMAC = 2;
/** Sets the source address of tunnels. */
export const SEG6_CMD_SET_TUNSRC = 3;
/** Asks for the source address of tunnels. */
export const SEG6_CMD_GET_TUNSRC = 4;

/** Bytes that a secret can have. */
export const SEG6_HMAC_SECRET_LEN = 64;

/** Algorithms of keys: `SEG6_HMAC_ALGO_*`. */
export const SEG6_HMAC_ALGORITHMS = {
  /** HMAC-SHA-1 (`SEG6_HMAC_ALGO_SHA1`). */
  sha1: 1,
  /** HMAC-SHA-256 (`SEG6_HMAC_ALGO_SHA256`). */
  sha256: 2,
} as const;

/** A key, or the source address of tunnels: `SEG6_ATTR_*`. */
export interface Seg6Attributes extends Attributes {
  /** Source address (`SEG6_ATTR_DST`). */
  dst?: string;
  /** Unused (`SEG6_ATTR_DSTLEN`). */
  dstlen?: number;
  /** Identifier of the key, not 0 (`SEG6_ATTR_HMACKEYID`). */
  hmackeyid?: number;
  /** The secret; it prints as `(hidden)` (`SEG6_ATTR_SECRET`). */
  secret?: Uint8Array;
  /** Its bytes; 0 deletes the key (`SEG6_ATTR_SECRETLEN`). */
  secretlen?: number;
  /** {@linkcode SEG6_HMAC_ALGORITHMS} (`SEG6_ATTR_ALGID`). */
  algid?: number;
  /** Unused (`SEG6_ATTR_HMACINFO`). */
  hmacinfo?: Uint8Array;
}

/** A message of the family `SEG6`. */
export type Seg6Message = GenericMessage<Seg6Attributes>;

/** Codec of {@linkcode Seg6Attributes}. */
export const seg6Attributes: Codec<Seg6Attributes> = attributes(
  {
    dst: ["SEG6_ATTR_DST", 1, ipv6Address],
    dstlen: ["SEG6_ATTR_DSTLEN", 2, s32],
    hmackeyid: ["SEG6_ATTR_HMACKEYID", 3, u32],
    secret: ["SEG6_ATTR_SECRET", 4, secretBytes],
    secretlen: ["SEG6_ATTR_SECRETLEN", 5, u8],
    algid: ["SEG6_ATTR_ALGID", 6, u8],
    hmacinfo: ["SEG6_ATTR_HMACINFO", 7, bytes],
  },
);

/** Codec of {@linkcode Seg6Message}. */
export const seg6Message: Codec<Seg6Message> = genericMessage(seg6Attributes);
