import { assertEquals, assertRejects } from "@std/assert";
import {
  GenericNetlink,
  type MptcpEndpointSpec,
  type MptcpEvent,
  NetlinkError,
  UnknownDeviceError,
} from "../../api/mod.ts";
import { liveTest, sh } from "../support/live.ts";

const needs = ["family mptcp_pm"] as const;

const specs: MptcpEndpointSpec[] = [
  { address: "192.0.2.1", flags: ["subflow", "backup"], device: 1 },
  { address: "2001:db8::1", id: 77, flags: ["signal"] },
  { address: "127.0.0.1", port: 4000, flags: ["signal"], device: 1 },
  { address: "192.0.2.2", flags: ["subflow", "fullmesh"] },
];

for (const spec of specs) {
  liveTest(`MptcpEndpoints lists what it adds: ${JSON.stringify(spec)}`, {
    needs,
  }, async () => {
    sh("ip", "link", "set", "lo", "up");
    using generic = GenericNetlink.open();
    const { endpoint } = generic.mptcp;
    await endpoint.add(spec);
    const [found, ...others] = await endpoint.list().toArray();
    assertEquals(others, []);
    for (const [name, value] of Object.entries(spec)) {
      assertEquals(found![name as keyof MptcpEndpointSpec], value, name);
    }
    assertEquals(await endpoint.get(found!), found);
    assertEquals(await endpoint.delete(found!), true);
    assertEquals(await endpoint.find(found!), undefined);
    assertEquals(await endpoint.delete(found!, { ifExists: true }), false);
    await endpoint.add(found!);
    assertEquals(await endpoint.list().toArray(), [found!]);
  });
}

liveTest("MptcpEndpoints filters, changes and flushes", { needs }, async () => {
  sh("ip", "link", "set", "lo", "up");
  using generic = GenericNetlink.open();
  const { endpoint } = generic.mptcp;
  await endpoint.add({
    address: "192.0.2.1",
    device: "lo",
    flags: ["subflow"],
  });
  await endpoint.add({ address: "2001:db8::1", flags: ["signal"] });
  const addresses = async (filter: Parameters<typeof endpoint.list>[0]) =>
    (await endpoint.list(filter).toArray()).map(({ address }) => address);
  assertEquals(await addresses({ family: "inet6" }), ["2001:db8::1"]);
  assertEquals(await addresses({ device: "lo" }), ["192.0.2.1"]);

  await endpoint.change({ id: 1 }, { backup: true, fullmesh: false });
  assertEquals((await endpoint.get({ id: 1 })).flags, ["subflow", "backup"]);
  await endpoint.change({ id: 1 }, { backup: false, fullmesh: true });
  assertEquals((await endpoint.get({ id: 1 })).flags, ["subflow", "fullmesh"]);

  await endpoint.flush();
  assertEquals(await addresses({}), []);
});

liveTest("MptcpEndpoints reports what is wrong", { needs }, async () => {
  using generic = GenericNetlink.open();
  const { endpoint } = generic.mptcp;
  await assertRejects(
    () => endpoint.add({ address: "192.0.2.1", id: 256 }),
    RangeError,
    "Cannot use 256 as id",
  );
  await assertRejects(
    () => endpoint.add({ address: "192.0.2.1", device: "nothing" }),
    UnknownDeviceError,
    "Cannot create MPTCP endpoint 192.0.2.1",
  );
  await assertRejects(() => endpoint.get({ id: 7 }), NetlinkError, "7");
});

liveTest("MptcpLimits sets what it gets", { needs }, async () => {
  using generic = GenericNetlink.open();
  const { limits } = generic.mptcp;
  await limits.set({ subflows: 3, acceptedAddresses: 4 });
  const { message: _, ...found } = await limits.get();
  assertEquals(found, { subflows: 3, acceptedAddresses: 4 });
  await limits.set({ subflows: 1 });
  assertEquals((await limits.get()).acceptedAddresses, 4);
  await assertRejects(() => limits.set({ subflows: 1000 }), NetlinkError);
});

liveTest("A monitor of MPTCP reports connections", {
  needs: [...needs, "command python3"],
}, async () => {
  sh("ip", "link", "set", "lo", "up");
  using generic = GenericNetlink.open();
  using monitor = await generic.mptcp.monitor();
  const script = new URL("../support/mptcp.py", import.meta.url).pathname;
  sh("python3", script);
  const events: MptcpEvent[] = [];
  for await (const event of monitor) {
    if (event.kind === "overrun" || event.kind === "unknown") {
      throw new Error(`Cannot go on: ${event.kind}`);
    }
    events.push(event);
    const closed = events.filter(({ kind }) => kind === "closed");
    if (closed.length === 2) break;
  }
  const kinds = events.map(({ kind }) => kind)
    .filter((kind) => !kind.startsWith("listener-"));
  assertEquals(
    new Set(kinds),
    new Set(["created", "established", "closed"]),
  );
  const created = events.filter(({ kind }) => kind === "created");
  assertEquals(created.map(({ local }) => local), ["127.0.0.1", "127.0.0.1"]);
  assertEquals(created.filter(({ server }) => server).length, 1);
});
