import { linkMapping } from "../../../api/link/spec.ts";
import { linkKindMappings } from "../../../api/link/kinds/mod.ts";
import { linkPortMappings } from "../../../api/link/ports/mod.ts";
import type {
  DumpOptions,
  RequestOptions,
} from "../../../api/connection/connection.ts";
import type { LinkDetails, LinkFilter } from "../../../api/link/filter.ts";
import type { LinkWaitOptions } from "../../../api/link/link.ts";
import {
  at,
  atDeletes,
  atKinds,
  atLists,
  atProperties,
  atRequests,
  type Case,
  dumpOptions,
  net,
  requestOptions,
} from "../../support/mistyped.ts";

const details: Required<LinkDetails> = {
  virtualFunctions: true,
  statistics: false,
  bridgeVlans: "ranges",
  mrp: true,
  cfm: true,
  multipleSpanningTrees: true,
  netnsId: 5,
};

const verbs: Record<string, (spec: object) => unknown> = {
  "link.add": (spec) => net.link.add({ name: "d0", ...spec }),
  "link.set": (spec) => net.link.set(1, { name: "d0", ...spec }),
  "link.replace": (spec) => net.link.replace({ name: "d0", ...spec }),
};

export const cases: Case[] = [
  ...at<LinkFilter>(
    "link.list",
    {
      master: 1,
      kind: "vlan",
      portKind: "bridge",
      up: true,
      group: 5,
      type: "ether",
      family: "bridge",
    },
    (filter) => net.link.list(filter).toArray(),
  ),
  ...at<DumpOptions & LinkDetails>(
    "options of link.list",
    { ...dumpOptions, ...details },
    (options) => net.link.list({}, options).toArray(),
  ),
  ...at<RequestOptions & LinkDetails>(
    "options of link.get",
    { ...requestOptions, ...details },
    (options) => net.link.get(1, options),
    (options) => net.link.find(1, options),
  ),
  ...at<LinkWaitOptions>(
    "options of link.waitFor",
    { signal: new AbortController().signal, timeout: 5 },
    (options) => net.link.waitFor(1, "present", options),
  ),
  ...atLists(
    (options) => net.link.stats.list([], options).toArray(),
  ),
  ...atRequests(
    (options) => net.link.set(1, { mtu: 1400 }, options),
    (options) => net.link.add({ name: "d0", kind: "dummy" }, options),
    (options) => net.link.stats.get(1, [], options),
    (options) => net.link.stats.find(1, [], options),
    (options) => net.link.stats.setHardware(1, true, options),
    (options) => net.link.replace({ name: "d0", kind: "dummy" }, options),
    (options) => net.link.change({ name: "d0", mtu: 1400 }, options),
    (options) => net.link.addNames(1, ["other"], options),
    (options) => net.link.deleteNames(1, ["other"], options),
  ),
  ...atDeletes(
    (options) => net.link.delete(1, options),
  ),
  ...Object.entries(verbs).flatMap(([name, call]) => [
    ...atProperties(name, linkMapping, call),
    ...atKinds(name, linkKindMappings, call),
    ...atKinds(`${name} of a port`, linkPortMappings, call),
  ]),
];
