/**
 * Emulation of a network: delay, loss, duplication, reordering: `TCA_NETEM_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_sched.h | linux/pkt_sched.h}
 * @see {@link https://man7.org/linux/man-pages/man8/tc-netem.8.html | tc-netem(8)}
 *
 * @module
 */

import {
  array,
  type Attributes,
  attributes,
  type Codec,
  message,
  s16,
  s32,
  s64,
  struct,
  u32,
  u64,
  type WithAttributes,
} from "../../codec/mod.ts";

/** What precedes the attributes (`struct tc_netem_qopt`). */
export interface NetemParameters {
  /** Delay in ticks (`latency`). */
  latency: number;
  /** Packets that may wait (`limit`). */
  limit: number;
  /** Probability of loss, in units of 1/(2³²-1) (`loss`). */
  loss: number;
  /** Every such packet is sent at once (`gap`). */
  gap: number;
  /** Probability of duplication (`duplicate`). */
  duplicate: number;
  /** Variation of the delay in ticks (`jitter`). */
  jitter: number;
}

/** Codec of {@linkcode NetemParameters}. */
export const netemParameters: Codec<NetemParameters> = struct({
  latency: u32,
  limit: u32,
  loss: u32,
  gap: u32,
  duplicate: u32,
  jitter: u32,
});

/**
 * How much each random number depends on the one before, in units of 1/(2³²-1)
 * (`struct tc_netem_corr`).
 */
export interface NetemCorrelation {
  /** That of delays (`delay_corr`). */
  delay: number;
  /** That of losses (`loss_corr`). */
  loss: number;
  /** That of duplicates (`dup_corr`). */
  duplicate: number;
}

/** Codec of {@linkcode NetemCorrelation}. */
export const netemCorrelation: Codec<NetemCorrelation> = struct({
  delay: u32,
  loss: u32,
  duplicate: u32,
});

/**
 * A probability and its correlation, in units of 1/(2³²-1) (`struct
 * tc_netem_reorder`, `struct tc_netem_corrupt`).
 */
export interface NetemChance {
  /** The probability (`probability`). */
  probability: number;
  /** How much it depends on the packet before (`correlation`). */
  correlation: number;
}

/** Codec of {@linkcode NetemChance}. */
export const netemChance: Codec<NetemChance> = struct({
  probability: u32,
  correlation: u32,
});

/** A rate (`struct tc_netem_rate`). */
export interface NetemRate {
  /** Bytes a second (`rate`). */
  rate: number;
  /** Bytes that are added to each packet (`packet_overhead`). */
  packetOverhead: number;
  /** Bytes of payload of a cell (`cell_size`). */
  cellSize: number;
  /** Bytes that are added to each cell (`cell_overhead`). */
  cellOverhead: number;
}

/** Codec of {@linkcode NetemRate}. */
export const netemRate: Codec<NetemRate> = struct({
  rate: u32,
  packetOverhead: s32,
  cellSize: u32,
  cellOverhead: s32,
});

/** Slots in which packets are sent (`struct tc_netem_slot`). */
export interface NetemSlot {
  /** Least time between slots in nanoseconds (`min_delay`). */
  minimumDelay: bigint;
  /** Largest time between slots in nanoseconds (`max_delay`). */
  maximumDelay: bigint;
  /** Packets of a slot (`max_packets`). */
  maximumPackets: number;
  /** Bytes of a slot (`max_bytes`). */
  maximumBytes: number;
  /** Mean of the times in nanoseconds, with a distribution (`dist_delay`). */
  distributionDelay: bigint;
  /** Variation of the times in nanoseconds (`dist_jitter`). */
  distributionJitter: bigint;
}

/** Codec of {@linkcode NetemSlot}. */
export const netemSlot: Codec<NetemSlot> = struct({
  minimumDelay: s64,
  maximumDelay: s64,
  maximumPackets: s32,
  maximumBytes: s32,
  distributionDelay: s64,
  distributionJitter: s64,
});

/**
 * Probabilities of a model of loss with four states (`struct
 * tc_netem_gimodel`).
 */
export interface NetemFourStateLoss {
  /** From state 1 to state 3 (`p13`). */
  p13: number;
  /** From state 3 to state 1 (`p31`). */
  p31: number;
  /** From state 3 to state 2 (`p32`). */
  p32: number;
  /** From state 1 to state 4 (`p14`). */
  p14: number;
  /** From state 2 to state 3 (`p23`). */
  p23: number;
}

/** Codec of {@linkcode NetemFourStateLoss}. */
export const netemFourStateLoss: Codec<NetemFourStateLoss> = struct({
  p13: u32,
  p31: u32,
  p32: u32,
  p14: u32,
  p23: u32,
});

/**
 * Probabilities of the Gilbert-Elliott model of loss (`struct
 * tc_netem_gemodel`).
 */
export interface NetemGilbertElliottLoss {
  /** From good to bad (`p`). */
  p: number;
  /** From bad to good (`r`). */
  r: number;
  /** Loss in the bad state (`h`). */
  h: number;
  /** Loss in the good state (`k1`). */
  k1: number;
}

/** Codec of {@linkcode NetemGilbertElliottLoss}. */
export const netemGilbertElliottLoss: Codec<NetemGilbertElliottLoss> = struct({
  p: u32,
  r: u32,
  h: u32,
  k1: u32,
});

/** A model of loss (`NETEM_LOSS_*`). */
export interface NetemLossModel extends Attributes {
  /** Four states (`NETEM_LOSS_GI`). */
  fourState?: NetemFourStateLoss;
  /** Two states (`NETEM_LOSS_GE`). */
  gilbertElliott?: NetemGilbertElliottLoss;
}

/** Codec of {@linkcode NetemLossModel}. */
export const netemLossModel: Codec<NetemLossModel> = attributes(
  {
    fourState: ["NETEM_LOSS_GI", 1, netemFourStateLoss],
    gilbertElliott: ["NETEM_LOSS_GE", 2, netemGilbertElliottLoss],
  },
  { nestedFlag: false },
);

/** Attributes of a network emulator (`TCA_NETEM_*`). */
export interface NetemAttributes extends Attributes {
  /** Correlations (`TCA_NETEM_CORR`). */
  correlation?: NetemCorrelation;
  /**
   * Distribution of the delay: quantiles in units of 1/8192 of the jitter
   * (`TCA_NETEM_DELAY_DIST`).
   */
  delayDistribution?: number[];
  /** Probability of reordering (`TCA_NETEM_REORDER`). */
  reorder?: NetemChance;
  /** Probability of a wrong bit (`TCA_NETEM_CORRUPT`). */
  corrupt?: NetemChance;
  /** Model of loss (`TCA_NETEM_LOSS`). */
  lossModel?: NetemLossModel;
  /** The rate (`TCA_NETEM_RATE`). */
  rate?: NetemRate;
  /** Whether packets are marked instead of lost (`TCA_NETEM_ECN`). */
  ecn?: number;
  /**
   * The rate in bytes a second, where 32 bits are too few (`TCA_NETEM_RATE64`).
   */
  rate64?: bigint;
  /** Delay in nanoseconds (`TCA_NETEM_LATENCY64`). */
  latency64?: bigint;
  /** Variation of the delay in nanoseconds (`TCA_NETEM_JITTER64`). */
  jitter64?: bigint;
  /** Slots (`TCA_NETEM_SLOT`). */
  slot?: NetemSlot;
  /** Distribution of the times between slots (`TCA_NETEM_SLOT_DIST`). */
  slotDistribution?: number[];
  /** Seed of the random numbers (`TCA_NETEM_PRNG_SEED`). */
  seed?: bigint;
}

/** Codec of {@linkcode NetemAttributes}. */
export const netemAttributes: Codec<NetemAttributes> = attributes({
  correlation: ["TCA_NETEM_CORR", 1, netemCorrelation],
  delayDistribution: ["TCA_NETEM_DELAY_DIST", 2, array(s16)],
  reorder: ["TCA_NETEM_REORDER", 3, netemChance],
  corrupt: ["TCA_NETEM_CORRUPT", 4, netemChance],
  lossModel: ["TCA_NETEM_LOSS", 5, netemLossModel],
  rate: ["TCA_NETEM_RATE", 6, netemRate],
  ecn: ["TCA_NETEM_ECN", 7, u32],
  rate64: ["TCA_NETEM_RATE64", 8, u64],
  latency64: ["TCA_NETEM_LATENCY64", 10, s64],
  jitter64: ["TCA_NETEM_JITTER64", 11, s64],
  slot: ["TCA_NETEM_SLOT", 12, netemSlot],
  slotDistribution: ["TCA_NETEM_SLOT_DIST", 13, array(s16)],
  seed: ["TCA_NETEM_PRNG_SEED", 14, u64],
}, { nestedFlag: false, pad: ["TCA_NETEM_PAD", 9] });

/** `TCA_OPTIONS` of a network emulator. */
export type NetemData = WithAttributes<NetemParameters, NetemAttributes>;

/** Codec of {@linkcode NetemData}. */
export const netemData: Codec<NetemData> = message(
  netemParameters,
  netemAttributes,
);

/** Counters of a network emulator (`struct tc_netem_xstats`). */
export interface NetemStats {
  /** Packets that were delayed (`delayed`). */
  delayed: bigint;
  /** Packets that the model of loss dropped (`dropped`). */
  dropped: bigint;
  /** Packets with a wrong bit (`corrupted`). */
  corrupted: bigint;
  /** Duplicates (`duplicated`). */
  duplicated: bigint;
  /** Packets that were sent at once (`reordered`). */
  reordered: bigint;
  /** Packets that were marked (`ecn_marked`). */
  ecnMarked: bigint;
  /** Packets that there was no memory for (`allocation_errors`). */
  allocationErrors: bigint;
}

/** Codec of {@linkcode NetemStats}. */
export const netemStats: Codec<NetemStats> = struct({
  delayed: u64,
  dropped: u64,
  corrupted: u64,
  duplicated: u64,
  reordered: u64,
  ecnMarked: u64,
  allocationErrors: u64,
});
