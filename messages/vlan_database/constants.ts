/**
 * Constants of VLAN databases of bridges: `BRIDGE_VLANDB_DUMPF_*`, and the types of
 * their messages.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_bridge.h | linux/if_bridge.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/rtnetlink.h | linux/rtnetlink.h}
 *
 * @module
 */

// Message types.

/** VLANs were added or changed, or are to be. */
export const RTM_NEWVLAN = 112;
/** VLANs were deleted, or are to be. */
export const RTM_DELVLAN = 113;
/** Asks for VLANs. */
export const RTM_GETVLAN = 114;

// Flags: `BRIDGE_VLANDB_DUMP_FLAGS`.

/** Asks for counters too. */
export const BRIDGE_VLANDB_DUMPF_STATS = 0x1;
/** Asks for options of VLANs of the bridge. */
export const BRIDGE_VLANDB_DUMPF_GLOBAL = 0x2;
