/**
 * Counters of devices and queues, of the family `netdev`.
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

/** Counters are wanted of each queue, in place of whole devices. */
export const NETDEV_QSTATS_SCOPE_QUEUE = 1;

/** Counters of a device or a queue: `NETDEV_A_QSTATS_*`. */
export interface NetdevQueueStats extends Attributes {
  /** Index of the link (`NETDEV_A_QSTATS_IFINDEX`). */
  ifindex?: number;
  /**
   * One of {@linkcode NETDEV_QUEUE_TYPES}; without it, the counters are of the
   * device (`NETDEV_A_QSTATS_QUEUE_TYPE`).
   */
  queueType?: number;
  /** Number of the queue (`NETDEV_A_QSTATS_QUEUE_ID`). */
  queueId?: number;
  /** `NETDEV_QSTATS_SCOPE_*`; requests only (`NETDEV_A_QSTATS_SCOPE`). */
  scope?: bigint;
  /** Packets received (`NETDEV_A_QSTATS_RX_PACKETS`). */
  rxPackets?: bigint;
  /** Bytes received (`NETDEV_A_QSTATS_RX_BYTES`). */
  rxBytes?: bigint;
  /** Packets sent (`NETDEV_A_QSTATS_TX_PACKETS`). */
  txPackets?: bigint;
  /** Bytes sent (`NETDEV_A_QSTATS_TX_BYTES`). */
  txBytes?: bigint;
  /**
   * How often there was no memory to receive into
   * (`NETDEV_A_QSTATS_RX_ALLOC_FAIL`).
   */
  rxAllocFail?: bigint;
  /** Packets that the device dropped (`NETDEV_A_QSTATS_RX_HW_DROPS`). */
  rxHwDrops?: bigint;
  /**
   * Packets that it dropped as there were no buffers
   * (`NETDEV_A_QSTATS_RX_HW_DROP_OVERRUNS`).
   */
  rxHwDropOverruns?: bigint;
  /**
   * Packets whose checksum it computed (`NETDEV_A_QSTATS_RX_CSUM_COMPLETE`).
   */
  rxCsumComplete?: bigint;
  /**
   * Packets whose checksum it found right
   * (`NETDEV_A_QSTATS_RX_CSUM_UNNECESSARY`).
   */
  rxCsumUnnecessary?: bigint;
  /**
   * Packets whose checksum it did not check (`NETDEV_A_QSTATS_RX_CSUM_NONE`).
   */
  rxCsumNone?: bigint;
  /** Packets whose checksum was wrong (`NETDEV_A_QSTATS_RX_CSUM_BAD`). */
  rxCsumBad?: bigint;
  /**
   * Packets that the device put together (`NETDEV_A_QSTATS_RX_HW_GRO_PACKETS`).
   */
  rxHwGroPackets?: bigint;
  /** Bytes of these (`NETDEV_A_QSTATS_RX_HW_GRO_BYTES`). */
  rxHwGroBytes?: bigint;
  /**
   * Packets on the wire that these were made of
   * (`NETDEV_A_QSTATS_RX_HW_GRO_WIRE_PACKETS`).
   */
  rxHwGroWirePackets?: bigint;
  /**
   * Bytes on the wire that these were made of
   * (`NETDEV_A_QSTATS_RX_HW_GRO_WIRE_BYTES`).
   */
  rxHwGroWireBytes?: bigint;
  /**
   * Packets that the device dropped as there were too many
   * (`NETDEV_A_QSTATS_RX_HW_DROP_RATELIMITS`).
   */
  rxHwDropRatelimits?: bigint;
  /** Packets that the device did not send (`NETDEV_A_QSTATS_TX_HW_DROPS`). */
  txHwDrops?: bigint;
  /**
   * Packets that it did not send as they were wrong
   * (`NETDEV_A_QSTATS_TX_HW_DROP_ERRORS`).
   */
  txHwDropErrors?: bigint;
  /** Packets sent that needed no checksum (`NETDEV_A_QSTATS_TX_CSUM_NONE`). */
  txCsumNone?: bigint;
  /**
   * Packets sent whose checksum the device computed
   * (`NETDEV_A_QSTATS_TX_NEEDS_CSUM`).
   */
  txNeedsCsum?: bigint;
  /**
   * Packets that the device took apart (`NETDEV_A_QSTATS_TX_HW_GSO_PACKETS`).
   */
  txHwGsoPackets?: bigint;
  /** Bytes of these (`NETDEV_A_QSTATS_TX_HW_GSO_BYTES`). */
  txHwGsoBytes?: bigint;
  /**
   * Packets on the wire that these became
   * (`NETDEV_A_QSTATS_TX_HW_GSO_WIRE_PACKETS`).
   */
  txHwGsoWirePackets?: bigint;
  /**
   * Bytes on the wire that these became
   * (`NETDEV_A_QSTATS_TX_HW_GSO_WIRE_BYTES`).
   */
  txHwGsoWireBytes?: bigint;
  /**
   * Packets that the device did not send as there were too many
   * (`NETDEV_A_QSTATS_TX_HW_DROP_RATELIMITS`).
   */
  txHwDropRatelimits?: bigint;
  /**
   * How often the queue was stopped as it was full (`NETDEV_A_QSTATS_TX_STOP`).
   */
  txStop?: bigint;
  /** How often the queue went on (`NETDEV_A_QSTATS_TX_WAKE`). */
  txWake?: bigint;
}

/** Codec of {@linkcode NetdevQueueStats}. */
export const netdevQueueStats: Codec<NetdevQueueStats> = attributes({
  ifindex: ["NETDEV_A_QSTATS_IFINDEX", 1, u32],
  queueType: ["NETDEV_A_QSTATS_QUEUE_TYPE", 2, u32],
  queueId: ["NETDEV_A_QSTATS_QUEUE_ID", 3, u32],
  scope: ["NETDEV_A_QSTATS_SCOPE", 4, uint],
  rxPackets: ["NETDEV_A_QSTATS_RX_PACKETS", 8, uint],
  rxBytes: ["NETDEV_A_QSTATS_RX_BYTES", 9, uint],
  txPackets: ["NETDEV_A_QSTATS_TX_PACKETS", 10, uint],
  txBytes: ["NETDEV_A_QSTATS_TX_BYTES", 11, uint],
  rxAllocFail: ["NETDEV_A_QSTATS_RX_ALLOC_FAIL", 12, uint],
  rxHwDrops: ["NETDEV_A_QSTATS_RX_HW_DROPS", 13, uint],
  rxHwDropOverruns: ["NETDEV_A_QSTATS_RX_HW_DROP_OVERRUNS", 14, uint],
  rxCsumComplete: ["NETDEV_A_QSTATS_RX_CSUM_COMPLETE", 15, uint],
  rxCsumUnnecessary: ["NETDEV_A_QSTATS_RX_CSUM_UNNECESSARY", 16, uint],
  rxCsumNone: ["NETDEV_A_QSTATS_RX_CSUM_NONE", 17, uint],
  rxCsumBad: ["NETDEV_A_QSTATS_RX_CSUM_BAD", 18, uint],
  rxHwGroPackets: ["NETDEV_A_QSTATS_RX_HW_GRO_PACKETS", 19, uint],
  rxHwGroBytes: ["NETDEV_A_QSTATS_RX_HW_GRO_BYTES", 20, uint],
  rxHwGroWirePackets: ["NETDEV_A_QSTATS_RX_HW_GRO_WIRE_PACKETS", 21, uint],
  rxHwGroWireBytes: ["NETDEV_A_QSTATS_RX_HW_GRO_WIRE_BYTES", 22, uint],
  rxHwDropRatelimits: ["NETDEV_A_QSTATS_RX_HW_DROP_RATELIMITS", 23, uint],
  txHwDrops: ["NETDEV_A_QSTATS_TX_HW_DROPS", 24, uint],
  txHwDropErrors: ["NETDEV_A_QSTATS_TX_HW_DROP_ERRORS", 25, uint],
  txCsumNone: ["NETDEV_A_QSTATS_TX_CSUM_NONE", 26, uint],
  txNeedsCsum: ["NETDEV_A_QSTATS_TX_NEEDS_CSUM", 27, uint],
  txHwGsoPackets: ["NETDEV_A_QSTATS_TX_HW_GSO_PACKETS", 28, uint],
  txHwGsoBytes: ["NETDEV_A_QSTATS_TX_HW_GSO_BYTES", 29, uint],
  txHwGsoWirePackets: ["NETDEV_A_QSTATS_TX_HW_GSO_WIRE_PACKETS", 30, uint],
  txHwGsoWireBytes: ["NETDEV_A_QSTATS_TX_HW_GSO_WIRE_BYTES", 31, uint],
  txHwDropRatelimits: ["NETDEV_A_QSTATS_TX_HW_DROP_RATELIMITS", 32, uint],
  txStop: ["NETDEV_A_QSTATS_TX_STOP", 33, uint],
  txWake: ["NETDEV_A_QSTATS_TX_WAKE", 34, uint],
});
