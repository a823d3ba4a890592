/**
 * Queueing disciplines and classes of each kind: made, listed, made once more from
 * what was listed, and equal to what was listed before.
 */
import { assertEquals, assertRejects } from "@std/assert";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import { NetlinkError } from "../../api/connection/errors.ts";
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
  { kind: "clsact" },
  { codel: { limit: 100, target: 0.004, interval: 0.03, ecn: true } },
  { kind: "drr" },
  { fq: { limit: 100, maximumRate: "10mbit", buckets: 512, pacing: false } },
  {
    fq: {
      bands: { priorityMap: Array(16).fill(1) },
      weights: [20000, 30000, 40000],
    },
  },
  { fqCodel: { limit: 100, target: 0.003, memoryLimit: 2 ** 20, ecn: false } },
  { hfsc: { default: "1:3" } },
  { hhf: { limit: 50, hitterLimit: 10, resetTimeout: 0.05 } },
  { htb: { default: "1:30", rateToQuantum: 5, directQueueLength: 20 } },
  { kind: "ingress" },
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
  { prio: { bands: 4 } },
  { kind: "prio" },
  { kind: "qfq" },
  { sfq: { perturb: 10, quantum: 3000, limit: 50, headDrop: true } },
  { skbprio: { limit: 50 } },
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
    await net.link.add({ name: "d0", dummy: {}, up: true });
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
