/**
 * Queueing disciplines and classes in words: samples of each kind, and what is
 * refused.
 */

import { assert, assertEquals, assertThrows } from "@std/assert";
import { fromTrafficClass, trafficClasses } from "../../api/tc/class_spec.ts";
import { classKindMappings } from "../../api/tc/classes/mod.ts";
import { fromQdisc, type Qdisc, qdiscs } from "../../api/tc/qdisc_spec.ts";
import { qdiscKindMappings } from "../../api/tc/qdiscs/mod.ts";
import { type Codec, Writer } from "../../messages/codec/mod.ts";
import { classMessage } from "../../messages/tc/class.ts";
import { classKindNames } from "../../messages/tc/classes/mod.ts";
import { qdiscMessage } from "../../messages/tc/qdisc.ts";
import { qdiscKindNames } from "../../messages/tc/qdiscs/mod.ts";
import {
  classSamples,
  plainQdiscSamples,
  type QdiscSample,
  qdiscSamples,
} from "../support/qdisc_samples.ts";

const position = { device: 2, handle: "1:" };
const queues = [
  { count: 1, offset: 0 },
  { count: 1, offset: 1 },
  { count: 2, offset: 2 },
];

/** A message as it is after it has been sent. */
function sent<M>(codec: Codec<M>, message: M): [M, Uint8Array] {
  const writer = new Writer();
  codec.encode(writer, message);
  const bytes = writer.finish().slice();
  const view = new DataView(bytes.buffer);
  return [codec.decode(view, 0, bytes.length), bytes];
}

Deno.test("Samples are there of all kinds of queueing disciplines and classes", () => {
  assertEquals(
    Object.keys(qdiscSamples).sort(),
    Object.keys(qdiscKindMappings).sort(),
  );
  assertEquals(
    Object.keys(classSamples).sort(),
    Object.keys(classKindMappings).sort(),
  );
});

const samples = Object.entries({ ...qdiscSamples, plain: plainQdiscSamples });
for (const [property, specs] of samples) {
  Deno.test(`fromQdisc() writes what qdiscs.read() reads: ${property}`, () => {
    assert(specs.length > 0);
    for (const spec of specs) {
      const written = fromQdisc({ ...position, ...spec });
      const [message, bytes] = sent(qdiscMessage, written);
      const read = qdiscs.read(message);
      const kind = qdiscKindNames[property as "fqCodel"] ?? property;
      assertEquals(read.kind, property === "plain" ? spec.kind : kind);
      assertEquals([read.device, read.handle], [2, "1:"]);
      if (isRounded(spec)) continue;
      const [copy, rewritten] = sent(qdiscMessage, fromQdisc(read));
      if (isReported(spec)) assertEquals(rewritten, bytes);
      assertEquals(state(qdiscs.read(copy)), state(read));
    }
  });
}

function state({ message: _, plug: __, ...words }: Qdisc): unknown {
  return words;
}

/** Whether times are read as what gives those that the kernel has kept. */
function isRounded({ codel, fqCodel }: QdiscSample): boolean {
  return codel !== undefined || fqCodel !== undefined;
}

/** Whether there is nothing that is only to be set. */
function isReported({ plug, netem, red, choke }: QdiscSample): boolean {
  return plug === undefined && netem?.slot?.distribution === undefined &&
    red === undefined && choke === undefined;
}

for (const [property, specs] of Object.entries(classSamples)) {
  Deno.test(`fromTrafficClass() writes what trafficClasses.read() reads: ${property}`, () => {
    for (const [, words] of specs) {
      const spec = { device: 2, id: "1:10", ...words };
      const [message, bytes] = sent(classMessage, fromTrafficClass(spec));
      const { message: _, ...read } = trafficClasses.read(message);
      assertEquals(
        read.kind,
        classKindNames[property as keyof typeof classKindNames] ?? property,
      );
      assertEquals([read.id, read.parent], ["1:10", "1:"]);
      assertEquals(sent(classMessage, fromTrafficClass(read))[1], bytes);
    }
  });
}

Deno.test("fromQdisc() refuses what is not possible, and names it", () => {
  const cases: [spec: unknown, message: string][] = [
    [{ cbs: { sendSlope: 1 } }, "1 as cbs.sendSlope: it is not a multiple"],
    [{ cbs: { idleSlope: "fast" } }, '"fast" as cbs.idleSlope'],
    [{ choke: {} }, "choke.limit: a limit is required"],
    [{ choke: { limit: 10, maximum: 11 } }, "11 as choke.maximum"],
    [{ choke: { limit: 9, minimum: 5, maximum: 5 } }, "5 as choke.minimum"],
    [{ choke: { limit: 60, burst: 1 } }, "1 as choke.burst"],
    [{ red: { limit: 1e6, probability: 1e-9 } }, "red.probability"],
    [{ red: { limit: 1e6, bandwidth: 1 } }, "1 as red.bandwidth"],
    [{ dualpi2: { alpha: "much" } }, '"much" as dualpi2.alpha'],
    [{ dualpi2: { beta: -1 } }, "-1 as dualpi2.beta"],
    [{ etf: { delta: 3 } }, "3 as etf.delta"],
    [{ etf: { clock: "sundial" } }, '"sundial" as etf.clock'],
    [{ ets: { bands: 17 } }, "17 as ets.bands"],
    [{ fq: { buckets: 500 } }, "500 as fq.buckets"],
    [{ gred: {} }, "gred.queues: the number of virtual queues is required"],
    [{ gred: { queues: 2, defaultQueue: 2 } }, "2 as gred.defaultQueue"],
    [
      { gred: { virtualQueue: { index: 1 }, limit: 5 } },
      "5 as gred.limit: a virtual queue is set up without it",
    ],
    [{ gred: { virtualQueue: { index: 1 } } }, "gred.virtualQueue.limit"],
    [{ gred: { virtualQueue: { index: 16 } } }, "gred.virtualQueue.index"],
    [{ htb: { default: "x" } }, '"x" as htb.default'],
    [
      { kind: "mqprio" },
      "mqprio.queues: the queues of each class are required",
    ],
    [{ mqprio: { classes: 1, queues } }, "3 as mqprio.queues"],
    [{ mqprio: { queues, priorityMap: [1, 2] } }, "mqprio.priorityMap"],
    [
      { mqprio: { queues, priorityMap: Array(16).fill(3) } },
      "3 as mqprio.priorityMap[0]: there are 3 classes",
    ],
    [
      { mqprio: { queues, mode: "channel" } },
      '"channel" as mqprio.mode: it takes offload',
    ],
    [
      { mqprio: { queues, offload: true, minimumRates: [1, 1, 1, 1] } },
      "4 as mqprio.minimumRates",
    ],
    [{ netem: { reorder: 0.5 } }, "0.5 as netem.reorder: it takes a delay"],
    [{ netem: { delay: 1, distribution: "normal" } }, "netem.distribution"],
    [{ netem: { delay: -1 } }, "-1 as netem.delay"],
    [{ netem: { delay: "1s" } }, '"1s" as netem.delay'],
    [{ netem: { loss: 1.1 } }, "1.1 as netem.loss: it is not between 0 and 1"],
    [{ netem: { ecn: true } }, "true as netem.ecn: it takes a loss"],
    [
      {
        netem: { loss: 0.1, lossModel: { gilbertElliott: { toBad: 0.1 } } },
      },
      "netem.lossModel: there is a loss already",
    ],
    [{ netem: { lossModel: {} } }, "netem.lossModel: either fourState"],
    [
      { netem: { lossModel: { fourState: { p14: 0.1 } } } },
      "netem.lossModel.fourState.p13: it is required",
    ],
    [
      { netem: { delay: 1, jitter: 1, distribution: [5] } },
      "5 as netem.distribution[0]",
    ],
    [
      { netem: { delay: 1, jitter: 1, distribution: [] } },
      "0 as netem.distribution",
    ],
    [
      { netem: { delay: 1, jitter: 1, distribution: "even" } },
      '"even" as netem.distribution',
    ],
    [
      { netem: { slot: { minimumDelay: 1, delay: 1 } } },
      "1 as netem.slot.delay: the times are between two limits already",
    ],
    [
      { netem: { slot: { delay: 1, distribution: "pareto" } } },
      "netem.slot.distribution: it takes a jitter",
    ],
    [
      { netem: { slot: { minimumDelay: 2, maximumDelay: 1 } } },
      "1 as netem.slot.maximumDelay: it is below the least, 2",
    ],
    [{ prio: { bands: 1 } }, "1 as prio.bands"],
    [{ taprio: { entries: 5 } }, "5 as taprio.entries"],
    [
      { taprio: { queues, entries: [{ open: 1 }] } },
      "1 as taprio.entries[0].open",
    ],
    [
      { taprio: { queues, entries: [{ open: [32] }] } },
      "32 as taprio.entries[0].open[0]",
    ],
    [{ taprio: { queues, baseTime: 5 } }, "5 as taprio.baseTime: a bigint"],
    [
      { taprio: { queues, baseTime: 1n << 63n } },
      "taprio.baseTime: it does not fit",
    ],
    [
      { taprio: { queues, maximumSizes: [1, 2, 3, 4] } },
      "4 as taprio.maximumSizes",
    ],
    [{ taprio: { queues, preemptible: [1, 2, 3, 4] } }, "taprio.preemptible"],
    [{ kind: "tbf" }, "tbf.rate: a rate is required"],
    [{ tbf: { rate: 0 } }, "0 as tbf.rate: a rate is required"],
    [{ tbf: { rate: 1000 } }, "tbf.burst: a number of bytes is required"],
    [{ tbf: { rate: 1000, burst: 1500 } }, "tbf.limit: a number of bytes"],
    [
      { tbf: { rate: 1000, burst: 1500, peakRate: 2000 } },
      "tbf.peakBurst: a peak rate needs a number of bytes",
    ],
    [{ tbf: { rate: "1mbyte", burst: 1 } }, '"1mbyte" as tbf.rate'],
    [{ tbf: { rate: -1, burst: 1 } }, "-1 as tbf.rate"],
    [{ tbf: { rate: "99999999tbit", burst: 1 } }, "tbf.rate: it is too large"],
    [{ tbf: { rate: 1, burst: 1, latency: "1" } }, '"1" as tbf.latency'],
    [{ tbf: { rate: 1, burst: 1, latency: -1 } }, "-1 as tbf.latency"],
    [{ kind: "drr", sizeTable: { tableSize: 32_769 } }, "sizeTable.tableSize"],
    [{ kind: "drr", estimator: 5 }, "5 as estimator: an object is expected"],
    [
      { kind: "drr", estimator: { interval: 9, timeConstant: 99 } },
      "estimator",
    ],
    [{ kind: "drr", pfifo: {} }, "the kind is drr already"],
    [{ kind: 5 }, "5 as kind"],
    [{ kind: "drr", parent: "middle" }, '"middle" as parent'],
    [{ kind: "drr", parent: "1:10000" }, '"1:10000" as parent'],
    [{ kind: "drr", handle: "g:" }, '"g:" as handle'],
    [{ kind: "drr", handle: 2 ** 32 }, "4294967296 as handle"],
    [{ kind: "drr", handle: ":" }, '":" as handle'],
    [{ kind: "drr", device: undefined }, "device: a device is required"],
    [{ trial: {} }, "trial: there is no such property"],
  ];
  for (const [spec, message] of cases) {
    const error = assertThrows(() =>
      fromQdisc({ ...position, ...spec as QdiscSample })
    ) as Error;
    const about = `${Deno.inspect(spec)}: ${error}`;
    assert(error instanceof TypeError || error instanceof RangeError, about);
    assert(error.message.includes(message), about);
  }
});

Deno.test("fromTrafficClass() refuses what is not possible, and names it", () => {
  const cases: [spec: object, message: string][] = [
    [{ id: "1:1", htb: {} }, "htb.rate: a rate is required"],
    [{ id: "1:1", htb: { rate: 0 } }, "0 as htb.rate: a rate is required"],
    [{ id: "1:1", kind: "htb" }, "htb.rate: a rate is required"],
    [{ id: "1:1", htb: { rate: "5" } }, '"5" as htb.rate'],
    [{ id: "1:1", hfsc: { realTime: { rate1: -1 } } }, "hfsc.realTime.rate1"],
    [{ id: "1:1", qfq: { weight: 1.5 } }, "1.5 as qfq.weight"],
    [{ kind: "drr" }, "parent: a parent or an id is required"],
    [{ id: ":1", kind: "drr" }, "parent: a parent or an id is required"],
    [{ id: "1-1", kind: "drr" }, '"1-1" as id'],
    [{ device: undefined, id: "1:1" }, "device: a device is required"],
  ];
  for (const [spec, message] of cases) {
    const error = assertThrows(() =>
      fromTrafficClass({ device: 2, ...spec })
    ) as Error;
    const about = `${Deno.inspect(spec)}: ${error}`;
    assert(error instanceof TypeError || error instanceof RangeError, about);
    assert(error.message.includes(message), about);
  }
});
