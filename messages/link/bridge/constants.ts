/**
 * Values of attributes of bridge messages: `IFLA_AF_SPEC` in messages of
 * the family `AF_BRIDGE`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_bridge.h | linux/if_bridge.h}
 *
 * @module
 */

/** The request is for the bridge. */
export const BRIDGE_FLAGS_MASTER = 1;
/** The request is for the lower device. */
export const BRIDGE_FLAGS_SELF = 2;

/** Packets are forwarded inside the device. */
export const BRIDGE_MODE_VEB = 0;
/** Packets are forwarded by the switch next to the device. */
export const BRIDGE_MODE_VEPA = 1;
/** The mode is not known. */
export const BRIDGE_MODE_UNDEF = 0xffff;

/** The bridge device itself is meant, too. */
export const BRIDGE_VLAN_INFO_MASTER = 0x1;
/** Packets without a tag belong to this VLAN. */
export const BRIDGE_VLAN_INFO_PVID = 0x2;
/** Packets go out without a tag. */
export const BRIDGE_VLAN_INFO_UNTAGGED = 0x4;
/** First VLAN of a range. */
export const BRIDGE_VLAN_INFO_RANGE_BEGIN = 0x8;
/** Last VLAN of a range. */
export const BRIDGE_VLAN_INFO_RANGE_END = 0x10;
/** The bridge device itself is a member of the VLAN. */
export const BRIDGE_VLAN_INFO_BRENTRY = 0x20;
/** Only options change, not the membership. */
export const BRIDGE_VLAN_INFO_ONLY_OPTS = 0x40;

/** The port is off. */
export const BR_STATE_DISABLED = 0;
/** The port listens for spanning tree messages only. */
export const BR_STATE_LISTENING = 1;
/** The port learns addresses, but forwards nothing. */
export const BR_STATE_LEARNING = 2;
/** The port forwards. */
export const BR_STATE_FORWARDING = 3;
/** The port is blocked to break a loop. */
export const BR_STATE_BLOCKING = 4;

/** Names of the states in the spanning tree (`BR_STATE_*`). */
export const BRIDGE_PORT_STATES = {
  disabled: BR_STATE_DISABLED,
  listening: BR_STATE_LISTENING,
  learning: BR_STATE_LEARNING,
  forwarding: BR_STATE_FORWARDING,
  blocking: BR_STATE_BLOCKING,
} as const;
