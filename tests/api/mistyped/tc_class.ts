import { classKindMappings } from "../../../api/tc/classes/mod.ts";
import type { BatchOptions } from "../../../api/connection/connection.ts";
import type {
  ClassKindOptions,
  TrafficClassFilter,
  TrafficClassKey,
  TrafficClassSpec,
} from "../../../api/tc/mod.ts";
import {
  at,
  atKinds,
  atLists,
  batchOptions,
  type Case,
  net,
} from "../../support/mistyped.ts";

const trafficClass = { device: 1, id: "1:1" };

export const cases: Case[] = [
  ...at<BatchOptions & { replace?: boolean }>(
    "options of tc.addAll",
    { ...batchOptions, replace: true },
    (options) => net.tc.class.addAll([trafficClass], options),
  ),
  ...at<BatchOptions & { ifExists?: boolean }>(
    "options of tc.deleteAll",
    { ...batchOptions, ifExists: true },
    (options) => net.tc.class.deleteAll([trafficClass], options),
  ),
  ...at<TrafficClassFilter>(
    "tc.class.list",
    { device: 1, parent: "1:", id: "1:1", kind: "drr" },
    (filter) => net.tc.class.list(filter).toArray(),
  ),
  ...at<Omit<TrafficClassSpec, keyof ClassKindOptions>>(
    "tc.class.add",
    {
      ...trafficClass,
      parent: "1:",
      kind: "drr",
      estimator: { interval: 1, timeConstant: 8 },
    },
    (spec) => net.tc.class.add(spec),
    (spec) => net.tc.class.replace(spec),
    (spec) => net.tc.class.change(spec),
    (spec) => net.tc.class.addAll([spec]),
  ),
  ...at<TrafficClassKey>(
    "tc.class.get",
    trafficClass,
    (key) => net.tc.class.get(key),
    (key) => net.tc.class.find(key),
    (key) => net.tc.class.delete(key),
    (key) => net.tc.class.deleteAll([key]),
  ),
  ...atLists(
    (options) => net.tc.class.list({ device: 1 }, options).toArray(),
  ),
  ...atKinds(
    "tc.class.add",
    classKindMappings,
    (kind) => net.tc.class.add({ device: 1, id: "1:1", ...kind as object }),
  ),
];
