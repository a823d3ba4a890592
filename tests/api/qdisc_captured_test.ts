/**
 * Queueing disciplines and classes in words: what `tc` sends, and what the
 * kernel reports then.
 */

import { assertEquals } from "@std/assert";
import { fromTrafficClass, trafficClasses } from "../../api/tc/class_spec.ts";
import { fromQdisc, qdiscs } from "../../api/tc/qdisc_spec.ts";
import { decode } from "../../messages/mod.ts";
import type { ClassMessage } from "../../messages/tc/class.ts";
import type { QdiscMessage } from "../../messages/tc/qdisc.ts";
import { parseHex } from "../../tools/capture/fixture.ts";
import { assertHas, merged } from "../support/properties.ts";

const folder = new URL("../fixtures/tc/", import.meta.url);
const position = { device: 2, handle: "1:" };
const queues = [
  { count: 1, offset: 0 },
  { count: 1, offset: 1 },
  { count: 2, offset: 2 },
];

/**
 * What the command of each fixture means, in our words; then, what the kernel
 * reports of it in other ones.
 */
const commands: Readonly<Record<string, [object, object?]>> = {
  bfifo: [{ bfifo: { limit: 10_000 } }],
  cake: [{
    cake: {
      bandwidth: "20mbit",
      diffserv: "diffserv8",
      flows: "dual-srchost",
      nat: true,
      wash: true,
      ingress: true,
      ackFilter: "ack-filter",
      autorate: false,
      rtt: 0.05,
      target: 0.0025,
      linkLayer: "atm",
      overhead: 10,
      mpu: 64,
      memoryLimit: 2 ** 20,
      markMask: 0xff,
      splitGso: true,
    },
  }, { cake: { bandwidth: 2_500_000 } }],
  cbs: [{
    cbs: {
      lowCredit: -1470,
      highCredit: 30,
      sendSlope: -122_500_000,
      idleSlope: "20mbit",
    },
  }, { cbs: { idleSlope: 2_500_000, offload: false } }],
  choke: [{
    choke: {
      limit: 60,
      bandwidth: "10mbit",
      minimum: 10,
      maximum: 30,
      burst: 20,
      ecn: true,
      // tc rounds 0.02 down.
      probability: 0.0199999998,
    },
  }, { choke: { weightLog: 4, bandwidth: undefined, burst: undefined } }],
  clsact: [{
    kind: "clsact",
    handle: undefined,
    ingressBlock: 5,
    egressBlock: 6,
  }, { handle: "ffff:", parent: "ingress" }],
  codel: [{
    codel: {
      limit: 100,
      target: 0.004,
      interval: 0.03,
      ceThreshold: 0.002,
      ecn: true,
    },
  }],
  drr: [{ kind: "drr" }],
  etf: [
    { etf: { clock: "tai", delta: 0.0003, deadline: true } },
    { etf: { offload: false, skipSocketCheck: false } },
  ],
  ets: [{
    ets: {
      bands: 5,
      strict: 2,
      quanta: [4000, 3000, 2000],
      priorityMap: [...Array(12).fill(4), 3, 2, 1, 0],
    },
  }],
  fq: [{
    fq: {
      limit: 100,
      flowLimit: 10,
      buckets: 512,
      quantum: 3000,
      maximumRate: "10mbit",
      pacing: false,
      refillDelay: 0.04,
      horizon: 5,
      horizonDrop: true,
      bands: { priorityMap: [1, 2, 2, 2, 1, 2, 0, 0, ...Array(8).fill(1)] },
      weights: [20_000, 30_000, 40_000],
    },
  }, { fq: { maximumRate: 1_250_000, ceThreshold: Infinity } }],
  fq_codel: [{
    fqCodel: {
      limit: 100,
      flows: 512,
      target: 0.003,
      interval: 0.05,
      quantum: 3000,
      memoryLimit: 2 ** 20,
      ceThreshold: 0.002,
      ecn: false,
      dropBatch: 32,
    },
  }],
  fq_pie: [{
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
    // The kernel counts in jiffies.
  }, { fqPie: { updateInterval: 0.032 } }],
  gred: [{
    gred: { queues: 4, defaultQueue: 1, priorities: true, limit: 100_000 },
  }, { gred: { ecn: false, virtualQueues: [] } }],
  hfsc: [{ hfsc: { default: ":3" } }],
  hhf: [{
    hhf: {
      limit: 50,
      quantum: 3000,
      hitterLimit: 10,
      resetTimeout: 0.05,
      admitBytes: 10_000,
      evictTimeout: 2,
      otherWeight: 3,
    },
    // The kernel forgets that setting when it makes the table.
  }, { hhf: { hitterLimit: 2048 } }],
  htb: [
    { htb: { default: "1:30", rateToQuantum: 5, directQueueLength: 20 } },
    { htb: { default: ":30", directPackets: 0 } },
  ],
  mqprio: [{
    mqprio: { priorityMap: [0, 0, 0, 1, ...Array(12).fill(2)], queues },
  }, { mqprio: { classes: 3, offload: false } }],
  multiq: [{ kind: "multiq" }, { multiq: { bands: 4, maximumBands: 4 } }],
  netem: [{
    netem: {
      limit: 50,
      delay: 0.1,
      jitter: 0.01,
      delayCorrelation: 0.25,
      lossModel: {
        gilbertElliott: {
          toBad: 0.01,
          toGood: 0.1,
          // tc rounds the other probability, of 0.3.
          lossInBad: 0.6999999999,
          lossInGood: 0.001,
        },
      },
      ecn: true,
      duplicate: 0.01,
      corrupt: 0.001,
      reorder: 0.25,
      reorderCorrelation: 0.5,
      gap: 5,
      rate: "1mbit",
      packetOverhead: 20,
      cellSize: 100,
      cellOverhead: 5,
      slot: { minimumDelay: 0.0008, maximumDelay: 0.001, packets: 10 },
    },
  }, { netem: { rate: 125_000 } }],
  pfifo: [{ pfifo: { limit: 50 } }],
  pfifo_head_drop: [{ pfifoHeadDrop: { limit: 10 } }],
  pie: [{
    pie: {
      limit: 100,
      target: 0.02,
      updateInterval: 0.03,
      alpha: 3,
      beta: 4,
      ecn: true,
      byteMode: true,
    },
  }],
  plug: [{ plug: { limit: 20_000 } }, { plug: undefined }],
  prio: [{
    prio: { bands: 4, priorityMap: [0, 1, 2, ...Array(13).fill(3)] },
  }],
  qfq: [{ kind: "qfq" }],
  red: [{
    red: {
      limit: 400_000,
      minimum: 30_000,
      maximum: 90_000,
      averagePacket: 1000,
      burst: 55,
      bandwidth: "10mbit",
      // tc rounds 0.1 down.
      probability: 0.0999999999,
      ecn: true,
      noDrop: true,
    },
  }, {
    red: {
      weightLog: 5,
      hardDrop: false,
      averagePacket: undefined,
      burst: undefined,
      bandwidth: undefined,
    },
  }],
  sfb: [{
    sfb: {
      rehashInterval: 30,
      warmupTime: 5,
      maximum: 50,
      target: 40,
      increment: 0.005,
      decrement: 0.0005,
      penaltyRate: 20,
      penaltyBurst: 30,
    },
  }, { sfb: { limit: 1000 } }],
  sfq: [{
    sfq: {
      limit: 50,
      perturb: 10,
      quantum: 3000,
      divisor: 512,
      depth: 20,
      headDrop: true,
    },
  }, { sfq: { flows: 50 } }],
  skbprio: [{ skbprio: { limit: 50 } }],
  taprio: [{
    taprio: {
      priorityMap: [0, 1, ...Array(14).fill(2)],
      queues,
      baseTime: 4_000_000_000_123_456_789n,
      entries: [
        { open: [0], interval: 0.0003, command: "S" },
        { open: [1, 2], interval: 0.0005, command: "S" },
      ],
      cycleTime: 0.001,
      clock: "tai",
    },
  }, { taprio: { classes: 3, offload: false } }],
  tbf: [{
    tbf: {
      rate: "10mbit",
      burst: 32_768,
      latency: 0.05,
      peakRate: "20mbit",
      peakBurst: 2000,
    },
  }, {
    tbf: {
      rate: 1_250_000,
      peakRate: 2_500_000,
      limit: 95_268,
      latency: undefined,
    },
  }],
};

/** Of these, the kernel computes what `tc` sends for older ones. */
const COMPUTED: ReadonlySet<string> = new Set([
  "rateTable",
  "ceilTable",
  "peakRateTable",
  "burst",
  "peakBurst",
  "cellLog",
  "cellAlign",
]);

/** A message without what the kernel computes. */
function given(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Uint8Array || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).filter(([name]) => !COMPUTED.has(name))
      .map(([name, inner]) => [name, given(inner)]),
  );
}

/** What `tc` sent, and what the kernel reports with that handle. */
function recorded<M extends { handle: number }>(name: string): [M, M] {
  const text = Deno.readTextFileSync(new URL(`${name}.hex`, folder));
  const messages = parseHex(text).flatMap((bytes) => decode(bytes).messages);
  const bodies = messages.map(({ body }) => body as M);
  const [request, ...answers] = bodies;
  return [request!, answers.find(({ handle }) => handle === request!.handle)!];
}

for (const { name: file } of Deno.readDirSync(folder)) {
  const name = /^qdisc_(\w+)\.hex$/.exec(file)?.[1];
  if (name === undefined) continue;
  Deno.test(`fromQdisc() and qdiscs.read() speak as tc and the kernel do: ${name}`, () => {
    const [words, reported] = commands[name]!;
    const [request, answer] = recorded<QdiscMessage>(`qdisc_${name}`);
    const written = fromQdisc({ ...position, ...words });
    assertEquals(given(written), given(request));
    const { message: _, statistics: __, ...read } = qdiscs.read(answer);
    assertHas(
      read,
      merged({ kind: name, parent: "root", ...position, ...words }, reported),
    );
  });
}

const classCommands = {
  drr: { drr: { quantum: 3000 } },
  ets: { id: "1:2", ets: { quantum: 5000 } },
  hfsc: {
    hfsc: {
      realTime: { rate1: 250_000, duration: 0.01, rate2: 125_000 },
      linkShare: { rate2: 375_000 },
    },
  },
  htb: {
    htb: {
      rate: 625_000,
      ceil: 1_250_000,
      burst: 15_360,
      ceilBurst: 20_480,
      priority: 2,
      quantum: 3000,
    },
  },
  qfq: { qfq: { weight: 10, maximumPacket: 2000 } },
};

for (const [kind, words] of Object.entries(classCommands)) {
  Deno.test(`fromTrafficClass() and trafficClasses.read() speak as tc and the kernel do: ${kind}`, () => {
    const [request, answer] = recorded<ClassMessage>(`class_${kind}`);
    const spec = { device: 2, id: "1:10", ...words };
    // Where a class is changed, tc leaves out what it is in.
    const { parent = 0 } = request;
    const written = {
      ...fromTrafficClass(spec),
      ...parent === 0 && { parent },
    };
    assertEquals(given(written), given(request));
    const { message: _, statistics: __, ...read } = trafficClasses.read(answer);
    assertHas(read, { kind, ...spec });
  });
}
