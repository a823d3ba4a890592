/**
 * Commands of the family `netdev`: `NETDEV_CMD_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/netdev.h | linux/netdev.h}
 * @see {@link https://docs.kernel.org/networking/netlink_spec/netdev.html | netdev netlink specification}
 *
 * @module
 */

import type { Attributes, Codec } from "../../codec/mod.ts";
import { netdevDevice, netdevDmabuf } from "./devices.ts";
import { netdevPagePool, netdevPagePoolStats } from "./page_pools.ts";
import { netdevNapi, netdevQueue } from "./queues.ts";
import { netdevQueueStats } from "./statistics.ts";

/** Name of the family. */
export const NETDEV_FAMILY_NAME = "netdev";
/** Version of the family's interface. */
export const NETDEV_FAMILY_VERSION = 1;
/** Name of the multicast group of devices. */
export const NETDEV_MCGRP_MGMT = "mgmt";
/** Name of the multicast group of page pools. */
export const NETDEV_MCGRP_PAGE_POOL = "page-pool";

/** Asks for devices. */
export const NETDEV_CMD_DEV_GET = 1;
/** Reports a new device. */
export const NETDEV_CMD_DEV_ADD_NTF = 2;
/** Reports that a device is gone. */
export const NETDEV_CMD_DEV_DEL_NTF = 3;
/** Reports that a device has changed. */
export const NETDEV_CMD_DEV_CHANGE_NTF = 4;
/** Asks for page pools. */
export const NETDEV_CMD_PAGE_POOL_GET = 5;
/** Reports a new page pool. */
export const NETDEV_CMD_PAGE_POOL_ADD_NTF = 6;
/** Reports that a page pool is gone. */
export const NETDEV_CMD_PAGE_POOL_DEL_NTF = 7;
/** Reports that a page pool has changed. */
export const NETDEV_CMD_PAGE_POOL_CHANGE_NTF = 8;
/** Asks for counters of page pools. */
export const NETDEV_CMD_PAGE_POOL_STATS_GET = 9;
/** Asks for queues. */
export const NETDEV_CMD_QUEUE_GET = 10;
/** Asks for NAPI instances. */
export const NETDEV_CMD_NAPI_GET = 11;
/** Asks for counters of devices and their queues. */
export const NETDEV_CMD_QSTATS_GET = 12;
/** Binds a DMA buffer to receive queues. */
export const NETDEV_CMD_BIND_RX = 13;
/** Changes a NAPI instance. */
export const NETDEV_CMD_NAPI_SET = 14;
/** Binds a DMA buffer to a device, to send from it. */
export const NETDEV_CMD_BIND_TX = 15;
/** Makes a queue of a virtual device that stands for one of a real device. */
export const NETDEV_CMD_QUEUE_CREATE = 16;

/** Attributes of requests and replies, by command. */
export const netdevCommands: ReadonlyMap<number, Codec<Attributes>> = new Map<
  number,
  Codec<Attributes>
>([
  [NETDEV_CMD_DEV_GET, netdevDevice],
  [NETDEV_CMD_DEV_ADD_NTF, netdevDevice],
  [NETDEV_CMD_DEV_DEL_NTF, netdevDevice],
  [NETDEV_CMD_DEV_CHANGE_NTF, netdevDevice],
  [NETDEV_CMD_PAGE_POOL_GET, netdevPagePool],
  [NETDEV_CMD_PAGE_POOL_ADD_NTF, netdevPagePool],
  [NETDEV_CMD_PAGE_POOL_DEL_NTF, netdevPagePool],
  [NETDEV_CMD_PAGE_POOL_CHANGE_NTF, netdevPagePool],
  [NETDEV_CMD_PAGE_POOL_STATS_GET, netdevPagePoolStats],
  [NETDEV_CMD_QUEUE_GET, netdevQueue],
  [NETDEV_CMD_NAPI_GET, netdevNapi],
  [NETDEV_CMD_QSTATS_GET, netdevQueueStats],
  [NETDEV_CMD_BIND_RX, netdevDmabuf],
  [NETDEV_CMD_NAPI_SET, netdevNapi],
  [NETDEV_CMD_BIND_TX, netdevDmabuf],
  [NETDEV_CMD_QUEUE_CREATE, netdevQueue],
]);
