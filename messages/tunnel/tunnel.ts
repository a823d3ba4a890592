/**
 * The networks that a VXLAN device of several accepts: `struct tunnel_msg` and
 * `VXLAN_VNIFILTER_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_link.h | linux/if_link.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/drivers/net/vxlan/vxlan_vnifilter.c | drivers/net/vxlan/vxlan_vnifilter.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  ipv4Address,
  ipv6Address,
  message,
  multi,
  struct,
  u32,
  u64,
  u8,
  type WithAttributes,
} from "../codec/mod.ts";

/** Family header of networks (`struct tunnel_msg`). */
export interface TunnelHeader {
  /** Address family, `AF_BRIDGE` (`family`). */
  family: number;
  /** `TUNNEL_MSG_FLAG_*` (`flags`). */
  flags: number;
  /** Index of the VXLAN device (`ifindex`). */
  index: number;
}

/** Counters of networks (`VNIFILTER_ENTRY_STATS_*`). */
export interface TunnelStats extends Attributes {
  /** Bytes received (`VNIFILTER_ENTRY_STATS_RX_BYTES`). */
  rxBytes?: bigint;
  /** Packets received (`VNIFILTER_ENTRY_STATS_RX_PKTS`). */
  rxPackets?: bigint;
  /** Packets dropped on the way in (`VNIFILTER_ENTRY_STATS_RX_DROPS`). */
  rxDrops?: bigint;
  /** Errors on the way in (`VNIFILTER_ENTRY_STATS_RX_ERRORS`). */
  rxErrors?: bigint;
  /** Bytes sent (`VNIFILTER_ENTRY_STATS_TX_BYTES`). */
  txBytes?: bigint;
  /** Packets sent (`VNIFILTER_ENTRY_STATS_TX_PKTS`). */
  txPackets?: bigint;
  /** Packets dropped on the way out (`VNIFILTER_ENTRY_STATS_TX_DROPS`). */
  txDrops?: bigint;
  /** Errors on the way out (`VNIFILTER_ENTRY_STATS_TX_ERRORS`). */
  txErrors?: bigint;
}

/** A range of networks (`VXLAN_VNIFILTER_ENTRY_*`). */
export interface TunnelEntry extends Attributes {
  /** The first network (`VXLAN_VNIFILTER_ENTRY_START`). */
  start?: number;
  /** The last network (`VXLAN_VNIFILTER_ENTRY_END`). */
  end?: number;
  /** IPv4 group or remote endpoint (`VXLAN_VNIFILTER_ENTRY_GROUP`). */
  group?: string;
  /** IPv6 group or remote endpoint (`VXLAN_VNIFILTER_ENTRY_GROUP6`). */
  group6?: string;
  /** Counters (`VXLAN_VNIFILTER_ENTRY_STATS`). */
  stats?: TunnelStats;
}

/** Attributes of networks (`VXLAN_VNIFILTER_*`). */
export interface TunnelAttributes extends Attributes {
  /** Ranges of networks (`VXLAN_VNIFILTER_ENTRY`). */
  entries?: TunnelEntry[];
}

/** The networks of a VXLAN device. */
export type TunnelMessage = WithAttributes<TunnelHeader, TunnelAttributes>;

/** Codec of {@linkcode TunnelHeader}. */
export const tunnelHeader: Codec<TunnelHeader> = struct({
  family: u8,
  flags: u8,
  index: u32,
});

/** Codec of {@linkcode TunnelStats}. */
export const tunnelStats: Codec<TunnelStats> = attributes({
  rxBytes: ["VNIFILTER_ENTRY_STATS_RX_BYTES", 1, u64],
  rxPackets: ["VNIFILTER_ENTRY_STATS_RX_PKTS", 2, u64],
  rxDrops: ["VNIFILTER_ENTRY_STATS_RX_DROPS", 3, u64],
  rxErrors: ["VNIFILTER_ENTRY_STATS_RX_ERRORS", 4, u64],
  txBytes: ["VNIFILTER_ENTRY_STATS_TX_BYTES", 5, u64],
  txPackets: ["VNIFILTER_ENTRY_STATS_TX_PKTS", 6, u64],
  txDrops: ["VNIFILTER_ENTRY_STATS_TX_DROPS", 7, u64],
  txErrors: ["VNIFILTER_ENTRY_STATS_TX_ERRORS", 8, u64],
}, { pad: ["VNIFILTER_ENTRY_STATS_PAD", 9] });

/** Codec of {@linkcode TunnelEntry}. */
export const tunnelEntry: Codec<TunnelEntry> = attributes({
  start: ["VXLAN_VNIFILTER_ENTRY_START", 1, u32],
  end: ["VXLAN_VNIFILTER_ENTRY_END", 2, u32],
  group: ["VXLAN_VNIFILTER_ENTRY_GROUP", 3, ipv4Address],
  group6: ["VXLAN_VNIFILTER_ENTRY_GROUP6", 4, ipv6Address],
  stats: ["VXLAN_VNIFILTER_ENTRY_STATS", 5, tunnelStats],
});

/** Codec of {@linkcode TunnelAttributes}. */
export const tunnelAttributes: Codec<TunnelAttributes> = attributes({
  entries: ["VXLAN_VNIFILTER_ENTRY", 1, multi(tunnelEntry)],
});

/** Codec of {@linkcode TunnelMessage}. */
export const tunnelMessage: Codec<TunnelMessage> = message(
  tunnelHeader,
  tunnelAttributes,
);
