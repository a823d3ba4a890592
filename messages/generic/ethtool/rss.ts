/**
 * How received packets are spread over queues, of the family `ethtool`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/ethtool.h | linux/ethtool.h}
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/ethtool_netlink_generated.h | linux/ethtool_netlink_generated.h}
 * @see {@link https://docs.kernel.org/networking/ethtool-netlink.html | Netlink interface for ethtool}
 *
 * @module
 */

import {
  array,
  type Attributes,
  attributes,
  bytes,
  type Codec,
  u32,
  uint,
} from "../../codec/mod.ts";
import { type EthtoolHeader, ethtoolHeader } from "./common.ts";

/** What is done to fields before they are hashed: `RXH_XFRM_*`. */
export const ETHTOOL_INPUT_TRANSFORMS = {
  /**
   * Source and destination are combined by exclusive or
   * (`RXH_XFRM_SYM_XOR`).
   */
  "sym-xor": 0x1,
  /** They are combined by exclusive or, and by or (`RXH_XFRM_SYM_OR_XOR`). */
  "sym-or-xor": 0x2,
} as const;

/** Hash functions, bits of the string set `rss-hash-funcs`. */
export const ETHTOOL_HASH_FUNCTIONS = {
  /** Toeplitz hash. */
  toeplitz: 0x1,
  /** Exclusive or of all bytes. */
  xor: 0x2,
  /** CRC-32. */
  crc32: 0x4,
} as const;

/** Fields of packets that are hashed: `RXH_*`. */
export const ETHTOOL_HASH_FIELDS = {
  /** Destination address of the frame (`RXH_L2DA`). */
  l2da: 0x2,
  /** VLAN (`RXH_VLAN`). */
  vlan: 0x4,
  /** Protocol of the packet (`RXH_L3_PROTO`). */
  "l3-proto": 0x8,
  /** Source address (`RXH_IP_SRC`). */
  "ip-src": 0x10,
  /** Destination address (`RXH_IP_DST`). */
  "ip-dst": 0x20,
  /** Bytes 0 and 1 of the segment: the source port (`RXH_L4_B_0_1`). */
  "l4-b-0-1": 0x40,
  /** Bytes 2 and 3 of the segment: the destination port (`RXH_L4_B_2_3`). */
  "l4-b-2-3": 0x80,
  /** Tunnel of GTP (`RXH_GTP_TEID`). */
  "gtp-teid": 0x100,
  /** Flow label (`RXH_IP6_FL`). */
  "ip6-fl": 0x200,
  /** None: the packet is dropped (`RXH_DISCARD`). */
  discard: 0x80000000,
} as const;

/** Which fields of packets are hashed, `RXH_*`. */
export interface EthtoolFlowHash extends Attributes {
  /** Of Ethernet frames (`ETHTOOL_A_FLOW_ETHER`). */
  ether?: bigint;
  /** Of IPv4 (`ETHTOOL_A_FLOW_IP4`). */
  ip4?: bigint;
  /** Of IPv6 (`ETHTOOL_A_FLOW_IP6`). */
  ip6?: bigint;
  /** Of TCP over IPv4 (`ETHTOOL_A_FLOW_TCP4`). */
  tcp4?: bigint;
  /** Of TCP over IPv6 (`ETHTOOL_A_FLOW_TCP6`). */
  tcp6?: bigint;
  /** Of UDP over IPv4 (`ETHTOOL_A_FLOW_UDP4`). */
  udp4?: bigint;
  /** Of UDP over IPv6 (`ETHTOOL_A_FLOW_UDP6`). */
  udp6?: bigint;
  /** Of SCTP over IPv4 (`ETHTOOL_A_FLOW_SCTP4`). */
  sctp4?: bigint;
  /** Of SCTP over IPv6 (`ETHTOOL_A_FLOW_SCTP6`). */
  sctp6?: bigint;
  /** Of AH over IPv4 (`ETHTOOL_A_FLOW_AH4`). */
  ah4?: bigint;
  /** Of AH over IPv6 (`ETHTOOL_A_FLOW_AH6`). */
  ah6?: bigint;
  /** Of ESP over IPv4 (`ETHTOOL_A_FLOW_ESP4`). */
  esp4?: bigint;
  /** Of ESP over IPv6 (`ETHTOOL_A_FLOW_ESP6`). */
  esp6?: bigint;
  /** Of AH and ESP over IPv4 (`ETHTOOL_A_FLOW_AH_ESP4`). */
  ahEsp4?: bigint;
  /** Of AH and ESP over IPv6 (`ETHTOOL_A_FLOW_AH_ESP6`). */
  ahEsp6?: bigint;
  /** Of GTP-U over IPv4 (`ETHTOOL_A_FLOW_GTPU4`). */
  gtpu4?: bigint;
  /** Of GTP-U over IPv6 (`ETHTOOL_A_FLOW_GTPU6`). */
  gtpu6?: bigint;
  /** Of GTP-C over IPv4 (`ETHTOOL_A_FLOW_GTPC4`). */
  gtpc4?: bigint;
  /** Of GTP-C over IPv6 (`ETHTOOL_A_FLOW_GTPC6`). */
  gtpc6?: bigint;
  /** Of GTP-C with a TEID over IPv4 (`ETHTOOL_A_FLOW_GTPC_TEID4`). */
  gtpcTeid4?: bigint;
  /** Of GTP-C with a TEID over IPv6 (`ETHTOOL_A_FLOW_GTPC_TEID6`). */
  gtpcTeid6?: bigint;
  /**
   * Of GTP-U with an extension header over IPv4
   * (`ETHTOOL_A_FLOW_GTPU_EH4`).
   */
  gtpuEh4?: bigint;
  /**
   * Of GTP-U with an extension header over IPv6
   * (`ETHTOOL_A_FLOW_GTPU_EH6`).
   */
  gtpuEh6?: bigint;
  /** Of GTP-U uplink over IPv4 (`ETHTOOL_A_FLOW_GTPU_UL4`). */
  gtpuUl4?: bigint;
  /** Of GTP-U uplink over IPv6 (`ETHTOOL_A_FLOW_GTPU_UL6`). */
  gtpuUl6?: bigint;
  /** Of GTP-U downlink over IPv4 (`ETHTOOL_A_FLOW_GTPU_DL4`). */
  gtpuDl4?: bigint;
  /** Of GTP-U downlink over IPv6 (`ETHTOOL_A_FLOW_GTPU_DL6`). */
  gtpuDl6?: bigint;
}

/** How received packets are spread over queues. */
export interface EthtoolRss extends Attributes {
  /** Device (`ETHTOOL_A_RSS_HEADER`). */
  header?: EthtoolHeader;
  /** Context, 0 for the device's own (`ETHTOOL_A_RSS_CONTEXT`). */
  context?: number;
  /**
   * Hash function, a bit of the string set `rss-hash-funcs`
   * (`ETHTOOL_A_RSS_HFUNC`).
   */
  hfunc?: number;
  /** Queue of each entry of the table (`ETHTOOL_A_RSS_INDIR`). */
  indir?: number[];
  /** Key of the hash function (`ETHTOOL_A_RSS_HKEY`). */
  hkey?: Uint8Array;
  /**
   * What is done to fields before they are hashed, {@linkcode
   * ETHTOOL_INPUT_TRANSFORMS} (`ETHTOOL_A_RSS_INPUT_XFRM`).
   */
  inputXfrm?: number;
  /** First context of a dump; requests only (`ETHTOOL_A_RSS_START_CONTEXT`). */
  startContext?: number;
  /** Which fields are hashed (`ETHTOOL_A_RSS_FLOW_HASH`). */
  flowHash?: EthtoolFlowHash;
}

/** Codec of {@linkcode EthtoolFlowHash}. */
export const ethtoolFlowHash: Codec<EthtoolFlowHash> = attributes({
  ether: ["ETHTOOL_A_FLOW_ETHER", 1, uint],
  ip4: ["ETHTOOL_A_FLOW_IP4", 2, uint],
  ip6: ["ETHTOOL_A_FLOW_IP6", 3, uint],
  tcp4: ["ETHTOOL_A_FLOW_TCP4", 4, uint],
  tcp6: ["ETHTOOL_A_FLOW_TCP6", 5, uint],
  udp4: ["ETHTOOL_A_FLOW_UDP4", 6, uint],
  udp6: ["ETHTOOL_A_FLOW_UDP6", 7, uint],
  sctp4: ["ETHTOOL_A_FLOW_SCTP4", 8, uint],
  sctp6: ["ETHTOOL_A_FLOW_SCTP6", 9, uint],
  ah4: ["ETHTOOL_A_FLOW_AH4", 10, uint],
  ah6: ["ETHTOOL_A_FLOW_AH6", 11, uint],
  esp4: ["ETHTOOL_A_FLOW_ESP4", 12, uint],
  esp6: ["ETHTOOL_A_FLOW_ESP6", 13, uint],
  ahEsp4: ["ETHTOOL_A_FLOW_AH_ESP4", 14, uint],
  ahEsp6: ["ETHTOOL_A_FLOW_AH_ESP6", 15, uint],
  gtpu4: ["ETHTOOL_A_FLOW_GTPU4", 16, uint],
  gtpu6: ["ETHTOOL_A_FLOW_GTPU6", 17, uint],
  gtpc4: ["ETHTOOL_A_FLOW_GTPC4", 18, uint],
  gtpc6: ["ETHTOOL_A_FLOW_GTPC6", 19, uint],
  gtpcTeid4: ["ETHTOOL_A_FLOW_GTPC_TEID4", 20, uint],
  gtpcTeid6: ["ETHTOOL_A_FLOW_GTPC_TEID6", 21, uint],
  gtpuEh4: ["ETHTOOL_A_FLOW_GTPU_EH4", 22, uint],
  gtpuEh6: ["ETHTOOL_A_FLOW_GTPU_EH6", 23, uint],
  gtpuUl4: ["ETHTOOL_A_FLOW_GTPU_UL4", 24, uint],
  gtpuUl6: ["ETHTOOL_A_FLOW_GTPU_UL6", 25, uint],
  gtpuDl4: ["ETHTOOL_A_FLOW_GTPU_DL4", 26, uint],
  gtpuDl6: ["ETHTOOL_A_FLOW_GTPU_DL6", 27, uint],
});

/** Codec of {@linkcode EthtoolRss}. */
export const ethtoolRss: Codec<EthtoolRss> = attributes({
  header: ["ETHTOOL_A_RSS_HEADER", 1, ethtoolHeader],
  context: ["ETHTOOL_A_RSS_CONTEXT", 2, u32],
  hfunc: ["ETHTOOL_A_RSS_HFUNC", 3, u32],
  indir: ["ETHTOOL_A_RSS_INDIR", 4, array(u32)],
  hkey: ["ETHTOOL_A_RSS_HKEY", 5, bytes],
  inputXfrm: ["ETHTOOL_A_RSS_INPUT_XFRM", 6, u32],
  startContext: ["ETHTOOL_A_RSS_START_CONTEXT", 7, u32],
  flowHash: ["ETHTOOL_A_RSS_FLOW_HASH", 8, ethtoolFlowHash],
});
