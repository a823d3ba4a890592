/**
 * Kinds of filters: what is in `TCA_OPTIONS` for each `TCA_KIND`.
 *
 * @module
 */

import type { Codec } from "../../codec/mod.ts";
import { type BasicData, basicData } from "./basic.ts";
import { type BpfFilterData, bpfFilterData } from "./bpf.ts";
import { type CgroupData, cgroupData } from "./cgroup.ts";
import { type FlowData, flowData } from "./flow.ts";
import { type FlowerData, flowerData } from "./flower/flower.ts";
import { type FwData, fwData } from "./fw.ts";
import { type MatchallData, matchallData } from "./matchall.ts";
import { type RouteFilterData, routeFilterData } from "./route.ts";
import { type U32Data, u32Data } from "./u32.ts";

export * from "./basic.ts";
export * from "./bpf.ts";
export * from "./cgroup.ts";
export * from "./flags.ts";
export * from "./flow.ts";
export * from "./flower/flower.ts";
export * from "./flower/link.ts";
export * from "./flower/network.ts";
export * from "./flower/tunnel.ts";
export * from "./flower/tunnel_options.ts";
export * from "./fw.ts";
export * from "./matchall.ts";
export * from "./route.ts";
export * from "./u32.ts";
export * from "./u32_key.ts";

/** Options of a filter, in the property named after its kind. */
export interface FilterKinds {
  /** Compares 32-bit words of packets. */
  u32?: U32Data;
  /** Compares fields of packets. */
  flower?: FlowerData;
  /** Matches all packets. */
  matchall?: MatchallData;
  /** Runs programs. */
  bpf?: BpfFilterData;
  /** Compares marks. */
  fw?: FwData;
  /** Has extended matches. */
  basic?: BasicData;
  /** Chooses a class by keys of packets. */
  flow?: FlowData;
  /** Compares realms. */
  route?: RouteFilterData;
  /** Chooses a class by the control group of the sender. */
  cgroup?: CgroupData;
}

/** Codec of each of {@linkcode FilterKinds}. */
export const filterKinds: {
  readonly [K in keyof FilterKinds]-?: Codec<
    Exclude<FilterKinds[K], undefined>
  >;
} = {
  u32: u32Data,
  flower: flowerData,
  matchall: matchallData,
  bpf: bpfFilterData,
  fw: fwData,
  basic: basicData,
  flow: flowData,
  route: routeFilterData,
  cgroup: cgroupData,
};
