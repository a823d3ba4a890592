/**
 * What TCP remembers of its peers, family `tcp_metrics`: `TCP_METRICS_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/tcp_metrics.h | linux/tcp_metrics.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/ipv4/tcp_metrics.c | net/ipv4/tcp_metrics.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  bytes,
  type Codec,
  ipv4Address,
  ipv6Address,
  s32,
  u16,
  u32,
  u64,
} from "../codec/mod.ts";
import { type GenericMessage, genericMessage } from "./header.ts";

/** Name of the family. */
export const TCP_METRICS_GENL_NAME = "tcp_metrics";

/** Version of the family's interface. */
export const TCP_METRICS_GENL_VERSION = 1;

/** Asks for metrics. */
export const TCP_METRICS_CMD_GET = 1;
/** Forgets metrics. */
export const TCP_METRICS_CMD_DEL = 2;

/** The metrics of a peer: `TCP_METRICS_A_METRICS_*`. */
export interface TcpMetricValues extends Attributes {
  /**
   * Round trip time in eighths of a millisecond (`TCP_METRICS_A_METRICS_RTT`).
   */
  rtt?: number;
  /**
   * Variance of the round trip time in quarters of a millisecond
   * (`TCP_METRICS_A_METRICS_RTTVAR`).
   */
  rttvar?: number;
  /** Slow start threshold in packets (`TCP_METRICS_A_METRICS_SSTHRESH`). */
  ssthresh?: number;
  /** Congestion window in packets (`TCP_METRICS_A_METRICS_CWND`). */
  cwnd?: number;
  /** Reordering in packets (`TCP_METRICS_A_METRICS_REODERING`). */
  reordering?: number;
  /**
   * Round trip time in eighths of a microsecond
   * (`TCP_METRICS_A_METRICS_RTT_US`).
   */
  rttUs?: number;
  /**
   * Variance of the round trip time in quarters of a microsecond
   * (`TCP_METRICS_A_METRICS_RTTVAR_US`).
   */
  rttvarUs?: number;
}

/** What TCP remembers of a peer: `TCP_METRICS_ATTR_*`. */
export interface TcpMetricsAttributes extends Attributes {
  /** IPv4 address of the peer (`TCP_METRICS_ATTR_ADDR_IPV4`). */
  addrIpv4?: string;
  /** IPv6 address of the peer (`TCP_METRICS_ATTR_ADDR_IPV6`). */
  addrIpv6?: string;
  /** Milliseconds since the last change (`TCP_METRICS_ATTR_AGE`). */
  age?: bigint;
  /**
   * Last timestamp of the peer; old kernels only (`TCP_METRICS_ATTR_TW_TSVAL`).
   */
  twTsval?: number;
  /**
   * Seconds since that timestamp; old kernels only
   * (`TCP_METRICS_ATTR_TW_TS_STAMP`).
   */
  twTsStamp?: number;
  /** Metrics (`TCP_METRICS_ATTR_VALS`). */
  vals?: TcpMetricValues;
  /**
   * Fast Open: maximum segment size in bytes (`TCP_METRICS_ATTR_FOPEN_MSS`).
   */
  fopenMss?: number;
  /**
   * Fast Open: how many SYN packets with data were lost
   * (`TCP_METRICS_ATTR_FOPEN_SYN_DROPS`).
   */
  fopenSynDrops?: number;
  /**
   * Fast Open: milliseconds since the last of them
   * (`TCP_METRICS_ATTR_FOPEN_SYN_DROP_TS`).
   */
  fopenSynDropTs?: bigint;
  /** Fast Open: cookie (`TCP_METRICS_ATTR_FOPEN_COOKIE`). */
  fopenCookie?: Uint8Array;
  /** IPv4 address of this end (`TCP_METRICS_ATTR_SADDR_IPV4`). */
  saddrIpv4?: string;
  /** IPv6 address of this end (`TCP_METRICS_ATTR_SADDR_IPV6`). */
  saddrIpv6?: string;
}

/** A message of the family `tcp_metrics`. */
export type TcpMetricsMessage = GenericMessage<TcpMetricsAttributes>;

/** Codec of {@linkcode TcpMetricValues}. */
export const tcpMetricValues: Codec<TcpMetricValues> = attributes({
  rtt: ["TCP_METRICS_A_METRICS_RTT", 1, u32],
  rttvar: ["TCP_METRICS_A_METRICS_RTTVAR", 2, u32],
  ssthresh: ["TCP_METRICS_A_METRICS_SSTHRESH", 3, u32],
  cwnd: ["TCP_METRICS_A_METRICS_CWND", 4, u32],
  reordering: ["TCP_METRICS_A_METRICS_REODERING", 5, u32],
  rttUs: ["TCP_METRICS_A_METRICS_RTT_US", 6, u32],
  rttvarUs: ["TCP_METRICS_A_METRICS_RTTVAR_US", 7, u32],
}, { nestedFlag: false });

/** Codec of {@linkcode TcpMetricsAttributes}. */
export const tcpMetricsAttributes: Codec<TcpMetricsAttributes> = attributes({
  addrIpv4: ["TCP_METRICS_ATTR_ADDR_IPV4", 1, ipv4Address],
  addrIpv6: ["TCP_METRICS_ATTR_ADDR_IPV6", 2, ipv6Address],
  age: ["TCP_METRICS_ATTR_AGE", 3, u64],
  twTsval: ["TCP_METRICS_ATTR_TW_TSVAL", 4, u32],
  twTsStamp: ["TCP_METRICS_ATTR_TW_TS_STAMP", 5, s32],
  vals: ["TCP_METRICS_ATTR_VALS", 6, tcpMetricValues],
  fopenMss: ["TCP_METRICS_ATTR_FOPEN_MSS", 7, u16],
  fopenSynDrops: ["TCP_METRICS_ATTR_FOPEN_SYN_DROPS", 8, u16],
  fopenSynDropTs: ["TCP_METRICS_ATTR_FOPEN_SYN_DROP_TS", 9, u64],
  fopenCookie: ["TCP_METRICS_ATTR_FOPEN_COOKIE", 10, bytes],
  saddrIpv4: ["TCP_METRICS_ATTR_SADDR_IPV4", 11, ipv4Address],
  saddrIpv6: ["TCP_METRICS_ATTR_SADDR_IPV6", 12, ipv6Address],
}, { pad: ["TCP_METRICS_ATTR_PAD", 13] });

/** Codec of {@linkcode TcpMetricsMessage}. */
export const tcpMetricsMessage: Codec<TcpMetricsMessage> = genericMessage(
  tcpMetricsAttributes,
);
