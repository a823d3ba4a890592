/**
 * How sizes of packets are counted: what `tbf` and `htb` have in common.
 *
 * @module
 */

import {
  TC_LINK_LAYERS,
  TC_LINKLAYER_MASK,
  type TcRateSpec,
} from "../../../messages/tc/rate.ts";
import { uint16 } from "../../mapping/conversions.ts";
import { enumeration } from "../../mapping/enumerations.ts";
import type { Pairs } from "../../mapping/mapping.ts";

/** How sizes of packets are counted. */
export interface LinkLayerOptions {
  /** Bytes that the device adds to each packet (`tc_ratespec.overhead`). */
  overhead?: number;
  /** The least size of a packet in bytes; only to be set (`tc_ratespec.mpu`). */
  mpu?: number;
  /**
   * What the device makes of packets; `ethernet` by default
   * (`tc_ratespec.linklayer`).
   */
  linkLayer?: keyof typeof TC_LINK_LAYERS | number;
}

/** What of a rate {@linkcode LinkLayerOptions} are stored in. */
export type LinkLayer = Partial<
  Pick<TcRateSpec, "overhead" | "mpu" | "linkLayer">
>;

/** How {@linkcode LinkLayerOptions} are stored. */
export const linkLayerPairs: Pairs<LinkLayerOptions, LinkLayer> = {
  overhead: ["overhead", uint16],
  mpu: ["mpu", uint16],
  linkLayer: ["linkLayer", enumeration(TC_LINK_LAYERS, 8)],
};

/**
 * How the kernel counts sizes of packets.
 *
 * @param spec A rate that it has reported.
 * @returns What differs from the default.
 */
export function linkLayerOf(spec: TcRateSpec): LinkLayer {
  const { overhead, mpu } = spec;
  const linkLayer = spec.linkLayer & TC_LINKLAYER_MASK;
  return {
    ...overhead !== 0 && { overhead },
    ...mpu !== 0 && { mpu },
    ...linkLayer !== TC_LINK_LAYERS.ethernet && { linkLayer },
  };
}

/**
 * Picks how sizes of packets are counted.
 *
 * @param settings Settings, with others among them.
 * @returns What a rate has of them.
 */
export function linkLayerIn(
  { overhead, mpu, linkLayer }: LinkLayer,
): LinkLayer {
  return {
    ...overhead !== undefined && { overhead },
    ...mpu !== undefined && { mpu },
    ...linkLayer !== undefined && { linkLayer },
  };
}
