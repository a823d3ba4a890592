import { qdiscKindMappings } from "../../../api/tc/qdiscs/mod.ts";
import type { BatchOptions } from "../../../api/connection/connection.ts";
import type {
  QdiscFilter,
  QdiscKindOptions,
  QdiscName,
  QdiscSpec,
} from "../../../api/tc/mod.ts";
import {
  at,
  atKinds,
  atLists,
  batchOptions,
  type Case,
  net,
} from "../../support/mistyped.ts";

const qdisc = { device: 1, handle: "1:", kind: "drr" };

export const cases: Case[] = [
  ...at<BatchOptions & { replace?: boolean }>(
    "options of tc.addAll",
    { ...batchOptions, replace: true },
    (options) => net.tc.qdisc.addAll([qdisc], options),
  ),
  ...at<BatchOptions & { ifExists?: boolean }>(
    "options of tc.deleteAll",
    { ...batchOptions, ifExists: true },
    (options) => net.tc.qdisc.deleteAll([qdisc], options),
  ),
  ...at<QdiscFilter>(
    "tc.qdisc.list",
    { device: 1, parent: "root", handle: "1:", kind: "drr", hidden: true },
    (filter) => net.tc.qdisc.list(filter).toArray(),
  ),
  ...at<Omit<QdiscSpec, keyof QdiscKindOptions>>(
    "tc.qdisc.add",
    {
      ...qdisc,
      parent: "root",
      ingressBlock: 5,
      egressBlock: 5,
      sizeTable: { overhead: 5 },
      estimator: { interval: 1, timeConstant: 8 },
    },
    (spec) => net.tc.qdisc.add(spec),
    (spec) => net.tc.qdisc.replace(spec),
    (spec) => net.tc.qdisc.change(spec),
    (spec) => net.tc.qdisc.link(spec),
    (spec) => net.tc.qdisc.addAll([spec]),
  ),
  ...at<QdiscName>(
    "tc.qdisc.get",
    { ...qdisc, parent: "root" },
    (key) => net.tc.qdisc.get(key),
    (key) => net.tc.qdisc.find(key),
    (key) => net.tc.qdisc.delete(key),
    (key) => net.tc.qdisc.deleteAll([key]),
  ),
  ...atLists(
    (options) => net.tc.qdisc.list({}, options).toArray(),
  ),
  ...atKinds(
    "tc.qdisc.add",
    qdiscKindMappings,
    (kind) => net.tc.qdisc.add({ device: 1, handle: "1:", ...kind as object }),
  ),
];
