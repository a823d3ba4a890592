import { assert, assertEquals, assertGreater } from "@std/assert";
import { Connection } from "../../api/connection/connection.ts";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import {
  AF_INET6,
  NETLINK_ROUTE,
  RTNLGRP_LINK,
} from "../../messages/families.ts";
import { routeMessage } from "../../messages/route/mod.ts";
import { NetlinkSocket, type SocketOptions } from "../../socket.ts";
import { run } from "../support/ip.ts";
import { testIo } from "../support/io.ts";
import { ipBatch, liveTest, sh } from "../support/live.ts";

async function ip(words: string): Promise<string> {
  const io = testIo();
  assertEquals(await run(words.split(" "), io), 0, io.errors);
  return new TextDecoder().decode(io.written);
}

async function nameLoopback(count: number): Promise<string[]> {
  using net = Rtnetlink.open();
  const names = Array.from(
    { length: count },
    (_, i) => `name${i}-`.padEnd(127, "x"),
  );
  for (const name of names) await net.link.addNames("lo", [name]);
  return names;
}

// The first are more than a page, the second more than any datagram of a dump
// that is not made for the largest link.
for (const count of [20, 270]) {
  liveTest(
    `Links lists a link with ${count} long names, on a new socket`,
    {},
    async () => {
      const names = await nameLoopback(count);
      {
        using net = Rtnetlink.open();
        const links = await Array.fromAsync(net.link.list());
        const lo = links.find(({ name }) => name === "lo");
        assertEquals(lo?.alternativeNames, names);
      }
      {
        using net = Rtnetlink.open();
        using mirror = await net.mirror(["link"]);
        assertEquals(mirror.get("link", "lo")?.alternativeNames, names);
      }
      for (const words of ["link", "address"]) {
        const text = await ip(words);
        assert(names.every((name) => text.includes(name)));
      }
    },
  );
}

function routeOf(hops: number): void {
  ipBatch([
    "link add v0 type veth peer name v1",
    "link set v0 up",
    "link set v1 up",
    "address add 2001:db8::1/64 dev v0 nodad",
    ...Array.from({ length: hops }, (_, i) => {
      const gateway = `2001:db8::${(i + 2).toString(16)}`;
      const verb = i === 0 ? "add" : "append";
      return `route ${verb} ${PREFIX} via ${gateway} dev v0`;
    }),
  ]);
}

const PREFIX = "2001:db8:1::/64";

liveTest("Routes lists a route with 150 next hops, on a new socket", {
  needs: ["kind veth"],
}, async () => {
  routeOf(150);
  {
    using net = Rtnetlink.open();
    const routes = await Array.fromAsync(net.route.list({ family: "inet6" }));
    const route = routes.find(({ to }) => to === PREFIX);
    assertEquals(route?.nextHops?.length, 150);
  }
  {
    using net = Rtnetlink.open();
    using mirror = await net.mirror(["route"]);
    const route = mirror.list("route").find(({ to }) => to === PREFIX);
    assertEquals(route?.nextHops?.length, 150);
  }
  assertEquals((await ip("-6 route")).split("nexthop").length, 151);
});

liveTest("Nexthops lists a group of 470, on a new socket", {
  needs: ["kind veth", "kernel 5.13"],
}, async () => {
  routeOf(0);
  using net = Rtnetlink.open();
  const ids = Array.from({ length: 470 }, (_, i) => i + 1);
  for (const id of ids) {
    await net.nexthop.add({ id, gateway: "2001:db8::2", device: "v0" });
  }
  await net.nexthop.add({ id: 1000, group: ids.map((id) => ({ id })) });
  using other = Rtnetlink.open();
  const nexthops = await Array.fromAsync(other.nexthop.list({ groups: true }));
  assertEquals(nexthops.map(({ group }) => group?.length), [470]);
});

liveTest("NeighborTables lists each table and device once", {
  needs: ["kind veth"],
}, async () => {
  const count = 80;
  ipBatch(
    Array.from(
      { length: count },
      (_, i) => `link add a${i} type veth peer name b${i}`,
    ),
  );
  using net = Rtnetlink.open();
  const tables = await Array.fromAsync(net.neighborTable.list());
  const keys = tables.map(({ name, device }) => `${name} ${device}`);
  assertEquals([...new Set(keys)], keys);
  assertGreater(keys.length, 4 * count);
  const found = (await ip("ntable")).match(/thresh1/g);
  const whole = tables.filter(({ config }) => config !== undefined);
  assertEquals(found?.length, whole.length);
});

// Room of its own, and what has come before, change nothing.
const cases: [string, SocketOptions, number[]][] = [
  ["with little room", { room: 16 }, []],
  ["with notifications that nobody has read", {}, [RTNLGRP_LINK]],
];
for (const [what, options, groups] of cases) {
  liveTest(`Connection lists a large route, on a socket ${what}`, {
    needs: ["kind veth"],
  }, async () => {
    const socket = new NetlinkSocket(NETLINK_ROUTE, { ...options, groups });
    routeOf(150);
    using connection = new Connection(socket);
    const routes = await connection.dumpAll({
      type: 26,
      codec: routeMessage,
      message: {
        ...EVERY_ROUTE,
        attributes: {},
      },
    });
    assert(
      routes.some(({ attributes }) => attributes.multipath?.length === 150),
    );
  });
}

const EVERY_ROUTE = {
  family: AF_INET6,
  destinationLength: 0,
  sourceLength: 0,
  tos: 0,
  table: 0,
  protocol: 0,
  scope: 0,
  type: 0,
  flags: 0,
};

liveTest("NetlinkSocket.prepareDump() leaves alone what has come", {
  needs: ["kind veth"],
}, () => {
  using socket = new NetlinkSocket(NETLINK_ROUTE, { groups: [RTNLGRP_LINK] });
  sh("ip", "link", "set", "lo", "up");
  socket.prepareDump();
  assertEquals(socket.tryReceive()?.groups, 1 << (RTNLGRP_LINK - 1));
  using quiet = new NetlinkSocket(NETLINK_ROUTE);
  quiet.prepareDump();
  assertEquals(quiet.tryReceive(), undefined);
});
