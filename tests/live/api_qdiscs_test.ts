/**
 * Queueing disciplines and classes of each kind: made, listed, made once more from
 * what was listed, and equal to what was listed before.
 */
import { assertEquals, assertRejects } from "@std/assert";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import { BatchError, NetlinkError } from "../../api/connection/errors.ts";
import type { Qdisc } from "../../api/tc/qdisc.ts";
import type { TrafficClass, TrafficClassSpec } from "../../api/tc/class.ts";
import { liveTest, type Need } from "../support/live.ts";
import {
  classSamples,
  plainQdiscSamples,
  type QdiscSample,
  qdiscSamples,
} from "../support/qdisc_samples.ts";

const needs: Need[] = ["vm"];

/** Kinds that User-Mode Linux lacks. */
const RARE = ["dualpi2", "ets", "fqPie"] as const;

/** Settings of each kind. */
const specs: readonly QdiscSample[] = [
  ...Object.values(qdiscSamples).flat(),
  ...plainQdiscSamples,
];

/**
 * Adds a queueing discipline.
 *
 * @returns Whether the kernel has its kind.
 */
async function add(net: Rtnetlink, spec: QdiscSample): Promise<boolean> {
  try {
    await net.tc.qdisc.add({ device: "d0", handle: "1:", ...spec });
    return true;
  } catch (error) {
    const isRare = RARE.some((name) => spec[name] !== undefined);
    const isUnknown = error instanceof NetlinkError &&
      error.message.includes("unknown");
    if (!isRare || !isUnknown) throw error;
    return false;
  }
}

/** What counters are about; a random seed is another one each time. */
function state(
  { statistics: _s, message: _m, references: _r, ...rest }: Qdisc,
) {
  if (rest.netem !== undefined) delete rest.netem.seed;
  return rest;
}

liveTest(
  "Qdiscs lists what it adds, and adds what it lists",
  { needs },
  async () => {
    using net = Rtnetlink.open();
    await net.link.add({ name: "d0", dummy: {}, up: true, numTxQueues: 4 });
    for (const spec of specs) {
      const handle = isIncoming(spec) ? "ffff:" : "1:";
      if (!await add(net, { ...spec, handle })) continue;
      const [first] = await listed(net, spec);
      assertEquals(first!.message.attributes.unknown, undefined);
      assertEquals(first!.message.attributes.options, undefined);
      await net.tc.qdisc.delete(first!);
      await net.tc.qdisc.add(first!);
      const [second] = await listed(net, spec);
      assertEquals(state(second!), state(first!));
      await net.tc.qdisc.delete(second!);
    }
  },
);

function isIncoming({ kind }: QdiscSample): boolean {
  return kind === "ingress" || kind === "clsact";
}

async function listed(
  net: Rtnetlink,
  spec: QdiscSample,
): Promise<Qdisc[]> {
  return await net.tc.qdisc.list({
    device: "d0",
    parent: isIncoming(spec) ? "ingress" : "root",
  }).toArray();
}

liveTest(
  "TrafficClasses lists what it adds, and adds what it lists",
  { needs },
  async () => {
    using net = Rtnetlink.open();
    await net.link.add({ name: "d0", dummy: {}, up: true });
    for (const [qdisc, spec] of Object.values(classSamples).flat()) {
      if (!await add(net, qdisc)) continue;
      // The kind `ets` has its bands as classes, which can be changed only.
      const isFixed = spec.ets !== undefined;
      const key = { device: "d0", id: isFixed ? "1:1" : "1:10" };
      const make = (spec: TrafficClassSpec) =>
        net.tc.class[isFixed ? "change" : "add"](spec);
      await make({ ...key, ...spec });
      const first = await net.tc.class.get(key);
      assertEquals(first.message.attributes.unknown, undefined);
      if (!isFixed) await net.tc.class.delete(first);
      await make(first);
      const second = await net.tc.class.get(key);
      assertEquals(words(second), words(first));
      assertEquals(
        (await net.tc.class.list(key).toArray()).length,
        1,
      );
      await net.tc.qdisc.delete({ device: "d0" });
    }
  },
);

function words(
  { statistics: _s, message: _m, leaf: _l, ...rest }: TrafficClass,
) {
  return rest;
}

liveTest(
  "Qdiscs sets up virtual queues one after the other",
  { needs },
  async () => {
    using net = Rtnetlink.open();
    await net.link.add({ name: "d0", dummy: {}, up: true });
    const key = { device: "d0", handle: "1:" };
    await net.tc.qdisc.add({ ...key, gred: { queues: 3, priorities: true } });
    const limits = { limit: 60_000, minimum: 5000, maximum: 20_000 };
    const virtualQueue = { ...limits, index: 1, priority: 4 };
    await net.tc.qdisc.change({
      ...key,
      gred: { virtualQueue: { ...virtualQueue, probability: 0.25, burst: 10 } },
    });
    const { gred } = await net.tc.qdisc.get(key);
    assertEquals(gred?.queues, 3);
    assertEquals(gred?.virtualQueues, [
      { ...virtualQueue, probability: 0.25, weightLog: 4 },
    ]);
  },
);

liveTest(
  "Qdiscs and TrafficClasses add and delete many at once",
  { needs },
  async () => {
    using net = Rtnetlink.open();
    await net.link.add({ name: "d0", dummy: {}, up: true });
    const { qdisc, class: trafficClass } = net.tc;
    await qdisc.add({ device: "d0", handle: "1:", htb: {} });
    const classes = Array.from({ length: 600 }, (_, i) => ({
      device: "d0",
      id: `1:${(i + 1).toString(16)}`,
      htb: { rate: 1000 * (i + 1) },
    }));
    await trafficClass.addAll(classes);
    assertEquals(
      (await trafficClass.list({ device: "d0" }).toArray()).length,
      600,
    );
    const leaves = Array.from({ length: 300 }, (_, i) => ({
      device: "d0",
      parent: `1:${(i + 1).toString(16)}`,
      handle: `${(i + 2).toString(16)}:`,
      pfifo: { limit: i + 1 },
    }));
    await qdisc.addAll(leaves);
    const error = await assertRejects(
      () => qdisc.addAll(leaves.slice(0, 2)),
      BatchError,
    );
    assertEquals(error.failures.length, 2);
    await qdisc.addAll(leaves.slice(0, 2), { replace: true });
    assertEquals((await qdisc.list({ device: "d0" }).toArray()).length, 301);
    assertEquals(await qdisc.deleteAll(leaves), 300);
    // Those with handles are gone, and classes have queues without one.
    const handles = leaves.map(({ device, handle }) => ({ device, handle }));
    assertEquals(await qdisc.deleteAll(handles, { ifExists: true }), 0);
    assertEquals(await trafficClass.deleteAll(classes), 600);
  },
);

liveTest(
  "Qdiscs changes, finds, and names what is wrong",
  { needs },
  async () => {
    using net = Rtnetlink.open();
    await net.link.add({ name: "d0", dummy: {}, up: true });
    const { qdisc } = net.tc;
    await qdisc.replace({ device: "d0", handle: "1:", netem: { delay: 0.1 } });
    await qdisc.change({ device: "d0", handle: "1:", netem: { delay: 0.2 } });
    assertEquals((await qdisc.get({ device: "d0" })).netem?.delay, 0.2);
    assertEquals(await qdisc.find({ device: "d0", handle: "7:" }), undefined);
    await assertRejects(
      () => qdisc.add({ device: "d0", handle: "2:", pfifo: {} }),
      NetlinkError,
      "EEXIST",
    );
    await assertRejects(
      () => qdisc.add({ device: "d0", tbf: { rate: "fast" } }),
      TypeError,
      "tbf.rate",
    );
    await assertRejects(
      () => qdisc.add({ device: "d0", handle: "x", kind: "drr" }),
      TypeError,
      "handle",
    );
    await assertRejects(() => qdisc.add({ kind: "drr" }), TypeError, "device");
    await assertRejects(
      () => qdisc.add({ device: "d0", netem: { loss: 2 } }),
      RangeError,
      "netem.loss",
    );
  },
);
