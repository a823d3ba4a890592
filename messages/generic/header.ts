/**
 * Generic netlink: the header that all its families share, `struct
 * genlmsghdr`, and `GENL_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/genetlink.h | linux/genetlink.h}
 * @see {@link https://docs.kernel.org/userspace-api/netlink/intro.html | Introduction to Netlink}
 *
 * @module
 */

import {
  type Codec,
  message,
  struct,
  u16,
  u8,
  type WithAttributes,
} from "../codec/mod.ts";

/** Bytes of a family's name, the NUL at the end included. */
export const GENL_NAMSIZ = 16;

/** Least message type of a family. */
export const GENL_MIN_ID = 0x10;
/** Greatest message type of a family. */
export const GENL_MAX_ID = 0x3ff;
/** Message type of the controller. */
export const GENL_ID_CTRL = 0x10;

/** The command needs `CAP_NET_ADMIN`. */
export const GENL_ADMIN_PERM = 0x1;
/** The command can be used on one object. */
export const GENL_CMD_CAP_DO = 0x2;
/** The command can dump all objects. */
export const GENL_CMD_CAP_DUMP = 0x4;
/** The command has a policy. */
export const GENL_CMD_CAP_HASPOL = 0x8;
/** The command needs `CAP_NET_ADMIN` in the namespace's user namespace. */
export const GENL_UNS_ADMIN_PERM = 0x10;

/** `struct genlmsghdr`. */
export interface GenericHeader {
  /** Command of the family (`cmd`). */
  cmd: number;
  /** Version of the family's interface (`version`). */
  version: number;
  /** 0 (`reserved`). */
  reserved: number;
}

/**
 * A message of a family: header and attributes.
 *
 * @typeParam A The attributes.
 */
export type GenericMessage<A> = WithAttributes<GenericHeader, A>;

/** Codec of {@linkcode GenericHeader}. */
export const genericHeader: Codec<GenericHeader> = struct({
  cmd: u8,
  version: u8,
  reserved: u16,
});

/**
 * Header and attributes of a family's messages.
 *
 * @typeParam A The attributes.
 * @param attributes Codec of the attributes.
 * @returns The codec.
 */
export function genericMessage<A>(
  attributes: Codec<A>,
): Codec<GenericMessage<A>> {
  return message(genericHeader, attributes);
}
