/**
 * Page pools, of the family `netdev`.
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
  u32,
  uint,
} from "../../codec/mod.ts";

/** Memory that io_uring gives: `NETDEV_A_IO_URING_PROVIDER_INFO_*`. */
export interface NetdevIoUring extends Attributes {
  /** Bytes of a buffer (`NETDEV_A_IO_URING_PROVIDER_INFO_RX_BUF_LEN`). */
  rxBufLen?: bigint;
}

/**
 * A page pool, where memory for received packets comes from:
 * `NETDEV_A_PAGE_POOL_*`.
 */
export interface NetdevPagePool extends Attributes {
  /** Number of the pool (`NETDEV_A_PAGE_POOL_ID`). */
  id?: bigint;
  /** Index of the link that uses it (`NETDEV_A_PAGE_POOL_IFINDEX`). */
  ifindex?: number;
  /**
   * Number of the NAPI instance that uses it (`NETDEV_A_PAGE_POOL_NAPI_ID`).
   */
  napiId?: bigint;
  /** How many of its pages are in use (`NETDEV_A_PAGE_POOL_INFLIGHT`). */
  inflight?: bigint;
  /** How many bytes are in use (`NETDEV_A_PAGE_POOL_INFLIGHT_MEM`). */
  inflightMem?: bigint;
  /**
   * When the device no longer used it, in seconds of `CLOCK_BOOTTIME`; pools
   * that are in use do not have it (`NETDEV_A_PAGE_POOL_DETACH_TIME`).
   */
  detachTime?: bigint;
  /**
   * Number of the DMA buffer that its memory is in
   * (`NETDEV_A_PAGE_POOL_DMABUF`).
   */
  dmabuf?: number;
  /** The memory that it has from io_uring (`NETDEV_A_PAGE_POOL_IO_URING`). */
  ioUring?: NetdevIoUring;
}

/** Which page pool counters are of: `NETDEV_A_PAGE_POOL_*`. */
export interface NetdevPagePoolInfo extends Attributes {
  /** Number of the pool (`NETDEV_A_PAGE_POOL_ID`). */
  id?: bigint;
  /** Index of the link that uses it (`NETDEV_A_PAGE_POOL_IFINDEX`). */
  ifindex?: number;
}

/** Counters of a page pool: `NETDEV_A_PAGE_POOL_STATS_*`. */
export interface NetdevPagePoolStats extends Attributes {
  /** The pool (`NETDEV_A_PAGE_POOL_STATS_INFO`). */
  info?: NetdevPagePoolInfo;
  /**
   * Pages that were taken from the cache
   * (`NETDEV_A_PAGE_POOL_STATS_ALLOC_FAST`).
   */
  allocFast?: bigint;
  /** Pages that were allocated (`NETDEV_A_PAGE_POOL_STATS_ALLOC_SLOW`). */
  allocSlow?: bigint;
  /**
   * Pages of a high order that were allocated
   * (`NETDEV_A_PAGE_POOL_STATS_ALLOC_SLOW_HIGH_ORDER`).
   */
  allocSlowHighOrder?: bigint;
  /**
   * How often the ring was empty, so that pages had to be allocated
   * (`NETDEV_A_PAGE_POOL_STATS_ALLOC_EMPTY`).
   */
  allocEmpty?: bigint;
  /**
   * How often the cache was filled up from the ring
   * (`NETDEV_A_PAGE_POOL_STATS_ALLOC_REFILL`).
   */
  allocRefill?: bigint;
  /**
   * Pages of the ring that were of the wrong NUMA node
   * (`NETDEV_A_PAGE_POOL_STATS_ALLOC_WAIVE`).
   */
  allocWaive?: bigint;
  /**
   * Pages that were put into the cache
   * (`NETDEV_A_PAGE_POOL_STATS_RECYCLE_CACHED`).
   */
  recycleCached?: bigint;
  /**
   * How often the cache was full
   * (`NETDEV_A_PAGE_POOL_STATS_RECYCLE_CACHE_FULL`).
   */
  recycleCacheFull?: bigint;
  /**
   * Pages that were put into the ring
   * (`NETDEV_A_PAGE_POOL_STATS_RECYCLE_RING`).
   */
  recycleRing?: bigint;
  /**
   * Pages that were freed, as the ring was full
   * (`NETDEV_A_PAGE_POOL_STATS_RECYCLE_RING_FULL`).
   */
  recycleRingFull?: bigint;
  /**
   * Pages that were freed, as others still used them
   * (`NETDEV_A_PAGE_POOL_STATS_RECYCLE_RELEASED_REFCNT`).
   */
  recycleReleasedRefcnt?: bigint;
}

/** Codec of {@linkcode NetdevIoUring}. */
export const netdevIoUring: Codec<NetdevIoUring> = attributes({
  rxBufLen: ["NETDEV_A_IO_URING_PROVIDER_INFO_RX_BUF_LEN", 1, uint],
});

/** Codec of {@linkcode NetdevPagePool}. */
export const netdevPagePool: Codec<NetdevPagePool> = attributes(
  {
    id: ["NETDEV_A_PAGE_POOL_ID", 1, uint],
    ifindex: ["NETDEV_A_PAGE_POOL_IFINDEX", 2, u32],
    napiId: ["NETDEV_A_PAGE_POOL_NAPI_ID", 3, uint],
    inflight: ["NETDEV_A_PAGE_POOL_INFLIGHT", 4, uint],
    inflightMem: ["NETDEV_A_PAGE_POOL_INFLIGHT_MEM", 5, uint],
    detachTime: ["NETDEV_A_PAGE_POOL_DETACH_TIME", 6, uint],
    dmabuf: ["NETDEV_A_PAGE_POOL_DMABUF", 7, u32],
    ioUring: ["NETDEV_A_PAGE_POOL_IO_URING", 8, netdevIoUring],
  },
);

/** Codec of {@linkcode NetdevPagePoolInfo}. */
export const netdevPagePoolInfo: Codec<NetdevPagePoolInfo> = attributes({
  id: ["NETDEV_A_PAGE_POOL_ID", 1, uint],
  ifindex: ["NETDEV_A_PAGE_POOL_IFINDEX", 2, u32],
});

/** Codec of {@linkcode NetdevPagePoolStats}. */
export const netdevPagePoolStats: Codec<NetdevPagePoolStats> = attributes({
  info: ["NETDEV_A_PAGE_POOL_STATS_INFO", 1, netdevPagePoolInfo],
  allocFast: ["NETDEV_A_PAGE_POOL_STATS_ALLOC_FAST", 8, uint],
  allocSlow: ["NETDEV_A_PAGE_POOL_STATS_ALLOC_SLOW", 9, uint],
  allocSlowHighOrder: [
    "NETDEV_A_PAGE_POOL_STATS_ALLOC_SLOW_HIGH_ORDER",
    10,
    uint,
  ],
  allocEmpty: ["NETDEV_A_PAGE_POOL_STATS_ALLOC_EMPTY", 11, uint],
  allocRefill: ["NETDEV_A_PAGE_POOL_STATS_ALLOC_REFILL", 12, uint],
  allocWaive: ["NETDEV_A_PAGE_POOL_STATS_ALLOC_WAIVE", 13, uint],
  recycleCached: ["NETDEV_A_PAGE_POOL_STATS_RECYCLE_CACHED", 14, uint],
  recycleCacheFull: ["NETDEV_A_PAGE_POOL_STATS_RECYCLE_CACHE_FULL", 15, uint],
  recycleRing: ["NETDEV_A_PAGE_POOL_STATS_RECYCLE_RING", 16, uint],
  recycleRingFull: ["NETDEV_A_PAGE_POOL_STATS_RECYCLE_RING_FULL", 17, uint],
  recycleReleasedRefcnt: [
    "NETDEV_A_PAGE_POOL_STATS_RECYCLE_RELEASED_REFCNT",
    18,
    uint,
  ],
});
