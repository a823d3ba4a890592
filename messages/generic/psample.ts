/**
 * Sampled packets, family `psample`: `PSAMPLE_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/psample.h | linux/psample.h}
 * @see {@link https://man7.org/linux/man-pages/man8/tc-sample.8.html | tc-sample(8)}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  be16,
  be64,
  bytes,
  type Codec,
  flag,
  ipv4Address,
  ipv6Address,
  u16,
  u32,
  u64,
  u8,
} from "../codec/mod.ts";
import { type GenericMessage, genericMessage } from "./header.ts";

/** Name of the family. */
export const PSAMPLE_GENL_NAME = "psample";
/** Version of the family's interface. */
export const PSAMPLE_GENL_VERSION = 1;
/** Name of the multicast group of changes of groups. */
export const PSAMPLE_NL_MCGRP_CONFIG_NAME = "config";
/** Name of the multicast group of samples. */
export const PSAMPLE_NL_MCGRP_SAMPLE_NAME = "packets";

/** Reports a sample. */
export const PSAMPLE_CMD_SAMPLE = 0;
/** Asks for groups. */
export const PSAMPLE_CMD_GET_GROUP = 1;
/** Here is a group. */
export const PSAMPLE_CMD_NEW_GROUP = 2;
/** A group is gone. */
export const PSAMPLE_CMD_DEL_GROUP = 3;

/** A tunnel: `PSAMPLE_TUNNEL_KEY_ATTR_*`. */
export interface PsampleTunnel extends Attributes {
  /** Identifier of the tunnel (`PSAMPLE_TUNNEL_KEY_ATTR_ID`). */
  id?: bigint;
  /** IPv4 address of the sender (`PSAMPLE_TUNNEL_KEY_ATTR_IPV4_SRC`). */
  ipv4Src?: string;
  /** IPv4 address of the receiver (`PSAMPLE_TUNNEL_KEY_ATTR_IPV4_DST`). */
  ipv4Dst?: string;
  /** Type of service (`PSAMPLE_TUNNEL_KEY_ATTR_TOS`). */
  tos?: number;
  /** Time to live (`PSAMPLE_TUNNEL_KEY_ATTR_TTL`). */
  ttl?: number;
  /**
   * The packet must not be fragmented
   * (`PSAMPLE_TUNNEL_KEY_ATTR_DONT_FRAGMENT`).
   */
  dontFragment?: true;
  /** It has a checksum (`PSAMPLE_TUNNEL_KEY_ATTR_CSUM`). */
  csum?: true;
  /** It is for operation and maintenance (`PSAMPLE_TUNNEL_KEY_ATTR_OAM`). */
  oam?: true;
  /** Options of Geneve (`PSAMPLE_TUNNEL_KEY_ATTR_GENEVE_OPTS`). */
  geneveOpts?: Uint8Array;
  /** Port of the sender (`PSAMPLE_TUNNEL_KEY_ATTR_TP_SRC`). */
  tpSrc?: number;
  /** Port of the receiver (`PSAMPLE_TUNNEL_KEY_ATTR_TP_DST`). */
  tpDst?: number;
  /** Options of VXLAN (`PSAMPLE_TUNNEL_KEY_ATTR_VXLAN_OPTS`). */
  vxlanOpts?: Uint8Array;
  /** IPv6 address of the sender (`PSAMPLE_TUNNEL_KEY_ATTR_IPV6_SRC`). */
  ipv6Src?: string;
  /** IPv6 address of the receiver (`PSAMPLE_TUNNEL_KEY_ATTR_IPV6_DST`). */
  ipv6Dst?: string;
  /**
   * Options of ERSPAN, `struct erspan_metadata`
   * (`PSAMPLE_TUNNEL_KEY_ATTR_ERSPAN_OPTS`).
   */
  erspanOpts?: Uint8Array;
  /**
   * A bridge gave it to the tunnel
   * (`PSAMPLE_TUNNEL_KEY_ATTR_IPV4_INFO_BRIDGE`).
   */
  ipv4InfoBridge?: true;
}

/** A sample or a group: `PSAMPLE_ATTR_*`. */
export interface PsampleAttributes extends Attributes {
  /**
   * Index of the link that the packet came in through
   * (`PSAMPLE_ATTR_IIFINDEX`).
   */
  iifindex?: number;
  /** Index of the link that it goes out through (`PSAMPLE_ATTR_OIFINDEX`). */
  oifindex?: number;
  /** Bytes of the packet (`PSAMPLE_ATTR_ORIGSIZE`). */
  origsize?: number;
  /** Number of the group (`PSAMPLE_ATTR_SAMPLE_GROUP`). */
  sampleGroup?: number;
  /**
   * Number of the sample in its group, where gaps mean that some are lost
   * (`PSAMPLE_ATTR_GROUP_SEQ`).
   */
  groupSeq?: number;
  /**
   * One packet in so many is sampled; with a probability, that of a packet as a
   * fraction of 2^32 - 1 (`PSAMPLE_ATTR_SAMPLE_RATE`).
   */
  sampleRate?: number;
  /** The packet, or the beginning of it (`PSAMPLE_ATTR_DATA`). */
  data?: Uint8Array;
  /** How many use the group (`PSAMPLE_ATTR_GROUP_REFCOUNT`). */
  groupRefcount?: number;
  /** The tunnel that the packet came through (`PSAMPLE_ATTR_TUNNEL`). */
  tunnel?: PsampleTunnel;
  /** Traffic class that it goes out in (`PSAMPLE_ATTR_OUT_TC`). */
  outTc?: number;
  /** Bytes that wait in that class (`PSAMPLE_ATTR_OUT_TC_OCC`). */
  outTcOcc?: bigint;
  /** Nanoseconds that the packet was in the device (`PSAMPLE_ATTR_LATENCY`). */
  latency?: bigint;
  /** When it was sampled, in nanoseconds (`PSAMPLE_ATTR_TIMESTAMP`). */
  timestamp?: bigint;
  /** Protocol of the packet, `ETH_P_*` (`PSAMPLE_ATTR_PROTO`). */
  proto?: number;
  /**
   * Bytes that the one who asked for samples has chosen
   * (`PSAMPLE_ATTR_USER_COOKIE`).
   */
  userCookie?: Uint8Array;
  /** The rate is a probability (`PSAMPLE_ATTR_SAMPLE_PROBABILITY`). */
  sampleProbability?: true;
}

/** A message of the family `psample`. */
export type PsampleMessage = GenericMessage<PsampleAttributes>;

/** Codec of {@linkcode PsampleTunnel}. */
export const psampleTunnel: Codec<PsampleTunnel> = attributes({
  id: ["PSAMPLE_TUNNEL_KEY_ATTR_ID", 0, be64],
  ipv4Src: ["PSAMPLE_TUNNEL_KEY_ATTR_IPV4_SRC", 1, ipv4Address],
  ipv4Dst: ["PSAMPLE_TUNNEL_KEY_ATTR_IPV4_DST", 2, ipv4Address],
  tos: ["PSAMPLE_TUNNEL_KEY_ATTR_TOS", 3, u8],
  ttl: ["PSAMPLE_TUNNEL_KEY_ATTR_TTL", 4, u8],
  dontFragment: ["PSAMPLE_TUNNEL_KEY_ATTR_DONT_FRAGMENT", 5, flag],
  csum: ["PSAMPLE_TUNNEL_KEY_ATTR_CSUM", 6, flag],
  oam: ["PSAMPLE_TUNNEL_KEY_ATTR_OAM", 7, flag],
  geneveOpts: ["PSAMPLE_TUNNEL_KEY_ATTR_GENEVE_OPTS", 8, bytes],
  tpSrc: ["PSAMPLE_TUNNEL_KEY_ATTR_TP_SRC", 9, be16],
  tpDst: ["PSAMPLE_TUNNEL_KEY_ATTR_TP_DST", 10, be16],
  vxlanOpts: ["PSAMPLE_TUNNEL_KEY_ATTR_VXLAN_OPTS", 11, bytes],
  ipv6Src: ["PSAMPLE_TUNNEL_KEY_ATTR_IPV6_SRC", 12, ipv6Address],
  ipv6Dst: ["PSAMPLE_TUNNEL_KEY_ATTR_IPV6_DST", 13, ipv6Address],
  erspanOpts: ["PSAMPLE_TUNNEL_KEY_ATTR_ERSPAN_OPTS", 15, bytes],
  ipv4InfoBridge: ["PSAMPLE_TUNNEL_KEY_ATTR_IPV4_INFO_BRIDGE", 16, flag],
}, { pad: ["PSAMPLE_TUNNEL_KEY_ATTR_PAD", 14] });

/** Codec of {@linkcode PsampleAttributes}. */
export const psampleAttributes: Codec<PsampleAttributes> = attributes({
  iifindex: ["PSAMPLE_ATTR_IIFINDEX", 0, u16],
  oifindex: ["PSAMPLE_ATTR_OIFINDEX", 1, u16],
  origsize: ["PSAMPLE_ATTR_ORIGSIZE", 2, u32],
  sampleGroup: ["PSAMPLE_ATTR_SAMPLE_GROUP", 3, u32],
  groupSeq: ["PSAMPLE_ATTR_GROUP_SEQ", 4, u32],
  sampleRate: ["PSAMPLE_ATTR_SAMPLE_RATE", 5, u32],
  data: ["PSAMPLE_ATTR_DATA", 6, bytes],
  groupRefcount: ["PSAMPLE_ATTR_GROUP_REFCOUNT", 7, u32],
  tunnel: ["PSAMPLE_ATTR_TUNNEL", 8, psampleTunnel],
  outTc: ["PSAMPLE_ATTR_OUT_TC", 10, u16],
  outTcOcc: ["PSAMPLE_ATTR_OUT_TC_OCC", 11, u64],
  latency: ["PSAMPLE_ATTR_LATENCY", 12, u64],
  timestamp: ["PSAMPLE_ATTR_TIMESTAMP", 13, u64],
  proto: ["PSAMPLE_ATTR_PROTO", 14, u16],
  userCookie: ["PSAMPLE_ATTR_USER_COOKIE", 15, bytes],
  sampleProbability: ["PSAMPLE_ATTR_SAMPLE_PROBABILITY", 16, flag],
}, { pad: ["PSAMPLE_ATTR_PAD", 9] });

/** Codec of {@linkcode PsampleMessage}. */
export const psampleMessage: Codec<PsampleMessage> = genericMessage(
  psampleAttributes,
);
