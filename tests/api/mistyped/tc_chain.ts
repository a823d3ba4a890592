import { filterKindMappings } from "../../../api/tc/filters/mod.ts";
import type {
  FilterKindOptions,
  FilterPosition,
  TrafficChainSpec,
  TrafficFilterQuery,
} from "../../../api/tc/mod.ts";
import {
  at,
  atKinds,
  atLists,
  type Case,
  net,
} from "../../support/mistyped.ts";

export const cases: Case[] = [
  ...at<Pick<TrafficFilterQuery, "block" | "chain">>(
    "tc.filter.list, of a block",
    { block: 5, chain: 5 },
    (position) => net.tc.chain.list(position).toArray(),
    (position) => net.tc.chain.add(position),
  ),
  ...at<Omit<FilterPosition, "block">>(
    "tc.chain.list",
    { device: 1, parent: "ingress", chain: 5 },
    (position) => net.tc.chain.list(position).toArray(),
    (position) => net.tc.chain.get(position),
    (position) => net.tc.chain.find(position),
    (position) => net.tc.chain.delete(position),
  ),
  ...at<Omit<TrafficChainSpec, "block" | keyof FilterKindOptions>>(
    "tc.chain.add",
    { device: 1, parent: "ingress", chain: 5, kind: "flower" },
    (spec) => net.tc.chain.add(spec),
  ),
  ...atLists(
    (options) => net.tc.chain.list({ device: 1 }, options).toArray(),
  ),
  ...atKinds(
    "tc.chain.add",
    { flower: filterKindMappings.flower },
    (kind) => net.tc.chain.add({ device: 1, chain: 5, ...kind as object }),
  ),
];
