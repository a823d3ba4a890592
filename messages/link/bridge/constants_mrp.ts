/**
 * Values of attributes of the media redundancy protocol of bridges.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_bridge.h | linux/if_bridge.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/mrp_bridge.h | linux/mrp_bridge.h}
 *
 * @module
 */

/** Default priority of a node. */
export const MRP_DEFAULT_PRIO = 0x8000;

/** The node takes no part in the ring. */
export const BR_MRP_RING_ROLE_DISABLED = 0;
/** Media redundancy client. */
export const BR_MRP_RING_ROLE_MRC = 1;
/** Media redundancy manager. */
export const BR_MRP_RING_ROLE_MRM = 2;
/** Media redundancy auto manager. */
export const BR_MRP_RING_ROLE_MRA = 3;

/** The node takes no part in the interconnection. */
export const BR_MRP_IN_ROLE_DISABLED = 0;
/** Media redundancy interconnection client. */
export const BR_MRP_IN_ROLE_MIC = 1;
/** Media redundancy interconnection manager. */
export const BR_MRP_IN_ROLE_MIM = 2;

/** The ring is open. */
export const BR_MRP_RING_STATE_OPEN = 0;
/** The ring is closed. */
export const BR_MRP_RING_STATE_CLOSED = 1;

/** The interconnection is open. */
export const BR_MRP_IN_STATE_OPEN = 0;
/** The interconnection is closed. */
export const BR_MRP_IN_STATE_CLOSED = 1;

/** The port drops all frames. */
export const BR_MRP_PORT_STATE_DISABLED = 0;
/** The port drops all but the frames of the protocol. */
export const BR_MRP_PORT_STATE_BLOCKED = 1;
/** The port forwards. */
export const BR_MRP_PORT_STATE_FORWARDING = 2;
/** The port has no link. */
export const BR_MRP_PORT_STATE_NOT_CONNECTED = 3;

/** Primary port of the ring. */
export const BR_MRP_PORT_ROLE_PRIMARY = 0;
/** Secondary port of the ring. */
export const BR_MRP_PORT_ROLE_SECONDARY = 1;
/** Interconnection port. */
export const BR_MRP_PORT_ROLE_INTER = 2;
