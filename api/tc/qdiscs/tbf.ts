/**
 * A token bucket.
 *
 * @module
 */

import {
  rateOf,
  rateSpec,
  rateTable,
  TC_LINK_LAYERS,
  TC_LINKLAYER_MASK,
  transmissionTime,
  transmittedSize,
} from "../../../messages/tc/rate.ts";
import type { TbfData } from "../../../messages/tc/qdiscs/tbf.ts";
import { uint32 } from "../../mapping/conversions.ts";
import type { FieldPath } from "../../mapping/field_path.ts";
import { type Field, mapping } from "../../mapping/mapping.ts";
import { arranged, type TrafficMapping } from "../kind.ts";
import { type Rate, rate64, seconds } from "../units.ts";
import {
  type LinkLayer,
  linkLayerIn,
  linkLayerOf,
  type LinkLayerOptions,
  linkLayerPairs,
} from "./link_layer.ts";

/** Settings of a token bucket. */
export interface TbfOptions extends LinkLayerOptions {
  /** The rate (`tc_tbf_qopt.rate`). */
  rate?: Rate;
  /** Size of the bucket in bytes (`tc_tbf_qopt.buffer`). */
  burst?: number;
  /** Bytes that may wait (`tc_tbf_qopt.limit`). */
  limit?: number;
  /**
   * Seconds that a packet waits at most; only to be set, in place of
   * {@linkcode TbfOptions.limit}, which is computed from it.
   */
  latency?: number;
  /** The rate at which a burst is sent (`tc_tbf_qopt.peakrate`). */
  peakRate?: Rate;
  /**
   * Size of the bucket of the peak rate in bytes, at least the MTU
   * (`tc_tbf_qopt.mtu`).
   */
  peakBurst?: number;
}

interface Flat extends LinkLayer {
  rate?: bigint;
  burst?: number;
  limit?: number;
  latency?: number;
  peakRate?: bigint;
  peakBurst?: number;
}

const latency: Field<number, Flat> = {
  from: [],
  read: () => undefined,
  write: (data, value, fieldPath) => {
    data.latency = seconds.toKernel(value, fieldPath)!;
  },
};

/** How {@linkcode TbfOptions} are stored. */
export const tbfMapping: TrafficMapping<TbfOptions, TbfData> = arranged(
  mapping<TbfOptions, Flat>({
    rate: rate64,
    burst: uint32,
    limit: uint32,
    latency,
    peakRate: rate64,
    peakBurst: uint32,
    ...linkLayerPairs,
  }),
  unpack,
  pack,
);

function unpack({ parameters, ...data }: TbfData): Flat {
  if (parameters === undefined) return {};
  const { rate: spec, peakRate: peakSpec, limit, buffer, mtu } = parameters;
  const rate = rateOf(spec, data.rate64);
  const peakRate = rateOf(peakSpec, data.peakRate64);
  return {
    rate: BigInt(rate),
    burst: burstOf(buffer, rate),
    limit,
    ...peakRate !== 0 && {
      peakRate: BigInt(peakRate),
      peakBurst: burstOf(mtu, peakRate),
    },
    ...linkLayerOf(spec),
  };
}

/** The bytes that take a number of ticks, which was rounded up. */
function burstOf(ticks: number, rate: number): number {
  return Math.floor(transmittedSize(ticks, rate) + 1e-6);
}

function pack(settings: Flat, fieldPath: FieldPath): TbfData {
  const { burst, peakRate: peak = 0n, peakBurst = 0, latency } = settings;
  const rate = settings.rate === undefined ? undefined : Number(settings.rate);
  if (!rate) throw fieldPath.at("rate").wrong(rate, "a rate is required");
  if (burst === undefined || burst === 0) {
    throw fieldPath.at("burst").wrong(burst, "a number of bytes is required");
  }
  if (peak !== 0n && peakBurst === 0) {
    throw fieldPath.at("peakBurst").wrong(
      settings.peakBurst,
      "a peak rate needs a number of bytes",
    );
  }
  const peakRate = Number(peak);
  const limit = settings.limit ??
    (latency === undefined ? undefined : Math.min(
      rate * latency + burst,
      peakRate === 0 ? Infinity : peakRate * latency + peakBurst,
    ));
  if (limit === undefined) {
    throw fieldPath.at("limit").wrong(
      limit,
      "a number of bytes, or a latency, is required",
    );
  }
  const more = linkLayerIn(settings);
  const main = rateSpec(rate, more);
  const top = rateSpec(peakRate, more);
  const isEthernet = (main.spec.linkLayer & TC_LINKLAYER_MASK) ===
    TC_LINK_LAYERS.ethernet;
  return {
    parameters: {
      rate: main.spec,
      peakRate: peakRate === 0 ? rateSpec(0, { linkLayer: 0 }).spec : top.spec,
      limit: Math.min(Math.floor(limit), 0xffffffff),
      buffer: transmissionTime(burst, rate),
      mtu: peakRate === 0 ? 0 : transmissionTime(peakBurst, peakRate),
    },
    ...main.rate64 !== undefined && { rate64: main.rate64 },
    // Of Ethernet, the kernel computes the tables itself.
    ...!isEthernet && { rateTable: rateTable(main.spec, peakBurst).table },
    ...peakRate !== 0 && {
      ...top.rate64 !== undefined && { peakRate64: top.rate64 },
      ...!isEthernet && { peakRateTable: rateTable(top.spec, peakBurst).table },
    },
  };
}
