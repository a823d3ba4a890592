/**
 * Kinds of extended matches, what each of them compares: `TCF_EM_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_cls.h | linux/pkt_cls.h}
 * @see {@link https://github.com/torvalds/linux/tree/v6.18/include/uapi/linux/tc_ematch | linux/tc_ematch/}
 *
 * @module
 */

import {
  array,
  type Attributes,
  attributes,
  bytes,
  type Codec,
  fixedString,
  string,
  struct,
  u16,
  u32,
  u8,
} from "../../codec/mod.ts";
import { tailed } from "../../codec/tailed.ts";
import { type U32Key, u32Key } from "../filters/u32_key.ts";
import { type MetaEmatch, metaEmatch } from "./meta.ts";

/** An identifier of CAN has 29 bits. */
export const CAN_EFF_FLAG = 0x80000000;
/** The 29 bits of a long identifier of CAN. */
export const CAN_EFF_MASK = 0x1fffffff;
/** The 11 bits of a short identifier of CAN. */
export const CAN_SFF_MASK = 0x7ff;

/** Bytes are compared as they are in host byte order. */
export const TCF_EM_CMP_TRANS = 1;

/** Names of where offsets of extended matches count from (`TCF_LAYER_*`). */
export const EMATCH_LAYERS = {
  /** The header of the link (`TCF_LAYER_LINK`). */
  link: 0,
  /** The header of IP (`TCF_LAYER_NETWORK`). */
  network: 1,
  /** The header above IP (`TCF_LAYER_TRANSPORT`). */
  transport: 2,
} as const;

/** Names of comparisons (`TCF_EM_OPND_*`). */
export const EMATCH_OPERATORS = {
  /** Equal (`TCF_EM_OPND_EQ`). */
  eq: 0,
  /** Greater (`TCF_EM_OPND_GT`). */
  gt: 1,
  /** Less (`TCF_EM_OPND_LT`). */
  lt: 2,
} as const;

/** Names of the widths of numbers that are compared (`TCF_EM_ALIGN_*`). */
export const EMATCH_ALIGNMENTS = {
  /** One byte (`TCF_EM_ALIGN_U8`). */
  u8: 1,
  /** Two bytes (`TCF_EM_ALIGN_U16`). */
  u16: 2,
  /** Four bytes (`TCF_EM_ALIGN_U32`). */
  u32: 4,
} as const;

/** A number in a packet (`struct tcf_em_cmp`). */
export interface CmpEmatch {
  /** What it is compared with (`val`). */
  value: number;
  /** Which bits count; all if zero (`mask`). */
  mask: number;
  /** Where it is, in bytes (`off`). */
  offset: number;
  /**
   * Bytes of the number in the lower four bits, `TCF_EM_CMP_*` in the upper
   * ones (`align`, `flags`).
   */
  alignAndFlags: number;
  /**
   * Where the offset counts from, {@linkcode EMATCH_LAYERS}, in the lower four
   * bits, the comparison, {@linkcode EMATCH_OPERATORS}, in the upper ones
   * (`layer`, `opnd`).
   */
  layerAndOperator: number;
}

/** Bytes in a packet (`struct tcf_em_nbyte`). */
export interface NbyteEmatch {
  /** Where they are, in bytes (`off`). */
  offset: number;
  /**
   * Their number in the lower twelve bits, where the offset counts from in the
   * upper four (`len`, `layer`).
   */
  lengthAndLayer: number;
  /** What they have to be. */
  pattern: Uint8Array;
}

/** Text anywhere in a part of a packet (`struct tcf_em_text`). */
export interface TextEmatch {
  /** How it is searched for, such as `kmp` (`algo`). */
  algorithm: string;
  /** Where the search begins, in bytes (`from_offset`). */
  fromOffset: number;
  /** Where it ends, in bytes (`to_offset`). */
  toOffset: number;
  /** Bytes of the pattern (`pattern_len`). */
  patternLength: number;
  /**
   * Where the beginning counts from in the lower four bits, the end in the
   * upper ones (`from_layer`, `to_layer`).
   */
  layers: number;
  /** Not used (`pad`). */
  padding: number;
  /** What is searched for. */
  pattern: Uint8Array;
}

/** An identifier of the CAN bus (`struct can_filter`). */
export interface CanIdEmatch {
  /** What it has to be (`can_id`). */
  id: number;
  /** Which bits count (`can_mask`). */
  mask: number;
}

/** A set of addresses or ports (`struct xt_set_info`). */
export interface IpsetEmatch {
  /** Number of the set (`index`). */
  index: number;
  /** How many parts of the packet are looked up (`dim`). */
  dimension: number;
  /**
   * Bit 0: all that is not in the set; bits 1 and up: whether each part is that
   * of the source (`flags`).
   */
  flags: number;
}

/** A match of iptables (`TCA_EM_IPT_*`). */
export interface IptEmatch extends Attributes {
  /** Where the match thinks to be (`TCA_EM_IPT_HOOK`). */
  hook?: number;
  /** Name of the match (`TCA_EM_IPT_MATCH_NAME`). */
  name?: string;
  /** Revision of the match (`TCA_EM_IPT_MATCH_REVISION`). */
  revision?: number;
  /** `NFPROTO_*` (`TCA_EM_IPT_NFPROTO`). */
  protocol?: number;
  /** Its settings (`TCA_EM_IPT_MATCH_DATA`). */
  data?: Uint8Array;
}

/** What an extended match compares, in the property named after its kind. */
export interface EmatchKinds {
  /** A number (`TCF_EM_CMP`). */
  cmp?: CmpEmatch;
  /** Bytes (`TCF_EM_NBYTE`). */
  nbyte?: NbyteEmatch;
  /** A word as that of the filter kind `u32` (`TCF_EM_U32`). */
  u32?: U32Key;
  /** What the kernel has besides the packet (`TCF_EM_META`). */
  meta?: MetaEmatch;
  /** Text (`TCF_EM_TEXT`). */
  text?: TextEmatch;
  /** Identifiers of the CAN bus, one of which is enough (`TCF_EM_CANID`). */
  canid?: CanIdEmatch[];
  /** A set (`TCF_EM_IPSET`). */
  ipset?: IpsetEmatch;
  /** A match of iptables (`TCF_EM_IPT`). */
  ipt?: IptEmatch;
}

/** Numbers of the kinds of extended matches (`TCF_EM_*`). */
export const EMATCH_KINDS = {
  /** A number (`TCF_EM_CMP`). */
  cmp: 1,
  /** Bytes (`TCF_EM_NBYTE`). */
  nbyte: 2,
  /** A word (`TCF_EM_U32`). */
  u32: 3,
  /** What the kernel has besides the packet (`TCF_EM_META`). */
  meta: 4,
  /** Text (`TCF_EM_TEXT`). */
  text: 5,
  /** Identifiers of the CAN bus (`TCF_EM_CANID`). */
  canid: 7,
  /** A set (`TCF_EM_IPSET`). */
  ipset: 8,
  /** A match of iptables (`TCF_EM_IPT`). */
  ipt: 9,
} as const;

/** Codec of {@linkcode CmpEmatch}. */
export const cmpEmatch: Codec<CmpEmatch> = struct({
  value: u32,
  mask: u32,
  offset: u16,
  alignAndFlags: u8,
  layerAndOperator: u8,
});

/** Codec of {@linkcode NbyteEmatch}. */
export const nbyteEmatch: Codec<NbyteEmatch> = tailed<NbyteEmatch, "pattern">(
  struct<Omit<NbyteEmatch, "pattern">>({ offset: u16, lengthAndLayer: u16 }),
  "pattern",
  bytes,
  "tcf_em_nbyte",
  [{ offset: 2, lengthAndLayer: 0x1002, pattern: new Uint8Array([1, 2]) }],
);

/** Codec of {@linkcode TextEmatch}. */
export const textEmatch: Codec<TextEmatch> = tailed<TextEmatch, "pattern">(
  struct<Omit<TextEmatch, "pattern">>({
    algorithm: fixedString(16),
    fromOffset: u16,
    toOffset: u16,
    patternLength: u16,
    layers: u8,
    padding: u8,
  }),
  "pattern",
  bytes,
  "tcf_em_text",
  [{
    algorithm: "kmp",
    fromOffset: 0,
    toOffset: 200,
    patternLength: 3,
    layers: 0x21,
    padding: 0,
    pattern: new Uint8Array([97, 98, 99]),
  }],
);

/** Codec of {@linkcode CanIdEmatch}. */
export const canIdEmatch: Codec<CanIdEmatch> = struct({
  id: u32,
  mask: u32,
});

/** Codec of {@linkcode IpsetEmatch}. */
export const ipsetEmatch: Codec<IpsetEmatch> = struct({
  index: u16,
  dimension: u8,
  flags: u8,
});

/** Codec of {@linkcode IptEmatch}. */
export const iptEmatch: Codec<IptEmatch> = attributes({
  hook: ["TCA_EM_IPT_HOOK", 1, u32],
  name: ["TCA_EM_IPT_MATCH_NAME", 2, string],
  revision: ["TCA_EM_IPT_MATCH_REVISION", 3, u8],
  protocol: ["TCA_EM_IPT_NFPROTO", 4, u8],
  data: ["TCA_EM_IPT_MATCH_DATA", 5, bytes],
});

/** Codec of each of {@linkcode EmatchKinds}. */
export const ematchKinds: {
  readonly [K in keyof EmatchKinds]-?: Codec<
    Exclude<EmatchKinds[K], undefined>
  >;
} = {
  cmp: cmpEmatch,
  nbyte: nbyteEmatch,
  u32: u32Key,
  meta: metaEmatch,
  text: textEmatch,
  canid: array(canIdEmatch),
  ipset: ipsetEmatch,
  ipt: iptEmatch,
};
