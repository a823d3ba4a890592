/**
 * What queueing disciplines, classes, filters and chains have in common:
 * `struct tcmsg`, and the attributes `TCA_*` that belong to no kind.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/rtnetlink.h | linux/rtnetlink.h}
 *
 * @module
 */

import {
  type Attributes,
  type AttributesOptions,
  type Bitfield32,
  bitfield32,
  bytes,
  type Codec,
  type FieldsOf,
  flag,
  s32,
  string,
  struct,
  u32,
  u8,
} from "../codec/mod.ts";
import { type TcSizeTable, tcSizeTable } from "./size_table.ts";
import {
  type TcEstimator,
  tcEstimator,
  type TcOldStats,
  tcOldStats,
} from "./stats.ts";

/**
 * Family header of queueing disciplines, classes, filters and chains
 * (`struct tcmsg`).
 */
export interface TcHeader {
  /** Address family, `AF_UNSPEC` (`tcm_family`). */
  family: number;
  /** Index of the device, -1 for a shared block (`tcm_ifindex`). */
  index: number;
  /** Number: major in the upper 16 bits, minor below (`tcm_handle`). */
  handle: number;
  /** Number of the parent, or of the shared block (`tcm_parent`). */
  parent: number;
  /**
   * Reference count; of a class, the handle of the queueing discipline below
   * it; of a filter, the preference in the upper 16 bits and the EtherType, in
   * network byte order, below (`tcm_info`).
   */
  info: number;
}

/** Codec of {@linkcode TcHeader}. */
export const tcHeader: Codec<TcHeader> = struct({
  family: u8,
  index: s32,
  handle: u32,
  parent: u32,
  info: u32,
});

/** Attributes that belong to no kind (`TCA_*`). */
export interface TcAttributes extends Attributes {
  /** Kind, such as `fq_codel` (`TCA_KIND`). */
  kind?: string;
  /** Counters, as old kernels had them (`TCA_STATS`). */
  stats?: TcOldStats;
  /** How the rate is to be estimated (`TCA_RATE`). */
  rate?: TcEstimator;
  /** No longer in use (`TCA_FCNT`). */
  filterCount?: number;
  /** How long packets are taken to be (`TCA_STAB`). */
  sizeTable?: TcSizeTable;
  /** Asks for hidden queueing disciplines too (`TCA_DUMP_INVISIBLE`). */
  dumpInvisible?: true;
  /** Number of the chain (`TCA_CHAIN`). */
  chain?: number;
  /** 1 if hardware does the work (`TCA_HW_OFFLOAD`). */
  hardwareOffload?: number;
  /** Number of the shared block of incoming packets (`TCA_INGRESS_BLOCK`). */
  ingressBlock?: number;
  /** Number of the shared block of outgoing packets (`TCA_EGRESS_BLOCK`). */
  egressBlock?: number;
  /** What to dump, `TCA_DUMP_FLAGS_*` (`TCA_DUMP_FLAGS`). */
  dumpFlags?: Bitfield32;
  /** Warning for humans (`TCA_EXT_WARN_MSG`). */
  warning?: string;
}

/** Schema of {@linkcode TcAttributes}, which each message spreads into its own. */
export const tcFields: FieldsOf<TcAttributes> = {
  kind: ["TCA_KIND", 1, string],
  stats: ["TCA_STATS", 3, tcOldStats],
  rate: ["TCA_RATE", 5, tcEstimator],
  filterCount: ["TCA_FCNT", 6, u32],
  sizeTable: ["TCA_STAB", 8, tcSizeTable],
  dumpInvisible: ["TCA_DUMP_INVISIBLE", 10, flag],
  chain: ["TCA_CHAIN", 11, u32],
  hardwareOffload: ["TCA_HW_OFFLOAD", 12, u8],
  ingressBlock: ["TCA_INGRESS_BLOCK", 13, u32],
  egressBlock: ["TCA_EGRESS_BLOCK", 14, u32],
  dumpFlags: ["TCA_DUMP_FLAGS", 15, bitfield32],
  warning: ["TCA_EXT_WARN_MSG", 16, string],
};

/** Options of the schemas that {@linkcode tcFields} is part of. */
export const tcFieldOptions: AttributesOptions = { pad: ["TCA_PAD", 9] };

/** What belongs to a kind that this library has no schema of. */
export interface TcOtherOptions {
  /** Options of another kind (`TCA_OPTIONS`). */
  options?: Uint8Array;
}

/** Codecs of {@linkcode TcOtherOptions}. */
export const tcOtherOptions: { readonly options: Codec<Uint8Array> } = {
  options: bytes,
};

/** What belongs to a kind whose counters this library has no schema of. */
export interface TcOtherKindStats {
  /** Counters of another kind (`TCA_XSTATS`, `TCA_STATS_APP`). */
  kindStats?: Uint8Array;
}

/** Codecs of {@linkcode TcOtherKindStats}. */
export const tcOtherKindStats: { readonly kindStats: Codec<Uint8Array> } = {
  kindStats: bytes,
};
