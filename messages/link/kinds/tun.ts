/**
 * Links whose other end is a program (kind `tun`): `IFLA_TUN_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_link.h | linux/if_link.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_tun.h | linux/if_tun.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/drivers/net/tun.c | drivers/net/tun.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  u32,
  u8,
} from "../../codec/mod.ts";

/** IP packets. */
export const IFF_TUN = 1;
/** Ethernet frames. */
export const IFF_TAP = 2;

/** Names of the types (`IFF_TUN`, `IFF_TAP`). */
export const TUN_TYPES = {
  tun: IFF_TUN,
  tap: IFF_TAP,
} as const;

/** `IFLA_INFO_DATA` of a TUN or TAP link, in replies only: `IFLA_TUN_*`. */
export interface TunData extends Attributes {
  /** User that may attach to it (`IFLA_TUN_OWNER`). */
  owner?: number;
  /** Group that may attach to it (`IFLA_TUN_GROUP`). */
  group?: number;
  /** `IFF_TUN` or `IFF_TAP` (`IFLA_TUN_TYPE`). */
  type?: number;
  /** 1 if packets begin with `struct tun_pi` (`IFLA_TUN_PI`). */
  pi?: number;
  /** 1 if packets begin with `struct virtio_net_hdr` (`IFLA_TUN_VNET_HDR`). */
  vnetHdr?: number;
  /** 1 if it stays when the program ends (`IFLA_TUN_PERSIST`). */
  persist?: number;
  /** 1 if it may have several queues (`IFLA_TUN_MULTI_QUEUE`). */
  multiQueue?: number;
  /** How many queues are in use (`IFLA_TUN_NUM_QUEUES`). */
  numQueues?: number;
  /**
   * How many queues are attached and not in use
   * (`IFLA_TUN_NUM_DISABLED_QUEUES`).
   */
  numDisabledQueues?: number;
}

/** Codec of {@linkcode TunData}. */
export const tunData: Codec<TunData> = attributes({
  owner: ["IFLA_TUN_OWNER", 1, u32],
  group: ["IFLA_TUN_GROUP", 2, u32],
  type: ["IFLA_TUN_TYPE", 3, u8],
  pi: ["IFLA_TUN_PI", 4, u8],
  vnetHdr: ["IFLA_TUN_VNET_HDR", 5, u8],
  persist: ["IFLA_TUN_PERSIST", 6, u8],
  multiQueue: ["IFLA_TUN_MULTI_QUEUE", 7, u8],
  numQueues: ["IFLA_TUN_NUM_QUEUES", 8, u32],
  numDisabledQueues: ["IFLA_TUN_NUM_DISABLED_QUEUES", 9, u32],
}, { nestedFlag: false });
