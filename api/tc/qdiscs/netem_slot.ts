/**
 * Slots in which an emulated network sends packets.
 *
 * @see {@link https://man7.org/linux/man-pages/man8/tc-netem.8.html | tc-netem(8)}
 *
 * @module
 */

import type {
  NetemAttributes,
  NetemSlot,
} from "../../../messages/tc/qdiscs/netem.ts";
import { integer } from "../../mapping/conversions.ts";
import type { FieldPath } from "../../mapping/field_path.ts";
import { type Mapping, mapping, writeOnly } from "../../mapping/mapping.ts";
import { nanoseconds64 } from "../units.ts";
import { type Distribution, distribution } from "./distribution.ts";

/** Slots in which packets are sent; times are in seconds. */
export interface NetemSlotOptions {
  /**
   * Least time between slots, which are spread evenly
   * (`tc_netem_slot.min_delay`).
   */
  minimumDelay?: number;
  /**
   * Largest time between slots; the least by default
   * (`tc_netem_slot.max_delay`).
   */
  maximumDelay?: number;
  /** Mean of the times, with a distribution (`tc_netem_slot.dist_delay`). */
  delay?: number;
  /** Variation of the times (`tc_netem_slot.dist_jitter`). */
  jitter?: number;
  /**
   * How times are spread, in place of evenly; only to be set
   * (`TCA_NETEM_SLOT_DIST`).
   */
  distribution?: Distribution;
  /** Most packets of a slot; 0 for no limit (`tc_netem_slot.max_packets`). */
  packets?: number;
  /** Most bytes of a slot; 0 for no limit (`tc_netem_slot.max_bytes`). */
  bytes?: number;
}

/** The same in the kernel's terms. */
export interface FlatSlot {
  /** Least time. */
  minimumDelay?: bigint;
  /** Largest time. */
  maximumDelay?: bigint;
  /** Mean. */
  delay?: bigint;
  /** Variation. */
  jitter?: bigint;
  /** Distribution. */
  distribution?: number[];
  /** Packets of a slot. */
  packets?: number;
  /** Bytes of a slot. */
  bytes?: number;
}

const positive = integer(0, 0x7fffffff);

/** How {@linkcode NetemSlotOptions} are stored. */
export const slotMapping: Mapping<NetemSlotOptions, FlatSlot> = mapping({
  minimumDelay: nanoseconds64,
  maximumDelay: nanoseconds64,
  delay: nanoseconds64,
  jitter: nanoseconds64,
  distribution: writeOnly("distribution", distribution),
  packets: positive,
  bytes: positive,
});

/**
 * Takes slots apart.
 *
 * @param slot The slots.
 * @returns What is set of them.
 */
export function slotOf(slot: NetemSlot): FlatSlot {
  const { minimumDelay, maximumDelay, maximumPackets, maximumBytes } = slot;
  const { distributionDelay: delay, distributionJitter: jitter } = slot;
  const isSpread = delay !== 0n || jitter !== 0n;
  return {
    ...isSpread ? { delay, jitter } : { minimumDelay, maximumDelay },
    ...maximumPackets !== 0 && { packets: maximumPackets },
    ...maximumBytes !== 0 && { bytes: maximumBytes },
  };
}

/**
 * Puts slots together.
 *
 * @param slot What is set of them.
 * @param fieldPath Where it stands, for error messages.
 * @returns The attributes.
 * @throws {TypeError} If times are spread in two ways, or a distribution is
 * missing its variation.
 */
export function slotAttributes(
  slot: FlatSlot,
  fieldPath: FieldPath,
): Pick<NetemAttributes, "slot" | "slotDistribution"> {
  const { minimumDelay = 0n, maximumDelay = minimumDelay } = slot;
  const { delay = 0n, jitter = 0n, distribution } = slot;
  if ((delay !== 0n || jitter !== 0n) && maximumDelay !== 0n) {
    throw fieldPath.at("delay").wrong(
      Number(delay) / 1e9,
      "the times are between two limits already",
    );
  }
  if (distribution !== undefined && jitter === 0n) {
    throw fieldPath.at("distribution").wrong("…", "it takes a jitter");
  }
  if (maximumDelay < minimumDelay) {
    throw fieldPath.at("maximumDelay").outside(
      Number(maximumDelay) / 1e9,
      `it is below the least, ${Number(minimumDelay) / 1e9}`,
    );
  }
  return {
    slot: {
      minimumDelay,
      maximumDelay,
      maximumPackets: slot.packets ?? 0,
      maximumBytes: slot.bytes ?? 0,
      distributionDelay: delay,
      distributionJitter: jitter,
    },
    ...distribution !== undefined && { slotDistribution: distribution },
  };
}
