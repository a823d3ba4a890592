/**
 * Queues of the family `ethtool`: rings, channels, interrupts.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/ethtool.h | linux/ethtool.h}
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/ethtool_netlink_generated.h | linux/ethtool_netlink_generated.h}
 * @see {@link https://docs.kernel.org/networking/ethtool-netlink.html | Netlink interface for ethtool}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  list,
  u32,
  u8,
} from "../../codec/mod.ts";
import { type EthtoolHeader, ethtoolHeader } from "./common.ts";

/** Whether headers and payload are put apart: `ETHTOOL_TCP_DATA_SPLIT_*`. */
export const ETHTOOL_DATA_SPLITS = {
  /** Not known (`ETHTOOL_TCP_DATA_SPLIT_UNKNOWN`). */
  unknown: 0,
  /** They are not (`ETHTOOL_TCP_DATA_SPLIT_DISABLED`). */
  disabled: 1,
  /** They are (`ETHTOOL_TCP_DATA_SPLIT_ENABLED`). */
  enabled: 2,
} as const;

/** Sizes of the rings of packets. */
export interface EthtoolRings extends Attributes {
  /** Device (`ETHTOOL_A_RINGS_HEADER`). */
  header?: EthtoolHeader;
  /**
   * Most entries for received packets; replies only
   * (`ETHTOOL_A_RINGS_RX_MAX`).
   */
  rxMax?: number;
  /**
   * Most entries for small packets; replies only
   * (`ETHTOOL_A_RINGS_RX_MINI_MAX`).
   */
  rxMiniMax?: number;
  /**
   * Most entries for jumbo packets; replies only
   * (`ETHTOOL_A_RINGS_RX_JUMBO_MAX`).
   */
  rxJumboMax?: number;
  /**
   * Most entries for packets to be sent; replies only
   * (`ETHTOOL_A_RINGS_TX_MAX`).
   */
  txMax?: number;
  /** Entries for received packets (`ETHTOOL_A_RINGS_RX`). */
  rx?: number;
  /** Entries for small received packets (`ETHTOOL_A_RINGS_RX_MINI`). */
  rxMini?: number;
  /** Entries for received jumbo packets (`ETHTOOL_A_RINGS_RX_JUMBO`). */
  rxJumbo?: number;
  /** Entries for packets to be sent (`ETHTOOL_A_RINGS_TX`). */
  tx?: number;
  /** Bytes of a buffer for received packets (`ETHTOOL_A_RINGS_RX_BUF_LEN`). */
  rxBufLen?: number;
  /**
   * Whether headers and payload of TCP are put apart, {@linkcode
   * ETHTOOL_DATA_SPLITS} (`ETHTOOL_A_RINGS_TCP_DATA_SPLIT`).
   */
  tcpDataSplit?: number;
  /** Bytes of a completion event (`ETHTOOL_A_RINGS_CQE_SIZE`). */
  cqeSize?: number;
  /**
   * Whether packets are pushed to the device as they are queued
   * (`ETHTOOL_A_RINGS_TX_PUSH`).
   */
  txPush?: number;
  /**
   * Whether received packets are pushed by the device
   * (`ETHTOOL_A_RINGS_RX_PUSH`).
   */
  rxPush?: number;
  /**
   * Bytes of the buffer for pushed packets
   * (`ETHTOOL_A_RINGS_TX_PUSH_BUF_LEN`).
   */
  txPushBufLen?: number;
  /**
   * Most bytes of that buffer; replies only
   * (`ETHTOOL_A_RINGS_TX_PUSH_BUF_LEN_MAX`).
   */
  txPushBufLenMax?: number;
  /**
   * Bytes from which on headers and payload are put apart
   * (`ETHTOOL_A_RINGS_HDS_THRESH`).
   */
  hdsThresh?: number;
  /** Greatest of these; replies only (`ETHTOOL_A_RINGS_HDS_THRESH_MAX`). */
  hdsThreshMax?: number;
}

/** How many queues there are. */
export interface EthtoolChannels extends Attributes {
  /** Device (`ETHTOOL_A_CHANNELS_HEADER`). */
  header?: EthtoolHeader;
  /**
   * Most queues that only receive; replies only
   * (`ETHTOOL_A_CHANNELS_RX_MAX`).
   */
  rxMax?: number;
  /** Most queues that only send; replies only (`ETHTOOL_A_CHANNELS_TX_MAX`). */
  txMax?: number;
  /**
   * Most queues for other purposes; replies only
   * (`ETHTOOL_A_CHANNELS_OTHER_MAX`).
   */
  otherMax?: number;
  /**
   * Most queues that do both; replies only
   * (`ETHTOOL_A_CHANNELS_COMBINED_MAX`).
   */
  combinedMax?: number;
  /** Queues that only receive (`ETHTOOL_A_CHANNELS_RX_COUNT`). */
  rxCount?: number;
  /** Queues that only send (`ETHTOOL_A_CHANNELS_TX_COUNT`). */
  txCount?: number;
  /** Queues for other purposes (`ETHTOOL_A_CHANNELS_OTHER_COUNT`). */
  otherCount?: number;
  /** Queues that do both (`ETHTOOL_A_CHANNELS_COMBINED_COUNT`). */
  combinedCount?: number;
}

/** One level of interrupt moderation. */
export interface EthtoolModeration extends Attributes {
  /** Microseconds until an interrupt (`ETHTOOL_A_IRQ_MODERATION_USEC`). */
  usec?: number;
  /** Packets until an interrupt (`ETHTOOL_A_IRQ_MODERATION_PKTS`). */
  pkts?: number;
  /** Completions until an interrupt (`ETHTOOL_A_IRQ_MODERATION_COMPS`). */
  comps?: number;
}

/** When packets cause an interrupt. */
export interface EthtoolCoalescing extends Attributes {
  /** Device (`ETHTOOL_A_COALESCE_HEADER`). */
  header?: EthtoolHeader;
  /**
   * Microseconds from a received packet to the interrupt
   * (`ETHTOOL_A_COALESCE_RX_USECS`).
   */
  rxUsecs?: number;
  /**
   * Received packets until the interrupt
   * (`ETHTOOL_A_COALESCE_RX_MAX_FRAMES`).
   */
  rxMaxFrames?: number;
  /**
   * Same as `rxUsecs` while one is handled
   * (`ETHTOOL_A_COALESCE_RX_USECS_IRQ`).
   */
  rxUsecsIrq?: number;
  /**
   * Same as `rxMaxFrames` while one is handled
   * (`ETHTOOL_A_COALESCE_RX_MAX_FRAMES_IRQ`).
   */
  rxMaxFramesIrq?: number;
  /**
   * Microseconds from a sent packet to the interrupt
   * (`ETHTOOL_A_COALESCE_TX_USECS`).
   */
  txUsecs?: number;
  /** Sent packets until the interrupt (`ETHTOOL_A_COALESCE_TX_MAX_FRAMES`). */
  txMaxFrames?: number;
  /**
   * Same as `txUsecs` while one is handled
   * (`ETHTOOL_A_COALESCE_TX_USECS_IRQ`).
   */
  txUsecsIrq?: number;
  /**
   * Same as `txMaxFrames` while one is handled
   * (`ETHTOOL_A_COALESCE_TX_MAX_FRAMES_IRQ`).
   */
  txMaxFramesIrq?: number;
  /**
   * Microseconds between updates of statistics
   * (`ETHTOOL_A_COALESCE_STATS_BLOCK_USECS`).
   */
  statsBlockUsecs?: number;
  /**
   * Whether receiving adapts to the rate of packets
   * (`ETHTOOL_A_COALESCE_USE_ADAPTIVE_RX`).
   */
  useAdaptiveRx?: number;
  /**
   * Whether sending adapts to the rate of packets
   * (`ETHTOOL_A_COALESCE_USE_ADAPTIVE_TX`).
   */
  useAdaptiveTx?: number;
  /**
   * Packets in a second below which the rate is low
   * (`ETHTOOL_A_COALESCE_PKT_RATE_LOW`).
   */
  pktRateLow?: number;
  /** Same as `rxUsecs` at a low rate (`ETHTOOL_A_COALESCE_RX_USECS_LOW`). */
  rxUsecsLow?: number;
  /**
   * Same as `rxMaxFrames` at a low rate
   * (`ETHTOOL_A_COALESCE_RX_MAX_FRAMES_LOW`).
   */
  rxMaxFramesLow?: number;
  /** Same as `txUsecs` at a low rate (`ETHTOOL_A_COALESCE_TX_USECS_LOW`). */
  txUsecsLow?: number;
  /**
   * Same as `txMaxFrames` at a low rate
   * (`ETHTOOL_A_COALESCE_TX_MAX_FRAMES_LOW`).
   */
  txMaxFramesLow?: number;
  /**
   * Packets in a second above which the rate is high
   * (`ETHTOOL_A_COALESCE_PKT_RATE_HIGH`).
   */
  pktRateHigh?: number;
  /** Same as `rxUsecs` at a high rate (`ETHTOOL_A_COALESCE_RX_USECS_HIGH`). */
  rxUsecsHigh?: number;
  /**
   * Same as `rxMaxFrames` at a high rate
   * (`ETHTOOL_A_COALESCE_RX_MAX_FRAMES_HIGH`).
   */
  rxMaxFramesHigh?: number;
  /** Same as `txUsecs` at a high rate (`ETHTOOL_A_COALESCE_TX_USECS_HIGH`). */
  txUsecsHigh?: number;
  /**
   * Same as `txMaxFrames` at a high rate
   * (`ETHTOOL_A_COALESCE_TX_MAX_FRAMES_HIGH`).
   */
  txMaxFramesHigh?: number;
  /**
   * Seconds between two looks at the rate
   * (`ETHTOOL_A_COALESCE_RATE_SAMPLE_INTERVAL`).
   */
  rateSampleInterval?: number;
  /**
   * Whether the time of sending starts anew with each completion
   * (`ETHTOOL_A_COALESCE_USE_CQE_MODE_TX`).
   */
  useCqeModeTx?: number;
  /**
   * Whether the time of receiving starts anew with each completion
   * (`ETHTOOL_A_COALESCE_USE_CQE_MODE_RX`).
   */
  useCqeModeRx?: number;
  /**
   * Most bytes that are sent at once
   * (`ETHTOOL_A_COALESCE_TX_AGGR_MAX_BYTES`).
   */
  txAggrMaxBytes?: number;
  /**
   * Most packets that are sent at once
   * (`ETHTOOL_A_COALESCE_TX_AGGR_MAX_FRAMES`).
   */
  txAggrMaxFrames?: number;
  /**
   * Most microseconds that a packet waits for others
   * (`ETHTOOL_A_COALESCE_TX_AGGR_TIME_USECS`).
   */
  txAggrTimeUsecs?: number;
  /** Levels of adaptive receiving (`ETHTOOL_A_COALESCE_RX_PROFILE`). */
  rxProfile?: EthtoolModeration[];
  /** Levels of adaptive sending (`ETHTOOL_A_COALESCE_TX_PROFILE`). */
  txProfile?: EthtoolModeration[];
  /**
   * Received packets in one completion event
   * (`ETHTOOL_A_COALESCE_RX_CQE_FRAMES`).
   */
  rxCqeFrames?: number;
  /**
   * Nanoseconds from a received packet to its completion event
   * (`ETHTOOL_A_COALESCE_RX_CQE_NSECS`).
   */
  rxCqeNsecs?: number;
}

/** Codec of {@linkcode EthtoolRings}. */
export const ethtoolRings: Codec<EthtoolRings> = attributes({
  header: ["ETHTOOL_A_RINGS_HEADER", 1, ethtoolHeader],
  rxMax: ["ETHTOOL_A_RINGS_RX_MAX", 2, u32],
  rxMiniMax: ["ETHTOOL_A_RINGS_RX_MINI_MAX", 3, u32],
  rxJumboMax: ["ETHTOOL_A_RINGS_RX_JUMBO_MAX", 4, u32],
  txMax: ["ETHTOOL_A_RINGS_TX_MAX", 5, u32],
  rx: ["ETHTOOL_A_RINGS_RX", 6, u32],
  rxMini: ["ETHTOOL_A_RINGS_RX_MINI", 7, u32],
  rxJumbo: ["ETHTOOL_A_RINGS_RX_JUMBO", 8, u32],
  tx: ["ETHTOOL_A_RINGS_TX", 9, u32],
  rxBufLen: ["ETHTOOL_A_RINGS_RX_BUF_LEN", 10, u32],
  tcpDataSplit: ["ETHTOOL_A_RINGS_TCP_DATA_SPLIT", 11, u8],
  cqeSize: ["ETHTOOL_A_RINGS_CQE_SIZE", 12, u32],
  txPush: ["ETHTOOL_A_RINGS_TX_PUSH", 13, u8],
  rxPush: ["ETHTOOL_A_RINGS_RX_PUSH", 14, u8],
  txPushBufLen: ["ETHTOOL_A_RINGS_TX_PUSH_BUF_LEN", 15, u32],
  txPushBufLenMax: ["ETHTOOL_A_RINGS_TX_PUSH_BUF_LEN_MAX", 16, u32],
  hdsThresh: ["ETHTOOL_A_RINGS_HDS_THRESH", 17, u32],
  hdsThreshMax: ["ETHTOOL_A_RINGS_HDS_THRESH_MAX", 18, u32],
});

/** Codec of {@linkcode EthtoolChannels}. */
export const ethtoolChannels: Codec<EthtoolChannels> = attributes({
  header: ["ETHTOOL_A_CHANNELS_HEADER", 1, ethtoolHeader],
  rxMax: ["ETHTOOL_A_CHANNELS_RX_MAX", 2, u32],
  txMax: ["ETHTOOL_A_CHANNELS_TX_MAX", 3, u32],
  otherMax: ["ETHTOOL_A_CHANNELS_OTHER_MAX", 4, u32],
  combinedMax: ["ETHTOOL_A_CHANNELS_COMBINED_MAX", 5, u32],
  rxCount: ["ETHTOOL_A_CHANNELS_RX_COUNT", 6, u32],
  txCount: ["ETHTOOL_A_CHANNELS_TX_COUNT", 7, u32],
  otherCount: ["ETHTOOL_A_CHANNELS_OTHER_COUNT", 8, u32],
  combinedCount: ["ETHTOOL_A_CHANNELS_COMBINED_COUNT", 9, u32],
});

/** Codec of {@linkcode EthtoolModeration}. */
export const ethtoolModeration: Codec<EthtoolModeration> = attributes({
  usec: ["ETHTOOL_A_IRQ_MODERATION_USEC", 1, u32],
  pkts: ["ETHTOOL_A_IRQ_MODERATION_PKTS", 2, u32],
  comps: ["ETHTOOL_A_IRQ_MODERATION_COMPS", 3, u32],
});

/** Codec of {@linkcode EthtoolCoalescing}. */
export const ethtoolCoalescing: Codec<EthtoolCoalescing> = attributes({
  header: ["ETHTOOL_A_COALESCE_HEADER", 1, ethtoolHeader],
  rxUsecs: ["ETHTOOL_A_COALESCE_RX_USECS", 2, u32],
  rxMaxFrames: ["ETHTOOL_A_COALESCE_RX_MAX_FRAMES", 3, u32],
  rxUsecsIrq: ["ETHTOOL_A_COALESCE_RX_USECS_IRQ", 4, u32],
  rxMaxFramesIrq: ["ETHTOOL_A_COALESCE_RX_MAX_FRAMES_IRQ", 5, u32],
  txUsecs: ["ETHTOOL_A_COALESCE_TX_USECS", 6, u32],
  txMaxFrames: ["ETHTOOL_A_COALESCE_TX_MAX_FRAMES", 7, u32],
  txUsecsIrq: ["ETHTOOL_A_COALESCE_TX_USECS_IRQ", 8, u32],
  txMaxFramesIrq: ["ETHTOOL_A_COALESCE_TX_MAX_FRAMES_IRQ", 9, u32],
  statsBlockUsecs: ["ETHTOOL_A_COALESCE_STATS_BLOCK_USECS", 10, u32],
  useAdaptiveRx: ["ETHTOOL_A_COALESCE_USE_ADAPTIVE_RX", 11, u8],
  useAdaptiveTx: ["ETHTOOL_A_COALESCE_USE_ADAPTIVE_TX", 12, u8],
  pktRateLow: ["ETHTOOL_A_COALESCE_PKT_RATE_LOW", 13, u32],
  rxUsecsLow: ["ETHTOOL_A_COALESCE_RX_USECS_LOW", 14, u32],
  rxMaxFramesLow: ["ETHTOOL_A_COALESCE_RX_MAX_FRAMES_LOW", 15, u32],
  txUsecsLow: ["ETHTOOL_A_COALESCE_TX_USECS_LOW", 16, u32],
  txMaxFramesLow: ["ETHTOOL_A_COALESCE_TX_MAX_FRAMES_LOW", 17, u32],
  pktRateHigh: ["ETHTOOL_A_COALESCE_PKT_RATE_HIGH", 18, u32],
  rxUsecsHigh: ["ETHTOOL_A_COALESCE_RX_USECS_HIGH", 19, u32],
  rxMaxFramesHigh: ["ETHTOOL_A_COALESCE_RX_MAX_FRAMES_HIGH", 20, u32],
  txUsecsHigh: ["ETHTOOL_A_COALESCE_TX_USECS_HIGH", 21, u32],
  txMaxFramesHigh: ["ETHTOOL_A_COALESCE_TX_MAX_FRAMES_HIGH", 22, u32],
  rateSampleInterval: ["ETHTOOL_A_COALESCE_RATE_SAMPLE_INTERVAL", 23, u32],
  useCqeModeTx: ["ETHTOOL_A_COALESCE_USE_CQE_MODE_TX", 24, u8],
  useCqeModeRx: ["ETHTOOL_A_COALESCE_USE_CQE_MODE_RX", 25, u8],
  txAggrMaxBytes: ["ETHTOOL_A_COALESCE_TX_AGGR_MAX_BYTES", 26, u32],
  txAggrMaxFrames: ["ETHTOOL_A_COALESCE_TX_AGGR_MAX_FRAMES", 27, u32],
  txAggrTimeUsecs: ["ETHTOOL_A_COALESCE_TX_AGGR_TIME_USECS", 28, u32],
  rxProfile: [
    "ETHTOOL_A_COALESCE_RX_PROFILE",
    29,
    list(ethtoolModeration, ["ETHTOOL_A_PROFILE_IRQ_MODERATION", 1]),
  ],
  txProfile: [
    "ETHTOOL_A_COALESCE_TX_PROFILE",
    30,
    list(ethtoolModeration, ["ETHTOOL_A_PROFILE_IRQ_MODERATION", 1]),
  ],
  rxCqeFrames: ["ETHTOOL_A_COALESCE_RX_CQE_FRAMES", 31, u32],
  rxCqeNsecs: ["ETHTOOL_A_COALESCE_RX_CQE_NSECS", 32, u32],
});
