/**
 * Emulation of a network.
 *
 * @see {@link https://man7.org/linux/man-pages/man8/tc-netem.8.html | tc-netem(8)}
 *
 * @module
 */

import type {
  NetemAttributes,
  NetemData,
  NetemLossModel,
} from "../../../messages/tc/qdiscs/netem.ts";
import { boolean, int32, uint32, uint64 } from "../../mapping/conversions.ts";
import type { FieldPath } from "../../mapping/field_path.ts";
import { mapping, writeOnly } from "../../mapping/mapping.ts";
import { arranged, type TrafficMapping } from "../kind.ts";
import {
  nanoseconds64,
  probability32,
  type Rate,
  rate64,
  size,
} from "../units.ts";
import { type Distribution, distribution } from "./distribution.ts";
import { lossModelMapping, type NetemLossOptions } from "./netem_loss.ts";
import {
  type FlatSlot,
  type NetemSlotOptions,
  slotAttributes,
  slotMapping,
  slotOf,
} from "./netem_slot.ts";

/** Settings of a network emulator; all probabilities are 0 to 1. */
export interface NetemOptions {
  /** Seconds that packets are delayed (`TCA_NETEM_LATENCY64`). */
  delay?: number;
  /** Seconds by which that varies (`TCA_NETEM_JITTER64`). */
  jitter?: number;
  /** How much a delay depends on the one before (`tc_netem_corr.delay_corr`). */
  delayCorrelation?: number;
  /**
   * How delays are spread; evenly by default. The kernel does not report it
   * (`TCA_NETEM_DELAY_DIST`).
   */
  distribution?: Distribution;
  /** Probability that a packet is lost (`tc_netem_qopt.loss`). */
  loss?: number;
  /** How much that depends on the packet before (`tc_netem_corr.loss_corr`). */
  lossCorrelation?: number;
  /** A model by which packets are lost (`TCA_NETEM_LOSS`). */
  lossModel?: NetemLossOptions;
  /** Whether packets are marked instead of lost (`TCA_NETEM_ECN`). */
  ecn?: boolean;
  /** Probability that a packet is duplicated (`tc_netem_qopt.duplicate`). */
  duplicate?: number;
  /** How much that depends on the packet before (`tc_netem_corr.dup_corr`). */
  duplicateCorrelation?: number;
  /** Probability that a bit is wrong (`tc_netem_corrupt.probability`). */
  corrupt?: number;
  /** How much that depends on the packet before (`tc_netem_corrupt.correlation`). */
  corruptCorrelation?: number;
  /**
   * Probability that a packet is sent at once, which takes a delay
   * (`tc_netem_reorder.probability`).
   */
  reorder?: number;
  /** How much that depends on the packet before (`tc_netem_reorder.correlation`). */
  reorderCorrelation?: number;
  /** Every such packet may be sent at once; 1 by default (`tc_netem_qopt.gap`). */
  gap?: number;
  /** The rate (`TCA_NETEM_RATE`). */
  rate?: Rate;
  /** Bytes that are added to each packet (`tc_netem_rate.packet_overhead`). */
  packetOverhead?: number;
  /** Bytes of payload of a cell (`tc_netem_rate.cell_size`). */
  cellSize?: number;
  /** Bytes that are added to each cell (`tc_netem_rate.cell_overhead`). */
  cellOverhead?: number;
  /** Slots in which packets are sent (`TCA_NETEM_SLOT`). */
  slot?: NetemSlotOptions;
  /** Packets that may wait; 1000 by default (`tc_netem_qopt.limit`). */
  limit?: number;
  /** Seed of the random numbers, since Linux 6.6 (`TCA_NETEM_PRNG_SEED`). */
  seed?: bigint;
}

interface Flat {
  delay?: bigint;
  jitter?: bigint;
  delayCorrelation?: number;
  distribution?: number[];
  loss?: number;
  lossCorrelation?: number;
  lossModel?: NetemLossModel;
  ecn?: number;
  duplicate?: number;
  duplicateCorrelation?: number;
  corrupt?: number;
  corruptCorrelation?: number;
  reorder?: number;
  reorderCorrelation?: number;
  gap?: number;
  rate?: bigint;
  packetOverhead?: number;
  cellSize?: number;
  cellOverhead?: number;
  slot?: FlatSlot;
  limit?: number;
  seed?: bigint;
}

/** How {@linkcode NetemOptions} are stored. */
export const netemMapping: TrafficMapping<NetemOptions, NetemData> = arranged(
  mapping<NetemOptions, Flat>({
    delay: nanoseconds64,
    jitter: nanoseconds64,
    delayCorrelation: probability32,
    distribution: writeOnly("distribution", distribution),
    loss: probability32,
    lossCorrelation: probability32,
    lossModel: lossModelMapping,
    ecn: boolean,
    duplicate: probability32,
    duplicateCorrelation: probability32,
    corrupt: probability32,
    corruptCorrelation: probability32,
    reorder: probability32,
    reorderCorrelation: probability32,
    gap: uint32,
    rate: rate64,
    packetOverhead: int32,
    cellSize: size,
    cellOverhead: int32,
    slot: slotMapping,
    limit: uint32,
    seed: uint64,
  }),
  unpack,
  pack,
);

/** Numbers that are not 0: what is 0 is as if it were not there. */
function some<T extends Readonly<Record<string, number | bigint | undefined>>>(
  values: T,
): Partial<{ [K in keyof T]: Exclude<T[K], undefined> }> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => Boolean(value)),
  ) as Partial<{ [K in keyof T]: Exclude<T[K], undefined> }>;
}

function unpack({ limit, loss, duplicate, gap, attributes }: NetemData): Flat {
  const { correlation, corrupt, reorder, rate, rate64, ecn, seed } = attributes;
  return {
    limit,
    ...some({
      delay: attributes.latency64,
      jitter: attributes.jitter64,
      delayCorrelation: correlation?.delay,
      loss,
      lossCorrelation: correlation?.loss,
      duplicate,
      duplicateCorrelation: correlation?.duplicate,
      corrupt: corrupt?.probability,
      corruptCorrelation: corrupt?.correlation,
      reorder: reorder?.probability,
      reorderCorrelation: reorder?.correlation,
      gap: reorder?.probability ? gap : 0,
      rate: rate64 ?? BigInt(rate?.rate ?? 0),
      packetOverhead: rate?.packetOverhead,
      cellSize: rate?.cellSize,
      cellOverhead: rate?.cellOverhead,
      ecn,
    }),
    ...attributes.lossModel !== undefined &&
      { lossModel: attributes.lossModel },
    ...attributes.slot !== undefined && { slot: slotOf(attributes.slot) },
    ...seed !== undefined && { seed },
  };
}

const MOST = 0xffffffffn;

function pack(settings: Flat, fieldPath: FieldPath): NetemData {
  const { delay = 0n, jitter, reorder = 0, loss = 0, duplicate = 0 } = settings;
  if (reorder !== 0 && delay === 0n) {
    throw fieldPath.at("reorder").wrong(
      probability32.fromKernel(reorder),
      "it takes a delay",
    );
  }
  if (settings.distribution !== undefined && !jitter) {
    throw fieldPath.at("distribution").wrong(
      "…",
      "it takes a delay and a jitter",
    );
  }
  if (settings.lossModel !== undefined && loss !== 0) {
    throw fieldPath.at("lossModel").wrong("…", "there is a loss already");
  }
  if (settings.ecn && loss === 0 && settings.lossModel === undefined) {
    throw fieldPath.at("ecn").wrong(true, "it takes a loss");
  }
  return {
    latency: 0,
    limit: settings.limit ?? 1000,
    loss,
    gap: reorder === 0 ? settings.gap ?? 0 : settings.gap || 1,
    duplicate,
    jitter: 0,
    attributes: {
      ...attributesOf(settings, delay, reorder),
      ...settings.slot !== undefined &&
        slotAttributes(settings.slot, fieldPath.at("slot")),
    },
  };
}

function attributesOf(
  settings: Flat,
  delay: bigint,
  reorder: number,
): NetemAttributes {
  const { jitter = 0n, distribution, corrupt, rate, ecn, seed } = settings;
  const correlation = {
    delay: settings.delayCorrelation ?? 0,
    loss: settings.lossCorrelation ?? 0,
    duplicate: settings.duplicateCorrelation ?? 0,
  };
  return {
    latency64: delay,
    jitter64: jitter,
    correlation,
    reorder: {
      probability: reorder,
      correlation: settings.reorderCorrelation ?? 0,
    },
    corrupt: {
      probability: corrupt ?? 0,
      correlation: settings.corruptCorrelation ?? 0,
    },
    ...settings.lossModel !== undefined &&
      { lossModel: settings.lossModel },
    ...ecn === 1 && { ecn },
    rate: {
      rate: Number(rate === undefined ? 0n : rate > MOST ? MOST : rate),
      packetOverhead: settings.packetOverhead ?? 0,
      cellSize: settings.cellSize ?? 0,
      cellOverhead: settings.cellOverhead ?? 0,
    },
    ...rate !== undefined && rate > MOST && { rate64: rate },
    ...seed !== undefined && { seed },
    ...distribution !== undefined && { delayDistribution: distribution },
  };
}
