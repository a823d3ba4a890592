import { assertEquals, assertRejects } from "@std/assert";
import { UnknownDeviceError } from "../../api/object/lookup.ts";
import {
  NETDEV_CMD_DEV_ADD_NTF,
  NETDEV_CMD_DEV_CHANGE_NTF,
  NETDEV_CMD_DEV_DEL_NTF,
  NETDEV_CMD_DEV_GET,
  NETDEV_CMD_NAPI_SET,
  NETDEV_CMD_PAGE_POOL_ADD_NTF,
  NETDEV_CMD_PAGE_POOL_STATS_GET,
  NETDEV_CMD_QSTATS_GET,
  NETDEV_CMD_QUEUE_GET,
} from "../../messages/generic/netdev/commands.ts";
import {
  type Attributes,
  FamilyKernel,
  plain,
  RecordedKernel,
} from "../support/generic_kernel.ts";

/** The family with a kernel that answers each request. */
function open(...answer: Attributes[]) {
  const replies = answer.map((attributes) => ({ attributes }));
  const kernel = new FamilyKernel("netdev", () => replies, [
    "mgmt",
    "page-pool",
  ]);
  return { kernel, netdev: kernel.generic.netdev };
}

Deno.test("Netdev.devices reads what a kernel has answered", async () => {
  const { devices } = new RecordedKernel("netdev").generic.netdev;
  const nothing = { xdpFeatures: [], xdpMetadata: [], xskFeatures: [] };
  const xdpMetadata = ["timestamp", "hash", "vlan-tag"] as const;
  const veth = {
    device: 3,
    xdpFeatures: ["basic", "redirect", "rx-sg"],
    xdpMetadata: [...xdpMetadata],
    xskFeatures: [],
  } as never;
  assertEquals((await devices.list().toArray()).map(plain), [
    { device: 1, ...nothing },
    {
      device: 2,
      xdpFeatures: ["basic", "redirect", "ndo-xmit", "rx-sg", "ndo-xmit-sg"],
      xdpMetadata: [...xdpMetadata],
      xskFeatures: [],
    },
    veth,
  ]);
  assertEquals(plain(await devices.get({ device: 3 })), veth);
  assertEquals(await devices.find({ device: 999 }), undefined);
  await assertRejects(
    () => devices.get({ device: 999 }),
    Error,
    "Cannot get XDP features of 999: ENODEV",
  );
});

Deno.test("Netdev.queues reads what a kernel has answered", async () => {
  const { queues } = new RecordedKernel("netdev").generic.netdev;
  const all = [2, 3].flatMap((device) => [
    { device, type: "rx" as const, id: 0 },
    { device, type: "tx" as const, id: 0 },
  ]);
  const list = async (filter: Parameters<typeof queues.list>[0]) =>
    (await queues.list(filter).toArray()).map(plain);
  assertEquals(await list({}), all);
  assertEquals(await list({ device: 3 }), all.slice(2));
  assertEquals(await list({ device: 3, type: "rx" }), [all[2]!]);
  assertEquals(await list({ type: "tx" }), [all[1]!, all[3]!]);
  const key = { device: 3, type: "tx" as const, id: 0 };
  assertEquals(plain(await queues.get(key)), key);
  assertEquals(await queues.find({ ...key, id: 9 }), undefined);
  await assertRejects(
    () => queues.get({ ...key, id: 9 }),
    Error,
    "Cannot get queue tx 9 of 3: EINVAL",
  );
  await assertRejects(() => queues.get({ device: 3 } as never), TypeError);
  await assertRejects(() => list({ type: "other" as never }), TypeError);
});

Deno.test("NapiInstances reads and changes what a kernel has answered", async () => {
  const { napi } = new RecordedKernel("netdev").generic.netdev;
  const [instance, ...others] = await napi.list().toArray();
  assertEquals(others, []);
  assertEquals(plain(instance!), {
    id: 272,
    device: 3,
    deferHardIrqs: 0,
    groFlushTimeout: 0,
    irqSuspendTimeout: 0,
    threaded: "disabled",
  });
  await assertRejects(
    () =>
      napi.set({ id: 8193 }, {
        deferHardIrqs: 5,
        groFlushTimeout: 0.00002,
        irqSuspendTimeout: 0.000001,
      }),
    Error,
    "Cannot change NAPI instance 8193: ENOENT",
  );
});

Deno.test("NapiInstances.set() sends what is given, without what is read-only", async () => {
  const { kernel, netdev: { napi } } = open({
    id: 5,
    ifindex: 2,
    irq: 30,
    pid: 77,
    threaded: 1,
  });
  const instance = await napi.get({ id: 5 });
  assertEquals(plain(instance), {
    id: 5,
    device: 2,
    irq: 30,
    thread: 77,
    threaded: "enabled",
  });
  await napi.set(instance, { ...instance, threaded: "disabled" });
  assertEquals(kernel.last, {
    cmd: NETDEV_CMD_NAPI_SET,
    dump: false,
    attributes: { id: 5, threaded: 0 },
  });
  await assertRejects(
    () => napi.set({ id: 5 }, { groFlushTimeout: -1 }),
    RangeError,
    "groFlushTimeout",
  );
});

Deno.test("Netdev looks up the names of devices", async () => {
  const { kernel, netdev } = open({ ifindex: 2, xdpZcMaxSegs: 8 });
  assertEquals(plain(await netdev.devices.get({ device: "eth0" })), {
    device: 2,
    zeroCopySegments: 8,
  });
  assertEquals(kernel.last, {
    cmd: NETDEV_CMD_DEV_GET,
    dump: false,
    attributes: { ifindex: 2 },
  });
  kernel.answer = () => [];
  assertEquals(await netdev.queues.list({ device: "br0" }).toArray(), []);
  assertEquals(kernel.last, {
    cmd: NETDEV_CMD_QUEUE_GET,
    dump: true,
    attributes: { ifindex: 3 },
  });
  await assertRejects(
    () => netdev.devices.get({ device: "nothing" }),
    UnknownDeviceError,
    "Cannot get XDP features of nothing",
  );
  kernel.answer = () => 19;
  await assertRejects(
    () => netdev.devices.get({ device: "eth0" }),
    Error,
    "Cannot get XDP features of eth0: ENODEV",
  );
});

Deno.test("Netdev.queues reads what queues receive into", async () => {
  const lease = { ifindex: 4, queue: { id: 1, type: 0 } };
  const { netdev } = open({
    ifindex: 2,
    type: 0,
    id: 1,
    napiId: 9,
    dmabuf: 3,
    ioUring: {},
    xsk: {},
    lease,
  });
  const [queue] = await netdev.queues.list().toArray();
  assertEquals(plain(queue!), {
    device: 2,
    type: "rx",
    id: 1,
    napi: 9,
    dmaBuffer: 3,
    ioUring: true,
    xsk: true,
    lease,
  });
});

Deno.test("Netdev.pagePools and pagePoolCounters read page pools", async () => {
  const { kernel, netdev } = open({
    id: 4n,
    ifindex: 2,
    napiId: 9n,
    inflight: 256n,
    inflightMem: 1048576n,
    detachTime: 12n,
    dmabuf: 3,
    ioUring: {},
  });
  const pool = {
    id: 4,
    device: 2,
    napi: 9,
    inFlight: 256,
    inFlightBytes: 1048576,
    detached: 12,
    dmaBuffer: 3,
    ioUring: true,
  };
  assertEquals(plain(await netdev.pagePools.get({ id: 4 })), pool);
  assertEquals(kernel.last?.attributes, { id: 4n });
  const pools = await netdev.pagePools.list({ device: "eth0" }).toArray();
  assertEquals(pools.map(plain), [pool]);
  assertEquals(await netdev.pagePools.list({ device: 3 }).toArray(), []);
  kernel.answer = () => [{
    attributes: {
      info: { id: 4n, ifindex: 2 },
      allocFast: 100n,
      allocSlow: 2n,
      recycleRing: 50n,
    },
  }];
  assertEquals(plain(await netdev.pagePoolCounters.get({ id: 4 })), {
    id: 4,
    device: 2,
    allocFast: 100n,
    allocSlow: 2n,
    recycleRing: 50n,
  });
  assertEquals(kernel.last, {
    cmd: NETDEV_CMD_PAGE_POOL_STATS_GET,
    dump: false,
    attributes: { info: { id: 4n } },
  });
  kernel.answer = () => 2;
  assertEquals(await netdev.pagePools.find({ id: 5 }), undefined);
  await assertRejects(
    () => netdev.pagePoolCounters.get({ id: 5 }),
    Error,
    "Cannot get counters of page pool 5: ENOENT",
  );
});

Deno.test("Netdev.deviceCounters and queueCounters differ in their scope", async () => {
  const { kernel, netdev } = open({
    ifindex: 2,
    queueType: 1,
    queueId: 3,
    txPackets: 2n ** 60n,
    txBytes: 7n,
  });
  const read = {
    device: 2,
    type: "tx" as const,
    id: 3,
    txPackets: 2n ** 60n,
    txBytes: 7n,
  };
  const whole = await netdev.deviceCounters.list({ device: "eth0" }).toArray();
  assertEquals(whole.map(plain), [read]);
  const request = { cmd: NETDEV_CMD_QSTATS_GET, dump: true };
  assertEquals(kernel.last, { ...request, attributes: { ifindex: 2 } });
  const queues = await netdev.queueCounters.list().toArray();
  assertEquals(queues.map(plain), [read]);
  assertEquals(kernel.last, { ...request, attributes: { scope: 1n } });
  kernel.answer = () => 95;
  await assertRejects(
    () => netdev.queueCounters.list({ device: "eth0" }).toArray(),
    Error,
    "Cannot get counters of queues of eth0: EOPNOTSUPP",
  );
});

Deno.test("Netdev.monitor() reports devices and page pools", async () => {
  const { kernel, netdev } = open();
  const monitor = await netdev.monitor();
  assertEquals([...kernel.sockets[0]!.groups], [9, 10]);
  kernel.report(NETDEV_CMD_DEV_ADD_NTF, { ifindex: 5, xdpFeatures: 0n });
  kernel.report(NETDEV_CMD_PAGE_POOL_ADD_NTF, { id: 4n, ifindex: 5 });
  kernel.report(NETDEV_CMD_DEV_CHANGE_NTF, { ifindex: 5, xdpFeatures: 1n });
  kernel.report(NETDEV_CMD_DEV_DEL_NTF, { ifindex: 5 });
  const seen: unknown[][] = [];
  for await (const event of monitor) {
    if (!("value" in event)) throw new Error(`There is ${event.kind}`);
    seen.push([event.kind, plain(event.value)]);
    if (event.kind === "device-deleted") break;
  }
  assertEquals(seen, [
    ["device-added", { device: 5, xdpFeatures: [] }],
    ["page-pool-added", { id: 4, device: 5 }],
    ["device-changed", { device: 5, xdpFeatures: ["basic"] }],
    ["device-deleted", { device: 5 }],
  ]);
});
