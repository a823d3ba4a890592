import { assert, assertEquals, assertRejects } from "@std/assert";
import { GenericNetlink, NetlinkError } from "../../api/mod.ts";
import { simulatedTest } from "../support/netdevsim.ts";

simulatedTest(
  "NetShapers makes, changes, groups and deletes shapers of a simulated device",
  "ip",
  async ({ links: [link] }) => {
    using generic = GenericNetlink.open();
    const { netShaper } = generic;
    const device = link!;
    const scopes = await netShaper.listCapabilities(device).toArray();
    // The driver has 0, too, which is no scope.
    assertEquals(
      scopes.map(({ scope }) => scope).filter((scope) => scope !== 0),
      ["netdev", "queue", "node"],
    );
    assert(scopes.every(({ metrics }) => metrics.includes("bps")));
    assertEquals(await netShaper.list(device).toArray(), []);

    const queue = { device, scope: "queue", id: 0 } as const;
    assertEquals(await netShaper.find(queue), undefined);
    await netShaper.set(queue, { metric: "bps", maxRate: 1_000_000 });
    const first = await netShaper.get(queue);
    assertEquals([first.metric, first.maxRate], ["bps", 1_000_000]);
    await netShaper.set(first, { metric: "bps", maxRate: 10_000_000_000 });
    assertEquals((await netShaper.get(first)).maxRate, 10_000_000_000);

    const node = await netShaper.group({
      device,
      scope: "node",
      metric: "bps",
      maxRate: 5_000_000,
      leaves: [{ id: 0, weight: 3 }],
    });
    assertEquals(node.scope, "node");
    const { parent, weight } = await netShaper.get(queue);
    assertEquals(parent, { scope: "node", id: node.id! });
    assertEquals(weight, 3);
    const all = await netShaper.list(device).toArray();
    assertEquals(all.map(({ scope }) => scope).toSorted(), ["node", "queue"]);
    assertEquals((await netShaper.get(node)).maxRate, 5_000_000);

    for (const shaper of [queue, node]) {
      await netShaper.delete(shaper, { ifExists: true });
    }
    assertEquals(await netShaper.list(device).toArray(), []);
    assertEquals(await netShaper.delete(queue, { ifExists: true }), false);
    await assertRejects(
      () => netShaper.get(queue),
      NetlinkError,
      `Cannot get shaper queue 0 of ${device}: ENOENT`,
    );
    await assertRejects(
      () => netShaper.list("lo").toArray(),
      NetlinkError,
      "EOPNOTSUPP",
    );
  },
);
