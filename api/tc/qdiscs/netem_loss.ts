/**
 * Models by which an emulated network loses packets.
 *
 * @see {@link https://man7.org/linux/man-pages/man8/tc-netem.8.html | tc-netem(8)}
 *
 * @module
 */

import type {
  NetemFourStateLoss,
  NetemGilbertElliottLoss,
  NetemLossModel,
} from "../../../messages/tc/qdiscs/netem.ts";
import {
  type Conversion,
  type Mapping,
  mapping,
} from "../../mapping/mapping.ts";
import { probability32 } from "../units.ts";

/**
 * A model with four states: 1, packets arrive; 2, they arrive in a burst of
 * losses; 3, they are lost in a burst; 4, a single one is lost. All are
 * probabilities, 0 to 1.
 */
export interface NetemFourStateOptions {
  /** From state 1 to state 3, which is required (`tc_netem_gimodel.p13`). */
  p13?: number;
  /** From state 3 to state 1; 1 less `p13` by default (`tc_netem_gimodel.p31`). */
  p31?: number;
  /** From state 3 to state 2; 0 by default (`tc_netem_gimodel.p32`). */
  p32?: number;
  /** From state 2 to state 3; 1 by default (`tc_netem_gimodel.p23`). */
  p23?: number;
  /** From state 1 to state 4; 0 by default (`tc_netem_gimodel.p14`). */
  p14?: number;
}

/**
 * The model of Gilbert and Elliott, with a good state and a bad one. All are
 * probabilities, 0 to 1.
 */
export interface NetemGilbertElliottOptions {
  /** From good to bad, which is required (`tc_netem_gemodel.p`). */
  toBad?: number;
  /** From bad to good; 1 less `toBad` by default (`tc_netem_gemodel.r`). */
  toGood?: number;
  /** That a packet is lost in the bad state; 1 by default (`tc_netem_gemodel.h`). */
  lossInBad?: number;
  /** That one is lost in the good state; 0 by default (`tc_netem_gemodel.k1`). */
  lossInGood?: number;
}

/** A model by which packets are lost: one of these. */
export interface NetemLossOptions {
  /** Four states (`NETEM_LOSS_GI`). */
  fourState?: NetemFourStateOptions;
  /** A good and a bad state (`NETEM_LOSS_GE`). */
  gilbertElliott?: NetemGilbertElliottOptions;
}

/** What the kernel has for a probability of 1. */
const WHOLE = 0xffffffff;

/** The kernel has the probability that a packet arrives. */
const inBad: Conversion<number, number> = {
  fromKernel: (value) => probability32.fromKernel(WHOLE - value),
  toKernel: (value, fieldPath) =>
    WHOLE - probability32.toKernel(value, fieldPath)!,
};

const fourState: Conversion<NetemFourStateOptions, NetemFourStateLoss> =
  completed(
    mapping<NetemFourStateOptions, Partial<NetemFourStateLoss>>({
      p13: probability32,
      p31: probability32,
      p32: probability32,
      p23: probability32,
      p14: probability32,
    }),
    "p13",
    ({ p13 = 0, ...others }) => ({
      p13,
      p31: WHOLE - p13,
      p32: 0,
      p23: WHOLE,
      p14: 0,
      ...others,
    }),
  );

const gilbertElliott: Conversion<
  NetemGilbertElliottOptions,
  NetemGilbertElliottLoss
> = completed(
  mapping<NetemGilbertElliottOptions, Partial<NetemGilbertElliottLoss>>({
    toBad: ["p", probability32],
    toGood: ["r", probability32],
    lossInBad: ["h", inBad],
    lossInGood: ["k1", probability32],
  }),
  "toBad",
  ({ p = 0, ...others }) => ({ p, r: WHOLE - p, h: 0, k1: 0, ...others }),
);

/** A mapping that fills in what is missing. */
function completed<W extends object, D extends object>(
  { fromKernel, toKernel }: Mapping<W, Partial<D>>,
  required: keyof W & string,
  complete: (given: Partial<D>) => D,
): Conversion<W, D> {
  return {
    fromKernel: (data) => fromKernel(data),
    toKernel: (value, fieldPath) => {
      const given = toKernel(value, fieldPath);
      if (value[required] !== undefined) return complete(given);
      throw fieldPath.at(required).wrong(undefined, "it is required");
    },
  };
}

const models: Mapping<NetemLossOptions, NetemLossModel> = mapping({
  fourState: fourState,
  gilbertElliott: gilbertElliott,
});

/** How {@linkcode NetemLossOptions} are stored. */
export const lossModelMapping: Conversion<NetemLossOptions, NetemLossModel> = {
  fromKernel: (model) => models.fromKernel(model),
  toKernel: (value, fieldPath) => {
    const model = models.toKernel(value, fieldPath);
    if (Object.keys(model).length === 1) return model;
    throw fieldPath.wrong(
      Object.keys(model).join(" and "),
      "either fourState or gilbertElliott is expected",
    );
  },
};
