/**
 * What an IPv6 segment of this machine does: `SEG6_LOCAL_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/seg6_local.h | linux/seg6_local.h}
 * @see {@link https://www.rfc-editor.org/rfc/rfc8986 | RFC 8986}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  ipv4Address,
  ipv6Address,
  string,
  u32,
  u64,
  u8,
} from "../../codec/mod.ts";
import {
  type SegmentRoutingHeader,
  segmentRoutingHeader,
} from "../segment_routing.ts";

/** Nothing. */
export const SEG6_LOCAL_ACTION_UNSPEC = 0;
/** End: endpoint. */
export const SEG6_LOCAL_ACTION_END = 1;
/** End.X: endpoint with a next hop. */
export const SEG6_LOCAL_ACTION_END_X = 2;
/** End.T: endpoint with a lookup in a table. */
export const SEG6_LOCAL_ACTION_END_T = 3;
/** End.DX2: decapsulation, and out of a device. */
export const SEG6_LOCAL_ACTION_END_DX2 = 4;
/** End.DX6: decapsulation, and to an IPv6 next hop. */
export const SEG6_LOCAL_ACTION_END_DX6 = 5;
/** End.DX4: decapsulation, and to an IPv4 next hop. */
export const SEG6_LOCAL_ACTION_END_DX4 = 6;
/** End.DT6: decapsulation, and lookup in an IPv6 table. */
export const SEG6_LOCAL_ACTION_END_DT6 = 7;
/** End.DT4: decapsulation, and lookup in an IPv4 table. */
export const SEG6_LOCAL_ACTION_END_DT4 = 8;
/** End.B6.Insert: binding segment with an inserted header. */
export const SEG6_LOCAL_ACTION_END_B6 = 9;
/** End.B6.Encaps: binding segment with an outer header. */
export const SEG6_LOCAL_ACTION_END_B6_ENCAP = 10;
/** End.BM: binding segment with MPLS labels. */
export const SEG6_LOCAL_ACTION_END_BM = 11;
/** End.S: lookup of the last segment in a table. */
export const SEG6_LOCAL_ACTION_END_S = 12;
/** End.AS: static proxy. */
export const SEG6_LOCAL_ACTION_END_AS = 13;
/** End.AM: masquerading proxy. */
export const SEG6_LOCAL_ACTION_END_AM = 14;
/** End.BPF: BPF program. */
export const SEG6_LOCAL_ACTION_END_BPF = 15;
/** End.DT46: decapsulation, and lookup in a table of either family. */
export const SEG6_LOCAL_ACTION_END_DT46 = 16;

/** Names of what segments of this machine do (`SEG6_LOCAL_ACTION_*`). */
export const SEG6_LOCAL_ACTIONS = {
  "End": SEG6_LOCAL_ACTION_END,
  "End.X": SEG6_LOCAL_ACTION_END_X,
  "End.T": SEG6_LOCAL_ACTION_END_T,
  "End.DX2": SEG6_LOCAL_ACTION_END_DX2,
  "End.DX6": SEG6_LOCAL_ACTION_END_DX6,
  "End.DX4": SEG6_LOCAL_ACTION_END_DX4,
  "End.DT6": SEG6_LOCAL_ACTION_END_DT6,
  "End.DT4": SEG6_LOCAL_ACTION_END_DT4,
  "End.B6": SEG6_LOCAL_ACTION_END_B6,
  "End.B6.Encaps": SEG6_LOCAL_ACTION_END_B6_ENCAP,
  "End.BM": SEG6_LOCAL_ACTION_END_BM,
  "End.S": SEG6_LOCAL_ACTION_END_S,
  "End.AS": SEG6_LOCAL_ACTION_END_AS,
  "End.AM": SEG6_LOCAL_ACTION_END_AM,
  "End.BPF": SEG6_LOCAL_ACTION_END_BPF,
  "End.DT46": SEG6_LOCAL_ACTION_END_DT46,
} as const;

/** None. */
export const SEG6_LOCAL_FLV_OP_UNSPEC = 0;
/** The segment before the last one removes the header. */
export const SEG6_LOCAL_FLV_OP_PSP = 1;
/** The last segment removes the header. */
export const SEG6_LOCAL_FLV_OP_USP = 2;
/** The last segment decapsulates. */
export const SEG6_LOCAL_FLV_OP_USD = 3;
/** Compressed segments, the next one shifted in. */
export const SEG6_LOCAL_FLV_OP_NEXT_CSID = 4;

/** Names of the bits of flavors (`1 << SEG6_LOCAL_FLV_OP_*`). */
export const SEG6_LOCAL_FLAVORS = {
  psp: 1 << SEG6_LOCAL_FLV_OP_PSP,
  usp: 1 << SEG6_LOCAL_FLV_OP_USP,
  usd: 1 << SEG6_LOCAL_FLV_OP_USD,
  "next-csid": 1 << SEG6_LOCAL_FLV_OP_NEXT_CSID,
} as const;

/** A BPF program (`SEG6_LOCAL_BPF_PROG*`). */
export interface Seg6LocalProgram extends Attributes {
  /** Its descriptor in requests, its id in replies (`SEG6_LOCAL_BPF_PROG`). */
  program?: number;
  /** Name, for people (`SEG6_LOCAL_BPF_PROG_NAME`). */
  name?: string;
}

/** Counters (`SEG6_LOCAL_CNT_*`). */
export interface Seg6LocalCounters extends Attributes {
  /** Packets processed (`SEG6_LOCAL_CNT_PACKETS`). */
  packets?: bigint;
  /** Bytes processed (`SEG6_LOCAL_CNT_BYTES`). */
  bytes?: bigint;
  /** Packets that could not be processed (`SEG6_LOCAL_CNT_ERRORS`). */
  errors?: bigint;
}

/** Flavors (`SEG6_LOCAL_FLV_*`). */
export interface Seg6LocalFlavors extends Attributes {
  /** A bit each, `1 << SEG6_LOCAL_FLV_OP_*` (`SEG6_LOCAL_FLV_OPERATION`). */
  operation?: number;
  /** Bits of the locator block (`SEG6_LOCAL_FLV_LCBLOCK_BITS`). */
  locatorBlockBits?: number;
  /** Bits of locator node and function (`SEG6_LOCAL_FLV_LCNODE_FN_BITS`). */
  locatorNodeFunctionBits?: number;
}

/** What a segment does (`SEG6_LOCAL_*`). */
export interface Seg6LocalEncap extends Attributes {
  /** `SEG6_LOCAL_ACTION_*` (`SEG6_LOCAL_ACTION`). */
  action?: number;
  /** Header to add (`SEG6_LOCAL_SRH`). */
  segmentRouting?: SegmentRoutingHeader;
  /** Table to look the destination up in (`SEG6_LOCAL_TABLE`). */
  table?: number;
  /** IPv4 next hop (`SEG6_LOCAL_NH4`). */
  nexthop4?: string;
  /** IPv6 next hop (`SEG6_LOCAL_NH6`). */
  nexthop6?: string;
  /** Index of the input device (`SEG6_LOCAL_IIF`). */
  inputDevice?: number;
  /** Index of the output device (`SEG6_LOCAL_OIF`). */
  outputDevice?: number;
  /** BPF program (`SEG6_LOCAL_BPF`). */
  bpf?: Seg6LocalProgram;
  /** Table of a VRF to look the destination up in (`SEG6_LOCAL_VRFTABLE`). */
  vrfTable?: number;
  /** Counters; an empty set asks for them (`SEG6_LOCAL_COUNTERS`). */
  counters?: Seg6LocalCounters;
  /** Flavors (`SEG6_LOCAL_FLAVORS`). */
  flavors?: Seg6LocalFlavors;
}

/** Codec of {@linkcode Seg6LocalProgram}. */
export const seg6LocalProgram: Codec<Seg6LocalProgram> = attributes({
  program: ["SEG6_LOCAL_BPF_PROG", 1, u32],
  name: ["SEG6_LOCAL_BPF_PROG_NAME", 2, string],
});

/** Codec of {@linkcode Seg6LocalCounters}. */
export const seg6LocalCounters: Codec<Seg6LocalCounters> = attributes({
  packets: ["SEG6_LOCAL_CNT_PACKETS", 2, u64],
  bytes: ["SEG6_LOCAL_CNT_BYTES", 3, u64],
  errors: ["SEG6_LOCAL_CNT_ERRORS", 4, u64],
}, { pad: ["SEG6_LOCAL_CNT_PAD", 1] });

/** Codec of {@linkcode Seg6LocalFlavors}. */
export const seg6LocalFlavors: Codec<Seg6LocalFlavors> = attributes({
  operation: ["SEG6_LOCAL_FLV_OPERATION", 1, u32],
  locatorBlockBits: ["SEG6_LOCAL_FLV_LCBLOCK_BITS", 2, u8],
  locatorNodeFunctionBits: ["SEG6_LOCAL_FLV_LCNODE_FN_BITS", 3, u8],
});

/** Codec of {@linkcode Seg6LocalEncap}. */
export const seg6LocalEncap: Codec<Seg6LocalEncap> = attributes({
  action: ["SEG6_LOCAL_ACTION", 1, u32],
  segmentRouting: ["SEG6_LOCAL_SRH", 2, segmentRoutingHeader],
  table: ["SEG6_LOCAL_TABLE", 3, u32],
  nexthop4: ["SEG6_LOCAL_NH4", 4, ipv4Address],
  nexthop6: ["SEG6_LOCAL_NH6", 5, ipv6Address],
  inputDevice: ["SEG6_LOCAL_IIF", 6, u32],
  outputDevice: ["SEG6_LOCAL_OIF", 7, u32],
  bpf: ["SEG6_LOCAL_BPF", 8, seg6LocalProgram],
  vrfTable: ["SEG6_LOCAL_VRFTABLE", 9, u32],
  counters: ["SEG6_LOCAL_COUNTERS", 10, seg6LocalCounters],
  flavors: ["SEG6_LOCAL_FLAVORS", 11, seg6LocalFlavors],
});
