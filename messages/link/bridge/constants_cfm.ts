/**
 * Values of attributes of connectivity fault management of bridges.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_bridge.h | linux/if_bridge.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/cfm_bridge.h | linux/cfm_bridge.h}
 *
 * @module
 */

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
