/**
 * Constants of traffic control messages: `TCA_*`, and the types of their
 * messages.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/rtnetlink.h | linux/rtnetlink.h}
 *
 * @module
 */

// Message types.

/** A queueing discipline was added or changed, or is to be. */
export const RTM_NEWQDISC = 36;
/** A queueing discipline was deleted, or is to be. */
export const RTM_DELQDISC = 37;
/** Asks for queueing disciplines. */
export const RTM_GETQDISC = 38;
/** A class was added or changed, or is to be. */
export const RTM_NEWTCLASS = 40;
/** A class was deleted, or is to be. */
export const RTM_DELTCLASS = 41;
/** Asks for classes. */
export const RTM_GETTCLASS = 42;
/** A filter was added or changed, or is to be. */
export const RTM_NEWTFILTER = 44;
/** A filter was deleted, or is to be. */
export const RTM_DELTFILTER = 45;
/** Asks for filters. */
export const RTM_GETTFILTER = 46;
/** Actions were added or changed, or are to be. */
export const RTM_NEWACTION = 48;
/** Actions were deleted, or are to be. */
export const RTM_DELACTION = 49;
/** Asks for actions. */
export const RTM_GETACTION = 50;
/** A chain was added, or is to be. */
export const RTM_NEWCHAIN = 100;
/** A chain was deleted, or is to be. */
export const RTM_DELCHAIN = 101;
/** Asks for chains. */
export const RTM_GETCHAIN = 102;
/** Stands for a device: the message is about a shared block. */
export const TCM_IFINDEX_MAGIC_BLOCK = 0xffffffff;

// Flags: `TCA_DUMP_FLAGS`.

/** Asks for names and counters only. */
export const TCA_DUMP_FLAGS_TERSE = 0x1;

// Flags: `TCA_ROOT_FLAGS`.

/** Asks for more actions than fit into one batch. */
export const TCA_FLAG_LARGE_DUMP_ON = 0x1;
/** Asks for names only. */
export const TCA_ACT_FLAG_TERSE_DUMP = 0x2;
