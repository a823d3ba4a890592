import { assertEquals, assertRejects } from "@std/assert";
import {
  BatchError,
  NetlinkError,
  Rtnetlink,
  UnknownDeviceError,
} from "../../mod.ts";
import { liveTest } from "../support/live.ts";

/** A bridge that filters VLANs, with two ports. */
async function makeBridge(net: Rtnetlink): Promise<void> {
  await net.link.add({
    name: "br0",
    bridge: { vlanFiltering: true },
    up: true,
  });
  for (const name of ["p0", "p1"]) {
    await net.link.add({ name, dummy: {}, master: "br0", up: true });
  }
}

async function vlansOf(net: Rtnetlink, device: string): Promise<unknown[]> {
  const vlans = await net.bridge.vlan.list({ device }).toArray();
  return vlans.map(({ vlan, pvid, untagged, state }) => ({
    vlan,
    pvid,
    untagged,
    state,
  }));
}

const NEEDS = { needs: ["vm"] } as const;
/** `BRIDGE_VLANDB_ENTRY_NEIGH_SUPPRESS`. */
const SUPPRESSION = { needs: ["vm", "kernel 6.4"] } as const;
/** `MDBE_ATTR_RTPROT`. */
const PROTOCOL = { needs: ["vm", "kernel 6.3"] } as const;

liveTest(
  "bridge.vlan adds, lists, changes and deletes VLANs",
  NEEDS,
  async () => {
    using net = Rtnetlink.open();
    await makeBridge(net);
    const { vlan } = net.bridge;
    await vlan.add({ device: "p0", vlan: 10, pvid: true, untagged: true });
    await vlan.add({ device: "p0", vlan: "100-199" });
    await vlan.add({ device: "br0", vlan: { from: 10, to: 11 } });
    await vlan.set({ device: "p0", vlan: 100, state: "blocking" });
    const tagged = { pvid: false, untagged: false, state: "forwarding" };
    assertEquals(await vlansOf(net, "p0"), [
      { ...tagged, vlan: 1, untagged: true },
      { ...tagged, vlan: 10, pvid: true, untagged: true },
      { ...tagged, vlan: 100, state: "blocking" },
      { ...tagged, vlan: { from: 101, to: 199 } },
    ]);
    const { index } = await net.link.get("p0");
    const found = await vlan.get({ device: "p0", vlan: 150 });
    assertEquals(found.device, index);
    assertEquals(found.vlan, { from: 101, to: 199 });
    assertEquals(
      (await vlan.list({ device: "p0", pvid: true }).toArray()).length,
      1,
    );
    assertEquals((await vlan.list({ vlan: 10 }).toArray()).length, 2);
    assertEquals(await vlan.find({ device: "p0", vlan: 77 }), undefined);
    const [counted] = await vlan.list({ device: "p0", statistics: true })
      .toArray();
    assertEquals(typeof counted?.statistics?.rxBytes, "bigint");

    assertEquals(await vlan.delete({ device: "p0", vlan: "100-199" }), true);
    assertEquals((await vlansOf(net, "p0")).length, 2);
    await assertRejects(
      () => vlan.get({ device: "p0", vlan: 150 }),
      NetlinkError,
    );
    await assertRejects(
      () => vlan.add({ device: "nothing", vlan: 5 }),
      UnknownDeviceError,
    );
    await assertRejects(
      () => vlan.set({ device: "p0", vlan: 77, state: "blocking" }),
      NetlinkError,
    );
  },
);

liveTest("bridge.vlan adds what it has listed", SUPPRESSION, async () => {
  using net = Rtnetlink.open();
  await makeBridge(net);
  const { vlan } = net.bridge;
  await vlan.add({ device: "p0", vlan: 10, pvid: true, untagged: true });
  await vlan.add({ device: "p0", vlan: "100-199", neighborSuppress: true });
  const before = await vlan.list({ device: "p0" }).toArray();
  await vlan.deleteAll(before);
  assertEquals(await vlan.list({ device: "p0" }).toArray(), []);
  await vlan.addAll(before);
  assertEquals(await vlan.list({ device: "p0" }).toArray(), before);
});

for (const stp of [false, true]) {
  liveTest(
    `bridge.vlan adds what it has listed of a bridge ${
      stp ? "with" : "without"
    } a spanning tree`,
    SUPPRESSION,
    async () => {
      using net = Rtnetlink.open();
      await makeBridge(net);
      const { vlan } = net.bridge;
      await vlan.add({ device: "p0", vlan: 10 });
      await vlan.set({ device: "p0", vlan: 1, state: "blocking" });
      await net.link.set("br0", { bridge: { stp } });
      await vlan.add({ device: "br0", vlan: "10-12" });
      const before = await vlan.list().toArray();
      const blocked = before.find(({ state }) => state === "blocking")!;
      await vlan.add(before[0]!);
      const others = before.filter((other) => other !== blocked);
      for (const other of others) {
        assertEquals(await vlan.delete(other), true);
        await vlan.add(other);
      }
      assertEquals(await vlan.list().toArray(), before);
      await vlan.deleteAll(others);
      await vlan.addAll(others);
      assertEquals(await vlan.list().toArray(), before);

      // What is not so cannot be ignored.
      const other = { ...blocked, state: "forwarding" } as const;
      if (stp) {
        await assertRejects(() => vlan.add(other), NetlinkError, "EBUSY");
      }
      const refused = { device: "br0", vlan: 10, neighborSuppress: true };
      await assertRejects(() => vlan.add(refused), NetlinkError, "EINVAL");
      await assertRejects(
        () => vlan.addAll([...others, refused]),
        BatchError,
        `1 of ${others.length + 1} requests`,
      );

      const missing = { device: "p0", vlan: 77 };
      assertEquals(await vlan.delete(missing, { ifExists: true }), false);
      const there = { device: "p0", vlan: 10 };
      assertEquals(await vlan.delete(there, { ifExists: true }), true);
    },
  );
}

liveTest(
  "bridge.vlan maps VLANs to tunnels, and bridge.vni has networks",
  NEEDS,
  async () => {
    using net = Rtnetlink.open();
    await makeBridge(net);
    await net.link.add({
      name: "v0",
      vxlan: { external: true, vniFilter: true, port: 4789 },
      master: "br0",
      bridgePort: { vlanTunnel: true },
    });
    const { vlan, vni } = net.bridge;
    await vlan.add({ device: "v0", vlan: "100-199", tunnelId: "10100-10199" });
    const mapped = await vlan.get({ device: "v0", vlan: 100 });
    assertEquals(mapped.tunnelId, { from: 10100, to: 10199 });
    await vlan.unmap({ device: "v0", vlan: "100-199" });
    const unmapped = await vlan.get({ device: "v0", vlan: 100 });
    assertEquals(unmapped.tunnelId, undefined);

    await vni.add({ device: "v0", vni: "10100-10199" });
    await vni.add({ device: "v0", vni: 20000, remote: "192.0.2.9" });
    const { index } = await net.link.get("v0");
    const networks = await vni.list({ device: "v0" }).toArray();
    assertEquals(networks, [
      { device: index, vni: { from: 10100, to: 10199 } },
      { device: index, vni: 20000, remote: "192.0.2.9" },
    ]);
    const counted = await vni.get({
      device: "v0",
      vni: 20000,
      statistics: true,
    });
    assertEquals(counted.statistics?.rxPackets, 0n);
    for (const network of networks) {
      assertEquals(await vni.delete(network), true);
    }
    assertEquals(await vni.list({ device: "v0" }).toArray(), []);
    await vni.addAll(networks);
    assertEquals(await vni.list({ device: "v0" }).toArray(), networks);
  },
);

liveTest("bridge.globalVlan changes options of VLANs", NEEDS, async () => {
  using net = Rtnetlink.open();
  await makeBridge(net);
  await net.bridge.vlan.add({ device: "br0", vlan: "10-12" });
  await net.link.set("br0", { bridge: { multicastVlanSnooping: true } });
  const { globalVlan } = net.bridge;
  await globalVlan.set({
    device: "br0",
    vlan: 10,
    multicastQuerier: true,
    multicastQueryInterval: 60,
  });
  const found = await globalVlan.get({ device: "br0", vlan: 10 });
  assertEquals(found.vlan, 10);
  assertEquals(found.multicastQuerier, true);
  assertEquals(found.multicastQueryInterval, 60);
  await globalVlan.set(found);
  assertEquals(await globalVlan.get({ device: "br0", vlan: 10 }), found);
});

liveTest("bridge.mdb adds, lists and deletes entries", PROTOCOL, async () => {
  using net = Rtnetlink.open();
  await makeBridge(net);
  const { mdb } = net.bridge;
  const entry = { bridge: "br0", port: "p0", group: "239.1.1.1" };
  await mdb.add({ ...entry, vlan: 1, permanent: true });
  await mdb.add({
    ...entry,
    group: "01:02:03:04:05:06",
    vlan: 1,
    permanent: true,
  });
  await assertRejects(
    () => mdb.add({ ...entry, vlan: 1, permanent: true }),
    NetlinkError,
  );
  await mdb.replace({ ...entry, vlan: 1, permanent: true, protocol: "zebra" });
  const found = await mdb.get({ bridge: "br0", group: "239.1.1.1" });
  assertEquals(found.protocol, "zebra");
  assertEquals([found.permanent, found.vlan], [true, 1]);
  assertEquals(await mdb.delete(found), true);
  assertEquals(await mdb.delete(found, { ifExists: true }), false);
  assertEquals(
    await mdb.find({ bridge: "br0", group: "239.1.1.1" }),
    undefined,
  );
  assertEquals((await mdb.list({ port: "p0", vlan: 1 }).toArray()).length, 1);
});

liveTest("bridge.mdb.flush() deletes the entries that are selected", {
  needs: ["vm", "kernel 6.9"],
}, async () => {
  using net = Rtnetlink.open();
  await makeBridge(net);
  const { mdb } = net.bridge;
  const entry = { bridge: "br0", port: "p0", group: "239.1.1.1" };
  const groups = async () =>
    (await mdb.list({ port: "p0" }).toArray())
      .map(({ group, vlan }) => `${group} ${vlan}`).sort();
  await net.bridge.vlan.add({ device: "p0", vlan: 5 });
  await mdb.addAll([
    { ...entry, vlan: 1, permanent: true },
    { ...entry, vlan: 5, permanent: true },
    { ...entry, group: "239.1.1.2", vlan: 5 },
    { ...entry, group: "239.1.1.3", vlan: 5, protocol: 200 },
  ]);
  await mdb.flush({ bridge: "br0", protocol: 200 });
  assertEquals(await groups(), ["239.1.1.1 1", "239.1.1.1 5", "239.1.1.2 5"]);
  await mdb.flush({ bridge: "br0", vlan: 5, permanent: false });
  assertEquals(await groups(), ["239.1.1.1 1", "239.1.1.1 5"]);
  await mdb.flush({ bridge: "br0", port: "p0", vlan: 1 });
  assertEquals(await groups(), ["239.1.1.1 5"]);
  await mdb.flush({ bridge: "br0" });
  assertEquals(await groups(), []);
});

liveTest("bridge.mst changes states of ports in spanning trees", {
  needs: ["vm", "kernel 6.1"],
}, async () => {
  using net = Rtnetlink.open();
  await net.link.add({
    name: "br0",
    bridge: { vlanFiltering: true, multipleSpanningTrees: true },
  });
  await net.link.add({ name: "p0", dummy: {}, master: "br0" });
  const { vlan, globalVlan, mst } = net.bridge;
  await vlan.add({ device: "p0", vlan: 10 });
  await globalVlan.set({ device: "br0", vlan: 10, mstInstance: 3 });
  await mst.set({ device: "p0", instance: 3, state: "blocking" });
  const { index } = await net.link.get("p0");
  assertEquals(await mst.list({ device: "p0", instance: 3 }).toArray(), [
    { device: index, instance: 3, state: "blocking" },
  ]);
});
