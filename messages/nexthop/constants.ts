/**
 * Constants of next hop objects: `NHA_OP_*` and `NEXTHOP_GRP_*`, and the types
 * of their messages.
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

// Types of groups: `NHA_GROUP_TYPE`.

/** Members are chosen by hash and weight. */
export const NEXTHOP_GRP_TYPE_MPATH = 0;
/** Members are chosen by buckets, which change as little as possible. */
export const NEXTHOP_GRP_TYPE_RES = 1;

/** Names of the types of groups (`NEXTHOP_GRP_TYPE_*`). */
export const NEXTHOP_GROUP_TYPES = {
  mpath: NEXTHOP_GRP_TYPE_MPATH,
  resilient: NEXTHOP_GRP_TYPE_RES,
} as const;

// Flags: `NHA_OP_FLAGS`.

/** Asks for counters. */
export const NHA_OP_FLAG_DUMP_STATS = 0x1;
/** Asks for counters of the hardware. */
export const NHA_OP_FLAG_DUMP_HW_STATS = 0x2;
/** Reserved fields of group members are zero. */
export const NHA_OP_FLAG_RESP_GRP_RESVD_0 = 0x80000000;
