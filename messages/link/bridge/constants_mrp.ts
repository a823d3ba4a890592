/**
 * Attribute types and values of the media redundancy protocol of bridges.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_bridge.h | linux/if_bridge.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/mrp_bridge.h | linux/mrp_bridge.h}
 *
 * @module
 */

/** Creates or deletes a ring. */
export const IFLA_BRIDGE_MRP_INSTANCE = 1;
/** Sets the state of a port. */
export const IFLA_BRIDGE_MRP_PORT_STATE = 2;
/** Sets the role of a port. */
export const IFLA_BRIDGE_MRP_PORT_ROLE = 3;
/** Sets the state of a ring. */
export const IFLA_BRIDGE_MRP_RING_STATE = 4;
/** Sets the role in a ring. */
export const IFLA_BRIDGE_MRP_RING_ROLE = 5;
/** Starts to send test frames in a ring. */
export const IFLA_BRIDGE_MRP_START_TEST = 6;
/** All about a ring. */
export const IFLA_BRIDGE_MRP_INFO = 7;
/** Sets the role in an interconnection. */
export const IFLA_BRIDGE_MRP_IN_ROLE = 8;
/** Sets the state of an interconnection. */
export const IFLA_BRIDGE_MRP_IN_STATE = 9;
/** Starts to send test frames in an interconnection. */
export const IFLA_BRIDGE_MRP_START_IN_TEST = 10;

/** Number of the ring. */
export const IFLA_BRIDGE_MRP_INSTANCE_RING_ID = 1;
/** Index of the primary port. */
export const IFLA_BRIDGE_MRP_INSTANCE_P_IFINDEX = 2;
/** Index of the secondary port. */
export const IFLA_BRIDGE_MRP_INSTANCE_S_IFINDEX = 3;
/** Priority of this node. */
export const IFLA_BRIDGE_MRP_INSTANCE_PRIO = 4;

/** State of the port. */
export const IFLA_BRIDGE_MRP_PORT_STATE_STATE = 1;

/** Role of the port. */
export const IFLA_BRIDGE_MRP_PORT_ROLE_ROLE = 1;

/** Number of the ring. */
export const IFLA_BRIDGE_MRP_RING_STATE_RING_ID = 1;
/** State of the ring. */
export const IFLA_BRIDGE_MRP_RING_STATE_STATE = 2;

/** Number of the ring. */
export const IFLA_BRIDGE_MRP_RING_ROLE_RING_ID = 1;
/** Role in the ring. */
export const IFLA_BRIDGE_MRP_RING_ROLE_ROLE = 2;

/** Number of the ring. */
export const IFLA_BRIDGE_MRP_START_TEST_RING_ID = 1;
/** Time between two frames. */
export const IFLA_BRIDGE_MRP_START_TEST_INTERVAL = 2;
/** How many frames may be missed. */
export const IFLA_BRIDGE_MRP_START_TEST_MAX_MISS = 3;
/** How long to send. */
export const IFLA_BRIDGE_MRP_START_TEST_PERIOD = 4;
/** Whether to only watch for frames. */
export const IFLA_BRIDGE_MRP_START_TEST_MONITOR = 5;

/** Number of the ring. */
export const IFLA_BRIDGE_MRP_INFO_RING_ID = 1;
/** Index of the primary port. */
export const IFLA_BRIDGE_MRP_INFO_P_IFINDEX = 2;
/** Index of the secondary port. */
export const IFLA_BRIDGE_MRP_INFO_S_IFINDEX = 3;
/** Priority of this node. */
export const IFLA_BRIDGE_MRP_INFO_PRIO = 4;
/** State of the ring. */
export const IFLA_BRIDGE_MRP_INFO_RING_STATE = 5;
/** Role in the ring. */
export const IFLA_BRIDGE_MRP_INFO_RING_ROLE = 6;
/** Time between two test frames. */
export const IFLA_BRIDGE_MRP_INFO_TEST_INTERVAL = 7;
/** How many test frames may be missed. */
export const IFLA_BRIDGE_MRP_INFO_TEST_MAX_MISS = 8;
/** Whether test frames are only watched for. */
export const IFLA_BRIDGE_MRP_INFO_TEST_MONITOR = 9;
/** Index of the interconnection port. */
export const IFLA_BRIDGE_MRP_INFO_I_IFINDEX = 10;
/** State of the interconnection. */
export const IFLA_BRIDGE_MRP_INFO_IN_STATE = 11;
/** Role in the interconnection. */
export const IFLA_BRIDGE_MRP_INFO_IN_ROLE = 12;
/** Time between two test frames of the interconnection. */
export const IFLA_BRIDGE_MRP_INFO_IN_TEST_INTERVAL = 13;
/** How many test frames of the interconnection may be missed. */
export const IFLA_BRIDGE_MRP_INFO_IN_TEST_MAX_MISS = 14;

/** Number of the interconnection. */
export const IFLA_BRIDGE_MRP_IN_STATE_IN_ID = 1;
/** State of the interconnection. */
export const IFLA_BRIDGE_MRP_IN_STATE_STATE = 2;

/** Number of the ring. */
export const IFLA_BRIDGE_MRP_IN_ROLE_RING_ID = 1;
/** Number of the interconnection. */
export const IFLA_BRIDGE_MRP_IN_ROLE_IN_ID = 2;
/** Role in the interconnection. */
export const IFLA_BRIDGE_MRP_IN_ROLE_ROLE = 3;
/** Index of the interconnection port. */
export const IFLA_BRIDGE_MRP_IN_ROLE_I_IFINDEX = 4;

/** Number of the interconnection. */
export const IFLA_BRIDGE_MRP_START_IN_TEST_IN_ID = 1;
/** Time between two frames. */
export const IFLA_BRIDGE_MRP_START_IN_TEST_INTERVAL = 2;
/** How many frames may be missed. */
export const IFLA_BRIDGE_MRP_START_IN_TEST_MAX_MISS = 3;
/** How long to send. */
export const IFLA_BRIDGE_MRP_START_IN_TEST_PERIOD = 4;

/** Priority of a node unless told otherwise. */
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
