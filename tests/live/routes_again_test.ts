/**
 * Random routes and next hop objects: what the kernel reports of them makes
 * equal ones, and replaces those that it was read from.
 *
 * @module
 */
import fc from "fast-check";
import type { NexthopSpec } from "../../api/nexthop/nexthop.ts";
import type { RouteSpec } from "../../api/route/route.ts";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import { checkEach } from "../support/again.ts";
import { liveTest } from "../support/live.ts";
import { encapsulations } from "../support/random_encapsulations.ts";
import {
  check,
  device,
  protocol,
  settle,
  some,
  spec,
} from "../support/random_objects.ts";

const needs = ["kind veth", "kind dummy"] as const;

const realms = fc.constantFrom({ to: 5 }, { from: 6, to: 7 });

const metrics = some({
  mtu: fc.constantFrom(1400, 0),
  window: fc.constant(70_000),
  rtt: fc.constantFrom(0.125, 1.5),
  rttVariance: fc.constant(0.25),
  slowStartThreshold: fc.constant(7),
  congestionWindow: fc.constant(8),
  advertisedMss: fc.constant(1000),
  reordering: fc.constant(9),
  hopLimit: fc.constantFrom(64, 255),
  initialCongestionWindow: fc.constant(20),
  minimumRto: fc.constant(0.2),
  initialReceiveWindow: fc.constant(30),
  quickAck: fc.boolean(),
  features: fc.constant(["ecn"] as const),
  congestionControl: fc.constant("reno"),
  fastOpenNoCookie: fc.boolean(),
  lock: fc.subarray(["mtu", "rtt", "hopLimit"] as const),
});

function hops(gateways: string[]): fc.Arbitrary<unknown> {
  return fc.array(
    spec({ gateway: fc.constantFrom(...gateways), device: fc.constant("a") }, {
      weight: fc.constantFrom(1, 7, 256),
      onlink: fc.constant(true),
    }),
    { minLength: 1, maxLength: 4 },
  );
}

function routesOf(to: string[], gateways: string[], source: string) {
  const common = {
    tos: fc.constant(16),
    table: fc.constantFrom("main", 5, 1000, "local"),
    protocol,
    metric: fc.constantFrom(0, 7, 4_000_000_000),
    metrics,
    source: fc.constant(source),
    preference: fc.constantFrom("low", "medium", "high"),
    expires: fc.constant(1000),
    realms,
  };
  return fc.oneof(
    spec<RouteSpec>(
      { to: fc.constantFrom(...to), gateway: fc.constantFrom(...gateways) },
      {
        ...common,
        device: fc.constant("a"),
        onlink: fc.constant(true),
        encap: encapsulations,
      },
    ),
    spec<RouteSpec>({ to: fc.constantFrom(...to), device }, {
      ...common,
      scope: fc.constantFrom("link", "global", "host", "site"),
      type: fc.constantFrom("multicast", "local", "broadcast", "unicast"),
      encap: encapsulations,
    }),
    spec<RouteSpec>({
      to: fc.constantFrom(...to),
      device,
      encap: encapsulations,
    }, { table: common.table, metric: common.metric }),
    spec<RouteSpec>({
      to: fc.constantFrom(...to),
      type: fc.constantFrom(
        "blackhole",
        "unreachable",
        "prohibit",
        "throw",
      ),
    }, common),
    spec<RouteSpec>(
      { to: fc.constantFrom(...to), nextHops: hops(gateways) },
      { table: common.table, metric: common.metric, metrics, realms },
    ),
    spec<RouteSpec>(
      { to: fc.constantFrom(...to), nexthopId: fc.constantFrom(1, 2, 3, 9) },
      { table: common.table, metric: common.metric, metrics },
    ),
  );
}

const families = {
  inet: routesOf(
    ["10.0.0.0/8", "10.7.0.1", "10.7.0.0/31"],
    ["192.0.2.2", "192.0.2.3"],
    "192.0.2.1",
  ),
  "inet through IPv6": routesOf(["10.0.0.0/8"], ["2001:db8::2"], "192.0.2.1"),
  inet6: routesOf(
    ["2001:db8:1::/48", "2001:db8:1::7"],
    ["2001:db8::2", "2001:db8::3"],
    "2001:db8::1",
  ),
};

for (const [family, routes] of Object.entries(families)) {
  liveTest(
    `Routes.add() takes any that list() reports: ${family}`,
    { needs },
    async () => {
      using net = Rtnetlink.open();
      await settle(net);
      await addNexthops(net);
      await checkEach(routes, (spec) =>
        check(
          net.route,
          spec,
          ({ to, type, protocol }) =>
            /^(10\.|2001:db8:1:)/.test(to) && type !== "anycast" &&
            protocol !== "kernel",
        ));
    },
  );
}

/** Next hop objects for routes, members of groups and groups. */
async function addNexthops(net: Rtnetlink): Promise<void> {
  await net.nexthop.add({ id: 1, gateway: "192.0.2.2", device: "a" });
  await net.nexthop.add({ id: 2, gateway: "192.0.2.3", device: "a" });
  await net.nexthop.add({ id: 3, gateway: "2001:db8::2", device: "a" });
  await net.nexthop.add({ id: 4, fdb: true, gateway: "192.0.2.2" });
  await net.nexthop.add({ id: 9, group: [{ id: 1 }, { id: 2, weight: 3 }] });
}

const nexthops = fc.oneof(
  spec<NexthopSpec>({
    id: fc.constantFrom(50, 4_000_000_000),
    gateway: fc.constantFrom("192.0.2.2", "2001:db8::2"),
    device: fc.constant("a"),
  }, { onlink: fc.constant(true), protocol, encap: encapsulations }),
  spec<NexthopSpec>({ id: fc.constant(50), device }, {
    family: fc.constantFrom("inet", "inet6"),
    protocol,
    encap: encapsulations,
  }),
  spec<NexthopSpec>({ id: fc.constant(50), blackhole: fc.constant(true) }, {
    family: fc.constantFrom("inet", "inet6"),
    protocol,
  }),
  spec<NexthopSpec>({
    id: fc.constant(50),
    fdb: fc.constant(true),
    gateway: fc.constantFrom("192.0.2.2", "2001:db8::2"),
  }, { protocol }),
  spec<NexthopSpec>({
    id: fc.constant(50),
    group: fc.uniqueArray(
      spec<{ id: number }>({ id: fc.constantFrom(1, 2, 3) }, {
        weight: fc.constantFrom(1, 255, 256, 5000),
      }),
      { minLength: 1, selector: ({ id }) => id },
    ),
  }, {
    protocol,
    groupType: fc.constantFrom("mpath", "resilient"),
    resilient: some({
      buckets: fc.constantFrom(8, 32),
      idleTimer: fc.constantFrom(5, 0.5),
      unbalancedTimer: fc.constantFrom(0, 60),
    }),
    hardwareStatistics: fc.boolean(),
  }),
  fc.constant<NexthopSpec>({ id: 50, group: [{ id: 4 }], fdb: true }),
);

liveTest(
  "Nexthops.add() takes any that list() reports",
  { needs },
  async () => {
    using net = Rtnetlink.open();
    await settle(net);
    await addNexthops(net);
    await checkEach(nexthops, (spec) => check(net.nexthop, spec, isOwn));
    function isOwn({ id }: { id: number }): boolean {
      return id >= 50;
    }
  },
);
