/**
 * Constants of VXLAN networks of one device: `TUNNEL_MSG_*`, and the
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
