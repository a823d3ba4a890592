/**
 * Counters and hardware resources of links.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_link.h | linux/if_link.h}
 * @see {@link https://docs.kernel.org/networking/statistics.html | Interface statistics}
 *
 * @module
 */

import { type Codec, struct, u16, u32, u64, u8 } from "../codec/mod.ts";

/**
 * The counters that all statistics begin with.
 *
 * @typeParam T `number` for counters of 32 bits, `bigint` for those of 64.
 */
export interface TrafficCounters<T> {
  /** Packets received (`rx_packets`). */
  rxPackets: T;
  /** Packets sent (`tx_packets`). */
  txPackets: T;
  /** Bytes received (`rx_bytes`). */
  rxBytes: T;
  /** Bytes sent (`tx_bytes`). */
  txBytes: T;
  /** Bad packets received (`rx_errors`). */
  rxErrors: T;
  /** Packets that could not be sent (`tx_errors`). */
  txErrors: T;
  /** Packets received, but dropped (`rx_dropped`). */
  rxDropped: T;
  /** Packets dropped on their way out (`tx_dropped`). */
  txDropped: T;
}

/**
 * The counters of a link, whatever their width.
 *
 * @typeParam T `number` for counters of 32 bits, `bigint` for those of 64.
 */
export interface LinkCounters<T> extends TrafficCounters<T> {
  /** Multicast packets received (`multicast`). */
  multicast: T;
  /** Collisions (`collisions`). */
  collisions: T;
  /** Packets of invalid length (`rx_length_errors`). */
  rxLengthErrors: T;
  /** Overflows of the receiver (`rx_over_errors`). */
  rxOverErrors: T;
  /** Packets with a wrong checksum (`rx_crc_errors`). */
  rxCrcErrors: T;
  /** Packets with a wrong alignment (`rx_frame_errors`). */
  rxFrameErrors: T;
  /** Overflows of the receive queue (`rx_fifo_errors`). */
  rxFifoErrors: T;
  /** Packets that found no buffer (`rx_missed_errors`). */
  rxMissedErrors: T;
  /** Packets given up after collisions (`tx_aborted_errors`). */
  txAbortedErrors: T;
  /** Packets that lost the carrier (`tx_carrier_errors`). */
  txCarrierErrors: T;
  /** Underruns of the transmit queue (`tx_fifo_errors`). */
  txFifoErrors: T;
  /** Failed signal quality tests (`tx_heartbeat_errors`). */
  txHeartbeatErrors: T;
  /** Late collisions (`tx_window_errors`). */
  txWindowErrors: T;
  /** Compressed packets received (`rx_compressed`). */
  rxCompressed: T;
  /** Compressed packets sent (`tx_compressed`). */
  txCompressed: T;
  /** Packets that nothing was there to handle (`rx_nohandler`). */
  rxNoHandler?: T;
}

/**
 * Counters of 32 bits, which wrap (`struct rtnl_link_stats`). Kernels before
 * 4.6 have no {@linkcode LinkStats.rxNoHandler}.
 */
export interface LinkStats extends LinkCounters<number> {}

/**
 * Counters of 64 bits (`struct rtnl_link_stats64`). Older kernels have fewer of
 * them.
 */
export interface LinkStats64 extends LinkCounters<bigint> {
  /** Packets for other hardware addresses (`rx_otherhost_dropped`). */
  rxOtherHostDropped?: bigint;
}

/** Counters that hardware can collect (`struct rtnl_hw_stats64`). */
export interface HardwareStats64 extends TrafficCounters<bigint> {
  /** Multicast packets received (`multicast`). */
  multicast: bigint;
}

/** Memory and interrupts of old hardware (`struct rtnl_link_ifmap`). */
export interface LinkMap {
  /** First address of shared memory (`mem_start`). */
  memoryStart: bigint;
  /** Last address of shared memory (`mem_end`). */
  memoryEnd: bigint;
  /** First input/output port (`base_addr`). */
  baseAddress: bigint;
  /** Interrupt number (`irq`). */
  irq: number;
  /** DMA channel (`dma`). */
  dma: number;
  /** Which connector is used (`port`). */
  port: number;
}

/**
 * Makes the members of {@linkcode TrafficCounters}.
 *
 * @typeParam T `number` for counters of 32 bits, `bigint` for those of 64.
 * @param codec Codec of a counter.
 * @returns The members.
 */
export function trafficCounters<T>(
  codec: Codec<T>,
): { readonly [K in keyof TrafficCounters<T>]: Codec<T> } {
  return {
    rxPackets: codec,
    txPackets: codec,
    rxBytes: codec,
    txBytes: codec,
    rxErrors: codec,
    txErrors: codec,
    rxDropped: codec,
    txDropped: codec,
  };
}

function counters<T>(codec: Codec<T>): {
  readonly [K in keyof LinkCounters<T>]-?: Codec<T>;
} {
  return {
    ...trafficCounters(codec),
    multicast: codec,
    collisions: codec,
    rxLengthErrors: codec,
    rxOverErrors: codec,
    rxCrcErrors: codec,
    rxFrameErrors: codec,
    rxFifoErrors: codec,
    rxMissedErrors: codec,
    txAbortedErrors: codec,
    txCarrierErrors: codec,
    txFifoErrors: codec,
    txHeartbeatErrors: codec,
    txWindowErrors: codec,
    rxCompressed: codec,
    txCompressed: codec,
    rxNoHandler: codec,
  };
}

/** Codec of {@linkcode LinkStats}. */
export const linkStats: Codec<LinkStats> = struct(counters(u32), {
  optionalFrom: "rxNoHandler",
});

/** Codec of {@linkcode LinkStats64}. */
export const linkStats64: Codec<LinkStats64> = struct({
  ...counters(u64),
  rxOtherHostDropped: u64,
}, { optionalFrom: "rxNoHandler" });

/** Codec of {@linkcode HardwareStats64}. */
export const hardwareStats64: Codec<HardwareStats64> = struct({
  ...trafficCounters(u64),
  multicast: u64,
});

/** Codec of {@linkcode LinkMap}. */
export const linkMap: Codec<LinkMap> = struct({
  memoryStart: u64,
  memoryEnd: u64,
  baseAddress: u64,
  irq: u16,
  dma: u8,
  port: u8,
});
