/**
 * Common applications kept enhanced: `TCA_CAKE_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_sched.h | linux/pkt_sched.h}
 * @see {@link https://man7.org/linux/man-pages/man8/tc-cake.8.html | tc-cake(8)}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  list,
  s32,
  u32,
  u64,
} from "../../codec/mod.ts";

/** How packets are spread over tins (`CAKE_DIFFSERV_*`). */
export const CAKE_DIFFSERV_MODES = {
  /** Three (`CAKE_DIFFSERV_DIFFSERV3`). */
  diffserv3: 0,
  /** Four (`CAKE_DIFFSERV_DIFFSERV4`). */
  diffserv4: 1,
  /** Eight (`CAKE_DIFFSERV_DIFFSERV8`). */
  diffserv8: 2,
  /** One (`CAKE_DIFFSERV_BESTEFFORT`). */
  besteffort: 3,
  /** By IP precedence (`CAKE_DIFFSERV_PRECEDENCE`). */
  precedence: 4,
} as const;

/** What is fair to whom (`CAKE_FLOW_*`). */
export const CAKE_FLOW_MODES = {
  /** No flows (`CAKE_FLOW_NONE`). */
  flowblind: 0,
  /** Source hosts (`CAKE_FLOW_SRC_IP`). */
  srchost: 1,
  /** Destination hosts (`CAKE_FLOW_DST_IP`). */
  dsthost: 2,
  /** Pairs of hosts (`CAKE_FLOW_HOSTS`). */
  hosts: 3,
  /** Flows (`CAKE_FLOW_FLOWS`). */
  flows: 4,
  /** Source hosts, then flows (`CAKE_FLOW_DUAL_SRC`). */
  "dual-srchost": 5,
  /** Destination hosts, then flows (`CAKE_FLOW_DUAL_DST`). */
  "dual-dsthost": 6,
  /** Both, then flows (`CAKE_FLOW_TRIPLE`). */
  "triple-isolate": 7,
} as const;

/** What a link makes of the size of packets (`CAKE_ATM_*`). */
export const CAKE_ATM_MODES = {
  /** Nothing (`CAKE_ATM_NONE`). */
  noatm: 0,
  /** Cells of ATM (`CAKE_ATM_ATM`). */
  atm: 1,
  /** 64b/65b of PTM (`CAKE_ATM_PTM`). */
  ptm: 2,
} as const;

/** Which acknowledgements of TCP are left out (`CAKE_ACK_*`). */
export const CAKE_ACK_FILTERS = {
  /** None (`CAKE_ACK_NONE`). */
  "no-ack-filter": 0,
  /** Redundant ones (`CAKE_ACK_FILTER`). */
  "ack-filter": 1,
  /** All but the last (`CAKE_ACK_AGGRESSIVE`). */
  "ack-filter-aggressive": 2,
} as const;

/** `TCA_OPTIONS` of CAKE (`TCA_CAKE_*`). */
export interface CakeData extends Attributes {
  /** Rate in bytes a second; 0 for no limit (`TCA_CAKE_BASE_RATE64`). */
  baseRate?: bigint;
  /** How packets are spread over tins (`TCA_CAKE_DIFFSERV_MODE`). */
  diffservMode?: number;
  /** What a link makes of the size of packets (`TCA_CAKE_ATM`). */
  atm?: number;
  /** What is fair to whom (`TCA_CAKE_FLOW_MODE`). */
  flowMode?: number;
  /** Bytes that are added to each packet (`TCA_CAKE_OVERHEAD`). */
  overhead?: number;
  /** Round trip time in microseconds (`TCA_CAKE_RTT`). */
  rtt?: number;
  /** Acceptable delay in microseconds (`TCA_CAKE_TARGET`). */
  target?: number;
  /** Whether the rate is estimated (`TCA_CAKE_AUTORATE`). */
  autorate?: number;
  /** Bytes of memory that packets may take (`TCA_CAKE_MEMORY`). */
  memory?: number;
  /** Whether addresses are those before NAT (`TCA_CAKE_NAT`). */
  nat?: number;
  /** Whether sizes are taken as the kernel has them (`TCA_CAKE_RAW`). */
  raw?: number;
  /** Whether the DS field is cleared (`TCA_CAKE_WASH`). */
  wash?: number;
  /** The least size of a packet in bytes (`TCA_CAKE_MPU`). */
  mpu?: number;
  /** Whether dropped packets count as received (`TCA_CAKE_INGRESS`). */
  ingress?: number;
  /** Which acknowledgements of TCP are left out (`TCA_CAKE_ACK_FILTER`). */
  ackFilter?: number;
  /** Whether large packets are split (`TCA_CAKE_SPLIT_GSO`). */
  splitGso?: number;
  /** Bits of the mark that are the tin (`TCA_CAKE_FWMARK`). */
  fwMark?: number;
}

/** Codec of {@linkcode CakeData}. */
export const cakeData: Codec<CakeData> = attributes({
  baseRate: ["TCA_CAKE_BASE_RATE64", 2, u64],
  diffservMode: ["TCA_CAKE_DIFFSERV_MODE", 3, u32],
  atm: ["TCA_CAKE_ATM", 4, u32],
  flowMode: ["TCA_CAKE_FLOW_MODE", 5, u32],
  overhead: ["TCA_CAKE_OVERHEAD", 6, s32],
  rtt: ["TCA_CAKE_RTT", 7, u32],
  target: ["TCA_CAKE_TARGET", 8, u32],
  autorate: ["TCA_CAKE_AUTORATE", 9, u32],
  memory: ["TCA_CAKE_MEMORY", 10, u32],
  nat: ["TCA_CAKE_NAT", 11, u32],
  raw: ["TCA_CAKE_RAW", 12, u32],
  wash: ["TCA_CAKE_WASH", 13, u32],
  mpu: ["TCA_CAKE_MPU", 14, u32],
  ingress: ["TCA_CAKE_INGRESS", 15, u32],
  ackFilter: ["TCA_CAKE_ACK_FILTER", 16, u32],
  splitGso: ["TCA_CAKE_SPLIT_GSO", 17, u32],
  fwMark: ["TCA_CAKE_FWMARK", 18, u32],
}, { nestedFlag: false, pad: ["TCA_CAKE_PAD", 1] });

/** Counters of a tin (`TCA_CAKE_TIN_STATS_*`). */
export interface CakeTinStats extends Attributes {
  /** Packets that were sent (`TCA_CAKE_TIN_STATS_SENT_PACKETS`). */
  sentPackets?: number;
  /** Bytes that were sent (`TCA_CAKE_TIN_STATS_SENT_BYTES64`). */
  sentBytes?: bigint;
  /** Packets that were dropped (`TCA_CAKE_TIN_STATS_DROPPED_PACKETS`). */
  droppedPackets?: number;
  /** Bytes that were dropped (`TCA_CAKE_TIN_STATS_DROPPED_BYTES64`). */
  droppedBytes?: bigint;
  /**
   * Acknowledgements that were left out
   * (`TCA_CAKE_TIN_STATS_ACKS_DROPPED_PACKETS`).
   */
  acksDroppedPackets?: number;
  /** Bytes of these (`TCA_CAKE_TIN_STATS_ACKS_DROPPED_BYTES64`). */
  acksDroppedBytes?: bigint;
  /** Packets that were marked (`TCA_CAKE_TIN_STATS_ECN_MARKED_PACKETS`). */
  ecnMarkedPackets?: number;
  /** Bytes that were marked (`TCA_CAKE_TIN_STATS_ECN_MARKED_BYTES64`). */
  ecnMarkedBytes?: bigint;
  /** Packets that wait (`TCA_CAKE_TIN_STATS_BACKLOG_PACKETS`). */
  backlogPackets?: number;
  /** Bytes that wait (`TCA_CAKE_TIN_STATS_BACKLOG_BYTES`). */
  backlogBytes?: number;
  /**
   * Rate in bytes a second above which the tin yields to others
   * (`TCA_CAKE_TIN_STATS_THRESHOLD_RATE64`).
   */
  thresholdRate?: bigint;
  /** Acceptable delay in microseconds (`TCA_CAKE_TIN_STATS_TARGET_US`). */
  target?: number;
  /**
   * Time in which the delay has to be reached, in microseconds
   * (`TCA_CAKE_TIN_STATS_INTERVAL_US`).
   */
  interval?: number;
  /**
   * Flows that were found beside their place
   * (`TCA_CAKE_TIN_STATS_WAY_INDIRECT_HITS`).
   */
  wayIndirectHits?: number;
  /** Flows that were not found (`TCA_CAKE_TIN_STATS_WAY_MISSES`). */
  wayMisses?: number;
  /** Flows that share a place (`TCA_CAKE_TIN_STATS_WAY_COLLISIONS`). */
  wayCollisions?: number;
  /** Largest delay in microseconds (`TCA_CAKE_TIN_STATS_PEAK_DELAY_US`). */
  peakDelay?: number;
  /** Mean delay in microseconds (`TCA_CAKE_TIN_STATS_AVG_DELAY_US`). */
  averageDelay?: number;
  /**
   * Delay of sparse flows in microseconds (`TCA_CAKE_TIN_STATS_BASE_DELAY_US`).
   */
  baseDelay?: number;
  /** Sparse flows (`TCA_CAKE_TIN_STATS_SPARSE_FLOWS`). */
  sparseFlows?: number;
  /** Flows with much to send (`TCA_CAKE_TIN_STATS_BULK_FLOWS`). */
  bulkFlows?: number;
  /** Flows that do not slow down (`TCA_CAKE_TIN_STATS_UNRESPONSIVE_FLOWS`). */
  unresponsiveFlows?: number;
  /** Size of the largest packet in bytes (`TCA_CAKE_TIN_STATS_MAX_SKBLEN`). */
  maximumLength?: number;
  /** Bytes of a flow in a turn (`TCA_CAKE_TIN_STATS_FLOW_QUANTUM`). */
  flowQuantum?: number;
}

/** Codec of {@linkcode CakeTinStats}. */
export const cakeTinStats: Codec<CakeTinStats> = attributes({
  sentPackets: ["TCA_CAKE_TIN_STATS_SENT_PACKETS", 2, u32],
  sentBytes: ["TCA_CAKE_TIN_STATS_SENT_BYTES64", 3, u64],
  droppedPackets: ["TCA_CAKE_TIN_STATS_DROPPED_PACKETS", 4, u32],
  droppedBytes: ["TCA_CAKE_TIN_STATS_DROPPED_BYTES64", 5, u64],
  acksDroppedPackets: ["TCA_CAKE_TIN_STATS_ACKS_DROPPED_PACKETS", 6, u32],
  acksDroppedBytes: ["TCA_CAKE_TIN_STATS_ACKS_DROPPED_BYTES64", 7, u64],
  ecnMarkedPackets: ["TCA_CAKE_TIN_STATS_ECN_MARKED_PACKETS", 8, u32],
  ecnMarkedBytes: ["TCA_CAKE_TIN_STATS_ECN_MARKED_BYTES64", 9, u64],
  backlogPackets: ["TCA_CAKE_TIN_STATS_BACKLOG_PACKETS", 10, u32],
  backlogBytes: ["TCA_CAKE_TIN_STATS_BACKLOG_BYTES", 11, u32],
  thresholdRate: ["TCA_CAKE_TIN_STATS_THRESHOLD_RATE64", 12, u64],
  target: ["TCA_CAKE_TIN_STATS_TARGET_US", 13, u32],
  interval: ["TCA_CAKE_TIN_STATS_INTERVAL_US", 14, u32],
  wayIndirectHits: ["TCA_CAKE_TIN_STATS_WAY_INDIRECT_HITS", 15, u32],
  wayMisses: ["TCA_CAKE_TIN_STATS_WAY_MISSES", 16, u32],
  wayCollisions: ["TCA_CAKE_TIN_STATS_WAY_COLLISIONS", 17, u32],
  peakDelay: ["TCA_CAKE_TIN_STATS_PEAK_DELAY_US", 18, u32],
  averageDelay: ["TCA_CAKE_TIN_STATS_AVG_DELAY_US", 19, u32],
  baseDelay: ["TCA_CAKE_TIN_STATS_BASE_DELAY_US", 20, u32],
  sparseFlows: ["TCA_CAKE_TIN_STATS_SPARSE_FLOWS", 21, u32],
  bulkFlows: ["TCA_CAKE_TIN_STATS_BULK_FLOWS", 22, u32],
  unresponsiveFlows: ["TCA_CAKE_TIN_STATS_UNRESPONSIVE_FLOWS", 23, u32],
  maximumLength: ["TCA_CAKE_TIN_STATS_MAX_SKBLEN", 24, u32],
  flowQuantum: ["TCA_CAKE_TIN_STATS_FLOW_QUANTUM", 25, u32],
}, { nestedFlag: false, pad: ["TCA_CAKE_TIN_STATS_PAD", 1] });

/** Counters of CAKE, and of its flows (`TCA_CAKE_STATS_*`). */
export interface CakeStats extends Attributes {
  /**
   * Estimated rate in bytes a second (`TCA_CAKE_STATS_CAPACITY_ESTIMATE64`).
   */
  capacityEstimate?: bigint;
  /** Bytes of memory that packets may take (`TCA_CAKE_STATS_MEMORY_LIMIT`). */
  memoryLimit?: number;
  /**
   * Bytes of memory that were in use at most (`TCA_CAKE_STATS_MEMORY_USED`).
   */
  memoryUsed?: number;
  /**
   * Mean offset of the network header in bytes (`TCA_CAKE_STATS_AVG_NETOFF`).
   */
  averageNetworkOffset?: number;
  /** Size of the smallest packet in bytes (`TCA_CAKE_STATS_MIN_NETLEN`). */
  minimumNetworkLength?: number;
  /** Size of the largest packet in bytes (`TCA_CAKE_STATS_MAX_NETLEN`). */
  maximumNetworkLength?: number;
  /** The smallest size with overhead (`TCA_CAKE_STATS_MIN_ADJLEN`). */
  minimumAdjustedLength?: number;
  /** The largest size with overhead (`TCA_CAKE_STATS_MAX_ADJLEN`). */
  maximumAdjustedLength?: number;
  /** Counters of each tin (`TCA_CAKE_STATS_TIN_STATS`). */
  tins?: CakeTinStats[];
  /** Bytes that a flow may send in this turn (`TCA_CAKE_STATS_DEFICIT`). */
  deficit?: number;
  /**
   * Packets dropped since the delay was too long
   * (`TCA_CAKE_STATS_COBALT_COUNT`).
   */
  cobaltCount?: number;
  /** Whether packets are being dropped (`TCA_CAKE_STATS_DROPPING`). */
  dropping?: number;
  /**
   * Microseconds until the next one is dropped (`TCA_CAKE_STATS_DROP_NEXT_US`).
   */
  dropNext?: number;
  /** Probability of a drop, in units of 1/2³² (`TCA_CAKE_STATS_P_DROP`). */
  dropProbability?: number;
  /**
   * Microseconds until the probability changes
   * (`TCA_CAKE_STATS_BLUE_TIMER_US`).
   */
  blueTimer?: number;
  /** Queues that share the rate (`TCA_CAKE_STATS_ACTIVE_QUEUES`). */
  activeQueues?: number;
}

/** Codec of {@linkcode CakeStats}. */
export const cakeStats: Codec<CakeStats> = attributes({
  capacityEstimate: ["TCA_CAKE_STATS_CAPACITY_ESTIMATE64", 2, u64],
  memoryLimit: ["TCA_CAKE_STATS_MEMORY_LIMIT", 3, u32],
  memoryUsed: ["TCA_CAKE_STATS_MEMORY_USED", 4, u32],
  averageNetworkOffset: ["TCA_CAKE_STATS_AVG_NETOFF", 5, u32],
  minimumNetworkLength: ["TCA_CAKE_STATS_MIN_NETLEN", 6, u32],
  maximumNetworkLength: ["TCA_CAKE_STATS_MAX_NETLEN", 7, u32],
  minimumAdjustedLength: ["TCA_CAKE_STATS_MIN_ADJLEN", 8, u32],
  maximumAdjustedLength: ["TCA_CAKE_STATS_MAX_ADJLEN", 9, u32],
  tins: [
    "TCA_CAKE_STATS_TIN_STATS",
    10,
    list(cakeTinStats, undefined, { nestedFlag: false }),
  ],
  deficit: ["TCA_CAKE_STATS_DEFICIT", 11, s32],
  cobaltCount: ["TCA_CAKE_STATS_COBALT_COUNT", 12, u32],
  dropping: ["TCA_CAKE_STATS_DROPPING", 13, u32],
  dropNext: ["TCA_CAKE_STATS_DROP_NEXT_US", 14, s32],
  dropProbability: ["TCA_CAKE_STATS_P_DROP", 15, u32],
  blueTimer: ["TCA_CAKE_STATS_BLUE_TIMER_US", 16, s32],
  activeQueues: ["TCA_CAKE_STATS_ACTIVE_QUEUES", 17, u32],
}, { nestedFlag: false, pad: ["TCA_CAKE_STATS_PAD", 1] });
