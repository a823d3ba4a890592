/**
 * Random objects of each sort but links and routes: what the kernel reports of them makes
 * equal objects, and replaces the ones that it was read from.
 *
 * Left out is what no request can make: metrics of TCP connections come from
 * talking, joined addresses and multicast routes from sockets, and the
 * parameters of `netconf` from files of `/proc/sys`.
 *
 * @module
 */
import { assertEquals } from "@std/assert";
import fc from "fast-check";
import type { AddressSpec } from "../../api/address/address.ts";
import type { AddressLabelSpec } from "../../api/address/address_label.ts";
import type { ForwardingSpec } from "../../api/forwarding/forwarding.ts";
import type { FouSpec } from "../../api/generic/fou.ts";
import { GenericNetlink } from "../../api/mod.ts";
import type { NeighborSpec } from "../../api/neighbor/neighbor.ts";
import type { NeighborTableSpec } from "../../api/neighbor_table/neighbor_table.ts";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import type { RuleSpec } from "../../api/rule/rule.ts";
import { checkEach, must, refusal } from "../support/again.ts";
import { lastingText } from "../support/lasting.ts";
import { liveTest, unmet } from "../support/live.ts";
import {
  check,
  device,
  mac,
  protocol,
  seconds,
  settle,
  some,
  spec,
  type Verbs,
} from "../support/random_objects.ts";

const needs = ["kind veth", "kind dummy"] as const;

const realms = fc.constantFrom({ to: 5 }, { from: 6, to: 7 });

const addresses: fc.Arbitrary<AddressSpec> = fc.oneof(
  spec<AddressSpec>({
    device,
    address: fc.constantFrom("198.51.100.1/24", "198.51.100.1", "127.0.5.1/8"),
  }, {
    peer: fc.constantFrom("198.51.100.2", "198.51.100.2/24"),
    broadcast: fc.constantFrom("+", "-", "198.51.100.9"),
    scope: fc.constantFrom("link", "host", "global", "site"),
    flags: fc.subarray(["noprefixroute", "autojoin", "nodad", "home"]),
    validLifetime: seconds,
    preferredLifetime: fc.constantFrom(500, 0, Infinity),
    metric: fc.constantFrom(5, 4_000_000_000),
    protocol: fc.constantFrom(77, "kernel_ra", "unspec"),
  }),
  spec<AddressSpec>({
    device,
    address: fc.constantFrom("2001:db8:1::1/64", "2001:db8:1::1", "fe80::9/64"),
    // Without it the kernel checks addresses, and takes its time.
    flags: fc.subarray(["home", "mngtmpaddr", "noprefixroute", "optimistic"])
      .map((flags) => ["nodad", ...flags]),
  }, {
    peer: fc.constantFrom("2001:db8:1::2", "2001:db8:1::2/64"),
    scope: fc.constantFrom("link", "global"),
    validLifetime: seconds,
    preferredLifetime: fc.constantFrom(500, 0, Infinity),
    metric: fc.constantFrom(5, 4_000_000_000),
    protocol: fc.constantFrom(77, "kernel_ra"),
  }),
);

liveTest(
  "Addresses.add() takes any that list() reports",
  { needs },
  async () => {
    using net = Rtnetlink.open();
    await settle(net);
    await checkEach(addresses, (spec) =>
      check(
        net.address,
        spec,
        ({ address }) => /^(198|127\.0\.5|2001:db8:1:|fe80::9\/)/.test(address),
      ));
  },
);

const ports = fc.constantFrom(53, { from: 5, to: 9 }, 65535);

const rules = fc.tuple(
  fc.boolean(),
  spec<RuleSpec>({ priority: fc.constantFrom(0, 100, 4_000_000_000) }, {
    table: fc.constantFrom("main", "local", 5, 1000),
    not: fc.constant(true),
    tos: fc.constantFrom(16, 4),
    dscp: fc.constantFrom(0, 63),
    mark: fc.constantFrom(0, 5),
    markMask: fc.constantFrom(0xf, 0xffff_ffff),
    inputDevice: fc.constantFrom("a", "nothing", "lo"),
    outputDevice: fc.constantFrom("a", "nothing"),
    users: fc.constantFrom(0, { from: 5, to: 9 }),
    ipProtocol: fc.constantFrom("udp", "tcp", "icmp", 99),
    sourcePorts: ports,
    destinationPorts: ports,
    sourcePortMask: fc.constantFrom(0xffff, 0xff),
    flowLabel: fc.constant(7),
    tunnelId: fc.constantFrom(5n, 2n ** 40n),
    action: fc.constantFrom("nop", "blackhole", "unreachable", "prohibit"),
    l3mdev: fc.constant(true),
    goto: fc.constantFrom(200, 5_000),
    suppressPrefixLength: fc.constantFrom(0, 24),
    suppressGroup: fc.constantFrom(0, 5),
    realms,
    protocol,
  }),
  some({
    from: fc.constantFrom("10.0.0.0/8", "10.7.0.1", "all"),
    to: fc.constantFrom("192.0.2.0/24", "192.0.2.7"),
  }),
).map(([is6, spec, prefixes]): RuleSpec => ({
  ...spec,
  ...is6 ? { family: "inet6" } : prefixes,
  ...spec.goto !== undefined && { action: "goto" },
  ...spec.table === undefined && spec.l3mdev === undefined &&
    spec.action === undefined && spec.goto === undefined && { table: 5 },
}));

liveTest("Rules.add() takes any that list() reports", { needs }, async () => {
  using net = Rtnetlink.open();
  await settle(net);
  await net.rule.add({ priority: 200, table: 5 });
  const before = new Set((await net.rule.list().toArray()).map(lastingText));
  await checkEach(
    rules,
    (spec) => check(net.rule, spec, (item) => !before.has(lastingText(item))),
    // Most need something that another one of them is.
    0.2,
  );
});

const neighbors = spec<NeighborSpec>({
  device,
  address: fc.constantFrom("192.0.2.77", "2001:db8::77"),
}, {
  linkAddress: mac,
  state: fc.constantFrom("permanent", "noarp", "stale"),
  flags: fc.subarray(["router", "extern_learn", "managed"]),
  protocol,
});

liveTest(
  "Neighbors.add() takes any that list() reports",
  { needs },
  async () => {
    using net = Rtnetlink.open();
    await settle(net);
    for (const proxy of [false, true]) {
      const { neighbor } = net;
      const verbs: Verbs<NeighborSpec, NeighborSpec> = {
        list: () => neighbor.list(proxy ? { proxy } : {}),
        add: (spec) => neighbor.add(spec),
        replace: (spec) => neighbor.replace(spec),
        delete: (key) => neighbor.delete(key),
      };
      const specs = proxy
        ? neighbors.map(({ device, address, protocol }) => ({
          device,
          address,
          proxy,
          ...protocol !== undefined && { protocol },
        }))
        : neighbors;
      await checkEach(
        specs as fc.Arbitrary<NeighborSpec>,
        (spec) => check(verbs, spec, ({ address }) => /[.:]77$/.test(address)),
      );
    }
  },
);

const entries = fc.oneof(
  spec<ForwardingSpec>({
    device: fc.constantFrom("b", "br0"),
    linkAddress: mac,
  }, {
    master: fc.constant(true),
    self: fc.constant(true),
    state: fc.constantFrom("permanent", "static", "dynamic"),
    vlan: fc.constantFrom(0, 5),
    sticky: fc.constant(true),
    externLearn: fc.constant(true),
  }),
  spec<ForwardingSpec>({
    device: fc.constant("v"),
    linkAddress: mac,
    destination: fc.constantFrom("192.0.2.7", "192.0.2.8"),
  }, {
    state: fc.constantFrom("permanent", "static", "dynamic", "stale"),
    port: fc.constantFrom(5555, 4789),
    vni: fc.constantFrom(9, 5),
    outputDevice: fc.constant("a"),
    externLearn: fc.constant(true),
    router: fc.constant(true),
  }),
  spec<ForwardingSpec>({
    device: fc.constant("v"),
    linkAddress: mac,
    nexthopId: fc.constant(50),
  }, { externLearn: fc.constant(true) }),
);

liveTest(
  "ForwardingEntries.add() takes any that list() reports",
  { needs: [...needs, "kind bridge", "kind vxlan"] },
  async () => {
    using net = Rtnetlink.open();
    await settle(net);
    await net.nexthop.add({ id: 4, fdb: true, gateway: "192.0.2.2" });
    await net.nexthop.add({ id: 50, fdb: true, group: [{ id: 4 }] });
    // With VLANs, an entry is one for each VLAN of the port.
    const hasVlans = unmet(["feature bridge-vlans"]) === undefined;
    const bridge = hasVlans ? { vlanDefaultPvid: 0 } : {};
    await net.link.add({ name: "br0", bridge, up: true });
    await net.link.set("b", { master: "br0" });
    await net.link.add({ name: "v", up: true, vxlan: { id: 5, port: 4789 } });
    await checkEach(entries, (spec) =>
      check(
        net.forwarding,
        spec,
        ({ linkAddress }) => linkAddress.startsWith("02:00:00:00:00:"),
      ));
  },
);

const labels = spec<AddressLabelSpec>({
  prefix: fc.constantFrom("2001:db8:5::/48", "2001:db8:5::1/128"),
  label: fc.constantFrom(0, 77, 0xfffffffe),
}, { device });

liveTest(
  "AddressLabels.add() takes any that list() reports",
  { needs },
  async () => {
    using net = Rtnetlink.open();
    await settle(net);
    await checkEach(labels, (spec) =>
      check(
        net.addressLabel,
        spec,
        ({ prefix }) => prefix.startsWith("2001:db8:5:"),
      ));
  },
);

const fouPorts = spec<FouSpec>({
  port: fc.constantFrom(5555, 65535),
  type: fc.constantFrom("direct", "gue"),
  protocol: fc.constantFrom("ipip", "gre", 41),
}, {
  family: fc.constantFrom("inet", "inet6"),
  local: fc.constantFrom("192.0.2.1"),
  peer: fc.constantFrom("192.0.2.2"),
  peerPort: fc.constantFrom(7777),
  device: fc.constant("a"),
  remoteChecksumAtOnce: fc.boolean(),
}).map(({ protocol, ...rest }) => ({
  ...rest,
  ...rest.type === "direct" && { protocol },
})) as fc.Arbitrary<FouSpec>;

liveTest(
  "FouPorts.add() takes any that list() reports",
  { needs: [...needs, "family fou"] },
  async () => {
    using net = Rtnetlink.open();
    await settle(net);
    using generic = GenericNetlink.open();
    const verbs = {
      list: () => generic.fou.list(),
      add: (spec: FouSpec) => generic.fou.add(spec),
      delete: (key: FouSpec) => generic.fou.delete(key),
    };
    await checkEach(fouPorts, (spec) => check(verbs, spec, () => true));
  },
);

const numbers = fc.constantFrom(0, 1, 7, 100);
const times = fc.constantFrom(0, 0.5, 12, 99.99);
const tables = spec<NeighborTableSpec>({
  name: fc.constantFrom("arp_cache", "ndisc_cache"),
  device: fc.constantFrom("a", undefined),
}, {
  baseReachableTime: times,
  retransmitTime: times,
  gcStaleTime: times,
  delayProbeTime: times,
  queueLength: numbers,
  queueLengthBytes: fc.constantFrom(0, 5000, 1_000_000),
  appProbes: numbers,
  unicastProbes: numbers,
  multicastProbes: numbers,
  multicastReprobes: numbers,
  anycastDelay: times,
  proxyDelay: times,
  proxyQueueLength: numbers,
  lockTime: times,
});

liveTest(
  "NeighborTables.change() takes any that list() reports",
  { needs },
  async () => {
    using net = Rtnetlink.open();
    await settle(net);
    const read = async ({ name, device }: NeighborTableSpec) =>
      (await net.neighborTable.list({ name, device: device ?? null })
        .toArray())[0]!;
    await checkEach(tables, async (spec) => {
      const before = await read(spec);
      if (await refusal(net.neighborTable.change(spec)) !== undefined) {
        return "refused";
      }
      const changed = await read(spec);
      await must("restore", before, net.neighborTable.change(before));
      assertEquals(lastingText(await read(spec)), lastingText(before));
      await must("change", changed, net.neighborTable.change(changed));
      assertEquals(lastingText(await read(spec)), lastingText(changed));
      await net.neighborTable.change(before);
      return "checked";
    });
  },
);
