import { assertEquals, assertRejects } from "@std/assert";
import { NetlinkError, type Nexthop, type NexthopSpec } from "../../api/mod.ts";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import { liveTest, type Need, sh } from "../support/live.ts";

function prepare(): void {
  sh("ip", "link", "add", "d0", "type", "veth", "peer", "name", "d1");
  for (const device of ["lo", "d0", "d1"]) {
    sh("ip", "link", "set", device, "up");
  }
  sh("ip", "address", "add", "192.0.2.1/24", "dev", "d0");
  sh("ip", "address", "add", "2001:db8::1/64", "dev", "d0", "nodad");
  sh("ip", "nexthop", "add", "id", "1", "via", "192.0.2.2", "dev", "d0");
  sh("ip", "nexthop", "add", "id", "2", "via", "192.0.2.3", "dev", "d0");
}

function plain({ message: _, ...words }: Nexthop): Omit<Nexthop, "message"> {
  return words;
}

const specs: (NexthopSpec & { needs?: Need[] })[] = [
  { id: 10, gateway: "192.0.2.7", device: "d0" },
  { id: 11, gateway: "2001:db8::7", device: "d0", protocol: "static" },
  { id: 12, gateway: "203.0.113.1", device: "d0", onlink: true },
  { id: 13, device: "d0", family: "inet6" },
  { id: 14, blackhole: true },
  { id: 15, blackhole: true, family: "inet6" },
  { id: 16, gateway: "192.0.2.9", fdb: true },
  { id: 17, group: [{ id: 1, weight: 1 }, { id: 2, weight: 5 }] },
  {
    id: 18,
    group: [{ id: 1, weight: 3 }, { id: 2, weight: 1 }],
    groupType: "resilient",
    resilient: { buckets: 8, idleTimer: 60, unbalancedTimer: 0 },
  },
  {
    id: 19,
    gateway: "192.0.2.7",
    device: "d0",
    encap: { mpls: { labels: [100, 200] } },
    needs: ["vm"],
  },
];

for (const { needs = [], ...spec } of specs) {
  liveTest(
    `Nexthops gets what it adds, and deletes and adds what it gets: ${
      JSON.stringify(spec)
    }`,
    { needs: ["kernel 5.13", ...needs] },
    async () => {
      prepare();
      using net = Rtnetlink.open();
      await net.nexthop.add(spec);
      const nexthop = await net.nexthop.get(spec.id!);
      const words = plain(nexthop);
      const { device: _, resilient, ...rest } = spec;
      assertEquals({ ...words, ...rest }, words);
      if (resilient !== undefined) {
        assertEquals({ ...words.resilient, ...resilient }, words.resilient);
      }
      await assertRejects(() => net.nexthop.add(spec), NetlinkError, "EEXIST");
      await net.nexthop.delete(nexthop);
      await assertRejects(
        () => net.nexthop.get(nexthop),
        NetlinkError,
        "ENOENT",
      );
      await net.nexthop.add(nexthop);
      assertEquals(plain(await net.nexthop.get(nexthop)), words);
    },
  );
}

liveTest(
  "Nexthops lists with filters, and flushes",
  { needs: ["kernel 5.3"] },
  async () => {
    prepare();
    using net = Rtnetlink.open();
    await net.nexthop.add({ group: [{ id: 1 }, { id: 2 }], protocol: "bgp" });
    await net.nexthop.replace({ id: 1, gateway: "192.0.2.22", device: "d0" });
    const list = async (filter = {}) =>
      await net.nexthop.list(filter).toArray();
    assertEquals((await list()).length, 3);
    assertEquals((await list({ device: "d0" })).length, 2);
    assertEquals((await list({ device: "d1" })).length, 0);
    assertEquals((await list({ family: "inet" })).length, 2);
    const [group, ...others] = await list({ groups: true });
    assertEquals(others, []);
    assertEquals(await list({ protocol: "bgp" }), [group]);
    await net.route.add({ to: "10.0.0.0/8", nexthopId: group!.id });
    const [route] = await net.route.list({ to: "10.0.0.0/8" }).toArray();
    assertEquals(route!.nexthopId, group!.id);
    await net.route.delete(route!);
    await net.route.add(route!);
    assertEquals(await net.nexthop.flush({ all: true }), 3);
    assertEquals(await list(), []);
  },
);

liveTest(
  "Routes through a blackhole next hop are deleted, added again and flushed",
  { needs: ["kernel 5.3"] },
  async () => {
    prepare();
    using net = Rtnetlink.open();
    await net.nexthop.add({ id: 5, blackhole: true });
    const to = "10.0.0.0/8";
    await net.route.add({ to, nexthopId: 5 });
    for (let round = 0; round < 2; round++) {
      const route = await net.route.get({ to });
      assertEquals([route.type, route.nexthopId], ["blackhole", 5]);
      await net.route.delete(route);
      assertEquals(await net.route.find({ to }), undefined);
      await net.route.add(route);
    }
    const { type, nexthopId } = await net.route.get({ to });
    assertEquals([type, nexthopId], ["blackhole", 5]);
    assertEquals(await net.route.flush({ to }), 1);
    await net.route.add({ to, nexthopId: 5 });
    assertEquals(await net.route.flush({ to }), 1);
    assertEquals(await net.route.find({ to }), undefined);
  },
);

liveTest(
  "Nexthops returns the buckets of resilient groups",
  { needs: ["kernel 5.13"] },
  async () => {
    prepare();
    using net = Rtnetlink.open();
    await net.nexthop.add({
      id: 5,
      group: [{ id: 1, weight: 3 }, { id: 2 }],
      groupType: "resilient",
      resilient: { buckets: 4 },
    });
    const buckets = await Array.fromAsync(net.nexthop.buckets({ group: 5 }));
    assertEquals(buckets.map(({ index }) => index), [0, 1, 2, 3]);
    assertEquals(buckets.filter(({ nexthop }) => nexthop === 1).length, 3);
    const some = await Array.fromAsync(net.nexthop.buckets({ nexthop: 2 }));
    assertEquals(some.length, 1);
    const bucket = await net.nexthop.bucket(5, some[0]!.index);
    assertEquals([bucket.group, bucket.nexthop], [5, 2]);
    await assertRejects(() => net.nexthop.bucket(5, 99), NetlinkError);
  },
);

liveTest(
  "Nexthops counts what members of groups forward",
  { needs: ["kernel 6.9"] },
  async () => {
    prepare();
    using net = Rtnetlink.open();
    await net.nexthop.add({ id: 5, group: [{ id: 1 }, { id: 2 }] });
    const filter = { groups: true, statistics: true };
    const [group] = await net.nexthop.list(filter).toArray();
    assertEquals(group!.statistics, [
      { id: 1, packets: 0n },
      { id: 2, packets: 0n },
    ]);
  },
);

liveTest(
  "Nexthops refuses bad input before anything is sent",
  {},
  async () => {
    using net = Rtnetlink.open();
    const cases: [object, string][] = [
      [{ id: -1 }, "as id"],
      [{ gateway: "x" }, "as gateway"],
      [{ group: [{ id: 0 }] }, "as group[0].id"],
      [{ group: [{ id: 1, weight: 0 }] }, "as group[0].weight"],
      [{ resilient: { buckets: 65536 } }, "as resilient.buckets"],
      [{ encap: { foo: {} } }, "as encap"],
      [{ protocol: "x" }, "as protocol"],
    ];
    for (const [spec, text] of cases) {
      await assertRejects(() => net.nexthop.add(spec), Error, text);
    }
  },
);
