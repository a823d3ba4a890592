/**
 * Constants of multicast databases of bridges: `MDB_*`, and the types of their
 * messages.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_bridge.h | linux/if_bridge.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/rtnetlink.h | linux/rtnetlink.h}
 *
 * @module
 */

// Message types.

/** An entry was added or changed, or is to be. */
export const RTM_NEWMDB = 84;
/** An entry was deleted, or is to be. */
export const RTM_DELMDB = 85;
/** Asks for entries. */
export const RTM_GETMDB = 86;

// States and flags of an entry.

/** The entry goes after some time. */
export const MDB_TEMPORARY = 0;
/** The entry stays. */
export const MDB_PERMANENT = 1;
/** The entry is in hardware. */
export const MDB_FLAGS_OFFLOAD = 0x1;
/** The entry goes as soon as the host leaves the group. */
export const MDB_FLAGS_FAST_LEAVE = 0x2;
/** The entry was added for all sources but some. */
export const MDB_FLAGS_STAR_EXCL = 0x4;
/** Packets of the source are not forwarded. */
export const MDB_FLAGS_BLOCKED = 0x8;
/** The entry was to be in hardware, which refused. */
export const MDB_FLAGS_OFFLOAD_FAILED = 0x10;

/**
 * Whether the sources of an entry are the only ones, or are left out
 * (`MCAST_*` of `linux/in.h`).
 */
export const FILTER_MODES = { exclude: 0, include: 1 } as const;
