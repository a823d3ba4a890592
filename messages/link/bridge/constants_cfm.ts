/**
 * Attribute types and values of connectivity fault management of bridges.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_bridge.h | linux/if_bridge.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/cfm_bridge.h | linux/cfm_bridge.h}
 *
 * @module
 */

/** Creates a maintenance end point. */
export const IFLA_BRIDGE_CFM_MEP_CREATE = 1;
/** Deletes a maintenance end point. */
export const IFLA_BRIDGE_CFM_MEP_DELETE = 2;
/** Configures a maintenance end point. */
export const IFLA_BRIDGE_CFM_MEP_CONFIG = 3;
/** Configures continuity checks. */
export const IFLA_BRIDGE_CFM_CC_CONFIG = 4;
/** Adds a peer. */
export const IFLA_BRIDGE_CFM_CC_PEER_MEP_ADD = 5;
/** Removes a peer. */
export const IFLA_BRIDGE_CFM_CC_PEER_MEP_REMOVE = 6;
/** Sets the remote defect indication. */
export const IFLA_BRIDGE_CFM_CC_RDI = 7;
/** Starts to send continuity check messages. */
export const IFLA_BRIDGE_CFM_CC_CCM_TX = 8;
/** How a maintenance end point was created. */
export const IFLA_BRIDGE_CFM_MEP_CREATE_INFO = 9;
/** How a maintenance end point is configured. */
export const IFLA_BRIDGE_CFM_MEP_CONFIG_INFO = 10;
/** How continuity checks are configured. */
export const IFLA_BRIDGE_CFM_CC_CONFIG_INFO = 11;
/** The remote defect indication. */
export const IFLA_BRIDGE_CFM_CC_RDI_INFO = 12;
/** How continuity check messages are sent. */
export const IFLA_BRIDGE_CFM_CC_CCM_TX_INFO = 13;
/** A peer. */
export const IFLA_BRIDGE_CFM_CC_PEER_MEP_INFO = 14;
/** State of a maintenance end point. */
export const IFLA_BRIDGE_CFM_MEP_STATUS_INFO = 15;
/** State of a peer. */
export const IFLA_BRIDGE_CFM_CC_PEER_STATUS_INFO = 16;

/** Number of the end point. */
export const IFLA_BRIDGE_CFM_MEP_CREATE_INSTANCE = 1;
/** Whether it is of a port or of a VLAN. */
export const IFLA_BRIDGE_CFM_MEP_CREATE_DOMAIN = 2;
/** Which way it faces. */
export const IFLA_BRIDGE_CFM_MEP_CREATE_DIRECTION = 3;
/** Index of its port. */
export const IFLA_BRIDGE_CFM_MEP_CREATE_IFINDEX = 4;

/** Number of the end point. */
export const IFLA_BRIDGE_CFM_MEP_DELETE_INSTANCE = 1;

/** Number of the end point. */
export const IFLA_BRIDGE_CFM_MEP_CONFIG_INSTANCE = 1;
/** Its hardware address. */
export const IFLA_BRIDGE_CFM_MEP_CONFIG_UNICAST_MAC = 2;
/** Level of its maintenance domain. */
export const IFLA_BRIDGE_CFM_MEP_CONFIG_MDLEVEL = 3;
/** Its identity. */
export const IFLA_BRIDGE_CFM_MEP_CONFIG_MEPID = 4;

/** Number of the end point. */
export const IFLA_BRIDGE_CFM_CC_CONFIG_INSTANCE = 1;
/** Whether checks are on. */
export const IFLA_BRIDGE_CFM_CC_CONFIG_ENABLE = 2;
/** Interval that is expected. */
export const IFLA_BRIDGE_CFM_CC_CONFIG_EXP_INTERVAL = 3;
/** Maintenance association that is expected. */
export const IFLA_BRIDGE_CFM_CC_CONFIG_EXP_MAID = 4;

/** Number of the end point. */
export const IFLA_BRIDGE_CFM_CC_PEER_MEP_INSTANCE = 1;
/** Identity of the peer. */
export const IFLA_BRIDGE_CFM_CC_PEER_MEPID = 2;

/** Number of the end point. */
export const IFLA_BRIDGE_CFM_CC_RDI_INSTANCE = 1;
/** Whether a defect is indicated. */
export const IFLA_BRIDGE_CFM_CC_RDI_RDI = 2;

/** Number of the end point. */
export const IFLA_BRIDGE_CFM_CC_CCM_TX_INSTANCE = 1;
/** Where messages go. */
export const IFLA_BRIDGE_CFM_CC_CCM_TX_DMAC = 2;
/** Whether the sequence number counts. */
export const IFLA_BRIDGE_CFM_CC_CCM_TX_SEQ_NO_UPDATE = 3;
/** How long to send. */
export const IFLA_BRIDGE_CFM_CC_CCM_TX_PERIOD = 4;
/** Whether the state of the interface is sent. */
export const IFLA_BRIDGE_CFM_CC_CCM_TX_IF_TLV = 5;
/** State of the interface. */
export const IFLA_BRIDGE_CFM_CC_CCM_TX_IF_TLV_VALUE = 6;
/** Whether the state of the port is sent. */
export const IFLA_BRIDGE_CFM_CC_CCM_TX_PORT_TLV = 7;
/** State of the port. */
export const IFLA_BRIDGE_CFM_CC_CCM_TX_PORT_TLV_VALUE = 8;

/** Number of the end point. */
export const IFLA_BRIDGE_CFM_MEP_STATUS_INSTANCE = 1;
/** An unexpected operation was seen. */
export const IFLA_BRIDGE_CFM_MEP_STATUS_OPCODE_UNEXP_SEEN = 2;
/** An unexpected version was seen. */
export const IFLA_BRIDGE_CFM_MEP_STATUS_VERSION_UNEXP_SEEN = 3;
/** A level that is too low was seen. */
export const IFLA_BRIDGE_CFM_MEP_STATUS_RX_LEVEL_LOW_SEEN = 4;

/** Number of the end point. */
export const IFLA_BRIDGE_CFM_CC_PEER_STATUS_INSTANCE = 1;
/** Identity of the peer. */
export const IFLA_BRIDGE_CFM_CC_PEER_STATUS_PEER_MEPID = 2;
/** Messages are missing. */
export const IFLA_BRIDGE_CFM_CC_PEER_STATUS_CCM_DEFECT = 3;
/** The peer indicates a defect. */
export const IFLA_BRIDGE_CFM_CC_PEER_STATUS_RDI = 4;
/** State of the peer's port. */
export const IFLA_BRIDGE_CFM_CC_PEER_STATUS_PORT_TLV_VALUE = 5;
/** State of the peer's interface. */
export const IFLA_BRIDGE_CFM_CC_PEER_STATUS_IF_TLV_VALUE = 6;
/** A message was seen. */
export const IFLA_BRIDGE_CFM_CC_PEER_STATUS_SEEN = 7;
/** A message with states was seen. */
export const IFLA_BRIDGE_CFM_CC_PEER_STATUS_TLV_SEEN = 8;
/** An unexpected sequence number was seen. */
export const IFLA_BRIDGE_CFM_CC_PEER_STATUS_SEQ_UNEXP_SEEN = 9;

/** Bytes of a maintenance association's identity. */
export const CFM_MAID_LENGTH = 48;

/** The end point is of a port. */
export const BR_CFM_PORT = 0;
/** The end point is of a VLAN. */
export const BR_CFM_VLAN = 1;

/** The end point faces the network. */
export const BR_CFM_MEP_DIRECTION_DOWN = 0;
/** The end point faces the bridge. */
export const BR_CFM_MEP_DIRECTION_UP = 1;

/** No messages. */
export const BR_CFM_CCM_INTERVAL_NONE = 0;
/** A message each 3.3 milliseconds. */
export const BR_CFM_CCM_INTERVAL_3_3_MS = 1;
/** A message each 10 milliseconds. */
export const BR_CFM_CCM_INTERVAL_10_MS = 2;
/** A message each 100 milliseconds. */
export const BR_CFM_CCM_INTERVAL_100_MS = 3;
/** A message each second. */
export const BR_CFM_CCM_INTERVAL_1_SEC = 4;
/** A message each 10 seconds. */
export const BR_CFM_CCM_INTERVAL_10_SEC = 5;
/** A message each minute. */
export const BR_CFM_CCM_INTERVAL_1_MIN = 6;
/** A message each 10 minutes. */
export const BR_CFM_CCM_INTERVAL_10_MIN = 7;
