/**
 * Values of attributes of virtual functions and port profiles.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_link.h | linux/if_link.h}
 *
 * @module
 */

/** Greatest length of `IFLA_VF_VLAN_LIST`. */
export const MAX_VLAN_LIST_LEN = 1;

/** The virtual link follows the physical one. */
export const IFLA_VF_LINK_STATE_AUTO = 0;
/** The virtual link is up. */
export const IFLA_VF_LINK_STATE_ENABLE = 1;
/** The virtual link is down. */
export const IFLA_VF_LINK_STATE_DISABLE = 2;

/** Names of the states of the link of a virtual function (`IFLA_VF_LINK_STATE_*`). */
export const VF_LINK_STATES = {
  auto: IFLA_VF_LINK_STATE_AUTO,
  enable: IFLA_VF_LINK_STATE_ENABLE,
  disable: IFLA_VF_LINK_STATE_DISABLE,
} as const;

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
