import { assertEquals, assertRejects } from "@std/assert";
import {
  BatchError,
  NetlinkError,
  type TrafficFilter,
  type TrafficFilterSpec,
} from "../../api/mod.ts";
import type { TrafficActionSpec } from "../../api/tc/action_spec.ts";
import { Rtnetlink } from "../../api/rtnetlink.ts";
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

type Kinds = Omit<TrafficFilterSpec, "device" | "parent">;

const ingress: Kinds[] = [
  { matchall: {} },
  { kind: "matchall", classId: "1:5", chain: 7 },
  { protocol: "ip", matchall: { skipHardware: true }, preference: 9 },
  {
    protocol: "ip",
    flower: {
      source: "192.0.2.0/24",
      destination: "198.51.100.7",
      ipProtocol: "tcp",
      destinationPort: 443,
      sourcePort: { from: 1000, to: 2000 },
      tcpFlags: { value: 2, mask: 7 },
      tos: { value: 16, mask: 252 },
      ttl: 64,
      fragments: { fragment: false },
    },
  },
  {
    protocol: "ipv6",
    flower: {
      icmpType: 128,
      icmpCode: { value: 3, mask: 7 },
      ipProtocol: "ipv6-icmp",
      source: "2001:db8::/32",
    },
  },
  {
    protocol: "ip",
    flower: { ipProtocol: "udp", sourcePort: { value: 16, mask: 0xfff0 } },
  },
  {
    protocol: "802.1Q",
    flower: {
      vlanId: 5,
      vlanPriority: 3,
      vlanEthernetType: "ip",
      destination: "192.0.2.1",
      ethernetSource: "02:00:00:00:00:00/16",
      ethernetDestination: "02:00:00:00:00:01",
      inputDevice: "d0",
    },
  },
  {
    protocol: "arp",
    flower: {
      arpOperation: "reply",
      arpSource: "192.0.2.0/24",
      arpTarget: "192.0.2.1",
      arpSourceHardware: "02:00:00:00:00:02/24",
    },
  },
  {
    protocol: "mpls_uc",
    flower: {
      mplsEntries: [
        { depth: 1, label: 5, bottom: false },
        { depth: 2, label: 6, ttl: 9 },
      ],
    },
  },
  {
    protocol: "ip",
    flower: {
      tunnelId: 7,
      tunnelSource: "198.51.100.0/24",
      tunnelDestination: "192.0.2.1",
      tunnelDestinationPort: 4789,
      tunnelTos: { value: 16, mask: 240 },
      tunnelOptions: {
        geneve: [{ class: 0x102, type: 0x80, data: new Uint8Array(4) }],
      },
    },
  },
  {
    protocol: "ip",
    flower: {
      ctState: { tracked: true, established: true, new: false },
    },
  },
];

const acting: Kinds[] = [
  { matchall: {}, actions: [{ then: "drop" }] },
  {
    protocol: "ip",
    flower: { destination: "192.0.2.1" },
    actions: [{ skbedit: { priority: 3 } }, { mirred: { redirect: "d0" } }],
  },
  {
    protocol: "ip",
    u32: { ip: { source: "192.0.2.0/24" } },
    actions: [{ then: { goto: 7 } }],
  },
];

const classes: Kinds[] = [
  {
    protocol: "ip",
    classId: "1:2",
    u32: { ip: { source: "192.0.2.0/24", destinationPort: 80 } },
  },
  {
    protocol: "ip",
    classId: "1:2",
    u32: {
      keys: [{ value: 5, mask: 0xff, offset: 0, nextHeader: true }],
      mark: { value: 7, mask: 255 },
      inputDevice: "d0",
    },
  },
  {
    protocol: "ip",
    u32: {
      keys: [{ value: 0, mask: 0, offset: 0 }],
      offset: { at: 0, mask: 0xf00, shift: 6, eat: true },
      hashKey: { at: 16, mask: 0xff },
    },
  },
  { protocol: "ip", handle: "2:", u32: { divisor: 16 } },
  { handle: 6, classId: "1:6", fw: { mask: 255, inputDevice: "d0" } },
  { protocol: "ip", handle: 0x50006, route: { from: 5, to: 6 } },
  {
    handle: 1,
    flow: {
      keys: ["src", "dst"],
      mode: "hash",
      divisor: 8,
      perturb: 10,
      baseClass: "1:1",
    },
  },
  {
    handle: 1,
    cgroup: { match: { meta: { left: { object: "nf_mark" }, right: 5 } } },
  },
  {
    classId: "1:1",
    basic: {
      match: {
        or: [
          {
            and: [
              { cmp: { width: "u16", offset: 3, operator: "gt", value: 20 } },
              { not: { u32: { value: 5, mask: 255, offset: 8 } } },
            ],
          },
          { nbyte: { pattern: new Uint8Array([1, 2, 3]), offset: 4 } },
          {
            meta: {
              left: { object: "priority", mask: 240 },
              operator: "lt",
              right: 240,
            },
          },
        ],
      },
    },
  },
  {
    classId: "1:1",
    bpf: {
      instructions: [{ code: 6, jumpTrue: 0, jumpFalse: 0, operand: 1 }],
      directAction: true,
    },
  },
];

async function check(parent: "ingress" | "1:", kinds: Kinds): Promise<void> {
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

for (const kinds of [...ingress, ...acting]) {
  const name = JSON.stringify(kinds).slice(0, 80);
  liveTest(`TrafficFilters.add() adds what list() returns: ${name}`, {
    needs: ["vm", "kernel 7.2"],
  }, () => check("ingress", kinds));
}

for (const kinds of classes) {
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
