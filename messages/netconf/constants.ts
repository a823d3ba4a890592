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

/** Index of the device. */
export const NETCONFA_IFINDEX = 1;

/** Names of how source addresses are checked (`rp_filter`). */
export const REVERSE_PATH_FILTERS = {
  off: 0,
  strict: 1,
  loose: 2,
} as const;
/** All attributes. */
export const NETCONFA_ALL: number = -1;

// Values of `NETCONFA_IFINDEX`.

/** All devices. */
export const NETCONFA_IFINDEX_ALL: number = -1;
/** Devices to come. */
export const NETCONFA_IFINDEX_DEFAULT: number = -2;
