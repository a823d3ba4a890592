/**
 * The filter kind `u32`, which compares 32-bit words of packets:
 * `TCA_U32_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_cls.h | linux/pkt_cls.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/sched/cls_u32.c | net/sched/cls_u32.c}
 *
 * @module
 */

import {
  array,
  type Attributes,
  attributes,
  be16,
  be32,
  type Codec,
  s16,
  string,
  struct,
  u16,
  u32,
  u64,
  u8,
} from "../../codec/mod.ts";
import { tailed } from "../../codec/tailed.ts";
import { type ActionEntry, actionList } from "../action.ts";
import { type PoliceData, policeData } from "../actions/police.ts";
import { type U32Key, u32Key } from "./u32_key.ts";

/** Packets that match are done with; otherwise later filters get them, too. */
export const TC_U32_TERMINAL = 1;
/** The offset of later filters moves by {@linkcode U32Selector.offset}. */
export const TC_U32_OFFSET = 2;
/** The offset of later filters moves by what the packet has. */
export const TC_U32_VAROFFSET = 4;
/** What was skipped by an offset does not come again. */
export const TC_U32_EAT = 8;
/** The handle of the root table, and the bits of a handle that name one. */
export const TC_U32_ROOT = 0xfff00000;

/** Keys, and where the next table looks (`struct tc_u32_sel`). */
export interface U32Selector {
  /** `TC_U32_TERMINAL` and others (`flags`). */
  flags: number;
  /** By how many bits the variable offset is shifted right (`offshift`). */
  offsetShift: number;
  /** Number of {@linkcode U32Selector.keys} (`nkeys`). */
  keyCount: number;
  /** Bits of the packet's word that are the variable offset (`offmask`). */
  offsetMask: number;
  /** Fixed offset in bytes (`off`). */
  offset: number;
  /** Where the word of the variable offset is, in bytes (`offoff`). */
  offsetAt: number;
  /** Where the word is whose bits choose the bucket, in bytes (`hoff`). */
  hashAt: number;
  /** Bits that choose the bucket (`hmask`). */
  hashMask: number;
  /** What packets have to have (`keys`). */
  keys: U32Key[];
}

/** A mark that packets have to have (`struct tc_u32_mark`). */
export interface U32Mark {
  /** What it has to be (`val`). */
  value: number;
  /** Which bits count (`mask`). */
  mask: number;
  /** How many packets had it (`success`). */
  success: number;
}

/** Counters of a filter (`struct tc_u32_pcnt`). */
export interface U32Counters {
  /** Packets that came (`rcnt`). */
  checked: bigint;
  /** Packets that had all keys (`rhit`). */
  matched: bigint;
  /** Packets that had each key (`kcnts`). */
  keys: bigint[];
}

/** `TCA_OPTIONS` of the filter kind `u32`: `TCA_U32_*`. */
export interface U32Data extends Attributes {
  /** Class of packets that match (`TCA_U32_CLASSID`). */
  classId?: number;
  /** Table that the filter is in (`TCA_U32_HASH`). */
  hash?: number;
  /** Table in which packets that match go on (`TCA_U32_LINK`). */
  link?: number;
  /** Number of buckets: the filter is a table (`TCA_U32_DIVISOR`). */
  divisor?: number;
  /** What packets have to have (`TCA_U32_SEL`). */
  selector?: U32Selector;
  /** Limit of the rate (`TCA_U32_POLICE`). */
  police?: PoliceData;
  /** What is done with packets that match (`TCA_U32_ACT`). */
  actions?: ActionEntry[];
  /** Device that packets have to come by (`TCA_U32_INDEV`). */
  inputDevice?: string;
  /** Counters (`TCA_U32_PCNT`). */
  counters?: U32Counters;
  /** Mark that packets have to have (`TCA_U32_MARK`). */
  mark?: U32Mark;
  /** `TCA_CLS_FLAGS_*` (`TCA_U32_FLAGS`). */
  flags?: number;
}

/** Codec of {@linkcode U32Mark}. */
export const u32Mark: Codec<U32Mark> = struct({
  value: u32,
  mask: u32,
  success: u32,
});

/** Codec of what is before the keys (`struct tc_u32_sel`). */
export const u32SelectorHeader: Codec<Omit<U32Selector, "keys">> = struct({
  flags: u8,
  offsetShift: u8,
  keyCount: u8,
  offsetMask: be16,
  offset: u16,
  offsetAt: s16,
  hashAt: s16,
  hashMask: be32,
});

/** Codec of {@linkcode U32Selector}. */
export const u32Selector: Codec<U32Selector> = tailed<U32Selector, "keys">(
  u32SelectorHeader,
  "keys",
  array(u32Key),
  "tc_u32_sel",
  [{
    flags: TC_U32_TERMINAL,
    offsetShift: 0,
    keyCount: 1,
    offsetMask: 0x0f00,
    offset: 20,
    offsetAt: -4,
    hashAt: 12,
    hashMask: 0xff0000,
    keys: [{ mask: 0xffff, value: 80, offset: 20, offsetMask: -1 }],
  }],
);

/** Codec of {@linkcode U32Counters}. */
export const u32Counters: Codec<U32Counters> = tailed<U32Counters, "keys">(
  struct<Omit<U32Counters, "keys">>({ checked: u64, matched: u64 }),
  "keys",
  array(u64),
  "tc_u32_pcnt",
  [{ checked: 5n, matched: 1n, keys: [1n, 3n] }],
);

/** Codec of {@linkcode U32Data}. */
export const u32Data: Codec<U32Data> = attributes({
  classId: ["TCA_U32_CLASSID", 1, u32],
  hash: ["TCA_U32_HASH", 2, u32],
  link: ["TCA_U32_LINK", 3, u32],
  divisor: ["TCA_U32_DIVISOR", 4, u32],
  selector: ["TCA_U32_SEL", 5, u32Selector],
  police: ["TCA_U32_POLICE", 6, policeData],
  actions: ["TCA_U32_ACT", 7, actionList],
  inputDevice: ["TCA_U32_INDEV", 8, string],
  counters: ["TCA_U32_PCNT", 9, u32Counters],
  mark: ["TCA_U32_MARK", 10, u32Mark],
  flags: ["TCA_U32_FLAGS", 11, u32],
}, { nestedFlag: false, pad: ["TCA_U32_PAD", 12] });
