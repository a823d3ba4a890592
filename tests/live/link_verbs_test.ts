import {
  assert,
  assertEquals,
  assertExists,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import type { LinkSpec } from "../../api/link/spec.ts";
import { UnknownDeviceError } from "../../api/object/lookup.ts";
import { NetlinkError } from "../../api/connection/errors.ts";
import { PartialChangeError } from "../../api/link/partial_change_error.ts";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import { lasting } from "../support/lasting_link.ts";
import { liveTest, sh, unmet } from "../support/live.ts";

liveTest(
  "Links.add() makes a pair, one end in another namespace",
  { needs: ["kind veth", "command ip"] },
  async () => {
    using net = Rtnetlink.open();
    await net.link.add({
      name: "a",
      index: 76,
      up: true,
      veth: { peer: { name: "b", mtu: 1300, up: true, index: 77 } },
    });
    assertEquals((await net.link.get("b")).mtu, 1300);
    assertEquals((await net.link.get("b")).index, 77);
    assertEquals((await net.link.waitFor("a", "up"))?.state, "up");

    const { pid } = Deno;
    await net.link.add({
      name: "c",
      veth: { peer: { name: "d", netns: { pid } } },
    });
    assertExists(await net.link.get("c"));
  },
);

liveTest(
  "Links.set() changes all that there is",
  { needs: ["kind bridge", "kind veth"] },
  async () => {
    using net = Rtnetlink.open();
    await net.link.add({ name: "br0", kind: "bridge", up: true });
    await net.link.add({ name: "a", veth: { peer: { name: "b" } } });
    await net.link.set("a", {
      name: "c",
      mtu: 1400,
      address: "02:00:00:00:00:05",
      alias: "renamed",
      group: 9,
      txQueueLength: 9,
      arp: false,
      promiscuous: true,
      allMulticast: true,
      master: "br0",
      gsoMaxSize: 1000,
      gsoMaxSegments: 5,
      addressGenerationMode: "none",
    });
    const link = await net.link.get("c");
    assertEquals(
      [link.mtu, link.address, link.alias, link.group, link.txQueueLength],
      [1400, "02:00:00:00:00:05", "renamed", 9, 9],
    );
    assertEquals([link.arp, link.promiscuous, link.allMulticast], [
      false,
      true,
      true,
    ]);
    assertEquals([link.gsoMaxSize, link.gsoMaxSegments], [1000, 5]);
    assertEquals(link.addressGenerationMode, "none");
    assertEquals(link.portKind, "bridge");

    await net.link.set(link, {
      bridgePort: { isolated: true, cost: 5, hairpin: true },
    });
    const { bridgePort } = await net.link.get("c");
    assertEquals(
      [bridgePort?.isolated, bridgePort?.cost, bridgePort?.hairpin],
      [true, 5, true],
    );
    await net.link.set("br0", { bridge: { ageingTime: 7, stp: true } });
    const { bridge } = await net.link.get("br0");
    assertEquals([bridge?.ageingTime, bridge?.stp], [7, true]);

    await net.link.set({ group: 9 }, { up: true });
    assertEquals((await net.link.get("c")).up, true);
    await net.link.set("c", { master: null, alias: "", up: false });
    const freed = await net.link.get("c");
    assertEquals([freed.master, freed.alias, freed.up], [
      undefined,
      undefined,
      false,
    ]);
    await net.link.delete({ group: 9 });
    await assertRejects(() => net.link.get("c"), NetlinkError, "ENODEV");
    await assertRejects(() => net.link.get("b"), NetlinkError, "ENODEV");
  },
);

liveTest(
  "Links.add() makes a port of a bridge again from what it reports",
  { needs: ["kind bridge", "kind ifb"] },
  async () => {
    using net = Rtnetlink.open();
    await net.link.add({ name: "br0", kind: "bridge", up: true });
    await net.link.add({
      name: "port",
      kind: "ifb",
      up: true,
      master: "br0",
      bridgePort: { cost: 9, flood: false },
      alternativeNames: ["a-name-that-is-longer", "short"],
    });
    const link = await net.link.get("a-name-that-is-longer");
    assertEquals(link.name, "port");
    assertEquals(link.bridgePort?.cost, 9);
    assertEquals((await net.link.get("short")).index, link.index);
    await net.link.delete("a-name-that-is-longer");
    await net.link.add(link);
    assertEquals(lasting(await net.link.get("port")), lasting(link));
    await net.link.deleteNames("port", ["short"]);
    assertEquals((await net.link.get("port")).alternativeNames, [
      "a-name-that-is-longer",
    ]);
  },
);

liveTest(
  "Links.add() makes a port of a bond that is up",
  { needs: ["kind bond", "kind veth"] },
  async () => {
    using net = Rtnetlink.open();
    await net.link.add({ name: "bond", kind: "bond", up: true });
    await net.link.add({ name: "a", kind: "veth", master: "bond", up: true });
    const link = await net.link.get("a");
    assert(link.up);
    await net.link.delete(link);
    await net.link.add(link);
    assertEquals(lasting(await net.link.get("a")), lasting(link));
  },
);

liveTest(
  "Links.replace() takes queues that a kernel need not report",
  { needs: ["kind ifb"] },
  async () => {
    using net = Rtnetlink.open();
    const spec: LinkSpec = { name: "i", kind: "ifb", numRxQueues: 3 };
    await net.link.add(spec);
    await net.link.replace(spec);
  },
);

liveTest(
  "Links.add() reports an MTU that the kernel ignores",
  { needs: ["kind hsr", "kind ifb"] },
  async () => {
    using net = Rtnetlink.open();
    for (const name of ["a", "b"]) await net.link.add({ name, kind: "ifb" });
    const error = await assertRejects(
      () =>
        net.link.add({ name: "h", mtu: 1500, hsr: { port1: "a", port2: "b" } }),
      PartialChangeError,
    );
    assert(error.message.includes("Cannot set mtu of link h"), error.message);
  },
);

liveTest(
  "Links.list() filters as the kernel does",
  { needs: ["kind bridge", "kind veth"] },
  async () => {
    using net = Rtnetlink.open();
    await net.link.add({ name: "br0", kind: "bridge" });
    await net.link.add({
      name: "a",
      master: "br0",
      veth: { peer: { name: "b", up: true } },
    });
    const names = async (...args: Parameters<typeof net.link.list>) =>
      (await net.link.list(...args).toArray()).map(({ name }) => name)
        .filter((name) => ["a", "b", "br0"].includes(name)).sort();
    assertEquals(await names({ kind: "veth" }), ["a", "b"]);
    assertEquals(await names({ kind: "no such kind" }), []);
    assertEquals(await names({ master: "br0" }), ["a"]);
    assertEquals(await names({ master: null }), ["b", "br0"]);
    assertEquals(await names({ up: true }), ["b"]);
    assertEquals(await names({ portKind: "bridge" }), ["a"]);
    assertEquals(await names({ family: "bridge" }), ["a"]);
  },
);

liveTest(
  "Links.set() keeps what a tunnel was set to before",
  { needs: ["kind gre"] },
  async () => {
    using net = Rtnetlink.open();
    const gre = { local: "192.0.2.1", remote: "192.0.2.2", ttl: 9 };
    await net.link.add({ name: "new", gre });
    await net.link.set("new", { gre: { tos: 16 } });
    const link = await net.link.get("new");
    assertEquals(
      [link.gre?.local, link.gre?.remote, link.gre?.ttl, link.gre?.tos],
      ["192.0.2.1", "192.0.2.2", 9, 16],
    );
  },
);

liveTest(
  "Links reports what the kernel reports when it refuses",
  { needs: ["kind bridge"] },
  async () => {
    using net = Rtnetlink.open();
    await net.link.add({ name: "br0", kind: "bridge" });
    const refusals: [LinkSpec, string][] = [
      [{ name: "br0", kind: "bridge" }, "EEXIST"],
      [{ name: "x", kind: "frob" }, "EOPNOTSUPP"],
      [{ name: "x", bridge: { multicastIgmpVersion: 9 } }, "EINVAL"],
      [{ name: "x", kind: "bridge", mtu: 1, master: "br0" }, "EINVAL"],
      [{ name: "x", kind: "bridge", address: "02:00" }, "EINVAL"],
      [{ name: "x", kind: "bridge", linkNetnsId: 99 }, "EINVAL"],
    ];
    for (const [spec, code] of refusals) {
      const error = await assertRejects(
        () => net.link.add(spec),
        NetlinkError,
        undefined,
        Deno.inspect(spec),
      );
      assertEquals(error.code, code, `${Deno.inspect(spec)}: ${error.message}`);
    }
    await assertRejects(
      () => net.link.set("eth9", { up: true }),
      UnknownDeviceError,
      "Cannot change link eth9: ENODEV: No such device",
    );
  },
);

liveTest(
  "Links.add() reports that the kernel refuses, or does not have, a VLAN protocol",
  { needs: ["kind bridge"] },
  async () => {
    using net = Rtnetlink.open();
    const error = await assertRejects(
      () => net.link.add({ name: "x", bridge: { vlanProtocol: 5 } }),
      NetlinkError,
    );
    const isKnown = unmet(["feature bridge-vlans"]) === undefined;
    assertEquals(error.code, isKnown ? "EPROTONOSUPPORT" : "EOPNOTSUPP");
  },
);

liveTest(
  "Links.waitFor() sees a link come and go",
  { needs: ["kind veth"] },
  async () => {
    using net = Rtnetlink.open();
    const options = { signal: AbortSignal.timeout(5000) };
    const coming = net.link.waitFor("a", "present", options);
    await net.link.add({ name: "a", veth: { peer: { name: "b" } } });
    assertEquals((await coming)?.name, "a");
    const up = net.link.waitFor("a", "up", options);
    await net.link.set("a", { up: true });
    await net.link.set("b", { up: true });
    assertEquals((await up)?.state, "up");
    const going = net.link.waitFor("a", "absent", options);
    await net.link.delete("a");
    assertEquals(await going, undefined);
  },
);

liveTest(
  "Links.stats returns what bridges count",
  { needs: ["kind bridge"] },
  async () => {
    using net = Rtnetlink.open();
    await net.link.add({ name: "br0", kind: "bridge" });
    const report = await net.link.stats.get("br0", ["link", "xstats"]);
    assertEquals(report.link?.rxPackets, 0n);
    assertExists(report.kind?.bridge);
    const all = await net.link.stats.list(["link"]).toArray();
    assert(all.some(({ index }) => index === report.index));
  },
);

liveTest(
  "Rtnetlink.open() opens another namespace",
  { needs: ["command ip", "kind bridge"] },
  async () => {
    const name = `api-test-${Deno.pid}`;
    sh("ip", "netns", "add", name);
    try {
      using net = Rtnetlink.open();
      using other = Rtnetlink.open({ netns: name });
      await other.link.add({ name: "there", kind: "bridge" });
      await assertRejects(() => net.link.get("there"), NetlinkError, "ENODEV");
      await net.link.add({ name: "mover", kind: "ifb", netns: name });
      assertEquals((await other.link.get("mover")).kind, "ifb");
      await assertRejects(
        () => net.link.add({ name: "x", kind: "ifb", netns: "nowhere" }),
        Error,
        "nowhere",
      );
    } finally {
      sh("ip", "netns", "delete", name);
    }
  },
);

liveTest(
  "Links.add() names kinds that the kernel does not have",
  {},
  async () => {
    using net = Rtnetlink.open();
    const cases: [LinkSpec, string][] = [
      [{ name: "x0" }, "kind has to be given"],
      [
        { name: "x0", kind: "dumy" },
        '"dumy" as kind; the nearest is dummy',
      ],
      [{ name: "x0", kind: "nonesuch" }, '"nonesuch" as kind'],
    ];
    for (const [spec, text] of cases) {
      for (const verb of ["add", "replace"] as const) {
        const error = await assertRejects(
          () => net.link[verb](spec),
          NetlinkError,
        );
        assertEquals(
          error.message,
          `Cannot create link x0: EOPNOTSUPP: Unknown device type: ${text}`,
        );
        assertStringIncludes(error.stack!, text);
        assertEquals(error.reason, "Unknown device type");
      }
    }
  },
);
