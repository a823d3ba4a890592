/**
 * What a new user mistypes, in filters, keys, specs and options of traffic
 * control and bridges, is refused by name, and before anything is sent.
 */

import type {
  BridgeVlanFilter,
  BridgeVlanSpec,
  GlobalVlanFilter,
  GlobalVlanSpec,
  MulticastEntryFilter,
  MulticastEntrySelection,
  MulticastEntrySpec,
  PortTreeStateFilter,
  PortTreeStateSpec,
  VxlanNetworkFilter,
  VxlanNetworkSpec,
} from "../../api/bridge/mod.ts";
import type {
  BatchOptions,
  DumpOptions,
  RequestOptions,
} from "../../api/connection/connection.ts";
import type {
  ClassKindOptions,
  FilterKindOptions,
  FilterPosition,
  QdiscFilter,
  QdiscKindOptions,
  QdiscName,
  QdiscSpec,
  TrafficActionFilter,
  TrafficActionKey,
  TrafficChainSpec,
  TrafficClassFilter,
  TrafficClassKey,
  TrafficClassSpec,
  TrafficFilterKey,
  TrafficFilterQuery,
  TrafficFilterSpec,
} from "../../api/tc/mod.ts";
import { actionKindMappings } from "../../api/tc/actions/mod.ts";
import { classKindMappings } from "../../api/tc/classes/mod.ts";
import { filterKindMappings } from "../../api/tc/filters/mod.ts";
import { qdiscKindMappings } from "../../api/tc/qdiscs/mod.ts";
import {
  assertNamed,
  at,
  batchOptions,
  dumpOptions,
  net,
  requestOptions,
  settable,
  testMistyped,
} from "../support/mistyped.ts";

const qdisc = { device: 1, handle: "1:", kind: "drr" };
const trafficClass = { device: 1, id: "1:1" };
const matchall = { device: 1, matchall: {} };
const entry = { bridge: 1, port: 1, group: "239.1.1.1" };
const filterKey: Required<Omit<TrafficFilterKey, "handle" | "block">> = {
  device: 1,
  parent: "ingress",
  chain: 5,
  kind: "matchall",
  preference: 5,
  protocol: "ip",
};

testMistyped([
  ...at<BatchOptions & { replace?: boolean }>(
    "options of tc.addAll",
    { ...batchOptions, replace: true },
    (options) => net.tc.qdisc.addAll([qdisc], options),
    (options) => net.tc.class.addAll([trafficClass], options),
  ),
  ...at<BatchOptions & { ifExists?: boolean }>(
    "options of tc.deleteAll",
    { ...batchOptions, ifExists: true },
    (options) => net.tc.qdisc.deleteAll([qdisc], options),
    (options) => net.tc.class.deleteAll([trafficClass], options),
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
  ...at<BridgeVlanFilter>(
    "bridge.vlan.list",
    { device: 1, vlan: 5, pvid: true, untagged: true, statistics: true },
    (filter) => net.bridge.vlan.list(filter).toArray(),
    (key) => net.bridge.vlan.get(key),
  ),
  ...at<BridgeVlanSpec>(
    "bridge.vlan.add",
    {
      device: 1,
      vlan: 5,
      pvid: true,
      untagged: true,
      tunnelId: 5,
      state: "blocking",
      multicastRouter: 1,
      multicastMaxGroups: 5,
      neighborSuppress: true,
      neighborForwardGratuitous: true,
    },
    (spec) => net.bridge.vlan.add(spec),
    (spec) => net.bridge.vlan.addAll([spec]),
    (key) => net.bridge.vlan.delete(key),
  ),
  ...at<GlobalVlanFilter>(
    "bridge.globalVlan.list",
    { device: 1, vlan: 5 },
    (filter) => net.bridge.globalVlan.list(filter).toArray(),
  ),
  ...at<GlobalVlanSpec>(
    "bridge.globalVlan.set",
    {
      device: 1,
      vlan: 5,
      multicastSnooping: true,
      multicastQuerier: true,
      multicastIgmpVersion: 3,
      multicastMldVersion: 2,
      multicastLastMemberCount: 5,
      multicastLastMemberInterval: 1,
      multicastStartupQueryCount: 5,
      multicastStartupQueryInterval: 1,
      multicastMembershipInterval: 1,
      multicastQuerierInterval: 1,
      multicastQueryInterval: 1,
      multicastQueryResponseInterval: 1,
      mstInstance: 5,
    },
    (spec) => net.bridge.globalVlan.set(spec),
  ),
  ...at<MulticastEntryFilter>(
    "bridge.mdb.list",
    {
      bridge: 1,
      port: 1,
      group: "239.1.1.1",
      vlan: 5,
      source: "192.0.2.1",
      sourceVni: 5,
    },
    (filter) => net.bridge.mdb.list(filter).toArray(),
  ),
  ...at<MulticastEntrySpec>(
    "bridge.mdb.add",
    {
      bridge: 1,
      port: 1,
      group: "239.1.1.1",
      vlan: 5,
      source: "192.0.2.1",
      destination: "192.0.2.2",
      destinationPort: 5,
      vni: 5,
      outputDevice: 1,
      sourceVni: 5,
      permanent: true,
      filterMode: "include",
      sources: ["192.0.2.1"],
      protocol: "static",
    },
    (spec) => net.bridge.mdb.add(spec),
    (spec) => net.bridge.mdb.replace(spec),
    (key) => net.bridge.mdb.delete(key),
  ),
  ...at<MulticastEntrySelection>(
    "bridge.mdb.flush",
    {
      bridge: 1,
      port: 1,
      vlan: 5,
      permanent: true,
      protocol: "static",
      destination: "192.0.2.2",
      destinationPort: 5,
      vni: 5,
      sourceVni: 5,
    },
    (selection) => net.bridge.mdb.flush(selection),
  ),
  ...at<VxlanNetworkFilter>(
    "bridge.vni.list",
    { device: 1, vni: 5, statistics: true },
    (filter) => net.bridge.vni.list(filter).toArray(),
  ),
  ...at<VxlanNetworkSpec>(
    "bridge.vni.add",
    { device: 1, vni: 5, remote: "192.0.2.1" },
    (spec) => net.bridge.vni.add(spec),
    (key) => net.bridge.vni.delete(key),
  ),
  ...at<PortTreeStateFilter>(
    "bridge.mst.list",
    { device: 1, instance: 5 },
    (filter) => net.bridge.mst.list(filter).toArray(),
  ),
  ...at<PortTreeStateSpec>(
    "bridge.mst.set",
    { device: 1, instance: 5, state: "blocking" },
    (spec) => net.bridge.mst.set(spec),
  ),
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
    (position) => net.tc.chain.list(position).toArray(),
    (position) => net.tc.chain.add(position),
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
  ...at<TrafficActionFilter>(
    "tc.action.list",
    { kind: "gact", usedWithin: 1 },
    (filter) => net.tc.action.list(filter).toArray(),
  ),
  ...at<TrafficActionKey>(
    "tc.action.get",
    { kind: "gact", index: 1 },
    (key) => net.tc.action.get(key),
    (key) => net.tc.action.find(key),
    (key) => net.tc.action.delete(key),
  ),
  ...at<Pick<TrafficActionKey, "kind">>(
    "tc.action.flush",
    { kind: "gact" },
    (filter) => net.tc.action.flush(filter),
  ),
  ...at<DumpOptions>(
    "options of lists of traffic control",
    dumpOptions,
    (options) => net.tc.qdisc.list({}, options).toArray(),
    (options) => net.tc.class.list({ device: 1 }, options).toArray(),
    (options) => net.tc.filter.list({ device: 1 }, options).toArray(),
    (options) => net.tc.chain.list({ device: 1 }, options).toArray(),
    (options) => net.tc.action.list({}, options).toArray(),
  ),
  ...at<RequestOptions>(
    "options of requests of traffic control",
    requestOptions,
    (options) => net.tc.filter.add(matchall, options),
    (options) => net.tc.action.add({ then: "drop" }, options),
    (options) => net.tc.action.delete({ kind: "gact", index: 1 }, options),
    (options) => net.tc.action.flush({ kind: "gact" }, options),
    (options) => net.bridge.vlan.set({ device: 1, vlan: 5 }, options),
    (options) => net.bridge.mdb.add(entry, options),
  ),
]);

/** The kinds of an object, and what is added to make one. */
const kinds: readonly [
  name: string,
  mappings: Readonly<Record<string, Parameters<typeof settable>[0]>>,
  call: (spec: never) => Promise<unknown>,
][] = [
  [
    "tc.qdisc.add",
    qdiscKindMappings,
    (spec) => net.tc.qdisc.add({ device: 1, handle: "1:", ...spec as object }),
  ],
  [
    "tc.class.add",
    classKindMappings,
    (spec) => net.tc.class.add({ device: 1, id: "1:1", ...spec as object }),
  ],
  [
    "tc.filter.add",
    filterKindMappings,
    (spec) => net.tc.filter.add({ device: 1, ...spec as object }),
  ],
  ["tc.action.add", actionKindMappings, (spec) => net.tc.action.add(spec)],
  [
    "tc.chain.add",
    { flower: filterKindMappings.flower },
    (spec) => net.tc.chain.add({ device: 1, chain: 5, ...spec as object }),
  ],
];

for (const [name, mappings, call] of kinds) {
  const target = { name, valid: {}, call };
  for (const [kind, mapping] of Object.entries(mappings)) {
    Deno.test(`${name} refuses what is mistyped of ${kind}`, async () => {
      const unknown = { [kind]: { mistyped: 5 } };
      await assertNamed(target, unknown, `${kind}.mistyped`);
      for (const property of settable(mapping)) {
        const wrong = { [kind]: { [property]: { wrong: true } } };
        await assertNamed(target, wrong, `${kind}.${property}`);
      }
    });
  }
}
