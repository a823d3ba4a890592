import { assert, assertEquals, assertRejects } from "@std/assert";
import { NetlinkError, type Route, type RouteSpec } from "../../api/mod.ts";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import { RT_TABLE_LOCAL } from "../../messages/constants.ts";
import { decode } from "../../messages/mod.ts";
import type { RouteMessage } from "../../messages/route/mod.ts";
import { liveTest, sh } from "../support/live.ts";

const NLM_F_DUMP = 0x300;

const commands = `
link add d0 type veth peer name d1
link set lo up
link set d0 up
link set d1 up
address add 192.0.2.1/24 dev d0
address add 198.51.100.1/25 dev d1
-6 address add 2001:db8::1/64 dev d0 nodad
route add default via 192.0.2.254
route add 10.0.0.0/8 via 192.0.2.2
route add 10.0.0.0/8 via 192.0.2.3 metric 5
route append 10.0.0.0/8 via 192.0.2.4 metric 5
route add 10.0.0.0/8 tos 0x10 via 192.0.2.5
route add 10.0.0.0/16 via 192.0.2.2 mtu 1400
route add 10.0.0.0/24 via 192.0.2.2
route add 10.0.0.170/32 via 192.0.2.2
route add 10.171.0.0/16 dev d0 src 192.0.2.1 scope link
route add 10.9.0.0/31 via 192.0.2.2
route add 10.9.0.2/32 via 192.0.2.2
route add 10.2.0.0/16 nexthop via 192.0.2.2 weight 3 nexthop via 192.0.2.3
route add blackhole 10.3.0.0/16
route add unreachable 10.4.0.0/16 metric 7
route add prohibit 10.5.0.0/16
route add throw 10.6.0.0/16
route add 10.7.0.0/16 via 192.0.2.2 table 100
route add 10.1.0.0/16 via 192.0.2.2 table 100
route add 10.1.0.0/16 via 192.0.2.3
rule add to 10.1.0.0/16 table 100 priority 50
-6 route add default via 2001:db8::fe metric 9
-6 route add 2001:db8:1::/48 via 2001:db8::2
-6 route add 2001:db8:1::/48 via 2001:db8::3 metric 5
-6 route add 2001:db8:1::aaaa:aaaa/128 via 2001:db8::2
-6 route add 2001:db8:2::/48 nexthop via 2001:db8::2 nexthop via 2001:db8::3
-6 route add unreachable 2001:db8:3::/48
-6 route add blackhole 2001:db8:4::/48
`.trim().split("\n");

/** Without what changes all the time. */
function plain(route: Route): Omit<Route, "message"> {
  const { message: _, expires: __, ...words } = route;
  return words;
}

/** Whether a route has all properties of a key. */
function fits(route: Route, key: RouteSpec): boolean {
  const own: RouteSpec = { tos: 0, metric: 0, ...route };
  return Object.entries(key).every(([name, value]) =>
    own[name as keyof RouteSpec] === value
  );
}

/** Starts to count dumps of tables, other than of `local`, which is small. */
function counting() {
  const dumps: unknown[] = [];
  const net = Rtnetlink.open({
    debug: (direction, bytes) => {
      if (direction !== "send") return;
      const [{ header, body } = {}] = decode(bytes).messages;
      if (header === undefined || (header.flags & NLM_F_DUMP) === 0) return;
      const { attributes } = body as RouteMessage;
      if (attributes.table !== RT_TABLE_LOCAL) dumps.push(attributes);
    },
  });
  return { net, dumps };
}

liveTest(
  "Routes.get() returns what a list has, of all routes",
  {},
  async () => {
    for (const command of commands) sh("ip", ...command.split(" ") as [string]);
    const { net, dumps } = counting();
    using _ = net;
    const all = (await net.route.list().toArray()).filter(({ family, to }) =>
      (family === "inet" || family === "inet6") && !to.startsWith("f")
    );
    dumps.length = 0;
    let found = 0;
    for (const route of all) {
      const { to, family, table, tos = 0, metric = 0, device, gateway } = route;
      const base = { to, family, table };
      const keys: RouteSpec[] = [
        { ...base, tos, metric },
        { ...base, tos },
        base,
        { ...base, ...device !== undefined && { device } },
        { ...base, ...gateway !== undefined && { gateway } },
      ];
      for (const key of keys) {
        const before = dumps.length;
        const got = plain(await net.route.get(key));
        if (dumps.length === before) found++;
        const alike = all.filter((other) => fits(other, key)).map(plain);
        const same = alike.find((one) =>
          JSON.stringify(one) === JSON.stringify(got)
        );
        // Of several, it is the one that packets take.
        assertEquals(got, same ?? alike[0], JSON.stringify(key));
        if (key.metric !== undefined) assertEquals(got, alike[0]);
      }
    }
    assert(found > all.length, `${found} of ${5 * all.length} without a list`);
  },
);

liveTest(
  "Routes.get() finds one of many routes without a list",
  {},
  async () => {
    for (const command of commands) sh("ip", ...command.split(" ") as [string]);
    const { net, dumps } = counting();
    using _ = net;
    const index = (await net.link.get("d0")).index;
    dumps.length = 0;
    for (
      const key of [
        { to: "10.0.0.0/8" },
        { to: "10.0.0.0/8", device: index, metric: 0 },
        { to: "10.0.0.0/16", gateway: "192.0.2.2" },
        { to: "10.9.0.0/31" },
        { to: "10.9.0.2" },
        { to: "default" },
        { to: "192.0.2.0/24" },
        { to: "192.0.2.1", table: "local" as const },
        { to: "2001:db8:1::/48" },
        { to: "default", family: "inet6" as const },
      ]
    ) {
      const { to } = await net.route.get(key);
      assert(to === key.to || to.startsWith(key.to) || key.to === "default");
      assertEquals(dumps, [], JSON.stringify(key));
    }
    // Packets go elsewhere, or do not get there.
    for (
      const key of [
        { to: "10.0.0.0/24" },
        { to: "10.0.0.0/8", metric: 5 },
        { to: "10.3.0.0/16" },
        { to: "10.1.0.0/16" },
      ]
    ) {
      dumps.length = 0;
      assertEquals((await net.route.get(key)).to, key.to);
      assertEquals(dumps.length, 1);
    }
    await assertRejects(
      () => net.route.get({ to: "10.0.0.0/9" }),
      NetlinkError,
      "ESRCH",
    );
  },
);

liveTest(
  "Routes.get() distinguishes the tables main and local",
  {},
  async () => {
    sh("ip", "link", "add", "d0", "type", "veth", "peer", "name", "d1");
    for (const name of ["d0", "d1"]) sh("ip", "link", "set", name, "up");
    sh("ip", "address", "add", "192.0.2.1/24", "dev", "d0");
    sh("ip", "route", "add", "10.5.0.0/16", "dev", "d0", "table", "local");
    sh("ip", "route", "add", "10.6.0.0/16", "dev", "d0", "table", "local");
    sh("ip", "route", "add", "10.6.0.0/16", "dev", "d0", "metric", "3");
    sh(
      "ip",
      "route",
      "add",
      "local",
      "10.7.0.0/16",
      "dev",
      "d0",
      "table",
      "254",
    );
    using net = Rtnetlink.open();
    // There are no rules yet, and the kernel keeps both tables as one.
    for (const rules of [false, true]) {
      if (rules) sh("ip", "rule", "add", "priority", "9", "table", "100");
      for (const to of ["10.5.0.0/16", "192.0.2.1/32"]) {
        await assertRejects(() => net.route.get({ to }), NetlinkError, "ESRCH");
        const { table } = await net.route.get({ to, table: "local" });
        assertEquals(table, "local");
      }
      assertEquals((await net.route.get({ to: "10.6.0.0/16" })).metric, 3);
      assertEquals((await net.route.get({ to: "10.7.0.0/16" })).type, "local");
    }
  },
);
