/**
 * What both states and policies have: selectors, identities and lifetimes.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/xfrm.h | linux/xfrm.h}
 *
 * @module
 */

import {
  be16,
  be32,
  type Codec,
  s32,
  struct,
  u16,
  u32,
  u64,
  u8,
} from "../codec/mod.ts";
import { xfrmAddressIn } from "./address.ts";

/** Which packets a policy or a state is for (`struct xfrm_selector`). */
export interface XfrmSelector {
  /** Destination address (`daddr`). */
  destination: string;
  /** Source address (`saddr`). */
  source: string;
  /**
   * Destination port, code of ICMP, or lower half of a GRE key (`dport`).
   */
  destinationPort: number;
  /** Which bits of the destination port count (`dport_mask`). */
  destinationPortMask: number;
  /** Source port, type of ICMP, or upper half of a GRE key (`sport`). */
  sourcePort: number;
  /** Which bits of the source port count (`sport_mask`). */
  sourcePortMask: number;
  /** Address family, `AF_*` (`family`). */
  family: number;
  /** How many bits of the destination address count (`prefixlen_d`). */
  destinationLength: number;
  /** How many bits of the source address count (`prefixlen_s`). */
  sourceLength: number;
  /** Protocol above IP, `IPPROTO_*`; 0 for any (`proto`). */
  protocol: number;
  /** Index of the device; 0 for any (`ifindex`). */
  index: number;
  /** User (`user`). */
  user: number;
}

/** Codec of {@linkcode XfrmSelector}. */
export const xfrmSelector: Codec<XfrmSelector> = struct({
  destination: xfrmAddressIn(() => xfrmSelector, "destination"),
  source: xfrmAddressIn(() => xfrmSelector, "source"),
  destinationPort: be16,
  destinationPortMask: be16,
  sourcePort: be16,
  sourcePortMask: be16,
  family: u16,
  destinationLength: u8,
  sourceLength: u8,
  protocol: u8,
  index: s32,
  user: u32,
});

/** What names a state among those of a source (`struct xfrm_id`). */
export interface XfrmId {
  /** Destination address (`daddr`). */
  destination: string;
  /** Security parameter index (`spi`). */
  spi: number;
  /** Protocol, `IPPROTO_*` (`proto`). */
  protocol: number;
}

/**
 * Codec of {@linkcode XfrmId} in a struct that has the family.
 *
 * @param owner The struct.
 * @param family Path of the family in it.
 * @returns The codec.
 */
export function xfrmIdIn(
  owner: () => Pick<Codec<unknown>, "shape">,
  family = "family",
): Codec<XfrmId> {
  return struct<XfrmId>({
    destination: xfrmAddressIn(owner, "id.destination", family),
    spi: be32,
    protocol: u8,
  });
}

/**
 * When states and policies expire (`struct xfrm_lifetime_cfg`): `soft` asks for
 * a new one, `hard` ends it. `XFRM_INF` is no limit of bytes or packets, 0 none
 * of seconds.
 */
export interface XfrmLifetime {
  /** Bytes (`soft_byte_limit`). */
  softByteLimit: bigint;
  /** Bytes (`hard_byte_limit`). */
  hardByteLimit: bigint;
  /** Packets (`soft_packet_limit`). */
  softPacketLimit: bigint;
  /** Packets (`hard_packet_limit`). */
  hardPacketLimit: bigint;
  /** Seconds since it was made (`soft_add_expires_seconds`). */
  softAddExpires: bigint;
  /** Seconds since it was made (`hard_add_expires_seconds`). */
  hardAddExpires: bigint;
  /** Seconds since its first use (`soft_use_expires_seconds`). */
  softUseExpires: bigint;
  /** Seconds since its first use (`hard_use_expires_seconds`). */
  hardUseExpires: bigint;
}

/** Codec of {@linkcode XfrmLifetime}. */
export const xfrmLifetime: Codec<XfrmLifetime> = struct({
  softByteLimit: u64,
  hardByteLimit: u64,
  softPacketLimit: u64,
  hardPacketLimit: u64,
  softAddExpires: u64,
  hardAddExpires: u64,
  softUseExpires: u64,
  hardUseExpires: u64,
});

/** How much a state or a policy was used (`struct xfrm_lifetime_cur`). */
export interface XfrmUsage {
  /** Bytes (`bytes`). */
  bytes: bigint;
  /** Packets (`packets`). */
  packets: bigint;
  /** When it was made, in seconds since 1970 (`add_time`). */
  addTime: bigint;
  /** When it was used first, in seconds since 1970; 0 if never (`use_time`). */
  useTime: bigint;
}

/** Codec of {@linkcode XfrmUsage}. */
export const xfrmUsage: Codec<XfrmUsage> = struct({
  bytes: u64,
  packets: u64,
  addTime: u64,
  useTime: u64,
});
