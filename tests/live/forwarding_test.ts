import { assertEquals, assertRejects } from "@std/assert";
import {
  type Forwarding,
  type ForwardingSpec,
  NetlinkError,
  Rtnetlink,
} from "../../api/mod.ts";
import { liveTest, sh } from "../support/live.ts";

const needs = ["kind bridge", "kind veth", "kind vxlan"] as const;
const linkAddress = "02:00:00:00:00:77";

/**
 * A namespace with the bridge `br0`, its port `v0`, and `vx0`. Ports are in the
 * given VLAN, where the kernel has VLANs of bridges.
 */
function open(vlan = 1): Rtnetlink {
  sh(
    ...["ip", "link", "add", "br0", "type", "bridge"] as const,
    ...["vlan_default_pvid", String(vlan)],
  );
  sh("ip", "link", "add", "v0", "type", "veth", "peer", "name", "v1");
  sh("ip", "link", "set", "v0", "master", "br0");
  sh(
    ...["ip", "link", "add", "vx0", "type", "vxlan", "id", "7"] as const,
    ...["dstport", "4789"],
  );
  for (const name of ["br0", "v0", "v1", "vx0"]) {
    sh("ip", "link", "set", name, "up");
  }
  return Rtnetlink.open();
}

function lasting(entry: Forwarding) {
  const { message: _, used: _s, updated: _u, ...rest } = entry;
  return rest;
}

const specs: ForwardingSpec[] = [
  { device: "v0", linkAddress, master: true, state: "static" },
  { device: "v0", linkAddress, master: true, state: "dynamic" },
  { device: "v0", linkAddress, master: true, state: "static", sticky: true },
  { device: "v0", linkAddress, master: true, state: "static", vlan: 1 },
  { device: "v0", linkAddress, master: true, state: "dynamic", vlan: 1 },
  {
    device: "v0",
    linkAddress,
    master: true,
    state: "static",
    vlan: 1,
    sticky: true,
  },
  { device: "vx0", linkAddress, destination: "192.0.2.7" },
  {
    device: "vx0",
    linkAddress,
    destination: "192.0.2.7",
    port: 8472,
    vni: 42,
    outputDevice: "v1",
  },
];

for (const spec of specs) {
  liveTest(
    `ForwardingEntries lists what it adds: ${JSON.stringify(spec)}`,
    {
      needs: spec.vlan === undefined
        ? needs
        : [...needs, "feature bridge-vlans"],
    },
    async () => {
      using net = open(spec.vlan ?? 0);
      const find = async () =>
        await net.forwarding.list({ linkAddress }).toArray();
      await net.forwarding.add(spec);
      const [entry, ...others] = await find();
      assertEquals(others, []);
      assertEquals(entry!.state, spec.state ?? "permanent");
      assertEquals(entry!.destination, spec.destination);
      await assertRejects(
        () => net.forwarding.add(spec),
        NetlinkError,
        "EEXIST",
      );
      const got = await net.forwarding.get(entry!);
      assertEquals(lasting(got), lasting(entry!));
      await net.forwarding.delete(entry!);
      assertEquals(await find(), []);
      await net.forwarding.add(entry!);
      const [second] = await find();
      assertEquals(lasting(second!), lasting(entry!));
    },
  );
}

liveTest("ForwardingEntries appends, filters and flushes", {
  needs,
}, async () => {
  using net = open();
  const vxlan = { device: "vx0", linkAddress: "00:00:00:00:00:00" };
  await net.forwarding.append({ ...vxlan, destination: "192.0.2.7" });
  await net.forwarding.append({ ...vxlan, destination: "192.0.2.8" });
  const ends = await net.forwarding.list({ device: "vx0" }).toArray();
  assertEquals(ends.map(({ destination }) => destination), [
    "192.0.2.7",
    "192.0.2.8",
  ]);
  assertEquals(
    sh("bridge", "fdb", "show", "dev", "vx0").split("\n").length,
    3,
  );
  assertEquals(await net.forwarding.flush({ device: "vx0" }), 0);
});

liveTest("ForwardingEntries flushes those of one VLAN", {
  needs: [...needs, "feature bridge-vlans"],
}, async () => {
  using net = open();
  sh(
    ...["bridge", "fdb", "add", linkAddress, "dev", "v0"] as const,
    ...["master", "static"],
  );
  // One for the port's VLAN, and one for packets without a tag.
  assertEquals(
    await net.forwarding.flush({ bridge: "br0", linkAddress, vlan: 1 }),
    1,
  );
  assertEquals(
    await net.forwarding.flush({ bridge: "br0", linkAddress }),
    1,
  );
});

liveTest("ForwardingEntries.addAll() adds hundreds, which list() returns", {
  needs,
}, async () => {
  using net = open();
  const specs = Array.from({ length: 300 }, (_, i) => ({
    device: "vx0",
    linkAddress: `02:00:00:00:0${i >> 8}:${
      (i & 255).toString(16).padStart(2, "0")
    }`,
    destination: "192.0.2.7",
  }));
  await net.forwarding.addAll(specs);
  const listed = await net.forwarding.list({ device: "vx0" }).toArray();
  assertEquals(
    listed.map(({ linkAddress }) => linkAddress).sort(),
    specs.map(({ linkAddress }) => linkAddress),
  );
  assertEquals(await net.forwarding.deleteAll(specs.slice(1)), 299);
  assertEquals(
    await net.forwarding.deleteAll(specs, { ifExists: true }),
    1,
  );
});

liveTest(
  "ForwardingEntries.change() changes remote endpoints, and adds none",
  { needs: [...needs] },
  async () => {
    using net = open();
    const entry = { device: "vx0", linkAddress, destination: "192.0.2.7" };
    await assertRejects(() => net.forwarding.change(entry), NetlinkError);
    await net.forwarding.add(entry);
    await net.forwarding.change({ ...entry, destination: "192.0.2.8" });
    const several = { ...entry, linkAddress: "00:00:00:00:00:00" };
    await net.forwarding.append(several);
    await net.forwarding.change({ ...several, state: "static" });
    const entries = await net.forwarding.list({ device: "vx0" }).toArray();
    assertEquals(
      entries.map((entry) => [entry.linkAddress, entry.destination]).sort(),
      [["00:00:00:00:00:00", "192.0.2.7"], [linkAddress, "192.0.2.8"]],
    );
  },
);
