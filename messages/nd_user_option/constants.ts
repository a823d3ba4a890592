/**
 * The type of messages with options of router advertisements for user space.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/rtnetlink.h | linux/rtnetlink.h}
 *
 * @module
 */

/** A router advertisement has options that the kernel does not use. */
export const RTM_NEWNDUSEROPT = 68;
