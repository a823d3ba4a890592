/**
 * Traffic control: `struct tcmsg`, `struct tcamsg`, `TCA_*` and `TCA_ROOT_*`.
 * What belongs to one kind of queueing discipline, class, filter or action is
 * bytes.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/rtnetlink.h | linux/rtnetlink.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Bitfield32,
  bitfield32,
  bytes,
  type Codec,
  flag,
  message,
  s32,
  string,
  struct,
  u32,
  u8,
  type WithAttributes,
} from "../codec/mod.ts";

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
   * Reference count; of a filter, the preference in the upper 16 bits and the
   * EtherType, in network byte order, below (`tcm_info`).
   */
  info: number;
}

/** Attributes of queueing disciplines, classes, filters and chains (`TCA_*`). */
export interface TcAttributes extends Attributes {
  /** Kind, such as `fq_codel` (`TCA_KIND`). */
  kind?: string;
  /** Options of the kind (`TCA_OPTIONS`). */
  options?: Uint8Array;
  /** Counters, as old kernels had them (`TCA_STATS`). */
  stats?: Uint8Array;
  /** Counters of the kind (`TCA_XSTATS`). */
  kindStats?: Uint8Array;
  /** Rate estimator (`TCA_RATE`). */
  rate?: Uint8Array;
  /** No longer in use (`TCA_FCNT`). */
  filterCount?: number;
  /** Counters (`TCA_STATS2`). */
  stats2?: Uint8Array;
  /** Size table (`TCA_STAB`). */
  sizeTable?: Uint8Array;
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

/** A queueing discipline, class, filter or chain. */
export type TcMessage = WithAttributes<TcHeader, TcAttributes>;

/** Family header of actions (`struct tcamsg`). */
export interface TcActionHeader {
  /** Address family, `AF_UNSPEC` (`tca_family`). */
  family: number;
}

/** Attributes of actions (`TCA_ROOT_*`). */
export interface TcActionAttributes extends Attributes {
  /** The actions (`TCA_ROOT_TAB`). */
  actions?: Uint8Array;
  /** What to dump (`TCA_ROOT_FLAGS`). */
  flags?: Bitfield32;
  /** Number of actions (`TCA_ROOT_COUNT`). */
  count?: number;
  /** Least time since the last use, in milliseconds (`TCA_ROOT_TIME_DELTA`). */
  timeDelta?: number;
  /** Warning for humans (`TCA_ROOT_EXT_WARN_MSG`). */
  warning?: string;
}

/** Actions. */
export type TcActionMessage = WithAttributes<
  TcActionHeader,
  TcActionAttributes
>;

/** Codec of {@linkcode TcHeader}. */
export const tcHeader: Codec<TcHeader> = struct<TcHeader>({
  family: u8,
  index: s32,
  handle: u32,
  parent: u32,
  info: u32,
});

/** Codec of {@linkcode TcAttributes}. */
export const tcAttributes: Codec<TcAttributes> = attributes<TcAttributes>({
  kind: ["TCA_KIND", 1, string],
  options: ["TCA_OPTIONS", 2, bytes],
  stats: ["TCA_STATS", 3, bytes],
  kindStats: ["TCA_XSTATS", 4, bytes],
  rate: ["TCA_RATE", 5, bytes],
  filterCount: ["TCA_FCNT", 6, u32],
  stats2: ["TCA_STATS2", 7, bytes],
  sizeTable: ["TCA_STAB", 8, bytes],
  dumpInvisible: ["TCA_DUMP_INVISIBLE", 10, flag],
  chain: ["TCA_CHAIN", 11, u32],
  hardwareOffload: ["TCA_HW_OFFLOAD", 12, u8],
  ingressBlock: ["TCA_INGRESS_BLOCK", 13, u32],
  egressBlock: ["TCA_EGRESS_BLOCK", 14, u32],
  dumpFlags: ["TCA_DUMP_FLAGS", 15, bitfield32],
  warning: ["TCA_EXT_WARN_MSG", 16, string],
}, { pad: ["TCA_PAD", 9] });

/** Codec of {@linkcode TcMessage}. */
export const tcMessage: Codec<TcMessage> = message(tcHeader, tcAttributes);

/** Codec of {@linkcode TcActionHeader}. */
export const tcActionHeader: Codec<TcActionHeader> = struct<TcActionHeader>({
  family: u8,
});

/** Codec of {@linkcode TcActionAttributes}. */
export const tcActionAttributes: Codec<TcActionAttributes> = attributes<
  TcActionAttributes
>({
  actions: ["TCA_ROOT_TAB", 1, bytes],
  flags: ["TCA_ROOT_FLAGS", 2, bitfield32],
  count: ["TCA_ROOT_COUNT", 3, u32],
  timeDelta: ["TCA_ROOT_TIME_DELTA", 4, u32],
  warning: ["TCA_ROOT_EXT_WARN_MSG", 5, string],
});

/** Codec of {@linkcode TcActionMessage}. */
export const tcActionMessage: Codec<TcActionMessage> = message(
  tcActionHeader,
  tcActionAttributes,
);
