/**
 * Constants of reports about multicast packets without a route:
 * `IGMPMSG_*` and `MRT6MSG_*`, and the type of their message.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/mroute.h | linux/mroute.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/mroute6.h | linux/mroute6.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/rtnetlink.h | linux/rtnetlink.h}
 *
 * @module
 */

/** The kernel has a multicast packet that it has no route for. */
export const RTM_NEWCACHEREPORT = 96;

// What is reported, for IPv4.

/** There is no route for the packet. */
export const IGMPMSG_NOCACHE = 1;
/** The packet came in by the wrong interface. */
export const IGMPMSG_WRONGVIF = 2;
/** The packet is to be registered with PIM. */
export const IGMPMSG_WHOLEPKT = 3;
/** The packet came in by the wrong interface, and is there as a whole. */
export const IGMPMSG_WRVIFWHOLE = 4;

// What is reported, for IPv6.

/** There is no route for the packet. */
export const MRT6MSG_NOCACHE = 1;
/** The packet came in by the wrong interface. */
export const MRT6MSG_WRONGMIF = 2;
/** The packet is to be registered with PIM. */
export const MRT6MSG_WHOLEPKT = 3;
/** The packet came in by the wrong interface, and is there as a whole. */
export const MRT6MSG_WRMIFWHOLE = 4;
