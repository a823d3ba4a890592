import { assertEquals, assertRejects } from "@std/assert";
import {
  type MulticastRouteFilter,
  Rtnetlink,
  UnknownDeviceError,
} from "../../api/mod.ts";
import { liveTest, sh } from "../support/live.ts";

const needs = ["vm", "command python3"] as const;

liveTest("MulticastRoutes lists what a router makes", { needs }, async () => {
  for (const name of ["d0", "d1", "d2"]) {
    sh("ip", "link", "add", name, "type", "dummy");
    sh("ip", "link", "set", name, "up");
  }
  sh("python3", "tests/support/mroute.py");
  using net = Rtnetlink.open();
  const index = async (name: string) => (await net.link.get(name)).index;
  const list = (filter: MulticastRouteFilter = {}) =>
    net.multicastRoute.list(filter).toArray();
  const [first, ...others] = await list({ inputDevice: "d0" });
  assertEquals(others, []);
  assertEquals(first!.source, "192.0.2.1");
  assertEquals(first!.group, "239.1.1.1");
  assertEquals(first!.table, "default");
  assertEquals(first!.unresolved, false);
  assertEquals(first!.outputs, [
    { device: await index("d1"), threshold: 1 },
    { device: await index("d2"), threshold: 5 },
  ]);
  assertEquals(first!.statistics?.packets, 0n);
  assertEquals((await list()).length, 3);
  assertEquals((await list({ table: "default" })).length, 3);
  assertEquals(await list({ family: "inet6" }), []);
  await assertRejects(
    () => list({ inputDevice: "nothing" }),
    UnknownDeviceError,
  );
});
