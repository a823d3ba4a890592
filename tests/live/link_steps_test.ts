/**
 * Links that take more than one request to make or to change.
 *
 * @module
 */
import {
  assert,
  assertEquals,
  assertInstanceOf,
  assertRejects,
} from "@std/assert";
import { PartialChangeError } from "../../api/link/partial_change_error.ts";
import type { LinkSettings, LinkSpec } from "../../api/link/spec.ts";
import { NetlinkError } from "../../api/connection/errors.ts";
import { UnknownDeviceError } from "../../api/object/lookup.ts";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import { addNamespace, deleteNamespace } from "../../socket/named_namespace.ts";
import { liveTest } from "../support/live.ts";

/** Runs a test with a network namespace that has a name. */
async function withNamespace(
  body: (name: string) => Promise<void>,
): Promise<void> {
  const name = `links-test-${Deno.pid}`;
  addNamespace(name);
  try {
    await body(name);
  } finally {
    deleteNamespace(name);
  }
}

const pairs = ["veth", "vxcan", "netkit"] as const;

for (const kind of pairs) {
  liveTest(
    `Links.add() sets up a peer of kind ${kind} in another namespace`,
    { needs: [`kind ${kind}`, "kind bridge"] },
    () =>
      withNamespace(async (netns) => {
        using net = Rtnetlink.open();
        using other = Rtnetlink.open({ netns });
        await other.link.add({ name: "br9", kind: "bridge" });
        const master = kind === "vxcan" ? {} : { master: "br9" };
        await net.link.add({
          name: "a",
          up: true,
          [kind]: {
            ...kind === "netkit" && { mode: "l2" },
            peer: { name: "b", netns, up: true, alias: "far", ...master },
          },
        });
        const peer = await other.link.get("b");
        assertEquals([peer.up, peer.alias], [true, "far"]);
        if (kind !== "vxcan") assertEquals(peer.portKind, "bridge");
        assertEquals((await net.link.get("a")).up, true);
      }),
  );

  liveTest(
    `Links.add() finds a peer of kind ${kind} that has no name`,
    { needs: [`kind ${kind}`] },
    async () => {
      using net = Rtnetlink.open();
      await net.link.add({ name: "a", [kind]: { peer: { alias: "mine" } } });
      const { link } = await net.link.get("a");
      assertEquals((await net.link.get(link!)).alias, "mine");
    },
  );

  liveTest(
    `Links.replace() changes the other end of a pair of kind ${kind}`,
    { needs: [`kind ${kind}`] },
    () =>
      withNamespace(async (netns) => {
        using net = Rtnetlink.open();
        using other = Rtnetlink.open({ netns });
        for (const there of [undefined, netns]) {
          const spec = (alias: string): LinkSpec => ({
            name: "a",
            alias: `near ${alias}`,
            [kind]: {
              peer: {
                name: "b",
                alias,
                ...there !== undefined && { netns: there },
              },
            },
          });
          await net.link.replace(spec("one"));
          const { index } = await net.link.get("a");
          await net.link.replace(spec("one"));
          await net.link.replace(spec("two"));
          const [a, b] = [
            await net.link.get("a"),
            await (there === undefined ? net : other).link.get("b"),
          ];
          assertEquals([a.index, a.alias, b.alias], [index, "near two", "two"]);
          await net.link.delete("a");
        }
      }),
  );
}

liveTest(
  "Links.add() makes a whole link in another namespace",
  { needs: ["kind bridge", "kind ifb"] },
  () =>
    withNamespace(async (netns) => {
      using net = Rtnetlink.open();
      using other = Rtnetlink.open({ netns });
      // The same name stands for another index here and there.
      await net.link.add({ name: "br9", kind: "bridge", index: 50 });
      await other.link.add({ name: "br9", kind: "bridge", index: 60 });
      const spec: LinkSpec = {
        name: "port",
        kind: "ifb",
        netns,
        master: "br9",
        bridgePort: { cost: 7 },
        alias: "away",
        alternativeNames: ["a-name-that-is-longer"],
      };
      await net.link.add(spec);
      const port = await other.link.get("a-name-that-is-longer");
      assertEquals(
        [port.name, port.master, port.bridgePort?.cost, port.alias],
        ["port", 60, 7, "away"],
      );
      await net.link.replace({ ...spec, alias: "still away" });
      assertEquals((await other.link.get(port.index)).alias, "still away");
      await other.link.delete(port);
      await assertRejects(
        () => net.link.add({ ...spec, master: "br8" }),
        UnknownDeviceError,
        'Cannot create link port: ENODEV: No such device: "br8" for master',
      );
      await assertRejects(() => other.link.get("port"), NetlinkError, "ENODEV");
    }),
);

liveTest(
  "Links.set() moves a link, and sets there what belongs there",
  { needs: ["kind bridge", "kind ifb"] },
  () =>
    withNamespace(async (netns) => {
      using net = Rtnetlink.open();
      using other = Rtnetlink.open({ netns });
      await other.link.add({ name: "br9", kind: "bridge", index: 60 });
      await net.link.add({ name: "port", kind: "ifb" });
      await net.link.set("port", {
        netns,
        name: "moved",
        master: "br9",
        bridgePort: { cost: 7 },
        mtu: 1400,
      });
      const port = await other.link.get("moved");
      assertEquals(
        [port.master, port.bridgePort?.cost, port.mtu],
        [60, 7, 1400],
      );
    }),
);

liveTest(
  "Links.set() gives a link a master and sets its port at once",
  { needs: ["kind bridge", "kind ifb"] },
  async () => {
    using net = Rtnetlink.open();
    await net.link.add({ name: "br0", kind: "bridge" });
    await net.link.add({ name: "p", kind: "ifb" });
    await net.link.set("p", { master: "br0", bridgePort: { cost: 9 } });
    const { bridgePort, portKind } = await net.link.get("p");
    assertEquals([portKind, bridgePort?.cost], ["bridge", 9]);
  },
);

liveTest(
  "Links.add() and set() give a link an operational state",
  { needs: ["kind ifb"] },
  async () => {
    using net = Rtnetlink.open();
    await net.link.add({
      name: "i0",
      kind: "ifb",
      up: true,
      operationalState: "dormant",
    });
    assertEquals((await net.link.get("i0")).state, "dormant");
    await net.link.set("i0", { operationalState: "up" });
    assertEquals((await net.link.get("i0")).state, "up");
    const error = await assertRejects(
      () => net.link.set("i0", { operationalState: "notpresent" }),
      PartialChangeError,
      "Cannot set operationalState of link i0: EOPNOTSUPP: the kernel ignores",
    );
    assertEquals(error.failed, ["operationalState"]);
    assertEquals(error.done, []);
    const more = await assertRejects(
      () => net.link.set("i0", { mtu: 1400, operationalState: "notpresent" }),
      PartialChangeError,
      "the kernel ignores it: done before: set mtu of link i0",
    );
    assertEquals(more.failed, ["operationalState"]);
    assertEquals(more.done, ["set mtu of link i0"]);
  },
);

liveTest(
  "Links reports what was done before a request was refused",
  { needs: ["kind bridge", "kind veth"] },
  async () => {
    using net = Rtnetlink.open();
    const added = await assertRejects(
      () =>
        net.link.add({
          name: "a",
          veth: { peer: { name: "b", alias: "x", protoDown: true } },
        }),
      PartialChangeError,
    );
    assertEquals(added.code, "EOPNOTSUPP");
    assertEquals(added.done, ["create link a"]);
    assertEquals(added.failed, ["veth.peer.alias", "veth.peer.protoDown"]);
    assertInstanceOf(added.cause, NetlinkError);
    assert(added.message.endsWith("done before: create link a"), added.message);

    await net.link.add({ name: "br0", kind: "bridge" });
    const port: LinkSettings = { master: "br0", bridgePort: { priority: 99 } };
    const set = await assertRejects(
      () => net.link.set("a", port),
      PartialChangeError,
    );
    assertEquals(set.done, ["set master of link a"]);
    assertEquals(set.failed, ["bridgePort"]);
    // Names are looked up before anything is done.
    await assertRejects(
      () =>
        net.link.set("b", {
          master: "br0",
          bridgePort: { backupPort: "nothing" },
        }),
      UnknownDeviceError,
      'Cannot change link b: ENODEV: No such device: "nothing" for bridgePort.backupPort',
    );
    assertEquals((await net.link.get("b")).master, undefined);
  },
);

liveTest(
  "Links.set() refuses what it cannot change",
  { needs: ["kind bridge", "kind veth"] },
  async () => {
    using net = Rtnetlink.open();
    await net.link.add({ name: "a", veth: { peer: { name: "b" } } });
    const bad: [LinkSpec, string][] = [
      [{ kind: "bridge" }, '"bridge" as kind'],
      [{ index: 99 }, "99 as index"],
      [{ numTxQueues: 99 }, "99 as numTxQueues"],
      [{ link: "lo" }, '"lo" as link'],
      [{ linkNetnsId: 9 }, "9 as linkNetnsId"],
      [{ parentDevice: "0000:00:01.0" }, "as parentDevice"],
      [{ bridge: {} }, "as bridge"],
      [{ bridge: { stp: true } }, "EOPNOTSUPP"],
      [{ veth: { peer: { numTxQueues: 99 } } }, "99 as veth.peer.numTxQueues"],
      [{ veth: { peer: { linkNetnsId: 9 } } }, "9 as veth.peer.linkNetnsId"],
      [{ newIndex: 78 }, "newIndex"],
    ];
    for (const [settings, text] of bad) {
      await assertRejects(() => net.link.set("a", settings), Error, text);
    }
    const ofGroups: [LinkSpec, string][] = [
      [{ name: "x" }, '"x" as name'],
      [{ group: 5 }, "5 as group"],
      [{ bridge: { stp: true } }, "as bridge"],
      [{ bridgePort: { cost: 5 } }, "as bridgePort"],
      [{ alternativeNames: ["y"] }, "as alternativeNames"],
    ];
    for (const [settings, text] of ofGroups) {
      await assertRejects(
        () => net.link.set({ group: 7 }, settings),
        TypeError,
        text,
      );
    }
  },
);

liveTest(
  "Links.set() and replace() give a link the alternative names that it shall have",
  { needs: ["kind ifb"] },
  async () => {
    using net = Rtnetlink.open();
    const spec: LinkSpec = { name: "i0", kind: "ifb" };
    await net.link.add({ ...spec, alternativeNames: ["one", "two"] });
    await net.link.replace({ ...spec, alternativeNames: ["two", "three"] });
    const link = await net.link.get("i0");
    assertEquals(link.alternativeNames?.toSorted(), ["three", "two"]);
    await net.link.set("i0", { ...link, alternativeNames: [] });
    assertEquals((await net.link.get("i0")).alternativeNames, undefined);
  },
);

liveTest(
  "Links.set() takes an alias away",
  { needs: ["kind ifb"] },
  async () => {
    using net = Rtnetlink.open();
    await net.link.add({ name: "i0", kind: "ifb", alias: "something" });
    await net.link.set("i0", { alias: null });
    assertEquals((await net.link.get("i0")).alias, undefined);
    await net.link.replace({ name: "i0", kind: "ifb", alias: null });
  },
);
