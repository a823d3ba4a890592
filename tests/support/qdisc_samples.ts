/**
 * Queueing disciplines and classes of every kind, for tests of the friendly
 * layer.
 *
 * @module
 */

import type { ClassKindOptions } from "../../api/tc/classes/mod.ts";
import type { TrafficClassSpec } from "../../api/tc/class_spec.ts";
import type { QdiscSpec } from "../../api/tc/qdisc_spec.ts";
import type { QdiscKindOptions } from "../../api/tc/qdiscs/mod.ts";

/** A queueing discipline, without its device. */
export type QdiscSample = Omit<QdiscSpec, "device">;

const queues = [
  { count: 1, offset: 0 },
  { count: 1, offset: 1 },
  { count: 2, offset: 2 },
];

/** Settings of each kind. */
export const qdiscSamples: Readonly<
  Record<keyof QdiscKindOptions, readonly QdiscSample[]>
> = {
  bfifo: [{ bfifo: { limit: 10_000 } }],
  cake: [
    {
      cake: {
        bandwidth: "20mbit",
        flows: "dual-srchost",
        rtt: 0.05,
        nat: true,
      },
    },
    {
      cake: { bandwidth: Infinity, diffserv: "besteffort", overhead: -4 },
    },
  ],
  cbs: [
    {
      cbs: {
        highCredit: 30,
        lowCredit: -1470,
        idleSlope: "20mbit",
        sendSlope: -122_500_000,
      },
    },
    { kind: "cbs" },
  ],
  choke: [
    { choke: { limit: 60, minimum: 10, maximum: 30, burst: 20, ecn: true } },
    { choke: { limit: 1000, bandwidth: "1gbit", probability: 1 } },
  ],
  codel: [
    { codel: { limit: 100, target: 0.004, interval: 0.03, ecn: true } },
  ],
  dualpi2: [
    {
      dualpi2: {
        limit: 500,
        memoryLimit: 2 ** 20,
        target: 0.02,
        updateInterval: 0.03,
        alpha: 0.15625,
        beta: 3.1953125,
        stepTime: 0.002,
        coupling: 3,
        dropOverload: false,
        dropEarly: true,
        classicProtection: 0.15,
        ecnMask: 3,
        splitGso: false,
      },
    },
  ],
  etf: [{ etf: { delta: 0.0003, deadline: true } }, { kind: "etf" }],
  ets: [
    {
      ets: {
        bands: 5,
        strict: 2,
        quanta: [4000, 3000, 2000],
        priorityMap: [...Array(12).fill(4), 3, 2, 1, 0],
      },
    },
  ],
  fq: [
    {
      fq: { limit: 100, maximumRate: "10mbit", buckets: 512, pacing: false },
    },
    {
      fq: {
        bands: { priorityMap: Array(16).fill(1) },
        weights: [20000, 30000, 40000],
      },
    },
  ],
  fqCodel: [
    {
      fqCodel: {
        limit: 100,
        target: 0.003,
        memoryLimit: 2 ** 20,
        ecn: false,
      },
    },
  ],
  fqPie: [
    {
      fqPie: {
        limit: 1000,
        flows: 256,
        target: 0.02,
        updateInterval: 0.03,
        alpha: 3,
        beta: 20,
        quantum: 1514,
        memoryLimit: 2 ** 20,
        ecnProbability: 0.1,
        ecn: true,
        byteMode: true,
        rateEstimator: true,
      },
    },
  ],
  gred: [
    {
      gred: {
        queues: 4,
        defaultQueue: 1,
        priorities: true,
        limit: 100_000,
      },
    },
    { gred: { queues: 16, ecn: true } },
  ],
  hfsc: [{ hfsc: { default: "1:3" } }],
  hhf: [{ hhf: { limit: 50, hitterLimit: 10, resetTimeout: 0.05 } }],
  htb: [{ htb: { default: "1:30", rateToQuantum: 5, directQueueLength: 20 } }],
  mqprio: [
    { mqprio: { priorityMap: [0, 0, 0, 1, ...Array(12).fill(2)], queues } },
  ],
  multiq: [{ kind: "multiq" }],
  netem: [
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
    {
      netem: { delay: 0.1, jitter: 0.01, delayCorrelation: 0.25, loss: 0.005 },
    },
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
    {
      netem: { loss: 0.05, lossCorrelation: 0.1, ecn: true, rate: "40gbit" },
    },
  ],
  pfifo: [
    { pfifo: { limit: 50 } },
    { pfifo: { limit: 5 }, sizeTable: { overhead: 20, linkLayer: "atm" } },
  ],
  pfifoFast: [{ kind: "pfifo_fast" }],
  pfifoHeadDrop: [{ pfifoHeadDrop: { limit: 10 } }],
  pie: [
    {
      pie: {
        limit: 100,
        target: 0.02,
        updateInterval: 0.03,
        alpha: 3,
        beta: 4,
      },
    },
  ],
  plug: [{ kind: "plug" }, { plug: { limit: 20_000 } }],
  prio: [{ prio: { bands: 4 } }, { kind: "prio" }],
  red: [
    {
      red: { limit: 400_000, minimum: 30_000, maximum: 90_000, burst: 55 },
    },
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
  ],
  sfb: [
    { kind: "sfb" },
    {
      sfb: { rehashInterval: 30, maximum: 50, target: 40, increment: 0.005 },
    },
  ],
  sfq: [{ sfq: { perturb: 10, quantum: 3000, limit: 50, headDrop: true } }],
  skbprio: [{ skbprio: { limit: 50 } }],
  taprio: [
    {
      taprio: {
        priorityMap: [0, 1, ...Array(14).fill(2)],
        queues,
        entries: [
          { open: [0], interval: 0.0003 },
          { open: [1, 2], interval: 0.0005 },
        ],
        baseTime: 4_000_000_000_123_456_789n,
        cycleTime: 0.001,
      },
    },
  ],
  tbf: [
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
  ],
};

/** Kinds without settings. */
export const plainQdiscSamples: readonly QdiscSample[] = [
  { kind: "clsact" },
  { kind: "drr" },
  { kind: "ingress" },
  { kind: "qfq" },
];

/** Queueing disciplines with classes, and a class of each. */
export const classSamples: Readonly<
  Record<
    keyof ClassKindOptions,
    readonly [QdiscSample, Omit<TrafficClassSpec, "device">][]
  >
> = {
  drr: [[{ kind: "drr" }, { drr: { quantum: 3000 } }]],
  ets: [[{ ets: { bands: 3 } }, { ets: { quantum: 5000 } }]],
  hfsc: [[{ hfsc: {} }, {
    hfsc: {
      realTime: { rate1: "2mbit", duration: 0.01, rate2: "1mbit" },
      linkShare: { rate2: "3mbit" },
    },
  }]],
  htb: [
    [{ htb: {} }, {
      htb: { rate: "5mbit", ceil: "10mbit", burst: 15_000, priority: 2 },
    }],
    [{ htb: {} }, {
      htb: { rate: "40gbit", quantum: 3000, linkLayer: "atm", overhead: 8 },
    }],
  ],
  qfq: [[{ kind: "qfq" }, { qfq: { weight: 10, maximumPacket: 2000 } }]],
};
