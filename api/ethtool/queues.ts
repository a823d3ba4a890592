/**
 * Queues: rings, channels, interrupts.
 *
 * @module
 */

import {
  ETHTOOL_MSG_CHANNELS_GET,
  ETHTOOL_MSG_CHANNELS_NTF,
  ETHTOOL_MSG_CHANNELS_SET,
  ETHTOOL_MSG_COALESCE_GET,
  ETHTOOL_MSG_COALESCE_NTF,
  ETHTOOL_MSG_COALESCE_SET,
  ETHTOOL_MSG_RINGS_GET,
  ETHTOOL_MSG_RINGS_NTF,
  ETHTOOL_MSG_RINGS_SET,
} from "../../messages/generic/ethtool/commands.ts";
import {
  ETHTOOL_DATA_SPLITS,
  type EthtoolChannels,
  ethtoolChannels,
  type EthtoolCoalescing,
  ethtoolCoalescing,
  type EthtoolModeration,
  ethtoolModeration,
  type EthtoolRings,
  ethtoolRings,
} from "../../messages/generic/ethtool/queues.ts";
import { boolean, listOf, number } from "../mapping/conversions.ts";
import { enumeration } from "../mapping/enumerations.ts";
import { mapping, readOnly } from "../mapping/mapping.ts";
import { type DeviceSetting, type EthtoolState, setting } from "./setting.ts";

/** One level of interrupt moderation. */
export interface ModerationLevel {
  /** Microseconds until an interrupt (`ETHTOOL_A_IRQ_MODERATION_USEC`). */
  usecs?: number;
  /** Packets until an interrupt (`ETHTOOL_A_IRQ_MODERATION_PKTS`). */
  packets?: number;
  /** Completions until an interrupt (`ETHTOOL_A_IRQ_MODERATION_COMPS`). */
  completions?: number;
}

const profile = listOf(mapping<ModerationLevel, EthtoolModeration>({
  usecs: ["usec", number],
  packets: ["pkts", number],
  completions: ["comps", number],
}, ethtoolModeration));

/** What of the rings of packets can be set. */
export interface RingsSettings {
  /** Entries for received packets (`ETHTOOL_A_RINGS_RX`). */
  rx?: number;
  /** Entries for small received packets (`ETHTOOL_A_RINGS_RX_MINI`). */
  rxMini?: number;
  /** Entries for received jumbo packets (`ETHTOOL_A_RINGS_RX_JUMBO`). */
  rxJumbo?: number;
  /** Entries for packets to be sent (`ETHTOOL_A_RINGS_TX`). */
  tx?: number;
  /** Bytes of a buffer for received packets (`ETHTOOL_A_RINGS_RX_BUF_LEN`). */
  rxBufferLength?: number;
  /**
   * Whether headers and payload of TCP are put apart
   * (`ETHTOOL_A_RINGS_TCP_DATA_SPLIT`).
   */
  tcpDataSplit?: keyof typeof ETHTOOL_DATA_SPLITS | number;
  /** Bytes of a completion event (`ETHTOOL_A_RINGS_CQE_SIZE`). */
  cqeSize?: number;
  /**
   * Whether packets are pushed to the device as they are queued
   * (`ETHTOOL_A_RINGS_TX_PUSH`).
   */
  txPush?: boolean;
  /**
   * Whether received packets are pushed by the device
   * (`ETHTOOL_A_RINGS_RX_PUSH`).
   */
  rxPush?: boolean;
  /**
   * Bytes of the buffer for pushed packets
   * (`ETHTOOL_A_RINGS_TX_PUSH_BUF_LEN`).
   */
  txPushBufferLength?: number;
  /**
   * Bytes from which on headers and payload are put apart
   * (`ETHTOOL_A_RINGS_HDS_THRESH`).
   */
  dataSplitThreshold?: number;
}

/** Sizes of the rings of packets. */
export interface Rings extends RingsSettings, EthtoolState<EthtoolRings> {
  /** Most entries for received packets (`ETHTOOL_A_RINGS_RX_MAX`). */
  rxMax?: number;
  /**
   * Most entries for small received packets
   * (`ETHTOOL_A_RINGS_RX_MINI_MAX`).
   */
  rxMiniMax?: number;
  /**
   * Most entries for received jumbo packets
   * (`ETHTOOL_A_RINGS_RX_JUMBO_MAX`).
   */
  rxJumboMax?: number;
  /** Most entries for packets to be sent (`ETHTOOL_A_RINGS_TX_MAX`). */
  txMax?: number;
  /**
   * Most bytes of the buffer for pushed packets
   * (`ETHTOOL_A_RINGS_TX_PUSH_BUF_LEN_MAX`).
   */
  txPushBufferLengthMax?: number;
  /**
   * Greatest threshold from which on headers and payload are put apart
   * (`ETHTOOL_A_RINGS_HDS_THRESH_MAX`).
   */
  dataSplitThresholdMax?: number;
}

/** Sizes of the rings of packets. */
export const ringsSetting: DeviceSetting<Rings, EthtoolRings> = setting({
  noun: "rings",
  codec: ethtoolRings,
  get: ETHTOOL_MSG_RINGS_GET,
  set: ETHTOOL_MSG_RINGS_SET,
  notification: ETHTOOL_MSG_RINGS_NTF,
  fields: () => ({
    rx: number,
    rxMini: number,
    rxJumbo: number,
    tx: number,
    rxBufferLength: ["rxBufLen", number],
    tcpDataSplit: enumeration(ETHTOOL_DATA_SPLITS),
    cqeSize: number,
    txPush: boolean,
    rxPush: boolean,
    txPushBufferLength: ["txPushBufLen", number],
    dataSplitThreshold: ["hdsThresh", number],
    rxMax: readOnly("rxMax", number),
    rxMiniMax: readOnly("rxMiniMax", number),
    rxJumboMax: readOnly("rxJumboMax", number),
    txMax: readOnly("txMax", number),
    txPushBufferLengthMax: readOnly("txPushBufLenMax", number),
    dataSplitThresholdMax: readOnly("hdsThreshMax", number),
  }),
});

/** What of the number of queues can be set. */
export interface ChannelsSettings {
  /** Queues that only receive (`ETHTOOL_A_CHANNELS_RX_COUNT`). */
  rx?: number;
  /** Queues that only send (`ETHTOOL_A_CHANNELS_TX_COUNT`). */
  tx?: number;
  /** Queues for other purposes (`ETHTOOL_A_CHANNELS_OTHER_COUNT`). */
  other?: number;
  /** Queues that do both (`ETHTOOL_A_CHANNELS_COMBINED_COUNT`). */
  combined?: number;
}

/** How many queues there are. */
export interface Channels
  extends ChannelsSettings, EthtoolState<EthtoolChannels> {
  /** Most queues that only receive (`ETHTOOL_A_CHANNELS_RX_MAX`). */
  rxMax?: number;
  /** Most queues that only send (`ETHTOOL_A_CHANNELS_TX_MAX`). */
  txMax?: number;
  /** Most queues for other purposes (`ETHTOOL_A_CHANNELS_OTHER_MAX`). */
  otherMax?: number;
  /** Most queues that do both (`ETHTOOL_A_CHANNELS_COMBINED_MAX`). */
  combinedMax?: number;
}

/** How many queues there are. */
export const channelsSetting: DeviceSetting<Channels, EthtoolChannels> =
  setting({
    noun: "channels",
    codec: ethtoolChannels,
    get: ETHTOOL_MSG_CHANNELS_GET,
    set: ETHTOOL_MSG_CHANNELS_SET,
    notification: ETHTOOL_MSG_CHANNELS_NTF,
    fields: () => ({
      rx: ["rxCount", number],
      tx: ["txCount", number],
      other: ["otherCount", number],
      combined: ["combinedCount", number],
      rxMax: readOnly("rxMax", number),
      txMax: readOnly("txMax", number),
      otherMax: readOnly("otherMax", number),
      combinedMax: readOnly("combinedMax", number),
    }),
  });

/** What of interrupts can be set. */
export interface CoalescingSettings {
  /**
   * Whether receiving adapts to the rate of packets
   * (`ETHTOOL_A_COALESCE_USE_ADAPTIVE_RX`).
   */
  adaptiveRx?: boolean;
  /**
   * Whether sending adapts to the rate of packets
   * (`ETHTOOL_A_COALESCE_USE_ADAPTIVE_TX`).
   */
  adaptiveTx?: boolean;
  /**
   * Microseconds from a received packet to the interrupt
   * (`ETHTOOL_A_COALESCE_RX_USECS`).
   */
  rxUsecs?: number;
  /**
   * Received packets until the interrupt
   * (`ETHTOOL_A_COALESCE_RX_MAX_FRAMES`).
   */
  rxFrames?: number;
  /**
   * Same as `rxUsecs` while one is handled
   * (`ETHTOOL_A_COALESCE_RX_USECS_IRQ`).
   */
  rxUsecsIrq?: number;
  /**
   * Same as `rxFrames` while one is handled
   * (`ETHTOOL_A_COALESCE_RX_MAX_FRAMES_IRQ`).
   */
  rxFramesIrq?: number;
  /**
   * Microseconds from a sent packet to the interrupt
   * (`ETHTOOL_A_COALESCE_TX_USECS`).
   */
  txUsecs?: number;
  /** Sent packets until the interrupt (`ETHTOOL_A_COALESCE_TX_MAX_FRAMES`). */
  txFrames?: number;
  /**
   * Same as `txUsecs` while one is handled
   * (`ETHTOOL_A_COALESCE_TX_USECS_IRQ`).
   */
  txUsecsIrq?: number;
  /**
   * Same as `txFrames` while one is handled
   * (`ETHTOOL_A_COALESCE_TX_MAX_FRAMES_IRQ`).
   */
  txFramesIrq?: number;
  /**
   * Microseconds between updates of statistics
   * (`ETHTOOL_A_COALESCE_STATS_BLOCK_USECS`).
   */
  statsBlockUsecs?: number;
  /**
   * Packets in a second below which the rate is low
   * (`ETHTOOL_A_COALESCE_PKT_RATE_LOW`).
   */
  packetRateLow?: number;
  /** Same as `rxUsecs` at a low rate (`ETHTOOL_A_COALESCE_RX_USECS_LOW`). */
  rxUsecsLow?: number;
  /**
   * Same as `rxFrames` at a low rate
   * (`ETHTOOL_A_COALESCE_RX_MAX_FRAMES_LOW`).
   */
  rxFramesLow?: number;
  /** Same as `txUsecs` at a low rate (`ETHTOOL_A_COALESCE_TX_USECS_LOW`). */
  txUsecsLow?: number;
  /**
   * Same as `txFrames` at a low rate
   * (`ETHTOOL_A_COALESCE_TX_MAX_FRAMES_LOW`).
   */
  txFramesLow?: number;
  /**
   * Packets in a second above which the rate is high
   * (`ETHTOOL_A_COALESCE_PKT_RATE_HIGH`).
   */
  packetRateHigh?: number;
  /** Same as `rxUsecs` at a high rate (`ETHTOOL_A_COALESCE_RX_USECS_HIGH`). */
  rxUsecsHigh?: number;
  /**
   * Same as `rxFrames` at a high rate
   * (`ETHTOOL_A_COALESCE_RX_MAX_FRAMES_HIGH`).
   */
  rxFramesHigh?: number;
  /** Same as `txUsecs` at a high rate (`ETHTOOL_A_COALESCE_TX_USECS_HIGH`). */
  txUsecsHigh?: number;
  /**
   * Same as `txFrames` at a high rate
   * (`ETHTOOL_A_COALESCE_TX_MAX_FRAMES_HIGH`).
   */
  txFramesHigh?: number;
  /**
   * Seconds between two looks at the rate
   * (`ETHTOOL_A_COALESCE_RATE_SAMPLE_INTERVAL`).
   */
  sampleInterval?: number;
  /**
   * Whether the time of receiving starts anew with each completion
   * (`ETHTOOL_A_COALESCE_USE_CQE_MODE_RX`).
   */
  cqeModeRx?: boolean;
  /**
   * Whether the time of sending starts anew with each completion
   * (`ETHTOOL_A_COALESCE_USE_CQE_MODE_TX`).
   */
  cqeModeTx?: boolean;
  /**
   * Most bytes that are sent at once
   * (`ETHTOOL_A_COALESCE_TX_AGGR_MAX_BYTES`).
   */
  txAggregationMaxBytes?: number;
  /**
   * Most packets that are sent at once
   * (`ETHTOOL_A_COALESCE_TX_AGGR_MAX_FRAMES`).
   */
  txAggregationMaxFrames?: number;
  /**
   * Most microseconds that a packet waits for others
   * (`ETHTOOL_A_COALESCE_TX_AGGR_TIME_USECS`).
   */
  txAggregationUsecs?: number;
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
  /**
   * Levels of adaptive receiving, all of them
   * (`ETHTOOL_A_COALESCE_RX_PROFILE`).
   */
  rxProfile?: ModerationLevel[];
  /**
   * Levels of adaptive sending, all of them
   * (`ETHTOOL_A_COALESCE_TX_PROFILE`).
   */
  txProfile?: ModerationLevel[];
}

/** When packets cause an interrupt. */
export interface Coalescing
  extends CoalescingSettings, EthtoolState<EthtoolCoalescing> {
}

/** When packets cause an interrupt. */
export const coalescingSetting: DeviceSetting<Coalescing, EthtoolCoalescing> =
  setting(
    {
      noun: "interrupt coalescing",
      codec: ethtoolCoalescing,
      get: ETHTOOL_MSG_COALESCE_GET,
      set: ETHTOOL_MSG_COALESCE_SET,
      notification: ETHTOOL_MSG_COALESCE_NTF,
      fields: () => ({
        adaptiveRx: ["useAdaptiveRx", boolean],
        adaptiveTx: ["useAdaptiveTx", boolean],
        rxUsecs: number,
        rxFrames: ["rxMaxFrames", number],
        rxUsecsIrq: number,
        rxFramesIrq: ["rxMaxFramesIrq", number],
        txUsecs: number,
        txFrames: ["txMaxFrames", number],
        txUsecsIrq: number,
        txFramesIrq: ["txMaxFramesIrq", number],
        statsBlockUsecs: number,
        packetRateLow: ["pktRateLow", number],
        rxUsecsLow: number,
        rxFramesLow: ["rxMaxFramesLow", number],
        txUsecsLow: number,
        txFramesLow: ["txMaxFramesLow", number],
        packetRateHigh: ["pktRateHigh", number],
        rxUsecsHigh: number,
        rxFramesHigh: ["rxMaxFramesHigh", number],
        txUsecsHigh: number,
        txFramesHigh: ["txMaxFramesHigh", number],
        sampleInterval: ["rateSampleInterval", number],
        cqeModeRx: ["useCqeModeRx", boolean],
        cqeModeTx: ["useCqeModeTx", boolean],
        txAggregationMaxBytes: ["txAggrMaxBytes", number],
        txAggregationMaxFrames: ["txAggrMaxFrames", number],
        txAggregationUsecs: ["txAggrTimeUsecs", number],
        rxCqeFrames: number,
        rxCqeNsecs: number,
        rxProfile: profile,
        txProfile: profile,
      }),
    },
  );
