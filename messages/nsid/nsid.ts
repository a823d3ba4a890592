/**
 * Ids that a network namespace has for others: `struct rtgenmsg` and
 * `NETNSA_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/net_namespace.h | linux/net_namespace.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  message,
  s32,
  struct,
  u32,
  u8,
  type WithAttributes,
} from "../codec/mod.ts";

/** Family header of namespace ids (`struct rtgenmsg`). */
export interface NsidHeader {
  /** Address family, `AF_UNSPEC` (`rtgen_family`). */
  family: number;
}

/** Attributes of namespace ids (`NETNSA_*`). */
export interface NsidAttributes extends Attributes {
  /** The id, or `NETNSA_NSID_NOT_ASSIGNED` (`NETNSA_NSID`). */
  nsid?: number;
  /** A process in the namespace (`NETNSA_PID`). */
  processId?: number;
  /** A descriptor of the namespace (`NETNSA_FD`). */
  descriptor?: number;
  /** Namespace whose ids are asked for (`NETNSA_TARGET_NSID`). */
  targetNsid?: number;
  /** The id as the asking namespace has it (`NETNSA_CURRENT_NSID`). */
  currentNsid?: number;
}

/** An id of a namespace. */
export type NsidMessage = WithAttributes<NsidHeader, NsidAttributes>;

/** Codec of {@linkcode NsidHeader}. */
export const nsidHeader: Codec<NsidHeader> = struct({
  family: u8,
});

/** Codec of {@linkcode NsidAttributes}. */
export const nsidAttributes: Codec<NsidAttributes> = attributes(
  {
    nsid: ["NETNSA_NSID", 1, s32],
    processId: ["NETNSA_PID", 2, u32],
    descriptor: ["NETNSA_FD", 3, u32],
    targetNsid: ["NETNSA_TARGET_NSID", 4, s32],
    currentNsid: ["NETNSA_CURRENT_NSID", 5, s32],
  },
);

/** Codec of {@linkcode NsidMessage}. */
export const nsidMessage: Codec<NsidMessage> = message(
  nsidHeader,
  nsidAttributes,
);
