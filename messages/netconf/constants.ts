/**
 * Constants of the settings of IP on devices: `NETCONFA_*`, and the types of
 * their messages.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/netconf.h | linux/netconf.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/rtnetlink.h | linux/rtnetlink.h}
 *
 * @module
 */

// Message types.

/** Settings have changed. */
export const RTM_NEWNETCONF = 80;
/** Settings have gone, with their device. */
export const RTM_DELNETCONF = 81;
/** Asks for settings. */
export const RTM_GETNETCONF = 82;

// Attributes.

/** Nothing. */
export const NETCONFA_UNSPEC = 0;
/** Index of the device. */
export const NETCONFA_IFINDEX = 1;
/** Whether packets are forwarded. */
export const NETCONFA_FORWARDING = 2;
/** Whether source addresses are checked. */
export const NETCONFA_RP_FILTER = 3;
/** Whether multicast packets are forwarded. */
export const NETCONFA_MC_FORWARDING = 4;
/** Whether the device answers for neighbors elsewhere. */
export const NETCONFA_PROXY_NEIGH = 5;
/** Whether routes of links without carrier are ignored. */
export const NETCONFA_IGNORE_ROUTES_WITH_LINKDOWN = 6;
/** Whether MPLS packets are accepted. */
export const NETCONFA_INPUT = 7;
/** Whether directed broadcasts are forwarded. */
export const NETCONFA_BC_FORWARDING = 8;
/** Whether IPv6 packets are forwarded whatever the setting for all devices. */
export const NETCONFA_FORCE_FORWARDING = 9;
/** All attributes. */
export const NETCONFA_ALL: number = -1;

// Values of `NETCONFA_IFINDEX`.

/** All devices. */
export const NETCONFA_IFINDEX_ALL: number = -1;
/** Devices to come. */
export const NETCONFA_IFINDEX_DEFAULT: number = -2;
