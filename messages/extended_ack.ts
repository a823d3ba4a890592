/**
 * What the kernel answers requests with: `struct nlmsgerr` and the attributes
 * of extended acknowledgements (`NLMSGERR_ATTR_*`), among them the policy that
 * a refused attribute broke (`NL_POLICY_TYPE_ATTR_*`).
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/netlink.h | linux/netlink.h}
 * @see {@link https://docs.kernel.org/userspace-api/netlink/intro.html#ext-ack | Extended ACK}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  bytes,
  type Codec,
  message,
  s32,
  s64,
  string,
  struct,
  u32,
  u64,
  type WithAttributes,
} from "./codec/mod.ts";
import { type Header, header } from "./header.ts";

// Types of attributes, as policies name them.

/** No attribute (`NL_ATTR_TYPE_INVALID`). */
export const NL_ATTR_TYPE_INVALID = 0;
/** Present or not (`NL_ATTR_TYPE_FLAG`). */
export const NL_ATTR_TYPE_FLAG = 1;
/** Unsigned, 8 bits (`NL_ATTR_TYPE_U8`). */
export const NL_ATTR_TYPE_U8 = 2;
/** Unsigned, 16 bits (`NL_ATTR_TYPE_U16`). */
export const NL_ATTR_TYPE_U16 = 3;
/** Unsigned, 32 bits (`NL_ATTR_TYPE_U32`). */
export const NL_ATTR_TYPE_U32 = 4;
/** Unsigned, 64 bits (`NL_ATTR_TYPE_U64`). */
export const NL_ATTR_TYPE_U64 = 5;
/** Signed, 8 bits (`NL_ATTR_TYPE_S8`). */
export const NL_ATTR_TYPE_S8 = 6;
/** Signed, 16 bits (`NL_ATTR_TYPE_S16`). */
export const NL_ATTR_TYPE_S16 = 7;
/** Signed, 32 bits (`NL_ATTR_TYPE_S32`). */
export const NL_ATTR_TYPE_S32 = 8;
/** Signed, 64 bits (`NL_ATTR_TYPE_S64`). */
export const NL_ATTR_TYPE_S64 = 9;
/** Bytes (`NL_ATTR_TYPE_BINARY`). */
export const NL_ATTR_TYPE_BINARY = 10;
/** Text (`NL_ATTR_TYPE_STRING`). */
export const NL_ATTR_TYPE_STRING = 11;
/** Text that a NUL ends (`NL_ATTR_TYPE_NUL_STRING`). */
export const NL_ATTR_TYPE_NUL_STRING = 12;
/** Attributes (`NL_ATTR_TYPE_NESTED`). */
export const NL_ATTR_TYPE_NESTED = 13;
/** An array of sets of attributes (`NL_ATTR_TYPE_NESTED_ARRAY`). */
export const NL_ATTR_TYPE_NESTED_ARRAY = 14;
/** Bits with a mask (`NL_ATTR_TYPE_BITFIELD32`). */
export const NL_ATTR_TYPE_BITFIELD32 = 15;
/** Signed, 32 or 64 bits (`NL_ATTR_TYPE_SINT`). */
export const NL_ATTR_TYPE_SINT = 16;
/** Unsigned, 32 or 64 bits (`NL_ATTR_TYPE_UINT`). */
export const NL_ATTR_TYPE_UINT = 17;

/** What the kernel accepts in an attribute (`NLMSGERR_ATTR_POLICY`). */
export interface Policy extends Attributes {
  /** Type, `NL_ATTR_TYPE_*` (`NL_POLICY_TYPE_ATTR_TYPE`). */
  type?: number;
  /** Least value, if signed (`NL_POLICY_TYPE_ATTR_MIN_VALUE_S`). */
  minValueSigned?: bigint;
  /** Greatest value, if signed (`NL_POLICY_TYPE_ATTR_MAX_VALUE_S`). */
  maxValueSigned?: bigint;
  /** Least value, if unsigned (`NL_POLICY_TYPE_ATTR_MIN_VALUE_U`). */
  minValueUnsigned?: bigint;
  /** Greatest value, if unsigned (`NL_POLICY_TYPE_ATTR_MAX_VALUE_U`). */
  maxValueUnsigned?: bigint;
  /** Least length in bytes (`NL_POLICY_TYPE_ATTR_MIN_LENGTH`). */
  minLength?: number;
  /** Greatest length in bytes (`NL_POLICY_TYPE_ATTR_MAX_LENGTH`). */
  maxLength?: number;
  /** Policy of what is nested (`NL_POLICY_TYPE_ATTR_POLICY_IDX`). */
  policyIndex?: number;
  /**
   * Greatest type of what is nested (`NL_POLICY_TYPE_ATTR_POLICY_MAXTYPE`).
   */
  policyMaxType?: number;
  /** Valid bits of a bit field (`NL_POLICY_TYPE_ATTR_BITFIELD32_MASK`). */
  bitfield32Mask?: number;
  /** Padding before a 64-bit value (`NL_POLICY_TYPE_ATTR_PAD`). */
  pad?: Uint8Array;
  /** Valid bits of an unsigned integer (`NL_POLICY_TYPE_ATTR_MASK`). */
  mask?: bigint;
}

/** Codec of {@linkcode Policy}. */
export const policy: Codec<Policy> = attributes({
  type: ["NL_POLICY_TYPE_ATTR_TYPE", 1, u32],
  minValueSigned: ["NL_POLICY_TYPE_ATTR_MIN_VALUE_S", 2, s64],
  maxValueSigned: ["NL_POLICY_TYPE_ATTR_MAX_VALUE_S", 3, s64],
  minValueUnsigned: ["NL_POLICY_TYPE_ATTR_MIN_VALUE_U", 4, u64],
  maxValueUnsigned: ["NL_POLICY_TYPE_ATTR_MAX_VALUE_U", 5, u64],
  minLength: ["NL_POLICY_TYPE_ATTR_MIN_LENGTH", 6, u32],
  maxLength: ["NL_POLICY_TYPE_ATTR_MAX_LENGTH", 7, u32],
  policyIndex: ["NL_POLICY_TYPE_ATTR_POLICY_IDX", 8, u32],
  policyMaxType: ["NL_POLICY_TYPE_ATTR_POLICY_MAXTYPE", 9, u32],
  bitfield32Mask: ["NL_POLICY_TYPE_ATTR_BITFIELD32_MASK", 10, u32],
  pad: ["NL_POLICY_TYPE_ATTR_PAD", 11, bytes],
  mask: ["NL_POLICY_TYPE_ATTR_MASK", 12, u64],
});

/** Attributes of an extended acknowledgement (`NLMSGERR_ATTR_*`). */
export interface ExtendedAck extends Attributes {
  /** Explanation for people (`NLMSGERR_ATTR_MSG`). */
  message?: string;
  /**
   * Offset of the attribute at fault in the request, counted in bytes from
   * the start of its header (`NLMSGERR_ATTR_OFFS`).
   */
  offset?: number;
  /** Whatever the subsystem likes (`NLMSGERR_ATTR_COOKIE`). */
  cookie?: Uint8Array;
  /** Policy that the attribute broke (`NLMSGERR_ATTR_POLICY`). */
  policy?: Policy;
  /** Type of the attribute that is missing (`NLMSGERR_ATTR_MISS_TYPE`). */
  missingType?: number;
  /**
   * Offset of the nest that it is missing from, counted as `offset`; not
   * there if it is missing from the message itself
   * (`NLMSGERR_ATTR_MISS_NEST`).
   */
  missingNest?: number;
}

/** Codec of {@linkcode ExtendedAck}. */
export const extendedAck: Codec<ExtendedAck> = attributes({
  message: ["NLMSGERR_ATTR_MSG", 1, string],
  offset: ["NLMSGERR_ATTR_OFFS", 2, u32],
  cookie: ["NLMSGERR_ATTR_COOKIE", 3, bytes],
  policy: ["NLMSGERR_ATTR_POLICY", 4, policy],
  missingType: ["NLMSGERR_ATTR_MISS_TYPE", 5, u32],
  missingNest: ["NLMSGERR_ATTR_MISS_NEST", 6, u32],
});

/** An error or an acknowledgement (`struct nlmsgerr`). */
export interface ErrorHeader {
  /** Negative error number, or 0 for success (`error`). */
  error: number;
  /** Header of the request (`msg`). */
  request: Header;
}

/** Codec of {@linkcode ErrorHeader}. */
export const errorHeader: Codec<ErrorHeader> = struct({
  error: s32,
  request: header,
});

/**
 * The body of `NLMSG_ERROR` where it does not repeat the body of the request:
 * on success, and on sockets with `NETLINK_CAP_ACK`.
 */
export type ErrorMessage = WithAttributes<ErrorHeader, ExtendedAck>;

/** Codec of {@linkcode ErrorMessage}. */
export const errorMessage: Codec<ErrorMessage> = message(
  errorHeader,
  extendedAck,
);

/** What the body of `NLMSG_DONE` starts with. */
export interface DoneHeader {
  /** Negative error number, or 0 or more for success. */
  error: number;
}

/** The body of `NLMSG_DONE`. */
export type DoneMessage = WithAttributes<DoneHeader, ExtendedAck>;

/** Codec of {@linkcode DoneMessage}. */
export const doneMessage: Codec<DoneMessage> = message(
  struct<DoneHeader>({ error: s32 }),
  extendedAck,
);
