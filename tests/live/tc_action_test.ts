import { assert, assertEquals, assertRejects } from "@std/assert";
import { NetlinkError, Rtnetlink } from "../../mod.ts";
import type { TrafficAction, TrafficActionSpec } from "../../api/tc/action.ts";
import { actionKindNames } from "../../messages/tc/actions/mod.ts";
import { actionSamples } from "../support/action_samples.ts";
import { liveTest, type Need } from "../support/live.ts";

/** What is the same after an action has been made a second time. */
function lasting(action: TrafficAction): Partial<TrafficAction> {
  const {
    index: _,
    installed: __,
    lastUsed: ___,
    statistics: ____,
    message: _____,
    // Only lists have it.
    usedHardwareCounters: ______,
    ...rest
  } = action;
  return rest;
}

/** Whether the kernel has a kind. */
async function hasKind(
  net: Rtnetlink,
  spec: TrafficActionSpec,
): Promise<boolean> {
  try {
    await net.tc.action.add(spec);
    return true;
  } catch (error) {
    if (error instanceof NetlinkError && /Failed to load/.test(error.message)) {
      return false;
    }
    throw error;
  }
}

/** What samples need: `TCA_MIRRED_BLOCKID`. */
const NEWER: Readonly<Record<string, readonly Need[]>> = {
  mirred: ["kernel 6.8"],
};

for (const [property, specs] of Object.entries(actionSamples)) {
  const kind = actionKindNames[property as "tunnelKey"] ?? property;
  liveTest(
    `tc.action makes ${kind} actions, and makes them a second time from what it lists`,
    { needs: ["vm", ...NEWER[kind] ?? []] },
    async () => {
      using net = Rtnetlink.open();
      await net.link.add({ name: "d0", kind: "dummy" });
      if (!await hasKind(net, specs[0]!)) return;
      await net.tc.action.flush({ kind });
      const made: TrafficAction[] = [];
      for (const spec of specs) made.push(await net.tc.action.add(spec));
      const listed = await net.tc.action.list({ kind }).toArray();
      assertEquals(listed.map(lasting), made.map(lasting));
      for (const action of listed) {
        assertEquals(action.kind, kind);
        assertEquals(action.message.unknown, undefined);
        assertEquals(
          lasting(await net.tc.action.get(action)),
          lasting(action),
        );
      }
      assertEquals(await net.tc.action.flush({ kind }), specs.length);
      const remade = await net.tc.action.addAll(listed);
      assertEquals(remade.map(lasting), listed.map(lasting));
      assertEquals(
        remade.map(({ index }) => index),
        listed.map(({ index }) => index),
      );
      await net.tc.action.flush({ kind });
    },
  );
}

liveTest("tc.action has all verbs", { needs: ["vm"] }, async () => {
  using net = Rtnetlink.open();
  const { action } = net.tc;
  const first = await action.add({ then: "drop", index: 7 });
  assertEquals([first.index, first.kind, first.then], [7, "gact", "drop"]);
  await assertRejects(
    () => action.add({ then: "pass", index: 7 }),
    NetlinkError,
    "EEXIST",
  );
  assertEquals((await action.replace({ then: "pass", index: 7 })).then, "pass");
  assertEquals((await action.find({ kind: "gact", index: 7 }))?.then, "pass");
  await action.delete(first);
  assertEquals(await action.find(first), undefined);
  await assertRejects(() => action.get(first), NetlinkError, "ENOENT");
  await assertRejects(() => action.delete(first), NetlinkError, "ENOENT");
  const many = await action.addAll(
    Array.from({ length: 100 }, () => ({ then: "pipe" as const })),
  );
  assertEquals(new Set(many.map(({ index }) => index)).size, 100);
  assertEquals((await action.list({ kind: "gact" }).toArray()).length, 100);
  assert((await action.list().toArray()).length >= 100);
  assertEquals(await action.flush({ kind: "gact" }), 100);
});

liveTest("a monitor reports actions", { needs: ["vm"] }, async () => {
  using net = Rtnetlink.open();
  using monitor = await net.monitor(["action"]);
  await net.tc.action.addAll([{ then: "drop", index: 7 }, { then: "pass" }]);
  await net.tc.action.delete({ kind: "gact", index: 7 });
  await net.tc.action.flush({ kind: "gact" });
  const seen: unknown[] = [];
  for await (const change of monitor) {
    if (change.object !== "action") continue;
    const { action, value } = change;
    seen.push([action, value.map(({ kind, then }) => then ?? kind)]);
    if (seen.length === 3) break;
  }
  assertEquals(seen, [
    ["new", ["drop", "pass"]],
    ["delete", ["drop"]],
    ["delete", ["gact"]],
  ]);
});
