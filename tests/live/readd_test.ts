/**
 * What a list reports can be added again, for all objects but links.
 *
 * @module
 */
import { assert, assertEquals } from "@std/assert";
import type { RouteSpec } from "../../api/route/route.ts";
import type { NexthopSpec } from "../../api/nexthop/nexthop.ts";
import type { RuleSpec } from "../../api/rule/rule.ts";
import type { AddressSpec } from "../../api/address/address.ts";
import type { Neighbor, NeighborSpec } from "../../api/neighbor/neighbor.ts";
import type { ForwardingSpec } from "../../api/forwarding/forwarding.ts";
import type { AddressLabelSpec } from "../../api/address/address_label.ts";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import { lastingText } from "../support/lasting.ts";
import { liveTest, unmet } from "../support/live.ts";

/** The verbs that all objects have. */
interface Verbs<T, S> {
  list(): { toArray(): Promise<T[]> };
  add(spec: S): Promise<void>;
  delete(key: T & S): Promise<unknown>;
}

/** Adds objects, reads, deletes and adds them again, and compares. */
async function check<T extends object, S>(
  verbs: Verbs<T, S>,
  specs: readonly S[],
  isOurs: (item: T) => boolean = () => true,
): Promise<void> {
  const before = new Set((await verbs.list().toArray()).map(lastingText));
  const added = async () =>
    (await verbs.list().toArray()).filter((item) =>
      isOurs(item) && !before.has(lastingText(item))
    );
  for (const spec of specs) {
    try {
      await verbs.add(spec);
    } catch (error) {
      throw new Error(`Cannot add ${Deno.inspect(spec)}`, { cause: error });
    }
    const first = await added();
    assert(first.length > 0, Deno.inspect(spec));
    for (const item of first) await verbs.delete(item as T & S);
    assertEquals(await added(), [], Deno.inspect(spec));
    for (const item of first) {
      try {
        await verbs.add(item as unknown as S);
      } catch (error) {
        throw new Error(`Cannot add ${Deno.inspect(item)} again`, {
          cause: error,
        });
      }
    }
    const second = await added();
    assertEquals(second.map(lastingText), first.map(lastingText));
    for (const item of second) await verbs.delete(item as T & S);
  }
}

async function settle(net: Rtnetlink): Promise<void> {
  await net.link.set("lo", { up: true });
  await net.link.add({
    name: "a",
    up: true,
    veth: { peer: { name: "b", up: true } },
  });
  await net.address.add({ device: "a", address: "192.0.2.1/24" });
  await net.address.add({
    device: "a",
    address: "2001:db8::1/64",
    flags: ["nodad"],
  });
}

const needs = ["kind veth"] as const;

const addresses: AddressSpec[] = [
  { device: "b", address: "192.0.2.9/24" },
  {
    device: "b",
    address: "198.51.100.1/24",
    broadcast: "+",
    label: "b:one",
    scope: "link",
    metric: 77,
    flags: ["noprefixroute"],
  },
  { device: "b", address: "198.51.100.1", peer: "198.51.100.2/32" },
  {
    device: "b",
    address: "198.51.100.1/24",
    validLifetime: 1000,
    preferredLifetime: 500,
    protocol: 77,
  },
  {
    device: "b",
    address: "2001:db8:1::1/64",
    flags: ["nodad", "home", "mngtmpaddr"],
    metric: 5,
  },
  { device: "b", address: "2001:db8:1::1", peer: "2001:db8:1::2/128" },
  { device: "b", address: "127.0.5.1/8" },
  { device: "b", address: "198.51.100.1/24", preferredLifetime: 0 },
];

liveTest("Addresses.add() takes what list() reports", { needs }, async () => {
  using net = Rtnetlink.open();
  await settle(net);
  // The kernel adds addresses of its own, and checks them, a little later.
  const ours = new Set(addresses.map(({ address }) => host(address)));
  await check(net.address, addresses, (item) => ours.has(host(item.address)));
});

function host(address: string | undefined): string | undefined {
  return address?.split("/")[0];
}

const routes: RouteSpec[] = [
  { to: "10.0.0.0/8", gateway: "192.0.2.2" },
  { to: "10.0.0.0/8", device: "a", scope: "link", metric: 7, table: 100 },
  { to: "10.0.0.0/8", type: "blackhole" },
  { to: "10.0.0.0/8", type: "unreachable", metric: 9, protocol: "static" },
  {
    to: "10.0.0.0/8",
    gateway: "192.0.2.2",
    source: "192.0.2.1",
    tos: 16,
    metrics: { mtu: 1400, advertisedMss: 1000 },
  },
  {
    to: "10.0.0.0/8",
    nextHops: [
      { gateway: "192.0.2.2", weight: 2 },
      { gateway: "192.0.2.3", device: "a", onlink: true },
    ],
  },
  { to: "10.0.0.0/8", gateway: "2001:db8::2", device: "a" },
  { to: "2001:db8:1::/48", gateway: "2001:db8::2" },
  { to: "2001:db8:1::/48", device: "a", metric: 5, table: 200 },
  { to: "2001:db8:1::/48", type: "prohibit" },
  {
    to: "2001:db8:1::/48",
    gateway: "2001:db8::2",
    expires: 1000,
    preference: "high",
  },
  {
    to: "2001:db8:1::/48",
    nextHops: [
      { gateway: "2001:db8::2", device: "a" },
      { gateway: "2001:db8::3", device: "a" },
    ],
  },
] satisfies RouteSpec[];

liveTest("Routes.add() takes what list() reports", { needs }, async () => {
  using net = Rtnetlink.open();
  await settle(net);
  // Addresses come with routes, which the kernel changes a little later.
  const ours = new Set(routes.map(({ to }) => to));
  await check(net.route, routes, ({ to }) => ours.has(to));
});

const rules: RuleSpec[] = [
  { priority: 100, from: "10.0.0.0/8", to: "192.0.2.0/24", table: 100 },
  { priority: 101, inputDevice: "a", outputDevice: "nothing", table: 5 },
  { priority: 102, mark: 5, markMask: 0xf, not: true, table: 5 },
  { priority: 103, action: "goto", goto: 200 },
  { priority: 104, family: "inet6", action: "blackhole" },
  { priority: 105, ipProtocol: "udp", destinationPorts: 53, table: 5 },
  {
    priority: 106,
    sourcePorts: { from: 5, to: 9 },
    ipProtocol: "tcp",
    table: 5,
  },
  { priority: 107, users: 0, tunnelId: 5n, table: 5 },
  { priority: 108, l3mdev: true },
  { priority: 109, suppressPrefixLength: 0, suppressGroup: 5, table: "main" },
  { priority: 110, tos: 16, realms: { from: 1, to: 2 }, table: 5 },
];

liveTest("Rules.add() takes what list() reports", { needs }, async () => {
  using net = Rtnetlink.open();
  await settle(net);
  await check(net.rule, rules);
});

const neighbors: NeighborSpec[] = [
  { device: "a", address: "192.0.2.7", linkAddress: "02:00:00:00:00:07" },
  {
    device: "a",
    address: "192.0.2.7",
    linkAddress: "02:00:00:00:00:07",
    state: "noarp",
    protocol: "static",
  },
  {
    device: "a",
    address: "2001:db8::7",
    linkAddress: "02:00:00:00:00:07",
    flags: ["router"],
  },
  { device: "a", address: "192.0.2.8", proxy: true },
  { device: "a", address: "2001:db8::8", proxy: true },
  {
    device: "a",
    address: "192.0.2.9",
    flags: ["extern_learn"],
    state: "stale",
    linkAddress: "02:00:00:00:00:07",
  },
] satisfies NeighborSpec[];

liveTest("Neighbors.add() takes what list() reports", { needs }, async () => {
  using net = Rtnetlink.open();
  await settle(net);
  // The kernel makes some of its own meanwhile.
  const ours = new Set(neighbors.map(({ address }) => address));
  const isOurs = ({ address }: Neighbor) => ours.has(address);
  for (const proxy of [false, true]) {
    const { neighbor } = net;
    const verbs: Verbs<Neighbor, NeighborSpec> = {
      list: () => neighbor.list(proxy ? { proxy } : {}),
      add: (spec) => neighbor.add(spec),
      delete: (key) => neighbor.delete(key),
    };
    const specs = neighbors.filter((spec) => (spec.proxy ?? false) === proxy);
    await check(verbs, specs, isOurs);
  }
});

const nexthops: NexthopSpec[] = [
  { id: 5, gateway: "192.0.2.2", device: "a" },
  { id: 5, device: "a", family: "inet6" },
  { id: 5, blackhole: true },
  { id: 5, gateway: "2001:db8::2", device: "a", protocol: "static" },
  { id: 5, gateway: "192.0.2.2", device: "a", onlink: true },
  { id: 5, fdb: true, gateway: "192.0.2.2" },
] satisfies NexthopSpec[];

liveTest("Nexthops.add() takes what list() reports", { needs }, async () => {
  using net = Rtnetlink.open();
  await settle(net);
  await check(net.nexthop, nexthops);
  for (const id of [1, 2]) {
    await net.nexthop.add({ id, gateway: `192.0.2.${id + 1}`, device: "a" });
  }
  await check(
    net.nexthop,
    [
      { id: 9, group: [{ id: 1 }, { id: 2, weight: 3 }] },
      {
        id: 9,
        group: [{ id: 1 }, { id: 2 }],
        groupType: "resilient",
        resilient: { buckets: 8, idleTimer: 5 },
      },
    ] satisfies NexthopSpec[],
  );
});

const labels: AddressLabelSpec[] = [
  { prefix: "2001:db8:5::/48", label: 77 },
  { prefix: "2001:db8:5::/48", label: 78, device: "a" },
];

liveTest(
  "AddressLabels.add() takes what list() reports",
  { needs },
  async () => {
    using net = Rtnetlink.open();
    await settle(net);
    await check(net.addressLabel, labels);
  },
);

liveTest(
  "ForwardingEntries.add() takes what list() reports",
  { needs: [...needs, "kind bridge", "kind vxlan"] },
  async () => {
    using net = Rtnetlink.open();
    await settle(net);
    // With VLANs, an entry is one for each VLAN of the port.
    const hasVlans = unmet(["feature bridge-vlans"]) === undefined;
    const bridge = hasVlans ? { vlanDefaultPvid: 0 } : {};
    await net.link.add({ name: "br0", bridge, up: true });
    await net.link.set("b", { master: "br0" });
    await net.link.add({ name: "v", up: true, vxlan: { id: 5, port: 4789 } });
    const linkAddress = "02:00:00:00:00:77";
    const entries: ForwardingSpec[] = [
      { device: "b", linkAddress, master: true, state: "static" },
      { device: "b", linkAddress, master: true, state: "permanent" },
      { device: "b", linkAddress },
      { device: "br0", linkAddress },
      { device: "v", linkAddress, destination: "192.0.2.7" },
      {
        device: "v",
        linkAddress,
        destination: "192.0.2.7",
        vni: 9,
        port: 5555,
        outputDevice: "a",
      },
    ] satisfies ForwardingSpec[];
    await check(
      net.forwarding,
      entries,
      (entry) => entry.linkAddress === linkAddress,
    );
  },
);
