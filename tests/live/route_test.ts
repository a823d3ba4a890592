import {
  assert,
  assertEquals,
  assertGreater,
  assertRejects,
} from "@std/assert";
import {
  NetlinkError,
  type Route,
  type RouteFilter,
  type RouteSpec,
} from "../../api/mod.ts";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import { liveTest, type Need, sh } from "../support/live.ts";

/** A link with addresses of both families. */
function prepare(): void {
  sh("ip", "link", "add", "d0", "type", "veth", "peer", "name", "d1");
  for (const device of ["lo", "d0", "d1"]) {
    sh("ip", "link", "set", device, "up");
  }
  sh("ip", "address", "add", "192.0.2.1/24", "dev", "d0");
  sh("ip", "address", "add", "2001:db8::1/64", "dev", "d0", "nodad");
  sh("ip", "address", "add", "198.51.100.1/24", "dev", "d1");
}

/** Waits for the link-local addresses, as the kernel adds routes with them. */
async function settle(): Promise<void> {
  const isReady = () => {
    const lines = sh("ip", "-6", "-o", "address", "show", "scope", "link")
      .split("\n").filter((line) => / d[01] /.test(line));
    return lines.length === 2 &&
      !lines.some((line) => line.includes("tentative"));
  };
  while (!isReady()) await new Promise((resolve) => setTimeout(resolve, 50));
}

async function find(net: Rtnetlink, filter: RouteFilter): Promise<Route[]> {
  return await net.route.list(filter).toArray();
}

/** Without what the kernel adds and what changes all the time. */
function plain(route: Route): Omit<Route, "message"> {
  const { message: _, expires: __, ...words } = route;
  return words;
}

const specs: (RouteSpec & { needs?: Need[] })[] = [
  { to: "default", gateway: "192.0.2.254" },
  { to: "default", family: "inet6", gateway: "2001:db8::fe", metric: 9 },
  { to: "0.0.0.0/0", device: "d0", table: 100 },
  { to: "::/0", device: "d0", table: 70000, metric: 5 },
  { to: "10.0.0.0/8", gateway: "192.0.2.2", metric: 7, protocol: "static" },
  { to: "10.1.0.0/16", device: "d0", scope: "link", source: "192.0.2.1" },
  { to: "10.2.0.0/16", type: "blackhole", metric: 3 },
  { to: "10.3.0.0/16", type: "unreachable" },
  { to: "10.4.0.0/16", type: "prohibit" },
  { to: "10.5.0.0/16", type: "throw", table: "default" },
  { to: "10.6.0.1/32", type: "local", device: "d0" },
  { to: "239.0.0.0/8", type: "multicast", device: "d0" },
  { to: "10.7.0.0/16", gateway: "10.99.0.1", device: "d0", onlink: true },
  { to: "10.8.0.0/16", gateway: "2001:db8::7", device: "d0" },
  { to: "10.9.0.0/16", device: "d0", tos: 0x10, realms: { from: 3, to: 4 } },
  {
    to: "10.10.0.0/16",
    nextHops: [
      { gateway: "192.0.2.2", weight: 3 },
      { gateway: "198.51.100.2", device: "d1", realms: { to: 7 } },
      { gateway: "2001:db8::7", device: "d0", onlink: true },
    ],
  },
  {
    to: "10.11.0.0/16",
    gateway: "192.0.2.2",
    metrics: {
      mtu: 1400,
      rtt: 0.1,
      rttVariance: 0.02,
      minimumRto: 0.3,
      hopLimit: 9,
      features: ["ecn"],
      quickAck: true,
      congestionControl: "reno",
      lock: ["mtu"],
    },
  },
  { to: "2001:db8:1::/48", gateway: "2001:db8::2", preference: "high" },
  { to: "2001:db8:2::/48", from: "2001:db8:3::/48", device: "d0" },
  { to: "2001:db8:4::/48", type: "unreachable", metric: 3 },
  { to: "2001:db8:5::/48", gateway: "2001:db8::2", expires: 1000 },
  {
    to: "2001:db8:6::/48",
    nextHops: [{ gateway: "2001:db8::2" }, {
      gateway: "2001:db8::3",
      weight: 5,
    }],
  },
  {
    to: "10.20.0.0/16",
    gateway: "192.0.2.2",
    encap: { mpls: { labels: [100, 200], ttl: 5 } },
    needs: ["vm"],
  },
  {
    to: "10.21.0.0/16",
    device: "d0",
    encap: { ip: { id: 5n, destination: "192.0.2.9", ttl: 7, key: true } },
    needs: ["vm"],
  },
  {
    to: "10.22.0.0/16",
    device: "d0",
    encap: {
      ip6: {
        destination: "2001:db8::9",
        geneve: [
          { class: 1, type: 2, data: new Uint8Array(4) },
          { class: 3, type: 4, data: new Uint8Array(8) },
        ],
      },
    },
    needs: ["vm"],
  },
];

function shown(spec: RouteSpec): string {
  return JSON.stringify(
    spec,
    (_, value) => typeof value === "bigint" ? `${value}` : value,
  );
}

/** Routes but for those that the kernel adds, some of them a bit later. */
async function findOurs(net: Rtnetlink): Promise<Route[]> {
  const routes = await find(net, {});
  return routes.filter(({ protocol }) => protocol !== "kernel");
}

for (const { needs = [], ...spec } of specs) {
  liveTest(
    `Routes lists what it adds, and deletes and adds what it lists: ${
      shown(spec)
    }`,
    { needs },
    async () => {
      prepare();
      using net = Rtnetlink.open();
      const before = await findOurs(net);
      await net.route.add(spec);
      const after = await findOurs(net);
      const added = after.filter((route) =>
        !before.some((other) => shown(plain(other)) === shown(plain(route)))
      );
      assertEquals(added.length, 1);
      const route = added[0]!;
      check(route, spec);

      if (spec.family !== "inet6" && !spec.to.includes(":")) {
        await assertRejects(() => net.route.add(spec), NetlinkError, "EEXIST");
      }
      await net.route.delete(route);
      assertEquals((await findOurs(net)).map(plain), before.map(plain));
      await net.route.add(route);
      assertEquals((await findOurs(net)).map(plain), after.map(plain));
    },
  );
}

function check(route: Route, spec: RouteSpec): void {
  const { device, nextHops, encap, expires, ...rest } = spec;
  if (spec.to === "default") {
    rest.to = spec.family === "inet6" ? "::/0" : "0.0.0.0/0";
  }
  const words = plain(route);
  assertEquals({ ...words, ...rest }, words);
  if (device !== undefined) assertEquals(typeof route.device, "number");
  if (expires !== undefined) {
    assertGreater(route.expires!, expires - 10);
    assert(route.expires! <= expires);
  }
  for (const [at, hop] of (nextHops ?? []).entries()) {
    const { device: _, ...wanted } = hop;
    const found = route.nextHops![at]!;
    assertEquals({ ...found, ...wanted }, found);
  }
  for (const [kind, wanted] of Object.entries(encap ?? {})) {
    const found = (route.encap as Record<string, object>)[kind]!;
    assertEquals({ ...found, ...wanted as object }, found);
  }
}

liveTest("Routes handles MPLS routes", { needs: ["vm"] }, async () => {
  prepare();
  sh("sysctl", "-q", "net.mpls.platform_labels=1000");
  using net = Rtnetlink.open();
  const spec: RouteSpec = {
    family: "mpls",
    to: "100",
    newDestination: [200, 300],
    gateway: "192.0.2.2",
    ttlPropagate: false,
  };
  await net.route.add(spec);
  await net.route.add({
    family: "mpls",
    to: "101",
    nextHops: [
      { gateway: "192.0.2.2", newDestination: [5] },
      { gateway: "192.0.2.3", device: "d0" },
    ],
  });
  assertEquals(
    sh("ip", "-f", "mpls", "route", "show", "100"),
    "100 as to 200/300 via inet 192.0.2.2 dev d0 ttl-propogate disabled\n",
  );
  const [route] = await find(net, { family: "mpls", to: "100" });
  const words = plain(route!);
  assertEquals({ ...words, ...spec }, words);
  await net.route.delete(route!);
  await net.route.add(route!);
  assertEquals((await find(net, { family: "mpls", to: "100" })).length, 1);
  assertEquals((await find(net, { family: "mpls", to: "101" })).length, 1);
  const way = await net.route.resolve("100");
  assertEquals(way.newDestination, [200, 300]);
});

liveTest("Routes filters alike in the kernel and here", {}, async () => {
  prepare();
  await settle();
  using net = Rtnetlink.open();
  await net.route.add({ to: "10.0.0.0/8", gateway: "192.0.2.2", metric: 5 });
  await net.route.add({ to: "10.1.0.0/16", type: "blackhole" });
  await net.route.add({ to: "10.1.2.0/24", device: "d1", protocol: "static" });
  await net.route.add({ to: "default", gateway: "192.0.2.3", table: 100 });
  const filters: RouteFilter[] = [
    {},
    { family: "inet" },
    { family: "inet6" },
    { table: "main" },
    { table: "main", family: "inet" },
    { table: 100 },
    { table: "local", family: "inet6" },
    { protocol: "static" },
    { protocol: "kernel", family: "inet" },
    { type: "blackhole" },
    { type: "local", family: "inet" },
    { device: "d1" },
    { device: "d0", family: "inet6" },
    { scope: "link" },
    { metric: 5 },
    { gateway: "192.0.2.2" },
    { source: "127.0.0.1" },
    { to: "default" },
    { to: "10.1.0.0/16" },
    { root: "10.1.0.0/16" },
    { match: "10.1.2.3", family: "inet" },
    { table: "main", protocol: "boot", type: "unicast", family: "inet" },
  ];
  const counts: number[] = [];
  for (const filter of filters) counts.push((await find(net, filter)).length);
  assertEquals(counts.slice(4, 6), [5, 1]);
  assertEquals(counts.slice(7, 8), [1]);
  assertEquals(counts.slice(9, 10), [1]);
  assertEquals(counts.slice(14, 16), [1, 1]);
  assertEquals(counts.slice(17), [1, 1, 2, 4, 1]);
  const all = (await find(net, {})).length;
  assertEquals(counts[0], all);
  assertEquals(counts[1]! + counts[2]!, all);
  assertEquals(await find(net, { table: 77, family: "inet" }), []);
  assertEquals(
    (await net.route.get({ to: "10.0.0.0/8" })).gateway,
    "192.0.2.2",
  );
  await assertRejects(
    () => net.route.get({ to: "11.0.0.0/8" }),
    NetlinkError,
    "ESRCH",
  );
});

liveTest("Routes.resolve() returns the way of a packet", {}, async () => {
  prepare();
  using net = Rtnetlink.open();
  await net.route.add({ to: "10.0.0.0/8", gateway: "192.0.2.2" });
  await net.route.add({ to: "11.0.0.0/8", type: "unreachable" });
  const way = await net.route.resolve("10.1.2.3");
  assertEquals(way.to, "10.1.2.3/32");
  assertEquals(way.gateway, "192.0.2.2");
  assertEquals(way.source, "192.0.2.1");
  assertEquals(way.cloned, true);
  const route = await net.route.resolve({ to: "10.1.2.3", match: true });
  assertEquals(route.to, "10.0.0.0/8");
  const { index } = await net.link.get("d1");
  const other = await net.route.resolve({
    to: "198.51.100.7",
    device: "d1",
    mark: 5,
    uid: 1000,
    ipProtocol: "udp",
    sourcePort: 1,
    destinationPort: 53,
  });
  assertEquals([other.device, other.mark, other.uid], [index, 5, 1000]);
  assertEquals((await net.route.resolve("2001:db8::7")).family, "inet6");
  await assertRejects(
    () => net.route.resolve("11.1.1.1"),
    NetlinkError,
    "EHOSTUNREACH",
  );
  await assertRejects(
    () => net.route.resolve({ to: "10.1.1.1", from: "2001:db8::1" }),
    TypeError,
    "as from: it is not of the family of the destination",
  );
});

liveTest(
  "Routes keeps the order of routes to one destination",
  {},
  async () => {
    prepare();
    using net = Rtnetlink.open();
    const to = "10.0.0.0/8";
    await net.route.add({ to, gateway: "192.0.2.2" });
    await net.route.append({ to, gateway: "192.0.2.3" });
    await net.route.prepend({ to, gateway: "192.0.2.4" });
    await net.route.change({ to, gateway: "192.0.2.5" });
    const gateways = (await find(net, { to })).map(({ gateway }) => gateway);
    assertEquals(gateways, ["192.0.2.5", "192.0.2.2", "192.0.2.3"]);
    await net.route.replace({ to: "11.0.0.0/8", gateway: "192.0.2.5" });
    await net.route.replace({ to: "11.0.0.0/8", gateway: "192.0.2.6" });
    assertEquals((await find(net, { to: "11.0.0.0/8" })).length, 1);
    await assertRejects(
      () => net.route.change({ to: "12.0.0.0/8", gateway: "192.0.2.6" }),
      NetlinkError,
      "ENOENT",
    );
    await assertRejects(
      () => net.route.add({ to: "12.0.0.0/8", gateway: "203.0.113.9" }),
      NetlinkError,
      "ENETUNREACH",
    );
  },
);

liveTest("Routes adds, lists and flushes many at once", {}, async () => {
  prepare();
  using net = Rtnetlink.open();
  const many = Array.from({ length: 5000 }, (_, at): RouteSpec => ({
    to: `10.${at >> 8}.${at & 255}.0/24`,
    gateway: "192.0.2.2",
    device: "d0",
    table: 100,
    protocol: "static",
  }));
  await net.route.addAll(many);
  const listed = await find(net, { table: 100 });
  assertEquals(listed.length, many.length);
  const error = await net.route.addAll(many.slice(0, 3)).catch((e) => e);
  assertEquals(error.failures.length, 3);
  await net.route.addAll(many.slice(0, 3), { replace: true });
  await net.route.deleteAll(many.slice(0, 100));
  assertEquals(
    await net.route.flush({ table: 100, family: "inet" }),
    many.length - 100,
  );
  assertEquals(await find(net, { table: 100 }), []);
});

liveTest("Routes refuses bad input before anything is sent", {}, async () => {
  using net = Rtnetlink.open();
  const cases: [object, string][] = [
    [{ to: "300.0.0.0/8" }, 'Cannot use "300.0.0.0" as to'],
    [{ to: "10.0.0.0/33" }, "as to"],
    [{ to: "10.0.0.0/8", family: "inet6" }, "not of the family of the route"],
    [{ to: "10.0.0.0/8", gateway: "x" }, "as gateway"],
    [{ to: "10.0.0.0/8", table: "x" }, "as table"],
    [{ to: "10.0.0.0/8", type: "x" }, "as type"],
    [{ to: "10.0.0.0/8", metric: -1 }, "as metric"],
    [{ to: "10.0.0.0/8", metrics: { mtu: "x" } }, "as metrics.mtu"],
    [{ to: "10.0.0.0/8", metrics: { foo: 1 } }, "as metrics.foo"],
    [{ to: "10.0.0.0/8", nextHops: [{ weight: 0 }] }, "as nextHops[0].weight"],
    [{ to: "10.0.0.0/8", encap: {} }, "as encap"],
    [{ to: "10.0.0.0/8", encap: { mpls: { labels: [-1] } } }, "labels[0]"],
    [{ to: "x", family: "mpls" }, "an MPLS label is expected"],
  ];
  for (const [spec, text] of cases) {
    await assertRejects(() => net.route.add(spec as RouteSpec), Error, text);
  }
});
