/**
 * Constants of VXLAN networks of one device: `VXLAN_VNIFILTER_*`, and the
 * types of their messages.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_link.h | linux/if_link.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/rtnetlink.h | linux/rtnetlink.h}
 *
 * @module
 */

// Message types.

/** Networks were added or changed, or are to be. */
export const RTM_NEWTUNNEL = 120;
/** Networks were deleted, or are to be. */
export const RTM_DELTUNNEL = 121;
/** Asks for networks. */
export const RTM_GETTUNNEL = 122;

// Flags: `tunnel_msg.flags`.

/** Asks for counters too. */
export const TUNNEL_MSG_FLAG_STATS = 0x1;
/** All flags that requests may have. */
export const TUNNEL_MSG_VALID_USER_FLAGS = 0x1;

// Attributes.

/** Nothing. */
export const VXLAN_VNIFILTER_UNSPEC = 0;
/** Networks. */
export const VXLAN_VNIFILTER_ENTRY = 1;
/** Nothing. */
export const VXLAN_VNIFILTER_ENTRY_UNSPEC = 0;
/** The first network. */
export const VXLAN_VNIFILTER_ENTRY_START = 1;
/** The last network. */
export const VXLAN_VNIFILTER_ENTRY_END = 2;
/** IPv4 multicast group or remote endpoint. */
export const VXLAN_VNIFILTER_ENTRY_GROUP = 3;
/** IPv6 multicast group or remote endpoint. */
export const VXLAN_VNIFILTER_ENTRY_GROUP6 = 4;
/** Counters. */
export const VXLAN_VNIFILTER_ENTRY_STATS = 5;
/** Nothing. */
export const VNIFILTER_ENTRY_STATS_UNSPEC = 0;
/** Bytes received. */
export const VNIFILTER_ENTRY_STATS_RX_BYTES = 1;
/** Packets received. */
export const VNIFILTER_ENTRY_STATS_RX_PKTS = 2;
/** Packets dropped on the way in. */
export const VNIFILTER_ENTRY_STATS_RX_DROPS = 3;
/** Errors on the way in. */
export const VNIFILTER_ENTRY_STATS_RX_ERRORS = 4;
/** Bytes sent. */
export const VNIFILTER_ENTRY_STATS_TX_BYTES = 5;
/** Packets sent. */
export const VNIFILTER_ENTRY_STATS_TX_PKTS = 6;
/** Packets dropped on the way out. */
export const VNIFILTER_ENTRY_STATS_TX_DROPS = 7;
/** Errors on the way out. */
export const VNIFILTER_ENTRY_STATS_TX_ERRORS = 8;
/** Padding. */
export const VNIFILTER_ENTRY_STATS_PAD = 9;
