/**
 * Types of messages about neighbor tables.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/neighbour.h | linux/neighbour.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/rtnetlink.h | linux/rtnetlink.h}
 *
 * @module
 */

// Message types.

/** A neighbor table, or the parameters of one device. */
export const RTM_NEWNEIGHTBL = 64;
/** Asks for neighbor tables. */
export const RTM_GETNEIGHTBL = 66;
/** A neighbor table is to be changed. */
export const RTM_SETNEIGHTBL = 67;
