/**
 * Queues of devices and the NAPI instances that poll them, of the family
 * `netdev`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/netdev.h | linux/netdev.h}
 * @see {@link https://docs.kernel.org/networking/netlink_spec/netdev.html | netdev netlink specification}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  s32,
  u32,
  uint,
} from "../../codec/mod.ts";
import { type NetdevIoUring, netdevIoUring } from "./page_pools.ts";

/** Directions of queues: `NETDEV_QUEUE_TYPE_*`. */
export const NETDEV_QUEUE_TYPES = {
  /** Packets that are received (`NETDEV_QUEUE_TYPE_RX`). */
  rx: 0,
  /** Packets that are sent (`NETDEV_QUEUE_TYPE_TX`). */
  tx: 1,
} as const;

/** Whether a NAPI instance has a thread: `NETDEV_NAPI_THREADED_*`. */
export const NETDEV_NAPI_THREADED = {
  /** It polls in a soft interrupt (`NETDEV_NAPI_THREADED_DISABLED`). */
  disabled: 0,
  /** It polls in a thread of its own (`NETDEV_NAPI_THREADED_ENABLED`). */
  enabled: 1,
  /** Its thread polls all the time (`NETDEV_NAPI_THREADED_BUSY_POLL`). */
  "busy-poll": 2,
} as const;

/** Which queue: `NETDEV_A_QUEUE_*`. */
export interface NetdevQueueId extends Attributes {
  /** Number of the queue (`NETDEV_A_QUEUE_ID`). */
  id?: number;
  /** One of {@linkcode NETDEV_QUEUE_TYPES} (`NETDEV_A_QUEUE_TYPE`). */
  type?: number;
}

/** A queue that another one stands for: `NETDEV_A_LEASE_*`. */
export interface NetdevLease extends Attributes {
  /** Index of the link (`NETDEV_A_LEASE_IFINDEX`). */
  ifindex?: number;
  /** The queue (`NETDEV_A_LEASE_QUEUE`). */
  queue?: NetdevQueueId;
  /**
   * Identifier of the network namespace of the link
   * (`NETDEV_A_LEASE_NETNS_ID`).
   */
  netnsId?: number;
}

/** A socket of AF_XDP, which nothing is reported of. */
export type NetdevXsk = Attributes;

/** A queue: `NETDEV_A_QUEUE_*`. */
export interface NetdevQueue extends Attributes {
  /** Number of the queue among those of its type (`NETDEV_A_QUEUE_ID`). */
  id?: number;
  /** Index of the link (`NETDEV_A_QUEUE_IFINDEX`). */
  ifindex?: number;
  /** One of {@linkcode NETDEV_QUEUE_TYPES} (`NETDEV_A_QUEUE_TYPE`). */
  type?: number;
  /** Number of the NAPI instance that polls it (`NETDEV_A_QUEUE_NAPI_ID`). */
  napiId?: number;
  /**
   * Number of the DMA buffer that it receives into (`NETDEV_A_QUEUE_DMABUF`).
   */
  dmabuf?: number;
  /** Memory of io_uring that it receives into (`NETDEV_A_QUEUE_IO_URING`). */
  ioUring?: NetdevIoUring;
  /** The socket of AF_XDP that has it (`NETDEV_A_QUEUE_XSK`). */
  xsk?: NetdevXsk;
  /** The queue that it stands for (`NETDEV_A_QUEUE_LEASE`). */
  lease?: NetdevLease;
}

/** A NAPI instance, which polls queues: `NETDEV_A_NAPI_*`. */
export interface NetdevNapi extends Attributes {
  /** Index of the link (`NETDEV_A_NAPI_IFINDEX`). */
  ifindex?: number;
  /** Number of the instance (`NETDEV_A_NAPI_ID`). */
  id?: number;
  /** Number of its interrupt (`NETDEV_A_NAPI_IRQ`). */
  irq?: number;
  /** Identifier of its thread (`NETDEV_A_NAPI_PID`). */
  pid?: number;
  /**
   * How often it polls in vain before interrupts are let through
   * (`NETDEV_A_NAPI_DEFER_HARD_IRQS`).
   */
  deferHardIrqs?: number;
  /**
   * Nanoseconds after which packets that wait for others are passed on, and
   * interrupts are let through (`NETDEV_A_NAPI_GRO_FLUSH_TIMEOUT`).
   */
  groFlushTimeout?: bigint;
  /**
   * Nanoseconds for which interrupts are held back while a program polls
   * (`NETDEV_A_NAPI_IRQ_SUSPEND_TIMEOUT`).
   */
  irqSuspendTimeout?: bigint;
  /** One of {@linkcode NETDEV_NAPI_THREADED} (`NETDEV_A_NAPI_THREADED`). */
  threaded?: number;
}

/** Codec of {@linkcode NetdevQueueId}. */
export const netdevQueueId: Codec<NetdevQueueId> = attributes({
  id: ["NETDEV_A_QUEUE_ID", 1, u32],
  type: ["NETDEV_A_QUEUE_TYPE", 3, u32],
});

/** Codec of {@linkcode NetdevLease}. */
export const netdevLease: Codec<NetdevLease> = attributes({
  ifindex: ["NETDEV_A_LEASE_IFINDEX", 1, u32],
  queue: ["NETDEV_A_LEASE_QUEUE", 2, netdevQueueId],
  netnsId: ["NETDEV_A_LEASE_NETNS_ID", 3, s32],
});

/** Codec of {@linkcode NetdevXsk}. */
export const netdevXsk: Codec<NetdevXsk> = attributes({});

/** Codec of {@linkcode NetdevQueue}. */
export const netdevQueue: Codec<NetdevQueue> = attributes({
  id: ["NETDEV_A_QUEUE_ID", 1, u32],
  ifindex: ["NETDEV_A_QUEUE_IFINDEX", 2, u32],
  type: ["NETDEV_A_QUEUE_TYPE", 3, u32],
  napiId: ["NETDEV_A_QUEUE_NAPI_ID", 4, u32],
  dmabuf: ["NETDEV_A_QUEUE_DMABUF", 5, u32],
  ioUring: ["NETDEV_A_QUEUE_IO_URING", 6, netdevIoUring],
  xsk: ["NETDEV_A_QUEUE_XSK", 7, netdevXsk],
  lease: ["NETDEV_A_QUEUE_LEASE", 8, netdevLease],
});

/** Codec of {@linkcode NetdevNapi}. */
export const netdevNapi: Codec<NetdevNapi> = attributes({
  ifindex: ["NETDEV_A_NAPI_IFINDEX", 1, u32],
  id: ["NETDEV_A_NAPI_ID", 2, u32],
  irq: ["NETDEV_A_NAPI_IRQ", 3, u32],
  pid: ["NETDEV_A_NAPI_PID", 4, u32],
  deferHardIrqs: ["NETDEV_A_NAPI_DEFER_HARD_IRQS", 5, u32],
  groFlushTimeout: ["NETDEV_A_NAPI_GRO_FLUSH_TIMEOUT", 6, uint],
  irqSuspendTimeout: ["NETDEV_A_NAPI_IRQ_SUSPEND_TIMEOUT", 7, uint],
  threaded: ["NETDEV_A_NAPI_THREADED", 8, u32],
});
