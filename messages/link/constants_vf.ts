/**
 * Attribute types and values of virtual functions and port profiles.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_link.h | linux/if_link.h}
 *
 * @module
 */

/** One virtual function. */
export const IFLA_VF_INFO = 1;

/** Hardware address. */
export const IFLA_VF_MAC = 1;
/** VLAN and its priority. */
export const IFLA_VF_VLAN = 2;
/** Greatest rate of sending. */
export const IFLA_VF_TX_RATE = 3;
/** Whether the source address of packets is checked. */
export const IFLA_VF_SPOOFCHK = 4;
/** State of the virtual link. */
export const IFLA_VF_LINK_STATE = 5;
/** Least and greatest rate of sending. */
export const IFLA_VF_RATE = 6;
/** Whether the receive side scaling configuration can be read. */
export const IFLA_VF_RSS_QUERY_EN = 7;
/** Counters. */
export const IFLA_VF_STATS = 8;
/** Whether the virtual function is trusted. */
export const IFLA_VF_TRUST = 9;
/** GUID of the InfiniBand node. */
export const IFLA_VF_IB_NODE_GUID = 10;
/** GUID of the InfiniBand port. */
export const IFLA_VF_IB_PORT_GUID = 11;
/** VLANs with their protocols. */
export const IFLA_VF_VLAN_LIST = 12;
/** Broadcast address. */
export const IFLA_VF_BROADCAST = 13;

/** One VLAN. */
export const IFLA_VF_VLAN_INFO = 1;
/** Greatest length of `IFLA_VF_VLAN_LIST`. */
export const MAX_VLAN_LIST_LEN = 1;

/** The virtual link follows the physical one. */
export const IFLA_VF_LINK_STATE_AUTO = 0;
/** The virtual link is up. */
export const IFLA_VF_LINK_STATE_ENABLE = 1;
/** The virtual link is down. */
export const IFLA_VF_LINK_STATE_DISABLE = 2;

/** Packets received. */
export const IFLA_VF_STATS_RX_PACKETS = 0;
/** Packets sent. */
export const IFLA_VF_STATS_TX_PACKETS = 1;
/** Bytes received. */
export const IFLA_VF_STATS_RX_BYTES = 2;
/** Bytes sent. */
export const IFLA_VF_STATS_TX_BYTES = 3;
/** Broadcast packets received. */
export const IFLA_VF_STATS_BROADCAST = 4;
/** Multicast packets received. */
export const IFLA_VF_STATS_MULTICAST = 5;
/** Padding. */
export const IFLA_VF_STATS_PAD = 6;
/** Packets received, but dropped. */
export const IFLA_VF_STATS_RX_DROPPED = 7;
/** Packets dropped on their way out. */
export const IFLA_VF_STATS_TX_DROPPED = 8;

/** Port profile of one virtual function. */
export const IFLA_VF_PORT = 1;

/** Number of the virtual function. */
export const IFLA_PORT_VF = 1;
/** Name of the profile. */
export const IFLA_PORT_PROFILE = 2;
/** Type of the virtual station interface. */
export const IFLA_PORT_VSI_TYPE = 3;
/** UUID of the instance. */
export const IFLA_PORT_INSTANCE_UUID = 4;
/** UUID of the host. */
export const IFLA_PORT_HOST_UUID = 5;
/** What is asked of the switch. */
export const IFLA_PORT_REQUEST = 6;
/** What the switch answered. */
export const IFLA_PORT_RESPONSE = 7;

/** Greatest length of the name of a profile. */
export const PORT_PROFILE_MAX = 40;
/** Bytes of a UUID. */
export const PORT_UUID_MAX = 16;
/** The device itself, instead of the number of a virtual function. */
export const PORT_SELF_VF: number = -1;

/** Reserves resources. */
export const PORT_REQUEST_PREASSOCIATE = 0;
/** Reserves resources that are sure to be there later. */
export const PORT_REQUEST_PREASSOCIATE_RR = 1;
/** Associates the port with the profile. */
export const PORT_REQUEST_ASSOCIATE = 2;
/** Ends the association. */
export const PORT_REQUEST_DISASSOCIATE = 3;

/** It worked. */
export const PORT_VDP_RESPONSE_SUCCESS = 0;
/** The request has an invalid format. */
export const PORT_VDP_RESPONSE_INVALID_FORMAT = 1;
/** The resources do not suffice. */
export const PORT_VDP_RESPONSE_INSUFFICIENT_RESOURCES = 2;
/** The type is not used. */
export const PORT_VDP_RESPONSE_UNUSED_VTID = 3;
/** The type may not be used. */
export const PORT_VDP_RESPONSE_VTID_VIOLATION = 4;
/** This version of the type may not be used. */
export const PORT_VDP_RESPONSE_VTID_VERSION_VIOALTION = 5;
/** Switch and host are out of step. */
export const PORT_VDP_RESPONSE_OUT_OF_SYNC = 6;
/** The profile is in effect. */
export const PORT_PROFILE_RESPONSE_SUCCESS = 0x100;
/** The profile is about to be in effect. */
export const PORT_PROFILE_RESPONSE_INPROGRESS = 0x101;
/** The profile is invalid. */
export const PORT_PROFILE_RESPONSE_INVALID = 0x102;
/** The port is in the wrong state. */
export const PORT_PROFILE_RESPONSE_BADSTATE = 0x103;
/** The resources do not suffice. */
export const PORT_PROFILE_RESPONSE_INSUFFICIENT_RESOURCES = 0x104;
/** Something else went wrong. */
export const PORT_PROFILE_RESPONSE_ERROR = 0x105;
