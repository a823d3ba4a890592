/**
 * Every property of a link is set or refused, on every kernel: none is lost.
 *
 * @module
 */
import { assert, assertEquals } from "@std/assert";
import type { Link, LinkSpec } from "../../api/link/spec.ts";
import type { LinkPeer } from "../../api/link/kinds/veth.ts";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import { NetlinkError } from "../../api/connection/errors.ts";
import { liveTest } from "../support/live.ts";

/** The namespace of the test, as any other one would be given. */
const HERE = "/proc/thread-self/ns/net";

/** Index of the bridge that properties refer to. */
const BRIDGE = 900;

/** A value for each property that can be set, and how it is reported. */
const values: {
  readonly [P in keyof LinkPeer]-?: readonly [
    value: Exclude<LinkPeer[P], undefined>,
    reported?: (link: Link) => unknown,
  ];
} = {
  name: ["other"],
  index: [77],
  address: ["02:00:00:00:00:33"],
  broadcast: ["ff:ff:ff:ff:ff:f0"],
  mtu: [1300],
  alias: ["what it is"],
  group: [7],
  master: ["br0", ({ master }) => master === BRIDGE ? "br0" : master],
  txQueueLength: [77],
  carrier: [false],
  mode: ["dormant"],
  operationalState: ["dormant", ({ state }) => state],
  protoDown: [true],
  protoDownReasons: [{ 3: true }],
  gsoMaxSize: [20_000],
  gsoMaxSegments: [99],
  groMaxSize: [20_001],
  gsoIpv4MaxSize: [20_002],
  groIpv4MaxSize: [20_003],
  addressGenerationMode: ["random"],
  token: ["::7"],
  xdp: [null, ({ xdp }) => xdp?.attached === "none" ? null : xdp],
  virtualFunctions: [[{ number: 0, trust: true }]],
  netns: [HERE, () => HERE],
  newIndex: [78],
  linkNetnsId: [5],
  link: ["br0", ({ link }) => link === BRIDGE ? "br0" : link],
  numTxQueues: [3],
  // Kernels without receive packet steering do not report it.
  numRxQueues: [4, ({ numRxQueues = 4 }) => numRxQueues],
  parentDevice: ["0000:00:01.0"],
  up: [true],
  arp: [false],
  multicast: [false],
  allMulticast: [true],
  promiscuous: [true],
  dynamic: [true],
  trailers: [false],
};

type Property = keyof typeof values;

const properties = Object.keys(values) as Property[];

function reportedBy(link: Link, property: Property): unknown {
  const [, read] = values[property];
  return read === undefined
    ? (link as unknown as Record<string, unknown>)[property]
    : read(link);
}

/** A link of each sort, and where in its description the properties stand. */
const subjects: readonly [
  kind: string,
  end: "link" | "peer",
  spec: LinkSpec,
][] = [
  ["veth", "link", { veth: { peer: { name: "b" } } }],
  ["veth", "peer", { veth: { peer: { name: "b" } } }],
  ["vxcan", "link", { vxcan: { peer: { name: "b" } } }],
  ["vxcan", "peer", { vxcan: { peer: { name: "b" } } }],
  ["netkit", "link", { netkit: { mode: "l2", peer: { name: "b" } } }],
  ["netkit", "peer", { netkit: { mode: "l2", peer: { name: "b" } } }],
  ["netkit", "peer", { netkit: { mode: "l3", peer: { name: "b" } } }],
  ["dummy", "link", { kind: "dummy" }],
  ["bridge", "link", { kind: "bridge" }],
  ["bond", "link", { kind: "bond" }],
  ["ifb", "link", { kind: "ifb" }],
  ["vlan", "link", { link: "lower", vlan: { id: 5 } }],
  ["macvlan", "link", { link: "lower", kind: "macvlan" }],
  ["ipvlan", "link", { link: "lower", kind: "ipvlan" }],
  ["vxlan", "link", { vxlan: { id: 5, port: 4789 } }],
  ["geneve", "link", { geneve: { id: 5, remote: "192.0.2.1" } }],
  ["gre", "link", { gre: { remote: "192.0.2.1" } }],
  ["ip6tnl", "link", { ip6tnl: { remote: "2001:db8::1" } }],
  ["sit", "link", { sit: { remote: "192.0.2.1" } }],
  ["vcan", "link", { kind: "vcan" }],
  ["vrf", "link", { vrf: { table: 9 } }],
  ["wireguard", "link", { kind: "wireguard" }],
  ["team", "link", { kind: "team" }],
  ["nlmon", "link", { kind: "nlmon" }],
];

/** Sets one property and checks that it is there, or was refused. */
async function check(
  property: Property,
  act: () => Promise<void>,
  find: () => Promise<Link>,
): Promise<"set" | "refused"> {
  try {
    await act();
  } catch (error) {
    assert(
      error instanceof NetlinkError || error instanceof TypeError,
      `${property}: ${error}`,
    );
    return "refused";
  }
  const link = await find();
  assertEquals(reportedBy(link, property), values[property][0], property);
  return "set";
}

/** What no new link can be given, or not of the end of a pair. */
const never: ReadonlySet<string> = new Set<Property>([
  "linkNetnsId",
  "newIndex",
  "parentDevice",
  "virtualFunctions",
]);

/** What every link with a driver worth the name takes. */
const always: readonly Property[] = [
  "name",
  "mtu",
  "alias",
  "group",
  "txQueueLength",
  "gsoMaxSize",
  "gsoMaxSegments",
  "netns",
  "numTxQueues",
  "up",
  "multicast",
  "allMulticast",
  "promiscuous",
  "dynamic",
  "trailers",
];

/** What some kernels refuse for a kind. */
const refusals: Record<string, readonly Property[]> = {
  // Linux 6.12 takes it, 7.2 answers EOPNOTSUPP.
  netkit: ["numTxQueues"],
};

for (const [kind, end, spec] of subjects) {
  const text = Deno.inspect(spec, { compact: true, breakLength: Infinity });
  liveTest(
    `Links.add() sets each property of a ${end}, or refuses it: ${text}`,
    { needs: [`kind ${kind}`, "kind bridge", "kind ifb"] },
    async () => {
      using net = Rtnetlink.open();
      await net.link.add({ name: "br0", kind: "bridge", index: BRIDGE });
      await net.link.add({ name: "lower", kind: "ifb", up: true });
      const done = new Set<Property>();
      for (const property of properties) {
        const link: LinkSpec = structuredClone({ name: "a", ...spec });
        const about = end === "link" ? link : (link as Pair)[kind]!.peer;
        Object.assign(about, { [property]: values[property][0] });
        const outcome = await check(
          property,
          () => net.link.add(link),
          () => net.link.get(about.name!),
        );
        if (outcome === "set") done.add(property);
        for (const name of ["a", "other"]) {
          await net.link.delete(name).catch(() => {});
        }
      }
      for (const property of never) assert(!done.has(property as Property));
      const missing = always.filter((property) =>
        !done.has(property) && !refusals[kind]?.includes(property)
      );
      assertEquals(missing, []);
    },
  );
}

type Pair = Record<string, { peer: LinkPeer } | undefined>;
