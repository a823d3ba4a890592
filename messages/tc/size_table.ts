/**
 * How long packets are taken to be, where a device adds to them or cuts them
 * into cells: `TCA_STAB_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_sched.h | linux/pkt_sched.h}
 *
 * @module
 */

import {
  array,
  type Attributes,
  attributes,
  type Codec,
  s16,
  s32,
  struct,
  u16,
  u32,
  u8,
} from "../codec/mod.ts";

/** What a size table is made from (`struct tc_sizespec`). */
export interface TcSizeSpec {
  /** Bytes of packets for one row, as a power of two (`cell_log`). */
  cellLog: number;
  /** Unit of the sizes in the table, as a power of two (`size_log`). */
  sizeLog: number;
  /** Bytes to add before a row is looked for (`cell_align`). */
  cellAlign: number;
  /** Bytes that the device adds to each packet (`overhead`). */
  overhead: number;
  /** Link layer, `TC_LINKLAYER_*` (`linklayer`). */
  linkLayer: number;
  /** The least size of a packet in bytes (`mpu`). */
  mpu: number;
  /** The largest packet that the table has a row for, in bytes (`mtu`). */
  mtu: number;
  /** Rows of the table (`tsize`). */
  tableSize: number;
}

/** Codec of {@linkcode TcSizeSpec}. */
export const tcSizeSpec: Codec<TcSizeSpec> = struct<TcSizeSpec>({
  cellLog: u8,
  sizeLog: u8,
  cellAlign: s16,
  overhead: s32,
  linkLayer: u32,
  mpu: u32,
  mtu: u32,
  tableSize: u32,
});

/** A size table (`TCA_STAB_*`). */
export interface TcSizeTable extends Attributes {
  /** What it is made from (`TCA_STAB_BASE`). */
  base?: TcSizeSpec;
  /** The sizes, in units of 2 to the power of `sizeLog` (`TCA_STAB_DATA`). */
  data?: number[];
}

/** Codec of {@linkcode TcSizeTable}. */
export const tcSizeTable: Codec<TcSizeTable> = attributes<TcSizeTable>({
  base: ["TCA_STAB_BASE", 1, tcSizeSpec],
  data: ["TCA_STAB_DATA", 2, array(u16)],
}, { nestedFlag: false });
