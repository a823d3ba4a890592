import { filterKindMappings } from "../../../api/tc/filters/mod.ts";
import type {
  FilterKindOptions,
  TrafficFilterKey,
  TrafficFilterQuery,
  TrafficFilterSpec,
} from "../../../api/tc/mod.ts";
import {
  at,
  atKinds,
  atLists,
  atRequests,
  type Case,
  net,
} from "../../support/mistyped.ts";

const matchall = { device: 1, matchall: {} };

const filterKey: Required<Omit<TrafficFilterKey, "handle" | "block">> = {
  device: 1,
  parent: "ingress",
  chain: 5,
  kind: "matchall",
  preference: 5,
  protocol: "ip",
};

export const cases: Case[] = [
  ...at<Omit<TrafficFilterQuery, "block">>(
    "tc.filter.list",
    { ...filterKey, preferences: true },
    (filter) => net.tc.filter.list(filter).toArray(),
  ),
  ...at<Pick<TrafficFilterQuery, "block" | "chain">>(
    "tc.filter.list, of a block",
    { block: 5, chain: 5 },
    (filter) => net.tc.filter.list(filter).toArray(),
    (filter) => net.tc.filter.get(filter),
  ),
  ...at<Omit<TrafficFilterSpec, "block" | keyof FilterKindOptions>>(
    "tc.filter.add",
    {
      ...filterKey,
      kind: "fw",
      handle: 1,
      classId: "1:1",
      actions: [{ then: "drop" }],
      police: { rate: 1000, burst: 2000 },
      estimator: { interval: 1, timeConstant: 8 },
    },
    (spec) => net.tc.filter.add(spec),
    (spec) => net.tc.filter.replace(spec),
    (spec) => net.tc.filter.change(spec),
  ),
  ...at<Omit<TrafficFilterKey, "block">>(
    "tc.filter.get",
    { ...filterKey, handle: 1 },
    (key) => net.tc.filter.get(key),
    (key) => net.tc.filter.find(key),
    (key) => net.tc.filter.delete(key),
  ),
  ...atLists(
    (options) => net.tc.filter.list({ device: 1 }, options).toArray(),
  ),
  ...atRequests(
    (options) => net.tc.filter.add(matchall, options),
  ),
  ...atKinds(
    "tc.filter.add",
    filterKindMappings,
    (kind) => net.tc.filter.add({ device: 1, ...kind as object }),
  ),
];
