/**
 * Constants of next hop objects: `NHA_*`, and the types of their messages.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/nexthop.h | linux/nexthop.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/rtnetlink.h | linux/rtnetlink.h}
 *
 * @module
 */

// Message types.

/** A next hop was added or changed, or is to be. */
export const RTM_NEWNEXTHOP = 104;
/** A next hop was deleted, or is to be. */
export const RTM_DELNEXTHOP = 105;
/** Asks for next hops. */
export const RTM_GETNEXTHOP = 106;
/** A bucket of a resilient group was changed. */
export const RTM_NEWNEXTHOPBUCKET = 116;
/** Reserved: buckets go with their group. */
export const RTM_DELNEXTHOPBUCKET = 117;
/** Asks for buckets of resilient groups. */
export const RTM_GETNEXTHOPBUCKET = 118;

// Attributes.

/** Nothing. */
export const NHA_UNSPEC = 0;
/** Number. */
export const NHA_ID = 1;
/** Members of a group. */
export const NHA_GROUP = 2;
/** Type of a group. */
export const NHA_GROUP_TYPE = 3;
/** Packets are dropped. */
export const NHA_BLACKHOLE = 4;
/** Index of the device. */
export const NHA_OIF = 5;
/** Address of the gateway. */
export const NHA_GATEWAY = 6;
/** Kind of encapsulation. */
export const NHA_ENCAP_TYPE = 7;
/** Encapsulation. */
export const NHA_ENCAP = 8;
/** Asks for groups only. */
export const NHA_GROUPS = 9;
/** Asks for next hops through devices of this master only. */
export const NHA_MASTER = 10;
/** The next hop is for forwarding entries of bridges. */
export const NHA_FDB = 11;
/** Settings of a resilient group. */
export const NHA_RES_GROUP = 12;
/** One bucket of a resilient group. */
export const NHA_RES_BUCKET = 13;
/** Flags of the request or the reply. */
export const NHA_OP_FLAGS = 14;
/** Counters of the members. */
export const NHA_GROUP_STATS = 15;
/** Whether hardware counts. */
export const NHA_HW_STATS_ENABLE = 16;
/** Whether some hardware does count. */
export const NHA_HW_STATS_USED = 17;

// Types of groups: `NHA_GROUP_TYPE`.

/** Members are chosen by hash and weight. */
export const NEXTHOP_GRP_TYPE_MPATH = 0;
/** Members are chosen by buckets, which change as little as possible. */
export const NEXTHOP_GRP_TYPE_RES = 1;

// Flags: `NHA_OP_FLAGS`.

/** Asks for counters. */
export const NHA_OP_FLAG_DUMP_STATS = 0x1;
/** Asks for counters of the hardware. */
export const NHA_OP_FLAG_DUMP_HW_STATS = 0x2;
/** Reserved fields of group members are zero. */
export const NHA_OP_FLAG_RESP_GRP_RESVD_0 = 0x80000000;

// Attributes in `NHA_RES_GROUP`.

/** Padding. */
export const NHA_RES_GROUP_PAD = 0;
/** Number of buckets. */
export const NHA_RES_GROUP_BUCKETS = 1;
/** Idle time after which a bucket may move. */
export const NHA_RES_GROUP_IDLE_TIMER = 2;
/** Time after which an unbalanced group moves busy buckets. */
export const NHA_RES_GROUP_UNBALANCED_TIMER = 3;
/** How long the group has been unbalanced. */
export const NHA_RES_GROUP_UNBALANCED_TIME = 4;

// Attributes in `NHA_RES_BUCKET`.

/** Padding. */
export const NHA_RES_BUCKET_PAD = 0;
/** Number of the bucket. */
export const NHA_RES_BUCKET_INDEX = 1;
/** How long the bucket has been idle. */
export const NHA_RES_BUCKET_IDLE_TIME = 2;
/** Next hop of the bucket. */
export const NHA_RES_BUCKET_NH_ID = 3;

// Attributes in `NHA_GROUP_STATS`.

/** Counters of one member. */
export const NHA_GROUP_STATS_ENTRY = 1;
/** The member. */
export const NHA_GROUP_STATS_ENTRY_ID = 1;
/** Packets forwarded. */
export const NHA_GROUP_STATS_ENTRY_PACKETS = 2;
/** Packets forwarded by hardware. */
export const NHA_GROUP_STATS_ENTRY_PACKETS_HW = 3;
