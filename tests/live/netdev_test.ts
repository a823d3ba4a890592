import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  GenericNetlink,
  type NetdevEvent,
  NetlinkError,
  type PagePool,
  UnknownDeviceError,
} from "../../api/mod.ts";
import { liveTest, sh } from "../support/live.ts";
import { cardTest } from "../support/network_card.ts";

const needs = ["family netdev", "kind veth"] as const;

/** A pair of links, the first of which polls by NAPI, and its index. */
async function addPolling(generic: GenericNetlink): Promise<number> {
  sh("ip", "link", "add", "v0", "type", "veth", "peer", "name", "v1");
  sh("ip", "link", "set", "v0", "up");
  sh("ip", "link", "set", "v1", "up");
  await generic.ethtool.features.set("v0", { "rx-gro": true });
  return (await generic.netdev.devices.get({ device: "v0" })).device;
}

liveTest("Netdev lists what devices support for XDP", { needs }, async () => {
  using generic = GenericNetlink.open();
  const index = await addPolling(generic);
  const { devices } = generic.netdev;
  const found = await devices.get({ device: "v0" });
  assertEquals(found.device, index);
  assert(found.xdpFeatures?.includes("basic"));
  assert(found.xdpFeatures?.includes("redirect"));
  assert((await devices.list().toArray()).length >= 3);
  assertEquals(await devices.find({ device: 99 }), undefined);
  await assertRejects(
    () => devices.get({ device: "nothing" }),
    UnknownDeviceError,
    "Cannot get XDP features of nothing",
  );
});

liveTest("Netdev lists queues and who polls them", {
  needs: [...needs, "kernel 6.8"],
}, async () => {
  using generic = GenericNetlink.open();
  const device = await addPolling(generic);
  const { queues, napi } = generic.netdev;
  const all = await queues.list({ device: "v0" }).toArray();
  assertEquals(all.map(({ type }) => type), ["rx", "tx"]);
  for (const queue of all) assertEquals(await queues.get(queue), queue);
  assertEquals(
    await queues.list({ type: "tx", device }).toArray(),
    all.slice(1),
  );
  await assertRejects(
    () => queues.get({ device: "v0", type: "rx", id: 7 }),
    NetlinkError,
    "Cannot get queue rx 7 of v0: EINVAL",
  );
  assertEquals(
    await queues.find({ device: "v0", type: "rx", id: 7 }),
    undefined,
  );
  const [instance] = await napi.list({ device: "v0" }).toArray();
  assertEquals(instance?.device, device);
  assertEquals(await napi.get(instance!), instance);
  assertEquals(await napi.find({ id: 999_999 }), undefined);
});

liveTest("NapiInstances.set() changes what is given only", {
  needs: [...needs, "kernel 6.13"],
}, async () => {
  using generic = GenericNetlink.open();
  await addPolling(generic);
  const { napi } = generic.netdev;
  const [instance] = await napi.list({ device: "v0" }).toArray();
  await napi.set(instance!, { deferHardIrqs: 5, groFlushTimeout: 0.00002 });
  await napi.set(instance!, { irqSuspendTimeout: 0.5 });
  const changed = await napi.get(instance!);
  assertEquals(
    [changed.deferHardIrqs, changed.groFlushTimeout, changed.irqSuspendTimeout],
    [5, 0.00002, 0.5],
  );
  // What was read can be handed back.
  await napi.set(changed, instance!);
  assertEquals(await napi.get(instance!), instance);
  await assertRejects(
    () => napi.set({ id: 999_999 }, { deferHardIrqs: 5 }),
    NetlinkError,
    "Cannot change NAPI instance 999999: ENOENT",
  );
  await assertRejects(
    () => napi.set(instance!, { deferHardIrqs: -1 }),
    RangeError,
    "deferHardIrqs",
  );
});

liveTest("Netdev reports what no device has", {
  needs: [...needs, "kernel 6.9"],
}, async () => {
  using generic = GenericNetlink.open();
  await addPolling(generic);
  const { pagePools, deviceCounters, queueCounters } = generic.netdev;
  assertEquals(await pagePools.list({ device: "v0" }).toArray(), []);
  assertEquals(await pagePools.find({ id: 1 << 30 }), undefined);
  assertEquals(await deviceCounters.list().toArray(), []);
  await assertRejects(
    () => queueCounters.list({ device: "v0" }).toArray(),
    NetlinkError,
    "Cannot get counters of queues of v0: EOPNOTSUPP",
  );
});

/** Takes a card from its driver, which has its page pools, and gives it back. */
function rebind(link: string): void {
  const device = Deno.realPathSync(`/sys/class/net/${link}/device`);
  for (const file of ["unbind", "bind"]) {
    Deno.writeTextFileSync(
      `/sys/bus/virtio/drivers/virtio_net/${file}`,
      device.split("/").at(-1)!,
    );
  }
}

cardTest("Netdev lists page pools and counters of a card", async (link) => {
  using generic = GenericNetlink.open();
  const { netdev } = generic;
  sh("ip", "link", "set", link, "up");
  const { device } = await netdev.devices.get({ device: link });
  const [pool] = await netdev.pagePools.list({ device: link }).toArray();
  assertEquals(await netdev.pagePools.get({ id: pool!.id }), pool);
  const [instance] = await netdev.napi.list({ device: link }).toArray();
  assertEquals(pool!.napi, instance!.id);
  assert(pool!.inFlight! > 0);

  const counters = await netdev.pagePoolCounters.get({ id: pool!.id });
  assertEquals([counters.id, counters.device], [pool!.id, device]);
  assert(counters.allocFast! + counters.allocSlow! > 0n);

  const [whole] = await netdev.deviceCounters.list({ device: link }).toArray();
  assertEquals([whole!.device, whole!.type], [device, undefined]);
  assertEquals(typeof whole!.txPackets, "bigint");
  const queues = await netdev.queueCounters.list({ device: link }).toArray();
  assertEquals(queues.map(({ type, id }) => [type, id]), [["rx", 0], [
    "tx",
    0,
  ]]);

  using monitor = await netdev.monitor();
  rebind(link);
  const seen: [kind: string, isFirst: boolean][] = [];
  for await (const event of monitor) {
    if (!event.kind.startsWith("page-pool-") || !("value" in event)) continue;
    const { id } = event.value as PagePool;
    seen.push([event.kind, id === pool!.id]);
    if (event.kind === "page-pool-added") break;
  }
  assertEquals(
    seen.filter(([kind]) => kind !== "page-pool-changed"),
    [["page-pool-deleted", true], ["page-pool-added", false]],
  );
}, "virtio_net");

liveTest("A monitor of netdev reports devices", {
  needs: [...needs, "kernel 6.8"],
}, async () => {
  using generic = GenericNetlink.open();
  using monitor = await generic.netdev.monitor();
  const device = await addPolling(generic);
  sh("ip", "link", "delete", "v0");
  const events: NetdevEvent[] = [];
  for await (const event of monitor) {
    if (event.kind === "overrun" || event.kind === "unknown") {
      throw new Error(`Cannot go on: ${event.kind}`);
    }
    if (event.value.device !== device) continue;
    events.push(event);
    if (event.kind === "device-deleted") break;
  }
  const kinds = new Set(events.map(({ kind }) => kind));
  assertEquals(
    kinds,
    new Set(["device-added", "device-changed", "device-deleted"]),
  );
});
