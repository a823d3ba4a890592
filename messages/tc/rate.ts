/**
 * Rates of traffic control: `struct tc_ratespec`, the tables of transmission
 * times that belong to them, and the kernel's unit of time.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_sched.h | linux/pkt_sched.h}
 *
 * @module
 */

import {
  type Codec,
  LITTLE_ENDIAN,
  s16,
  struct,
  u16,
  u32,
  u8,
} from "../codec/mod.ts";

/** Bits of {@linkcode TcRateSpec.linkLayer} that are the link layer. */
export const TC_LINKLAYER_MASK = 0x0f;

/** Link layers, and their numbers (`TC_LINKLAYER_*`). */
export const TC_LINK_LAYERS = {
  /** Not stated (`TC_LINKLAYER_UNAWARE`). */
  unaware: 0,
  /** Ethernet (`TC_LINKLAYER_ETHERNET`). */
  ethernet: 1,
  /** ATM: cells of 53 bytes, of which 48 are payload (`TC_LINKLAYER_ATM`). */
  atm: 2,
} as const;

/** Units of time of the kernel in a second: each is of 64 nanoseconds. */
const TICKS_PER_SECOND = 1e9 / 64;

/** Bytes of a table of transmission times. */
export const TC_RTAB_SIZE = 1024;

/** A rate (`struct tc_ratespec`). */
export interface TcRateSpec {
  /** Bytes for one row of the table, as a power of two (`cell_log`). */
  cellLog: number;
  /** Link layer, `TC_LINKLAYER_*` (`linklayer`). */
  linkLayer: number;
  /** Bytes that the device adds to each packet (`overhead`). */
  overhead: number;
  /** Bytes to add before a row of the table is looked for (`cell_align`). */
  cellAlign: number;
  /** The least size of a packet in bytes (`mpu`). */
  mpu: number;
  /** Bytes a second, 2³²-1 if they are more (`rate`). */
  rate: number;
}

/** Codec of {@linkcode TcRateSpec}. */
export const tcRateSpec: Codec<TcRateSpec> = struct({
  cellLog: u8,
  linkLayer: u8,
  overhead: u16,
  cellAlign: s16,
  mpu: u16,
  rate: u32,
});

/**
 * A time in the kernel's unit.
 *
 * @param seconds The time in seconds.
 * @returns The ticks, rounded down, without a limit.
 */
export function ticksOf(seconds: number): number {
  return Math.floor(roundedUp(seconds * TICKS_PER_SECOND));
}

/**
 * A time out of the kernel's unit.
 *
 * @param ticks The ticks.
 * @returns Seconds.
 */
export function secondsOf(ticks: number): number {
  return ticks / TICKS_PER_SECOND;
}

/** What is within the precision of floating point of the next whole number. */
function roundedUp(value: number): number {
  const next = Math.round(value);
  return Math.abs(value - next) <= Math.abs(value) * 2e-15 ? next : value;
}

/**
 * How long a number of bytes takes.
 *
 * @param size The bytes.
 * @param rate Bytes a second.
 * @returns Ticks, rounded up, at most 2³²-1.
 */
export function transmissionTime(size: number, rate: number): number {
  // Microseconds first, as programs in C have it: the sums round alike.
  const microseconds = 1e6 * (size / rate);
  return Math.min(
    Math.ceil(microseconds * (TICKS_PER_SECOND / 1e6)),
    0xffffffff,
  );
}

/**
 * What a link layer makes of the size of a packet.
 *
 * @param size The size in bytes.
 * @param layer The link layer, and the least size of a packet on it.
 * @returns Bytes that are sent.
 */
export function sizeOnWire(
  size: number,
  { mpu, linkLayer }: Pick<TcRateSpec, "mpu" | "linkLayer">,
): number {
  const padded = Math.max(size, mpu);
  return (linkLayer & TC_LINKLAYER_MASK) === TC_LINK_LAYERS.atm
    ? Math.ceil(padded / 48) * 53
    : padded;
}

/**
 * Makes the table of transmission times that belongs to a rate.
 *
 * @param spec The rate; its `cellLog` and `cellAlign` are not looked at.
 * @param mtu The largest packet in bytes; 0 for 2047.
 * @param rate Bytes a second, where they are more than `spec` can have.
 * @param cellLog Bytes of a row, as a power of two; by default, the `mtu` gives
 * it.
 * @returns The table, 256 numbers of ticks, each for packets that are larger by 2
 * to the power of {@linkcode TcRateSpec.cellLog} bytes; and the rate with the
 * members that belong to it.
 */
export function rateTable(
  spec: TcRateSpec,
  mtu: number,
  rate: number = spec.rate,
  cellLog: number = rateCellLog(mtu),
): { spec: TcRateSpec; table: Uint8Array } {
  const table = new Uint8Array(TC_RTAB_SIZE);
  const view = new DataView(table.buffer);
  for (let row = 0; row < TC_RTAB_SIZE / 4; row++) {
    const size = sizeOnWire((row + 1) * 2 ** cellLog, spec);
    view.setUint32(4 * row, transmissionTime(size, rate), LITTLE_ENDIAN);
  }
  return { spec: { ...spec, cellLog, cellAlign: -1 }, table };
}

/**
 * The size of the rows of a table of transmission times.
 *
 * @param mtu The largest packet in bytes; 0 for 2047.
 * @returns Bytes of a row, as a power of two.
 */
export function rateCellLog(mtu: number): number {
  const largest = mtu || 2047;
  let cellLog = 0;
  while (largest / 2 ** cellLog >= 256) cellLog++;
  return cellLog;
}

/**
 * How many bytes are sent in a time.
 *
 * @param ticks The time.
 * @param rate Bytes a second.
 * @returns The bytes, with a fraction.
 */
export function transmittedSize(ticks: number, rate: number): number {
  return rate * (ticks / (TICKS_PER_SECOND / 1e6)) / 1e6;
}

/** The rate that 32 bits have for larger ones. */
const MOST = 0xffffffff;

/**
 * The rate that a struct and an attribute of 64 bits have together.
 *
 * @param spec The struct.
 * @param rate64 The attribute, if it is there.
 * @returns Bytes a second.
 */
export function rateOf(
  { rate }: TcRateSpec,
  rate64: bigint | undefined,
): number {
  return rate64 === undefined ? rate : Number(rate64);
}

/**
 * Puts a rate into a struct, and into an attribute of 64 bits if it needs one.
 *
 * @param rate Bytes a second.
 * @param more What else the struct has.
 * @returns The struct, and the attribute.
 */
export function rateSpec(
  rate: number,
  more: Partial<TcRateSpec> = {},
): { spec: TcRateSpec; rate64?: bigint } {
  const spec: TcRateSpec = {
    cellLog: 0,
    linkLayer: TC_LINK_LAYERS.ethernet,
    overhead: 0,
    cellAlign: 0,
    mpu: 0,
    rate: Math.min(rate, MOST),
    ...more,
  };
  return rate > MOST ? { spec, rate64: BigInt(rate) } : { spec };
}
