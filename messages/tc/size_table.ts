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
import { sizeOnWire, TC_LINK_LAYERS } from "./rate.ts";

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
export const tcSizeSpec: Codec<TcSizeSpec> = struct({
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
export const tcSizeTable: Codec<TcSizeTable> = attributes({
  base: ["TCA_STAB_BASE", 1, tcSizeSpec],
  data: ["TCA_STAB_DATA", 2, array(u16)],
}, { nestedFlag: false });

/** What a size table is made from, all of which can be left out. */
export type SizeTableSettings = Partial<
  Pick<TcSizeSpec, "overhead" | "mpu" | "linkLayer" | "mtu" | "tableSize">
>;

/** Sizes that a row can have. */
const MOST_SIZE = 0xffff;

/**
 * Makes a size table.
 *
 * @param settings What it is made from.
 * @returns The table; without rows where only an overhead is added.
 */
export function makeSizeTable(
  {
    overhead = 0,
    mpu = 0,
    linkLayer = TC_LINK_LAYERS.ethernet,
    mtu = 0,
    tableSize = 0,
  }: SizeTableSettings,
): TcSizeTable {
  const base: TcSizeSpec = {
    cellLog: 0,
    sizeLog: 0,
    cellAlign: 0,
    overhead,
    linkLayer,
    mpu,
    mtu: 0,
    tableSize: 0,
  };
  if (linkLayer <= TC_LINK_LAYERS.ethernet && mpu === 0) return { base };
  base.mtu = mtu || 2047;
  base.tableSize = tableSize || 512;
  while (Math.floor(base.mtu / 2 ** base.cellLog) > base.tableSize - 1) {
    base.cellLog++;
  }
  const sizes = Array.from(
    { length: base.tableSize },
    (_, row) => sizeOnWire((row + 1) * 2 ** base.cellLog, { mpu, linkLayer }),
  );
  // The last one is the largest.
  while (Math.floor((sizes.at(-1) ?? 0) / 2 ** base.sizeLog) > MOST_SIZE) {
    base.sizeLog++;
  }
  base.cellAlign = -1;
  return {
    base,
    data: sizes.map((size) => Math.floor(size / 2 ** base.sizeLog)),
  };
}
