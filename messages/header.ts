/**
 * The header of every netlink message, its flags, and the message types that
 * netlink itself has: `struct nlmsghdr`, `NLM_F_*` and `NLMSG_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/netlink.h | linux/netlink.h}
 * @see {@link https://man7.org/linux/man-pages/man7/netlink.7.html | netlink(7)}
 *
 * @module
 */

import { type Codec, LITTLE_ENDIAN, struct, u16, u32 } from "./codec/mod.ts";

// Flags of all messages.

/** The message is a request (`NLM_F_REQUEST`). */
export const NLM_F_REQUEST = 0x01;
/** The message is one of several, which `NLMSG_DONE` ends (`NLM_F_MULTI`). */
export const NLM_F_MULTI = 0x02;
/** Asks for an acknowledgement (`NLM_F_ACK`). */
export const NLM_F_ACK = 0x04;
/** Asks for the notifications that the request causes (`NLM_F_ECHO`). */
export const NLM_F_ECHO = 0x08;
/** The dump is inconsistent: objects changed meanwhile (`NLM_F_DUMP_INTR`). */
export const NLM_F_DUMP_INTR = 0x10;
/** The kernel has filtered the dump as requested (`NLM_F_DUMP_FILTERED`). */
export const NLM_F_DUMP_FILTERED = 0x20;

// Modifiers of GET requests.

/** Asks for the whole table instead of one object (`NLM_F_ROOT`). */
export const NLM_F_ROOT = 0x100;
/** Asks for all objects that match (`NLM_F_MATCH`). */
export const NLM_F_MATCH = 0x200;
/** Asks for a snapshot in one go; needs privileges (`NLM_F_ATOMIC`). */
export const NLM_F_ATOMIC = 0x400;
/** Asks for all objects: `NLM_F_ROOT | NLM_F_MATCH` (`NLM_F_DUMP`). */
export const NLM_F_DUMP = 0x300;

// Modifiers of NEW requests.

/** Replaces an object that is there (`NLM_F_REPLACE`). */
export const NLM_F_REPLACE = 0x100;
/** Fails if the object is there (`NLM_F_EXCL`). */
export const NLM_F_EXCL = 0x200;
/** Creates an object that is not there (`NLM_F_CREATE`). */
export const NLM_F_CREATE = 0x400;
/** Adds the object to the end of the list (`NLM_F_APPEND`). */
export const NLM_F_APPEND = 0x800;

// Modifiers of DELETE requests.

/** Does not delete recursively (`NLM_F_NONREC`). */
export const NLM_F_NONREC = 0x100;
/** Deletes all objects that match (`NLM_F_BULK`). */
export const NLM_F_BULK = 0x200;

// Flags of acknowledgements.

/** The request in the acknowledgement has been cut (`NLM_F_CAPPED`). */
export const NLM_F_CAPPED = 0x100;
/** The acknowledgement carries attributes (`NLM_F_ACK_TLVS`). */
export const NLM_F_ACK_TLVS = 0x200;

// Message types of netlink itself.

/** A message to ignore (`NLMSG_NOOP`). */
export const NLMSG_NOOP = 1;
/** An error, or with error number 0 an acknowledgement (`NLMSG_ERROR`). */
export const NLMSG_ERROR = 2;
/** The end of a dump (`NLMSG_DONE`). */
export const NLMSG_DONE = 3;
/** Data has been lost (`NLMSG_OVERRUN`). */
export const NLMSG_OVERRUN = 4;
/** The first type that is not reserved for control (`NLMSG_MIN_TYPE`). */
export const NLMSG_MIN_TYPE = 0x10;

/** Messages start at multiples of this number of bytes (`NLMSG_ALIGNTO`). */
export const NLMSG_ALIGNTO = 4;
/** Size of {@linkcode Header} in bytes (`NLMSG_HDRLEN`). */
export const NLMSG_HDRLEN = 16;

/** What every netlink message starts with (`struct nlmsghdr`). */
export interface Header {
  /** Length of the message in bytes, header included (`nlmsg_len`). */
  length: number;
  /** What the message is, such as `RTM_NEWLINK` (`nlmsg_type`). */
  type: number;
  /** Flags, `NLM_F_*` (`nlmsg_flags`). */
  flags: number;
  /** Number that the answers to a request repeat (`nlmsg_seq`). */
  sequence: number;
  /** Port of the sender; proves nothing about it (`nlmsg_pid`). */
  portId: number;
}

/** Codec of {@linkcode Header}. */
export const header: Codec<Header> = struct({
  length: u32,
  type: u16,
  flags: u16,
  sequence: u32,
  portId: u32,
});

/**
 * Finds the end of a message, for loops over those of a datagram.
 *
 * @param view The datagram.
 * @param start Where the message starts.
 * @param stop Where the datagram ends.
 * @returns Where the message ends; -1 if no whole message is there.
 */
export function messageEnd(
  view: DataView,
  start: number,
  stop: number,
): number {
  if (stop - start < NLMSG_HDRLEN) return -1;
  const length = view.getUint32(start, LITTLE_ENDIAN);
  return length < NLMSG_HDRLEN || length > stop - start ? -1 : start + length;
}

/**
 * Finds the next message: `NLMSG_NEXT`.
 *
 * @param start Where a message starts.
 * @param end Where it ends.
 * @returns Where the next one starts.
 */
export function nextMessage(start: number, end: number): number {
  return start + ((end - start + 3) & -NLMSG_ALIGNTO);
}
