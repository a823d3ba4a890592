/**
 * Values of attributes of bridges: `BR_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_link.h | linux/if_link.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_bridge.h | linux/if_bridge.h}
 *
 * @module
 */

/** Addresses in link-local packets are not learned. */
export const BR_BOOLOPT_NO_LL_LEARN = 0;
/** Multicast is snooped for each VLAN. */
export const BR_BOOLOPT_MCAST_VLAN_SNOOPING = 1;
/** There are multiple spanning trees. */
export const BR_BOOLOPT_MST_ENABLE = 2;
/** Groups that hardware could not take are reported. */
export const BR_BOOLOPT_MDB_OFFLOAD_FAIL_NOTIFICATION = 3;
/** The bridge's own addresses are in VLAN 0 only. */
export const BR_BOOLOPT_FDB_LOCAL_VLAN_0 = 4;

/** Whether a port leads to a multicast router (`MDB_RTR_TYPE_*`). */
export const MULTICAST_ROUTERS = {
  /** Never (`MDB_RTR_TYPE_DISABLED`). */
  disabled: 0,
  /** While queries come in (`MDB_RTR_TYPE_TEMP_QUERY`). */
  auto: 1,
  /** Always (`MDB_RTR_TYPE_PERM`). */
  enabled: 2,
  /** For a while (`MDB_RTR_TYPE_TEMP`). */
  temporary: 3,
} as const;

/** A helper program decides, in the first network namespace. */
export const BR_STP_MODE_AUTO = 0;
/** User space runs the spanning tree. */
export const BR_STP_MODE_USER = 1;
/** The kernel runs the spanning tree. */
export const BR_STP_MODE_KERNEL = 2;

/** Names of who runs the spanning tree (`BR_STP_MODE_*`). */
export const BR_STP_MODES = {
  auto: BR_STP_MODE_AUTO,
  user: BR_STP_MODE_USER,
  kernel: BR_STP_MODE_KERNEL,
} as const;
