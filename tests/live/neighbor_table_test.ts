import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  type NeighborTable,
  type NeighborTableFilter,
  NetlinkError,
  Rtnetlink,
  UnknownDeviceError,
} from "../../api/mod.ts";
import { liveTest, sh } from "../support/live.ts";

const needs = ["kind veth"] as const;

function open(): Rtnetlink {
  sh("ip", "link", "add", "v0", "type", "veth", "peer", "name", "v1");
  return Rtnetlink.open();
}

async function find(
  net: Rtnetlink,
  filter: NeighborTableFilter,
): Promise<NeighborTable[]> {
  return await net.neighborTable.list(filter).toArray();
}

liveTest("NeighborTables.list() filters by family, name and device", {
  needs,
}, async () => {
  using net = open();
  const [defaults, ...others] = await find(net, {
    name: "arp_cache",
    device: null,
  });
  assertEquals(others, []);
  assertEquals(defaults!.family, "inet");
  assertEquals(defaults!.device, undefined);
  assert(defaults!.config !== undefined);
  assertEquals(defaults!.baseReachableTime, 30);
  const ofDevice = await find(net, { device: "v0" });
  assertEquals(ofDevice.map(({ name }) => name).toSorted(), [
    "arp_cache",
    "ndisc_cache",
  ]);
  assertEquals(
    (await find(net, { family: "inet6", device: "v0" })).map((t) => t.name),
    ["ndisc_cache"],
  );
  await assertRejects(
    () => find(net, { device: "nothing" }),
    UnknownDeviceError,
  );
});

liveTest("NeighborTables.change() takes what list() returns", {
  needs,
}, async () => {
  using net = open();
  await net.neighborTable.change({
    name: "arp_cache",
    device: "v0",
    baseReachableTime: 12.5,
    retransmitTime: 0.5,
    gcStaleTime: 70,
    delayProbeTime: 7,
    queueLengthBytes: 100000,
    appProbes: 1,
    unicastProbes: 2,
    multicastProbes: 4,
    multicastReprobes: 5,
    anycastDelay: 2,
    proxyDelay: 3,
    proxyQueueLength: 65,
    lockTime: 4,
  });
  const filter = { name: "arp_cache", device: "v0" };
  const [changed] = await find(net, filter);
  assertEquals(changed!.baseReachableTime, 12.5);
  assertEquals(changed!.retransmitTime, 0.5);
  assertEquals(changed!.multicastReprobes, 5);
  await net.neighborTable.change({ ...filter, lockTime: 9, appProbes: 0 });
  await net.neighborTable.change(changed!);
  const [second] = await find(net, filter);
  assertEquals(
    { ...second!, message: undefined, reachableTime: 0 },
    { ...changed!, message: undefined, reachableTime: 0 },
  );
});

liveTest("NeighborTables.change() sends what differs about a table", {
  needs,
}, async () => {
  using net = open();
  const [table] = await find(net, { name: "arp_cache", device: null });
  await net.neighborTable.change(table!);
  // A network namespace that is not the first one has no defaults to change.
  await assertRejects(
    () => net.neighborTable.change({ ...table!, lockTime: 77 }),
    NetlinkError,
    "ENOENT",
  );
});

liveTest("NeighborTables.change() reports what is wrong", {
  needs,
}, async () => {
  using net = open();
  await assertRejects(
    () => net.neighborTable.change({ name: "nothing", lockTime: 1 }),
    NetlinkError,
    "ENOENT",
  );
  await assertRejects(
    () => net.neighborTable.change({ name: "arp_cache", lockTime: -1 }),
    RangeError,
    "Cannot use -1 as lockTime",
  );
});
