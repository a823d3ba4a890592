/**
 * The kinds of filters, in people's terms.
 *
 * To add one, write its file next to this one and name it below: one property of
 * {@linkcode FilterKindOptions} and one of {@linkcode filterKindMappings}.
 *
 * @module
 */

import type { FilterKinds } from "../../../messages/tc/filters/mod.ts";
import type { Mapping } from "../../mapping/mapping.ts";
import { basicMapping, type BasicOptions } from "./basic.ts";
import { bpfFilterMapping, type BpfFilterOptions } from "./bpf.ts";
import { cgroupMapping, type CgroupOptions } from "./cgroup.ts";
import { flowMapping, type FlowOptions } from "./flow.ts";
import { flowerMapping, type FlowerOptions } from "./flower/flower.ts";
import { fwMapping, type FwOptions } from "./fw.ts";
import { matchallMapping, type MatchallOptions } from "./matchall.ts";
import { routeFilterMapping, type RouteFilterOptions } from "./route.ts";
import { u32Mapping, type U32Options } from "./u32.ts";

export * from "./basic.ts";
export * from "./bpf.ts";
export * from "./cgroup.ts";
export * from "./flags.ts";
export * from "./flow.ts";
export * from "./flower/mod.ts";
export * from "./fw.ts";
export * from "./masked.ts";
export * from "./matchall.ts";
export * from "./route.ts";
export * from "./u32.ts";
export * from "./u32_handle.ts";
export * from "./u32_key.ts";

/** Settings of a filter, in the property named after its kind. */
export interface FilterKindOptions {
  /** Compares 32-bit words of packets. */
  u32?: U32Options;
  /** Compares fields of packets. */
  flower?: FlowerOptions;
  /** Matches all packets. */
  matchall?: MatchallOptions;
  /** Runs a program. */
  bpf?: BpfFilterOptions;
  /** Compares marks; the mark is the handle. */
  fw?: FwOptions;
  /** Has extended matches. */
  basic?: BasicOptions;
  /** Chooses a class by keys of packets. */
  flow?: FlowOptions;
  /** Compares realms. */
  route?: RouteFilterOptions;
  /** Chooses a class by the control group of the sender. */
  cgroup?: CgroupOptions;
}

/** How the settings of each kind are stored. */
export const filterKindMappings: {
  readonly [K in keyof FilterKinds]-?: Mapping<
    Exclude<FilterKindOptions[K], undefined>,
    Exclude<FilterKinds[K], undefined>
  >;
} = {
  u32: u32Mapping,
  flower: flowerMapping,
  matchall: matchallMapping,
  bpf: bpfFilterMapping,
  fw: fwMapping,
  basic: basicMapping,
  flow: flowMapping,
  route: routeFilterMapping,
  cgroup: cgroupMapping,
};
