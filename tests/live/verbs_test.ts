import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { NetlinkError } from "../../api/connection/errors.ts";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import { kernelTest, liveTest } from "../support/live.ts";

liveTest(
  "Links.replace() makes a link, and changes it when it is there",
  { needs: ["kind ifb"] },
  async () => {
    using net = Rtnetlink.open();
    await net.link.replace({ name: "i0", kind: "ifb", mtu: 1400 });
    const { index, mtu } = await net.link.get("i0");
    assertEquals(mtu, 1400);
    await net.link.replace({ name: "i0", kind: "ifb", mtu: 1300 });
    const changed = await net.link.get("i0");
    assertEquals([changed.index, changed.mtu], [index, 1300]);
  },
);

liveTest("Rules.replace() adds no rule a second time", {}, async () => {
  using net = Rtnetlink.open();
  const spec = { from: "192.0.2.0/24", table: 5, priority: 7 };
  await net.rule.replace(spec);
  const [rule] = await net.rule.list({ priority: 7 }).toArray();
  await net.rule.replace(spec);
  await net.rule.replace(rule!);
  assertEquals((await net.rule.list({ priority: 7 }).toArray()).length, 1);
});

liveTest("Rules.get() finds a rule by what it has", {}, async () => {
  using net = Rtnetlink.open();
  await net.rule.add({ from: "192.0.2.0/24", table: 5, priority: 7 });
  assertEquals((await net.rule.get({ priority: 7 })).table, 5);
  await assertRejects(
    () => net.rule.get({ priority: 8 }),
    NetlinkError,
    "Cannot get rule priority 8: ENOENT",
  );
});

liveTest(
  "Routes.get() and Addresses.get() report what is not there",
  {},
  async () => {
    using net = Rtnetlink.open();
    await assertRejects(
      () => net.route.get({ to: "192.0.2.0/24" }),
      NetlinkError,
      "Cannot get route 192.0.2.0/24: ESRCH",
    );
    await assertRejects(
      () => net.address.get({ device: "lo", address: "192.0.2.1" }),
      NetlinkError,
      "Cannot get address 192.0.2.1/32 dev lo: EADDRNOTAVAIL",
    );
  },
);

kernelTest("Monitor refuses what cannot be watched", () => {
  using net = Rtnetlink.open();
  assertThrows(
    () => net.monitor(["links" as "link"]),
    TypeError,
    'Cannot watch "links": there are ',
  );
});

/** Objects, with something that changes and keeps what identifies them. */
const CHANGES: {
  name: "address" | "neighbor" | "nexthop" | "route" | "addressLabel";
  spec: object;
  change: object;
}[] = [
  {
    name: "address",
    spec: { device: "lo", address: "192.0.2.1/24" },
    change: { metric: 7 },
  },
  {
    name: "address",
    spec: { device: "lo", address: "2001:db8::1/64" },
    change: { metric: 7 },
  },
  {
    name: "neighbor",
    spec: {
      device: "v0",
      address: "192.0.2.9",
      linkAddress: "02:00:00:00:00:01",
    },
    change: { state: "noarp" },
  },
  {
    name: "nexthop",
    spec: { id: 7, device: "lo" },
    change: { protocol: "bgp" },
  },
  {
    name: "route",
    spec: { to: "10.0.0.0/8", device: "lo" },
    change: { protocol: "bgp" },
  },
  {
    name: "addressLabel",
    spec: { prefix: "2001:db8::/32", label: 99 },
    change: { label: 98 },
  },
];

for (const { name, spec, change } of CHANGES) {
  liveTest(
    `${name}.change() changes what is there, and nothing else: ${
      JSON.stringify(spec)
    }`,
    { needs: ["kernel 5.3", "kind veth"] },
    async () => {
      using net = Rtnetlink.open();
      await net.link.set("lo", { up: true });
      await net.link.add({ name: "v0", veth: {}, up: true });
      const objects = net[name] as unknown as {
        add(spec: object): Promise<void>;
        change(spec: object): Promise<void>;
        find(key: object): Promise<object | undefined>;
      };
      const error = await assertRejects(
        () => objects.change({ ...spec, ...change }),
        NetlinkError,
      );
      assertEquals(error.message.startsWith("Cannot "), true);
      assertEquals(await objects.find(spec), undefined);
      await objects.add(spec);
      await objects.change({ ...spec, ...change });
      const found = await objects.find({ ...spec, ...change });
      assertEquals({ ...found, ...change }, { ...found });
    },
  );
}

liveTest("rule.change() adds no other rule", {}, async () => {
  using net = Rtnetlink.open();
  const rule = { from: "10.0.0.0/8", table: 7, priority: 9 };
  await assertRejects(() => net.rule.change(rule), NetlinkError, "ENOENT");
  await net.rule.add(rule);
  await net.rule.change(rule);
  await assertRejects(
    () => net.rule.change({ ...rule, table: 8 }),
    NetlinkError,
    "ENOENT",
  );
  assertEquals((await net.rule.list({ priority: 9 }).toArray()).length, 1);
});
