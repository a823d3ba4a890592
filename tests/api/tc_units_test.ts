/**
 * Units of traffic control: what `tc -j` printed of each recorded message, and
 * what is read of it here.
 */

import { assert, assertEquals } from "@std/assert";
import { trafficClasses } from "../../api/tc/class_spec.ts";
import { qdiscs } from "../../api/tc/qdisc_spec.ts";
import { decode } from "../../messages/mod.ts";
import type { ClassMessage } from "../../messages/tc/class.ts";
import { RTM_NEWQDISC, RTM_NEWTCLASS } from "../../messages/tc/constants.ts";
import type { QdiscMessage } from "../../messages/tc/qdisc.ts";
import { propertyOfQdisc } from "../../messages/tc/qdiscs/mod.ts";
import { FOLDER } from "../support/recorded/files.ts";
import { parseRecordings } from "../support/recorded/format.ts";
import type { Recording } from "../support/recorded/recording.ts";

type Words = Record<string, unknown>;

/** Seconds of a millionth, and of a billionth. */
const [US, NS] = [1e-6, 1e-9];
/** Bytes a second of a kilobit. */
const KILOBIT = 125;
/** Of bytes of which tc prints 32 bits. */
const CUT = 2 ** 32;
/** Of numbers that tc has rounded. */
const ROUNDED = 1.0001;

/** What tc calls each property, and its unit; 1 if it is left out. */
const QDISCS: Readonly<Record<string, Record<string, [string, number?]>>> = {
  bfifo: { limit: ["limit"] },
  cake: { rtt: ["rtt", US], bandwidth: ["bandwidth"] },
  cbs: {
    hicredit: ["highCredit"],
    locredit: ["lowCredit"],
    sendslope: ["sendSlope", KILOBIT],
    idleslope: ["idleSlope", KILOBIT],
  },
  choke: {
    limit: ["limit"],
    min: ["minimum"],
    max: ["maximum"],
    ewma: ["weightLog"],
    probability: ["probability", ROUNDED],
  },
  codel: {
    limit: ["limit"],
    target: ["target", US],
    interval: ["interval", US],
    ce_threshold: ["ceThreshold", US],
  },
  etf: { delta: ["delta", NS] },
  fq: {
    limit: ["limit"],
    flow_limit: ["flowLimit"],
    buckets: ["buckets"],
    quantum: ["quantum"],
    initial_quantum: ["initialQuantum"],
    maxrate: ["maximumRate"],
    low_rate_threshold: ["lowRateThreshold"],
    refill_delay: ["refillDelay", US],
    timer_slack: ["timerSlack", NS],
    horizon: ["horizon", US],
    offload_horizon: ["offloadHorizon", US],
  },
  fq_codel: {
    limit: ["limit"],
    flows: ["flows"],
    quantum: ["quantum"],
    target: ["target", US],
    interval: ["interval", US],
    memory_limit: ["memoryLimit"],
    drop_batch: ["dropBatch"],
  },
  gred: { dp_cnt: ["queues"], dp_default: ["defaultQueue"], limit: ["limit"] },
  hhf: {
    limit: ["limit"],
    quantum: ["quantum"],
    hh_limit: ["hitterLimit"],
    reset_timeout: ["resetTimeout", US],
    admit_bytes: ["admitBytes"],
    evict_timeout: ["evictTimeout", US],
    non_hh_weight: ["otherWeight"],
  },
  htb: { r2q: ["rateToQuantum"], direct_qlen: ["directQueueLength"] },
  netem: {
    limit: ["limit"],
    "delay.delay": ["delay"],
    "delay.jitter": ["jitter"],
  },
  pfifo: { limit: ["limit"] },
  pfifo_head_drop: { limit: ["limit"] },
  pie: {
    limit: ["limit"],
    target: ["target", US],
    tupdate: ["updateInterval", US],
    alpha: ["alpha"],
    beta: ["beta"],
  },
  prio: { bands: ["bands"] },
  red: {
    limit: ["limit"],
    min: ["minimum"],
    max: ["maximum"],
    ewma: ["weightLog"],
    probability: ["probability", ROUNDED],
  },
  sfb: {
    rehash: ["rehashInterval", US],
    db: ["warmupTime", US],
    limit: ["limit"],
    max: ["maximum"],
    target: ["target"],
    increment: ["increment", ROUNDED],
    decrement: ["decrement", ROUNDED],
    penalty_rate: ["penaltyRate"],
    penalty_burst: ["penaltyBurst"],
  },
  sfq: {
    limit: ["limit"],
    quantum: ["quantum"],
    depth: ["depth"],
    divisor: ["divisor"],
    perturb: ["perturb"],
  },
  skbprio: { limit: ["limit"] },
  taprio: {
    cycle_time: ["cycleTime", NS],
    cycle_time_extension: ["cycleTimeExtension", NS],
  },
  tbf: { rate: ["rate"], burst: ["burst", CUT] },
};

const CLASSES: typeof QDISCS = {
  htb: {
    prio: ["priority"],
    rate: ["rate"],
    ceil: ["ceil"],
    burst: ["burst", CUT],
    cburst: ["ceilBurst", CUT],
  },
  qfq: { weight: ["weight"], maxpkt: ["maximumPacket"] },
};

/** Every recording of `tc` that printed JSON about qdiscs or classes. */
function* recordings(word: "qdisc" | "class"): Generator<Recording> {
  for (const { name } of Deno.readDirSync(FOLDER)) {
    if (!name.startsWith("tc_")) continue;
    const text = Deno.readTextFileSync(new URL(name, FOLDER));
    for (const { lines } of parseRecordings(text).cases) {
      for (const line of lines) {
        if ("dropped" in line || !line.words.includes("-j")) continue;
        // Some of what is raw is text, which is no JSON.
        if (line.words.includes("-raw")) continue;
        if (line.words.includes(word) && line.expected.code === 0) yield line;
      }
    }
  }
}

/** The bodies of what a command received, of one type. */
function received({ sessions }: Recording, type: number): unknown[] {
  return sessions.flatMap(({ turns }) =>
    turns.flatMap(({ received }) =>
      received.flatMap((bytes) => decode(bytes).messages)
    )
  ).filter(({ header }) => header.type === type).map(({ body }) => body);
}

/** A value within an object, by names with dots between. */
function valueAt(object: Words, path: string): unknown {
  return path.split(".").reduce<unknown>(
    (value, name) => (value as Words | undefined)?.[name],
    object,
  );
}

/** Compares one object; returns which properties were there. */
function compare(
  table: Record<string, [string, number?]>,
  printed: Words,
  words: Words,
): string[] {
  return Object.entries(table).flatMap(([name, [property, unit = 1]]) => {
    const number = valueAt(printed, name);
    // Words for what is unlimited, and details of how it was set.
    if (typeof number !== "number") return [];
    const own = words[property] as number | undefined ?? 0;
    const about = `${name} ${number}, ${property} ${own}`;
    if (unit === 1) assertEquals(own, number, about);
    else if (unit === CUT) assertEquals(own % CUT, number, about);
    else if (unit === ROUNDED) {
      assert(Math.abs(own - number) <= Math.max(1e-5, number / 100), about);
    } else {assert(
        Math.abs(own - number * unit) <= 2 * Math.min(unit, US),
        about,
      );}
    return [name];
  });
}

Deno.test("Units of queueing disciplines are those that tc -j prints", () => {
  const seen = new Map<string, Set<string>>();
  for (const recording of recordings("qdisc")) {
    const printed = JSON.parse(recording.expected.stdout) as Words[];
    const bodies = received(recording, RTM_NEWQDISC) as QdiscMessage[];
    assertEquals(bodies.length, printed.length);
    for (const [i, { kind, options }] of printed.entries()) {
      const words = qdiscs.read(bodies[i]!);
      assertEquals(words.kind, kind);
      const table = QDISCS[words.kind];
      if (table === undefined) continue;
      const property = propertyOfQdisc(words.kind) as "tbf";
      const names = compare(table, options as Words, words[property] as Words);
      const all = seen.get(words.kind) ?? new Set();
      seen.set(words.kind, new Set([...all, ...names]));
    }
  }
  for (const [kind, table] of Object.entries(QDISCS)) {
    const names = Object.keys(table);
    assertEquals([...seen.get(kind) ?? []].sort(), names.sort(), kind);
  }
});

Deno.test("Units of classes are those that tc -j prints", () => {
  const seen = new Set<string>();
  for (const recording of recordings("class")) {
    const printed = JSON.parse(recording.expected.stdout) as Words[];
    const bodies = received(recording, RTM_NEWTCLASS) as ClassMessage[];
    assertEquals(bodies.length, printed.length);
    for (const [i, each] of printed.entries()) {
      const words = trafficClasses.read(bodies[i]!);
      assertEquals(words.kind, each.class);
      const table = CLASSES[words.kind];
      if (table === undefined) continue;
      const names = compare(table, each, words[words.kind as "htb"] as Words);
      for (const name of names) seen.add(`${words.kind} ${name}`);
    }
  }
  assertEquals(
    [...seen].sort(),
    Object.entries(CLASSES).flatMap(([kind, table]) =>
      Object.keys(table).map((name) => `${kind} ${name}`)
    ).sort(),
  );
});
