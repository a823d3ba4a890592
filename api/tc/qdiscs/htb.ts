/**
 * A hierarchy of token buckets.
 *
 * @module
 */

import {
  rateOf,
  rateSpec,
  rateTable,
  TC_LINK_LAYERS,
  TC_LINKLAYER_MASK,
  type TcRateSpec,
  transmissionTime,
  transmittedSize,
} from "../../../messages/tc/rate.ts";
import {
  type HtbData,
  TC_HTB_PROTOVER,
} from "../../../messages/tc/qdiscs/htb.ts";
import { presence, uint32 } from "../../mapping/conversions.ts";
import type { FieldPath } from "../../mapping/field_path.ts";
import { mapping, readOnly } from "../../mapping/mapping.ts";
import { type DefaultClass, defaultClass } from "../handle.ts";
import { arranged, type TrafficMapping } from "../kind.ts";
import { type Rate, rate64 } from "../units.ts";
import {
  type LinkLayer,
  linkLayerIn,
  linkLayerOf,
  type LinkLayerOptions,
  linkLayerPairs,
} from "./link_layer.ts";

/** Settings of a hierarchy of token buckets. */
export interface HtbOptions {
  /**
   * The class of packets without one; only its minor number counts
   * (`tc_htb_glob.defcls`).
   */
  default?: DefaultClass;
  /**
   * What the rate of a class is divided by for its quantum; 10 by default
   * (`tc_htb_glob.rate2quantum`).
   */
  rateToQuantum?: number;
  /** Packets without a class that may wait (`TCA_HTB_DIRECT_QLEN`). */
  directQueueLength?: number;
  /** Whether hardware does the work (`TCA_HTB_OFFLOAD`). */
  offload?: boolean;
  /** Packets that were not shaped (`tc_htb_glob.direct_pkts`). */
  readonly directPackets?: number;
}

interface FlatGlobals {
  defaultClass?: number;
  rateToQuantum?: number;
  directPackets?: number;
  directQueueLength?: number;
  offload?: true;
}

/** How {@linkcode HtbOptions} are stored. */
export const htbMapping: TrafficMapping<HtbOptions, HtbData> = arranged(
  mapping<HtbOptions, FlatGlobals>({
    default: ["defaultClass", defaultClass],
    rateToQuantum: uint32,
    directQueueLength: uint32,
    offload: presence,
    directPackets: readOnly("directPackets", uint32),
  }),
  ({ globals, directQueueLength, offload }: HtbData): FlatGlobals => ({
    ...globals && {
      rateToQuantum: globals.rateToQuantum,
      directPackets: globals.directPackets,
      ...globals.defaultClass !== 0 && { defaultClass: globals.defaultClass },
    },
    ...directQueueLength !== undefined && { directQueueLength },
    ...offload && { offload },
  }),
  (
    { defaultClass = 0, rateToQuantum = 10, directQueueLength, offload },
  ): HtbData => ({
    globals: {
      version: TC_HTB_PROTOVER,
      rateToQuantum,
      defaultClass,
      debug: 0,
      directPackets: 0,
    },
    ...directQueueLength !== undefined && { directQueueLength },
    ...offload && { offload },
  }),
);

/** Settings of a class. */
export interface HtbClassOptions extends LinkLayerOptions {
  /** The rate that it has for itself (`tc_htb_opt.rate`). */
  rate?: Rate;
  /**
   * The rate that it can have if others leave it; the same by default
   * (`tc_htb_opt.ceil`).
   */
  ceil?: Rate;
  /** Bytes that it may send at once; 1600 by default (`tc_htb_opt.buffer`). */
  burst?: number;
  /** Bytes that it may send at once at the higher rate (`tc_htb_opt.cbuffer`). */
  ceilBurst?: number;
  /** Priority, 0 to 7; 0 is the highest (`tc_htb_opt.prio`). */
  priority?: number;
  /** Bytes that are sent in a turn; by default, a part of the rate (`tc_htb_opt.quantum`). */
  quantum?: number;
  /** Level in the hierarchy: 0 for those that have no others below them (`tc_htb_opt.level`). */
  readonly level?: number;
}

interface FlatClass extends LinkLayer {
  rate?: bigint;
  ceil?: bigint;
  burst?: number;
  ceilBurst?: number;
  priority?: number;
  quantum?: number;
  level?: number;
}

/** Size of packets that a bucket has room for by default. */
const MTU = 1600;

/** How {@linkcode HtbClassOptions} are stored. */
export const htbClassMapping: TrafficMapping<HtbClassOptions, HtbData> =
  arranged(
    mapping<HtbClassOptions, FlatClass>({
      rate: rate64,
      ceil: rate64,
      burst: uint32,
      ceilBurst: uint32,
      priority: uint32,
      quantum: uint32,
      level: readOnly("level", uint32),
      ...linkLayerPairs,
    }),
    unpackClass,
    packClass,
  );

function unpackClass({ parameters, rate64, ceil64 }: HtbData): FlatClass {
  if (parameters === undefined) return {};
  const { buffer, ceilBuffer, quantum, level, priority } = parameters;
  const rate = rateOf(parameters.rate, rate64);
  const ceil = rateOf(parameters.ceil, ceil64);
  return {
    rate: BigInt(rate),
    ceil: BigInt(ceil),
    burst: burstOf(buffer, rate),
    ceilBurst: burstOf(ceilBuffer, ceil),
    priority,
    quantum,
    level,
    ...linkLayerOf(parameters.rate),
  };
}

/** The bytes that take a number of ticks, which was rounded up. */
function burstOf(ticks: number, rate: number): number {
  return Math.floor(transmittedSize(ticks, rate) + 1e-6);
}

function packClass(settings: FlatClass, fieldPath: FieldPath): HtbData {
  const { priority = 0, quantum = 0 } = settings;
  const rate = settings.rate === undefined ? undefined : Number(settings.rate);
  if (!rate) throw fieldPath.at("rate").wrong(rate, "a rate is required");
  const ceil = Number(settings.ceil || settings.rate);
  const more = linkLayerIn(settings);
  const own = rateSpec(rate, more);
  const most = rateSpec(ceil, more);
  const { burst = Math.floor(rate / 1e9) + MTU } = settings;
  const { ceilBurst = Math.floor(ceil / 1e9) + MTU } = settings;
  return {
    parameters: {
      rate: own.spec,
      ceil: most.spec,
      buffer: transmissionTime(burst, rate),
      ceilBuffer: transmissionTime(ceilBurst, ceil),
      quantum,
      level: 0,
      priority,
    },
    ...own.rate64 !== undefined && { rate64: own.rate64 },
    ...most.rate64 !== undefined && { ceil64: most.rate64 },
    ...tables(own.spec, most.spec),
  };
}

/** Of Ethernet, the kernel computes the tables itself. */
function tables(rate: TcRateSpec, ceil: TcRateSpec): Partial<HtbData> {
  if ((rate.linkLayer & TC_LINKLAYER_MASK) === TC_LINK_LAYERS.ethernet) {
    return {};
  }
  return {
    rateTable: rateTable(rate, MTU).table,
    ceilTable: rateTable(ceil, MTU).table,
  };
}
