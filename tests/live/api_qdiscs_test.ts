/**
 * Queueing disciplines and classes of each kind: made, listed, made once more from
 * what was listed, and equal to what was listed before.
 */
import { assertEquals, assertRejects } from "@std/assert";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import { BatchError, NetlinkError } from "../../api/connection/errors.ts";
import type { Qdisc, QdiscSpec } from "../../api/tc/qdisc.ts";
import type { TrafficClass, TrafficClassSpec } from "../../api/tc/class.ts";
import { liveTest, type Need } from "../support/live.ts";

const needs: Need[] = ["vm"];

/** Settings of each kind. */
const specs: readonly Omit<QdiscSpec, "device">[] = [
  { bfifo: { limit: 10_000 } },
  {
    cake: { bandwidth: "20mbit", flows: "dual-srchost", rtt: 0.05, nat: true },
  },
  { cake: { bandwidth: Infinity, diffserv: "besteffort", overhead: -4 } },
  {
    cbs: {
      highCredit: 30,
      lowCredit: -1470,
      idleSlope: "20mbit",
      sendSlope: -122_500_000,
    },
  },
  { kind: "cbs" },
  { choke: { limit: 60, minimum: 10, maximum: 30, burst: 20, ecn: true } },
  { choke: { limit: 1000, bandwidth: "1gbit", probability: 1 } },
  { kind: "clsact" },
  { codel: { limit: 100, target: 0.004, interval: 0.03, ecn: true } },
  { kind: "drr" },
  { etf: { delta: 0.0003, deadline: true } },
  { kind: "etf" },
  { fq: { limit: 100, maximumRate: "10mbit", buckets: 512, pacing: false } },
  {
    fq: {
      bands: { priorityMap: Array(16).fill(1) },
      weights: [20000, 30000, 40000],
    },
  },
  { fqCodel: { limit: 100, target: 0.003, memoryLimit: 2 ** 20, ecn: false } },
  { gred: { queues: 4, defaultQueue: 1, priorities: true, limit: 100_000 } },
  { gred: { queues: 16, ecn: true } },
  { hfsc: { default: "1:3" } },
  { hhf: { limit: 50, hitterLimit: 10, resetTimeout: 0.05 } },
  { htb: { default: "1:30", rateToQuantum: 5, directQueueLength: 20 } },
  { kind: "ingress" },
  {
    mqprio: {
      priorityMap: [0, 0, 0, 1, ...Array(12).fill(2)],
      queues: [{ count: 1, offset: 0 }, { count: 1, offset: 1 }, {
        count: 2,
        offset: 2,
      }],
    },
  },
  { kind: "multiq" },
  {
    netem: {
      lossModel: {
        gilbertElliott: {
          toBad: 0.01,
          toGood: 0.1,
          lossInBad: 0.7,
          lossInGood: 0.001,
        },
      },
      ecn: true,
      slot: { minimumDelay: 0.0008, maximumDelay: 0.001, packets: 10 },
    },
  },
  {
    netem: {
      lossModel: { fourState: { p13: 0.05, p32: 0.1 } },
      slot: {
        delay: 0.005,
        jitter: 0.001,
        distribution: "pareto",
        bytes: 5000,
      },
    },
  },
  { netem: { lossModel: { gilbertElliott: { toBad: 0.02 } } } },
  { netem: { delay: 0.1, jitter: 0.01, delayCorrelation: 0.25, loss: 0.005 } },
  {
    netem: {
      delay: 0.01,
      reorder: 0.25,
      gap: 5,
      duplicate: 0.01,
      corrupt: 0.001,
      seed: 5n,
    },
  },
  {
    netem: {
      rate: "1mbit",
      packetOverhead: 20,
      cellSize: 100,
      cellOverhead: 5,
      limit: 50,
    },
  },
  { netem: { loss: 0.05, lossCorrelation: 0.1, ecn: true, rate: "40gbit" } },
  { pfifo: { limit: 50 } },
  { pfifoHeadDrop: { limit: 10 } },
  {
    pie: { limit: 100, target: 0.02, updateInterval: 0.03, alpha: 3, beta: 4 },
  },
  { kind: "plug" },
  { plug: { limit: 20_000 } },
  { prio: { bands: 4 } },
  { kind: "prio" },
  { kind: "qfq" },
  { red: { limit: 400_000, minimum: 30_000, maximum: 90_000, burst: 55 } },
  {
    red: {
      limit: 400_000,
      averagePacket: 500,
      probability: 0.1,
      ecn: true,
      noDrop: true,
      adaptive: true,
      earlyDropBlock: 5,
    },
  },
  { kind: "sfb" },
  { sfb: { rehashInterval: 30, maximum: 50, target: 40, increment: 0.005 } },
  { sfq: { perturb: 10, quantum: 3000, limit: 50, headDrop: true } },
  { skbprio: { limit: 50 } },
  {
    taprio: {
      priorityMap: [0, 1, ...Array(14).fill(2)],
      queues: [{ count: 1, offset: 0 }, { count: 1, offset: 1 }, {
        count: 2,
        offset: 2,
      }],
      entries: [
        { open: [0], interval: 0.0003 },
        { open: [1, 2], interval: 0.0005 },
      ],
      baseTime: 4_000_000_000_123_456_789n,
      cycleTime: 0.001,
    },
  },
  { tbf: { rate: "1mbit", burst: 10_000, limit: 20_000 } },
  {
    tbf: {
      rate: "10mbit",
      burst: 32_768,
      latency: 0.05,
      peakRate: "20mbit",
      peakBurst: 2000,
    },
  },
  { tbf: { rate: "100gbit", burst: 5_000_000, latency: 0.001 } },
  {
    tbf: {
      rate: "8mbit",
      burst: 3000,
      limit: 9000,
      linkLayer: "atm",
      overhead: 10,
    },
  },
  { pfifo: { limit: 5 }, sizeTable: { overhead: 20, linkLayer: "atm" } },
];

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
      await net.tc.qdisc.add({
        device: "d0",
        handle: "1:",
        ...spec,
        ...isIncoming(spec) && { handle: "ffff:" },
      });
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

function isIncoming({ kind }: Omit<QdiscSpec, "device">): boolean {
  return kind === "ingress" || kind === "clsact";
}

async function listed(
  net: Rtnetlink,
  spec: Omit<QdiscSpec, "device">,
): Promise<Qdisc[]> {
  return await net.tc.qdisc.list({
    device: "d0",
    parent: isIncoming(spec) ? "ingress" : "root",
  }).toArray();
}

/** Queueing disciplines with classes, and a class of each. */
const classes: readonly [
  qdisc: Omit<QdiscSpec, "device">,
  Omit<TrafficClassSpec, "device">,
][] = [
  [{ kind: "drr" }, { drr: { quantum: 3000 } }],
  [{ hfsc: {} }, {
    hfsc: {
      realTime: { rate1: "2mbit", duration: 0.01, rate2: "1mbit" },
      linkShare: { rate2: "3mbit" },
    },
  }],
  [{ htb: {} }, {
    htb: { rate: "5mbit", ceil: "10mbit", burst: 15_000, priority: 2 },
  }],
  [{ htb: {} }, {
    htb: { rate: "40gbit", quantum: 3000, linkLayer: "atm", overhead: 8 },
  }],
  [{ kind: "qfq" }, { qfq: { weight: 10, maximumPacket: 2000 } }],
];

liveTest(
  "TrafficClasses lists what it adds, and adds what it lists",
  { needs },
  async () => {
    using net = Rtnetlink.open();
    await net.link.add({ name: "d0", dummy: {}, up: true });
    for (const [qdisc, spec] of classes) {
      await net.tc.qdisc.add({ device: "d0", handle: "1:", ...qdisc });
      await net.tc.class.add({ device: "d0", id: "1:10", ...spec });
      const key = { device: "d0", id: "1:10" };
      const first = await net.tc.class.get(key);
      assertEquals(first.message.attributes.unknown, undefined);
      await net.tc.class.delete(first);
      await net.tc.class.add(first);
      const second = await net.tc.class.get(key);
      assertEquals(words(second), words(first));
      assertEquals(
        (await net.tc.class.list({ device: "d0", id: "1:10" }).toArray())
          .length,
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
