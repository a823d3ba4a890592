/**
 * Constants of prefixes from router advertisements: `IF_PREFIX_*`, and the
 * type of their message.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/rtnetlink.h | linux/rtnetlink.h}
 *
 * @module
 */

/** A router has advertised a prefix. */
export const RTM_NEWPREFIX = 52;

// Flags: `prefix_flags`.

/** Addresses of the prefix are on the link. */
export const IF_PREFIX_ONLINK = 0x1;
/** Addresses are made from the prefix. */
export const IF_PREFIX_AUTOCONF = 0x2;
