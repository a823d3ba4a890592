/**
 * Neighbor tables and their parameters: `struct ndtmsg`, `NDTA_*` and
 * `NDTPA_*`. All times are in milliseconds.
 *
 * The kernel sends the table first, with its default parameters, then one
 * message for the parameters of each device.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/neighbour.h | linux/neighbour.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  message,
  string,
  struct,
  u16,
  u32,
  u64,
  u8,
  type WithAttributes,
} from "../codec/mod.ts";

/** Family header of neighbor tables (`struct ndtmsg`). */
export interface NeighborTableHeader {
  /** Address family (`ndtm_family`). */
  family: number;
}

/** State of a table (`struct ndt_config`). */
export interface NeighborTableConfig {
  /** Bytes of an address (`ndtc_key_len`). */
  keyLength: number;
  /** Bytes of an entry (`ndtc_entry_size`). */
  entrySize: number;
  /** Number of entries (`ndtc_entries`). */
  entries: number;
  /** Time since the last flush (`ndtc_last_flush`). */
  lastFlush: number;
  /** Time since reachable times were last drawn (`ndtc_last_rand`). */
  lastRandom: number;
  /** Seed of the hash (`ndtc_hash_rnd`). */
  hashRandom: number;
  /** Mask of the hash (`ndtc_hash_mask`). */
  hashMask: number;
  /** Where the next collection begins (`ndtc_hash_chain_gc`). */
  hashChainGc: number;
  /** Requests that wait to be answered for others (`ndtc_proxy_qlen`). */
  proxyQueueLength: number;
}

/** Counters of a table (`struct ndt_stats`). */
export interface NeighborTableStats {
  /** Entries made (`ndts_allocs`). */
  allocations: bigint;
  /** Entries removed (`ndts_destroys`). */
  destroys: bigint;
  /** How often the hash grew (`ndts_hash_grows`). */
  hashGrows: bigint;
  /** Resolutions that failed (`ndts_res_failed`). */
  resolutionsFailed: bigint;
  /** Lookups (`ndts_lookups`). */
  lookups: bigint;
  /** Lookups that found an entry (`ndts_hits`). */
  hits: bigint;
  /** Multicast probes received (`ndts_rcv_probes_mcast`). */
  multicastProbes: bigint;
  /** Unicast probes received (`ndts_rcv_probes_ucast`). */
  unicastProbes: bigint;
  /** Collections at the set interval (`ndts_periodic_gc_runs`). */
  periodicGcRuns: bigint;
  /** Collections because the table was full (`ndts_forced_gc_runs`). */
  forcedGcRuns: bigint;
  /**
   * How often there was no room left, since Linux 4.3 (`ndts_table_fulls`).
   */
  tableFulls?: bigint;
}

/** Parameters of a table or of one device (`NDTPA_*`). */
export interface NeighborParameters extends Attributes {
  /** Index of the device; none for the defaults (`NDTPA_IFINDEX`). */
  index?: number;
  /** Reference count (`NDTPA_REFCNT`). */
  references?: number;
  /** How long neighbors are reachable, as drawn (`NDTPA_REACHABLE_TIME`). */
  reachableTime?: bigint;
  /** How long they are reachable on average (`NDTPA_BASE_REACHABLE_TIME`). */
  baseReachableTime?: bigint;
  /** Time between solicitations (`NDTPA_RETRANS_TIME`). */
  retransmitTime?: bigint;
  /** Age at which stale entries are collected (`NDTPA_GC_STALETIME`). */
  gcStaleTime?: bigint;
  /** Time until the first probe (`NDTPA_DELAY_PROBE_TIME`). */
  delayProbeTime?: bigint;
  /** Packets that wait for one address (`NDTPA_QUEUE_LEN`). */
  queueLength?: number;
  /** Probes by a program (`NDTPA_APP_PROBES`). */
  appProbes?: number;
  /** Unicast probes (`NDTPA_UCAST_PROBES`). */
  unicastProbes?: number;
  /** Multicast probes (`NDTPA_MCAST_PROBES`). */
  multicastProbes?: number;
  /** Longest delay of answers for an anycast address (`NDTPA_ANYCAST_DELAY`). */
  anycastDelay?: bigint;
  /** Longest delay of answers for others (`NDTPA_PROXY_DELAY`). */
  proxyDelay?: bigint;
  /** Requests that may wait to be answered for others (`NDTPA_PROXY_QLEN`). */
  proxyQueueLength?: number;
  /** Time during which an entry is not changed (`NDTPA_LOCKTIME`). */
  lockTime?: bigint;
  /** Bytes that wait for one address (`NDTPA_QUEUE_LENBYTES`). */
  queueLengthBytes?: number;
  /** Multicast probes after unicast ones failed (`NDTPA_MCAST_REPROBES`). */
  multicastReprobes?: number;
  /** Time between probes of managed entries (`NDTPA_INTERVAL_PROBE_TIME_MS`). */
  intervalProbeTime?: bigint;
}

/** Attributes of neighbor tables (`NDTA_*`). */
export interface NeighborTableAttributes extends Attributes {
  /** Name, such as `arp_cache` (`NDTA_NAME`). */
  name?: string;
  /** Entries below which nothing is collected (`NDTA_THRESH1`). */
  threshold1?: number;
  /** Entries beyond which more is collected (`NDTA_THRESH2`). */
  threshold2?: number;
  /** Entries that are never exceeded (`NDTA_THRESH3`). */
  threshold3?: number;
  /** State (`NDTA_CONFIG`). */
  config?: NeighborTableConfig;
  /** Parameters (`NDTA_PARMS`). */
  parameters?: NeighborParameters;
  /** Counters (`NDTA_STATS`). */
  stats?: NeighborTableStats;
  /** Time between collections (`NDTA_GC_INTERVAL`). */
  gcInterval?: bigint;
}

/** A neighbor table, or the parameters of one device. */
export type NeighborTableMessage = WithAttributes<
  NeighborTableHeader,
  NeighborTableAttributes
>;

/** Codec of {@linkcode NeighborTableHeader}. */
export const neighborTableHeader: Codec<NeighborTableHeader> = struct({
  family: u8,
});

/** Codec of {@linkcode NeighborTableConfig}. */
export const neighborTableConfig: Codec<NeighborTableConfig> = struct({
  keyLength: u16,
  entrySize: u16,
  entries: u32,
  lastFlush: u32,
  lastRandom: u32,
  hashRandom: u32,
  hashMask: u32,
  hashChainGc: u32,
  proxyQueueLength: u32,
});

/** Codec of {@linkcode NeighborTableStats}. */
export const neighborTableStats: Codec<NeighborTableStats> = struct({
  allocations: u64,
  destroys: u64,
  hashGrows: u64,
  resolutionsFailed: u64,
  lookups: u64,
  hits: u64,
  multicastProbes: u64,
  unicastProbes: u64,
  periodicGcRuns: u64,
  forcedGcRuns: u64,
  tableFulls: u64,
}, { optionalFrom: "tableFulls" });

/** Codec of {@linkcode NeighborParameters}. */
export const neighborParameters: Codec<NeighborParameters> = attributes({
  index: ["NDTPA_IFINDEX", 1, u32],
  references: ["NDTPA_REFCNT", 2, u32],
  reachableTime: ["NDTPA_REACHABLE_TIME", 3, u64],
  baseReachableTime: ["NDTPA_BASE_REACHABLE_TIME", 4, u64],
  retransmitTime: ["NDTPA_RETRANS_TIME", 5, u64],
  gcStaleTime: ["NDTPA_GC_STALETIME", 6, u64],
  delayProbeTime: ["NDTPA_DELAY_PROBE_TIME", 7, u64],
  queueLength: ["NDTPA_QUEUE_LEN", 8, u32],
  appProbes: ["NDTPA_APP_PROBES", 9, u32],
  unicastProbes: ["NDTPA_UCAST_PROBES", 10, u32],
  multicastProbes: ["NDTPA_MCAST_PROBES", 11, u32],
  anycastDelay: ["NDTPA_ANYCAST_DELAY", 12, u64],
  proxyDelay: ["NDTPA_PROXY_DELAY", 13, u64],
  proxyQueueLength: ["NDTPA_PROXY_QLEN", 14, u32],
  lockTime: ["NDTPA_LOCKTIME", 15, u64],
  queueLengthBytes: ["NDTPA_QUEUE_LENBYTES", 16, u32],
  multicastReprobes: ["NDTPA_MCAST_REPROBES", 17, u32],
  intervalProbeTime: ["NDTPA_INTERVAL_PROBE_TIME_MS", 19, u64],
}, { nestedFlag: false, pad: ["NDTPA_PAD", 18] });

/** Codec of {@linkcode NeighborTableAttributes}. */
export const neighborTableAttributes: Codec<NeighborTableAttributes> =
  attributes({
    name: ["NDTA_NAME", 1, string],
    threshold1: ["NDTA_THRESH1", 2, u32],
    threshold2: ["NDTA_THRESH2", 3, u32],
    threshold3: ["NDTA_THRESH3", 4, u32],
    config: ["NDTA_CONFIG", 5, neighborTableConfig],
    parameters: ["NDTA_PARMS", 6, neighborParameters],
    stats: ["NDTA_STATS", 7, neighborTableStats],
    gcInterval: ["NDTA_GC_INTERVAL", 8, u64],
  }, { pad: ["NDTA_PAD", 9] });

/** Codec of {@linkcode NeighborTableMessage}. */
export const neighborTableMessage: Codec<NeighborTableMessage> = message(
  neighborTableHeader,
  neighborTableAttributes,
);
