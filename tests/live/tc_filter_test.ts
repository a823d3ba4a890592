import { assertEquals, assertRejects } from "@std/assert";
import {
  BatchError,
  NetlinkError,
  type TrafficFilter,
  type TrafficFilterSpec,
} from "../../api/mod.ts";
import type { TrafficActionSpec } from "../../api/tc/action_spec.ts";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import {
  actingSamples,
  classSamples,
  type FilterSample,
  ingressSamples,
} from "../support/filter_samples.ts";
import { liveTest } from "../support/live.ts";

/** A device with filters of incoming packets, and with classes. */
async function open(): Promise<Rtnetlink> {
  const net = Rtnetlink.open();
  await net.link.add({ name: "d0", kind: "dummy" });
  await net.tc.qdisc.add({ device: "d0", kind: "clsact" });
  await net.tc.qdisc.add({ device: "d0", handle: "1:", htb: {} });
  return net;
}

/** What can be set of a filter, and of its kind. */
function settable(filter: TrafficFilter): TrafficFilterSpec {
  const { message: _, statistics: __, actions, ...spec } = filter;
  return {
    ...spec,
    ...actions && { actions: actions.map(settableAction) },
  };
}

/** What can be set of an action: not its times, nor who refers to it. */
function settableAction(action: TrafficActionSpec): TrafficActionSpec {
  return Object.fromEntries(
    Object.entries(action).filter(([name]) => !REPORTED.has(name)),
  );
}

const REPORTED = new Set(
  "references bindings installed lastUsed firstUsed statistics message inHardwareCount usedHardwareCounters"
    .split(" "),
);

async function check(
  parent: "ingress" | "1:",
  kinds: FilterSample,
): Promise<void> {
  using net = await open();
  const position = { device: "d0", parent };
  const { u32 } = kinds;
  const find = async () => {
    const { chain = 0, preference = 5 } = kinds;
    const found = await net.tc.filter.list({ ...position, chain, preference })
      .toArray();
    // The kind `u32` has tables besides what is in them.
    return found.findLast((filter) =>
      filter.u32?.divisor === undefined || filter.handle === kinds.handle
    );
  };
  await net.tc.filter.add({ preference: 5, ...kinds, ...position });
  const filter = (await find())!;
  assertEquals(filter.message.attributes.options, undefined);
  assertEquals(filter.message.attributes.unknown, undefined);
  assertEquals(filter.kind in kinds || filter.kind === kinds.kind, true);
  assertEquals(filter.classId, kinds.classId);

  const { handle = 0, preference, protocol, kind, chain } = filter;
  const key = { ...position, handle, preference, protocol, kind, chain };
  const copy = settable(filter);
  if (kind !== "cgroup") {
    assertEquals(settable(await net.tc.filter.get(key)), copy);
  }
  // Tables of the kind `u32` are in use, and the kernel finds no `cgroup`.
  const isWhole = u32 !== undefined || kind === "cgroup";
  await net.tc.filter.delete(isWhole ? { ...position, preference } : key);
  assertEquals(await net.tc.filter.find(key), undefined);

  await net.tc.filter.add(copy);
  assertEquals(settable((await find())!), copy);
}

for (const kinds of [...ingressSamples, ...actingSamples]) {
  const name = JSON.stringify(kinds).slice(0, 80);
  liveTest(`TrafficFilters.add() adds what list() returns: ${name}`, {
    needs: ["vm", "kernel 7.2"],
  }, () => check("ingress", kinds));
}

for (const kinds of classSamples) {
  const name = JSON.stringify(kinds).slice(0, 80);
  liveTest(`TrafficFilters.add() adds what list() returns: ${name}`, {
    needs: ["vm", "kernel 7.2"],
  }, () => check("1:", kinds));
}

liveTest("TrafficFilters refuses what is nowhere, and what has no kind", {
  needs: ["vm"],
}, async () => {
  using net = await open();
  const { filter, chain } = net.tc;
  await assertRejects(
    () => filter.add({ matchall: {} }),
    TypeError,
    "Cannot use undefined as device: a device or a block is required",
  );
  await assertRejects(
    () => filter.add({ device: "d0", block: 5, matchall: {} }),
    TypeError,
    "there is a device, too",
  );
  await assertRejects(
    () => filter.add({ device: "d0", parent: "ingress" }),
    TypeError,
    "a kind is required",
  );
  await assertRejects(
    () =>
      filter.add({
        device: "d0",
        flower: { destinationPort: 80 },
      }),
    TypeError,
    "Cannot use 80 as flower.destinationPort: ipProtocol is not tcp, udp or sctp",
  );
  await assertRejects(
    () => filter.list({}).toArray(),
    TypeError,
    "a device or a block is required",
  );
  await assertRejects(
    () =>
      filter.add({
        device: "d0",
        parent: "ingress",
        handle: 1,
        flow: {},
        classId: "1:",
      }),
    TypeError,
    "filters of the kind flow have none",
  );
  await assertRejects(
    () => chain.delete({ device: "d0", parent: "ingress", chain: 77 }),
    NetlinkError,
  );
});

liveTest("TrafficChains lists chains with their templates", {
  needs: ["vm"],
}, async () => {
  using net = await open();
  const position = { device: "d0", parent: "ingress" } as const;
  const { chain, filter } = net.tc;
  await chain.add({ ...position, chain: 7 });
  await chain.add({
    ...position,
    chain: 8,
    flower: { ethernetType: "ip", destination: "0.0.0.0/0.0.255.255" },
  });
  const chains = await chain.list(position).toArray();
  assertEquals(chains.map(({ chain, kind }) => [chain, kind]), [
    [7, undefined],
    [8, "flower"],
  ]);
  assertEquals(chains[1]!.flower!.ethernetType, "ip");
  await assertRejects(
    () =>
      filter.add({
        ...position,
        chain: 8,
        protocol: "ip",
        flower: { source: "192.0.2.1" },
      }),
    NetlinkError,
  );
  await chain.delete({ ...position, chain: 7 });
  assertEquals(await chain.find({ ...position, chain: 7 }), undefined);
});

liveTest("TrafficFilters share blocks", { needs: ["vm"] }, async () => {
  using net = await open();
  await net.link.add({ name: "d1", kind: "dummy" });
  await net.tc.qdisc.add({ device: "d1", kind: "clsact", ingressBlock: 5 });
  await net.tc.filter.add({ block: 5, preference: 3, matchall: {} });
  const [one, ...others] = await net.tc.filter.list({ block: 5 }).toArray();
  assertEquals(others, []);
  assertEquals([one!.block, one!.device, one!.parent], [
    5,
    undefined,
    undefined,
  ]);
  const listed = await net.tc.filter.list({ device: "d1", parent: "ingress" })
    .toArray();
  assertEquals(listed.map(({ block }) => block), [5]);
  await net.tc.filter.delete({ block: 5, preference: 3 });
  assertEquals(await net.tc.filter.list({ block: 5 }).toArray(), []);
});

liveTest("TrafficFilters.addAll() adds thousands, which list() returns", {
  needs: ["vm"],
}, async () => {
  using net = await open();
  const specs = Array.from({ length: 3000 }, (_, i): TrafficFilterSpec => ({
    device: "d0",
    parent: "ingress",
    preference: 1 + i % 3,
    protocol: "ip",
    flower: { destination: `10.0.${i >> 8}.${i & 255}` },
    classId: `1:${(i + 1).toString(16)}`,
  }));
  await net.tc.filter.addAll(specs);
  const position = { device: "d0", parent: "ingress" } as const;
  const listed = await net.tc.filter.list(position).toArray();
  assertEquals(
    listed.map(({ preference, flower, classId }) =>
      `${preference} ${flower?.destination} ${classId}`
    ).sort(),
    specs.map(({ preference, flower, classId }) =>
      `${preference} ${flower?.destination} ${classId}`
    ).sort(),
  );
  // The second one is new again, and the first is there.
  await net.tc.filter.deleteAll([listed[1]!]);
  const error = await assertRejects(
    () => net.tc.filter.addAll([settable(listed[0]!), settable(listed[1]!)]),
    BatchError,
  );
  assertEquals(error.failures.map(({ index }) => index), [0]);
  assertEquals(
    await net.tc.filter.deleteAll(listed.slice(0, 100)),
    100,
  );
  const left = await net.tc.filter.list(position).toArray();
  assertEquals(left.length, 2900);
});
