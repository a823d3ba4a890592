/**
 * Next hop objects, their groups and buckets: `struct nhmsg` and `NHA_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/nexthop.h | linux/nexthop.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/ipv4/nexthop.c | net/ipv4/nexthop.c}
 *
 * @module
 */

import {
  array,
  type Attributes,
  attributes,
  be16,
  choice,
  type Codec,
  flag,
  ipAddress,
  list,
  message,
  struct,
  u16,
  u32,
  u64,
  u8,
  uint,
  type WithAttributes,
} from "../codec/mod.ts";
import {
  type Encapsulations,
  encapsulations,
  encapsulationTypes,
} from "../route/encap/encap.ts";

/** Family header of next hops (`struct nhmsg`). */
export interface NexthopHeader {
  /** Address family; `AF_UNSPEC` for groups (`nh_family`). */
  family: number;
  /** `RT_SCOPE_*`, in replies only (`nh_scope`). */
  scope: number;
  /** Who installed the next hop, `RTPROT_*` (`nh_protocol`). */
  protocol: number;
  /** `RTNH_F_*` (`nh_flags`). */
  flags: number;
}

/** A member of a group (`struct nexthop_grp`). */
export interface NexthopGroupMember {
  /** Number of the next hop (`id`). */
  id: number;
  /** Lower eight bits of the weight less one (`weight`). */
  weight: number;
  /**
   * Upper eight bits of the weight less one; kernels before Linux 6.12 want
   * zero (`weight_high`).
   */
  weightHigh: number;
  /** Reserved (`resvd2`). */
  reserved: number;
}

/** Settings of a resilient group (`NHA_RES_GROUP_*`). */
export interface NexthopResilientGroup extends Attributes {
  /** Number of buckets (`NHA_RES_GROUP_BUCKETS`). */
  buckets?: number;
  /**
   * Idle time after which a bucket may move, in clock ticks
   * (`NHA_RES_GROUP_IDLE_TIMER`).
   */
  idleTimer?: number;
  /**
   * Time after which an unbalanced group moves busy buckets, in clock ticks;
   * zero for never (`NHA_RES_GROUP_UNBALANCED_TIMER`).
   */
  unbalancedTimer?: number;
  /**
   * How long the group has been unbalanced, in clock ticks
   * (`NHA_RES_GROUP_UNBALANCED_TIME`).
   */
  unbalancedTime?: bigint;
}

/** One bucket of a resilient group (`NHA_RES_BUCKET_*`). */
export interface NexthopResilientBucket extends Attributes {
  /** Number of the bucket (`NHA_RES_BUCKET_INDEX`). */
  index?: number;
  /** Idle time in clock ticks (`NHA_RES_BUCKET_IDLE_TIME`). */
  idleTime?: bigint;
  /** Number of the next hop (`NHA_RES_BUCKET_NH_ID`). */
  nexthopId?: number;
}

/** Counters of one member of a group (`NHA_GROUP_STATS_ENTRY_*`). */
export interface NexthopGroupStats extends Attributes {
  /** Number of the next hop (`NHA_GROUP_STATS_ENTRY_ID`). */
  id?: number;
  /** Packets forwarded (`NHA_GROUP_STATS_ENTRY_PACKETS`). */
  packets?: bigint;
  /** Packets forwarded by hardware (`NHA_GROUP_STATS_ENTRY_PACKETS_HW`). */
  packetsHardware?: bigint;
}

/** Attributes of next hops (`NHA_*`). */
export interface NexthopAttributes extends Attributes, Encapsulations {
  /** Number, zero to have one chosen (`NHA_ID`). */
  id?: number;
  /** Members, if it is a group (`NHA_GROUP`). */
  group?: NexthopGroupMember[];
  /** Type of the group, `NEXTHOP_GRP_TYPE_*` (`NHA_GROUP_TYPE`). */
  groupType?: number;
  /** Packets are dropped (`NHA_BLACKHOLE`). */
  blackhole?: true;
  /** Index of the device (`NHA_OIF`). */
  outputDevice?: number;
  /** Address of the gateway (`NHA_GATEWAY`). */
  gateway?: string;
  /** Kind of encapsulation, `LWTUNNEL_ENCAP_*` (`NHA_ENCAP_TYPE`). */
  encapType?: number;
  /** Asks for groups only (`NHA_GROUPS`). */
  groups?: true;
  /** Asks for next hops through devices of this master (`NHA_MASTER`). */
  master?: number;
  /** The next hop is for forwarding entries of bridges (`NHA_FDB`). */
  fdb?: true;
  /** Settings of a resilient group (`NHA_RES_GROUP`). */
  resilientGroup?: NexthopResilientGroup;
  /** One bucket of a resilient group (`NHA_RES_BUCKET`). */
  resilientBucket?: NexthopResilientBucket;
  /** `NHA_OP_FLAG_*` (`NHA_OP_FLAGS`). */
  operationFlags?: number;
  /** Counters of the members (`NHA_GROUP_STATS`). */
  groupStats?: NexthopGroupStats[];
  /** 1 if hardware is to count (`NHA_HW_STATS_ENABLE`). */
  hardwareStatsEnable?: number;
  /** 1 if some hardware counts (`NHA_HW_STATS_USED`). */
  hardwareStatsUsed?: number;
  /**
   * UDP port for packets to the next hop, in place of that of the VXLAN device;
   * Linux 7.2 does not support it yet (`NHA_DST_PORT`).
   */
  destinationPort?: number;
}

/** A next hop, a group of them or a bucket of one. */
export type NexthopMessage = WithAttributes<NexthopHeader, NexthopAttributes>;

/** Codec of {@linkcode NexthopHeader}. */
export const nexthopHeader: Codec<NexthopHeader> = struct({
  family: u8,
  scope: u8,
  protocol: u8,
  flags: u32,
});

/** Codec of {@linkcode NexthopGroupMember}. */
export const nexthopGroupMember: Codec<NexthopGroupMember> = struct({
  id: u32,
  weight: u8,
  weightHigh: u8,
  reserved: u16,
});

/** Codec of {@linkcode NexthopResilientGroup}. */
export const nexthopResilientGroup: Codec<NexthopResilientGroup> = attributes({
  buckets: ["NHA_RES_GROUP_BUCKETS", 1, u16],
  idleTimer: ["NHA_RES_GROUP_IDLE_TIMER", 2, u32],
  unbalancedTimer: ["NHA_RES_GROUP_UNBALANCED_TIMER", 3, u32],
  unbalancedTime: ["NHA_RES_GROUP_UNBALANCED_TIME", 4, u64],
}, { pad: ["NHA_RES_GROUP_PAD", 0] });

/** Codec of {@linkcode NexthopResilientBucket}. */
export const nexthopResilientBucket: Codec<NexthopResilientBucket> = attributes(
  {
    index: ["NHA_RES_BUCKET_INDEX", 1, u16],
    idleTime: ["NHA_RES_BUCKET_IDLE_TIME", 2, u64],
    nexthopId: ["NHA_RES_BUCKET_NH_ID", 3, u32],
  },
  { pad: ["NHA_RES_BUCKET_PAD", 0] },
);

/** Codec of {@linkcode NexthopGroupStats}. */
export const nexthopGroupStats: Codec<NexthopGroupStats> = attributes({
  id: ["NHA_GROUP_STATS_ENTRY_ID", 1, u32],
  packets: ["NHA_GROUP_STATS_ENTRY_PACKETS", 2, uint],
  packetsHardware: ["NHA_GROUP_STATS_ENTRY_PACKETS_HW", 3, uint],
});

/** Codec of {@linkcode NexthopAttributes}. */
export const nexthopAttributes: Codec<NexthopAttributes> = attributes({
  id: ["NHA_ID", 1, u32],
  group: ["NHA_GROUP", 2, array(nexthopGroupMember)],
  groupType: ["NHA_GROUP_TYPE", 3, u16],
  blackhole: ["NHA_BLACKHOLE", 4, flag],
  outputDevice: ["NHA_OIF", 5, u32],
  gateway: ["NHA_GATEWAY", 6, ipAddress],
  encapType: ["NHA_ENCAP_TYPE", 7, u16],
  ...choice<Encapsulations>(
    "encapType",
    ["NHA_ENCAP", 8],
    encapsulations,
    encapsulationTypes,
  ),
  groups: ["NHA_GROUPS", 9, flag],
  master: ["NHA_MASTER", 10, u32],
  fdb: ["NHA_FDB", 11, flag],
  resilientGroup: ["NHA_RES_GROUP", 12, nexthopResilientGroup],
  resilientBucket: ["NHA_RES_BUCKET", 13, nexthopResilientBucket],
  operationFlags: ["NHA_OP_FLAGS", 14, u32],
  groupStats: [
    "NHA_GROUP_STATS",
    15,
    list(nexthopGroupStats, ["NHA_GROUP_STATS_ENTRY", 1]),
  ],
  hardwareStatsEnable: ["NHA_HW_STATS_ENABLE", 16, u32],
  hardwareStatsUsed: ["NHA_HW_STATS_USED", 17, u32],
  destinationPort: ["NHA_DST_PORT", 18, be16],
});

/** Codec of {@linkcode NexthopMessage}. */
export const nexthopMessage: Codec<NexthopMessage> = message(
  nexthopHeader,
  nexthopAttributes,
);
