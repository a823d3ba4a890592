/**
 * Random links of each kind: what the kernel reports of them makes equal links,
 * and changes nothing about the links that it was read from.
 *
 * @module
 */
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import type { Link, LinkSpec } from "../../api/link/spec.ts";
import {
  linkKindMappings,
  type LinkKindOptions,
} from "../../api/link/kinds/mod.ts";
import { linkPortMappings } from "../../api/link/ports/mod.ts";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import type { Mapping } from "../../api/mapping/mapping.ts";
import type { Codec } from "../../messages/codec/mod.ts";
import { type LinkKinds, linkKinds } from "../../messages/link/kinds/mod.ts";
import { linkPorts } from "../../messages/link/ports/mod.ts";
import { devices } from "../api/samples/devices.ts";
import { others } from "../api/samples/others.ts";
import { portSamples } from "../api/samples/ports.ts";
import { tunnels } from "../api/samples/tunnels.ts";
import {
  checkEach,
  must,
  type Outcome,
  refusal,
  someOf,
} from "../support/again.ts";
import { lasting } from "../support/lasting_link.ts";
import { liveTest } from "../support/live.ts";
import { type Values, valuesOf } from "../support/values.ts";

type Kind = keyof LinkKinds;

const samples = { ...devices, ...others, ...tunnels };

const v4 = { local: "192.0.2.1", remote: "192.0.2.2" };
const v6 = { local: "2001:db8::1", remote: "2001:db8::2" };
const erspan = {
  inputKey: 5,
  outputKey: 5,
  inputSequence: true,
  outputSequence: true,
};

/** What links of each kind cannot do without, or why none can be made. */
const bases: { readonly [K in Kind]: LinkSpec | string } = {
  amt: { amt: { mode: "relay", device: "lower", local: "192.0.2.1" } },
  bareudp: { bareudp: { port: 6635, etherType: "mpls_uc" } },
  batadv: { kind: "batadv" },
  bond: { kind: "bond" },
  bridge: { kind: "bridge" },
  caif: { kind: "caif" },
  can: "takes a controller",
  dsa: "takes a switch",
  dummy: { kind: "dummy" },
  erspan: { erspan: { ...v4, ...erspan, version: 1, index: 5 } },
  geneve: { geneve: { id: 5, remote: "192.0.2.1" } },
  gre: { gre: v4 },
  gretap: { gretap: v4 },
  gtp: { gtp: { role: "ggsn", createSockets: true } },
  hsr: { hsr: { port1: "lower", port2: "other" } },
  ifb: { kind: "ifb" },
  ip6erspan: { ip6erspan: { ...v6, ...erspan, version: 1, index: 5 } },
  ip6gre: { ip6gre: v6 },
  ip6gretap: { ip6gretap: v6 },
  ip6tnl: { ip6tnl: v6 },
  ipip: { ipip: v4 },
  ipoib: "takes an adapter",
  ipvlan: { link: "lower", kind: "ipvlan" },
  ipvtap: { link: "lower", kind: "ipvtap" },
  lowpan: "takes a radio",
  macsec: { link: "lower", kind: "macsec" },
  macvlan: { link: "lower", kind: "macvlan" },
  macvtap: { link: "lower", kind: "macvtap" },
  netdevsim: "is made through sysfs",
  netkit: { kind: "netkit" },
  nlmon: { kind: "nlmon" },
  openvswitch: "is made through another family",
  ovpn: { kind: "ovpn" },
  pfcp: { kind: "pfcp" },
  ppp: "takes a file of /dev/ppp",
  rmnet: { link: "lower", rmnet: { muxId: 5 } },
  sit: { sit: v4 },
  team: { kind: "team" },
  tun: "takes a file of /dev/net/tun",
  vcan: { kind: "vcan" },
  veth: { veth: { peer: { name: "peer" } } },
  virt_wifi: { link: "lower", kind: "virt_wifi" },
  vlan: { link: "lower", vlan: { id: 5 } },
  vrf: { vrf: { table: 10 } },
  vsockmon: { kind: "vsockmon" },
  vti: { vti: v4 },
  vti6: { vti6: v6 },
  vxcan: { vxcan: { peer: { name: "peer" } } },
  vxlan: { vxlan: { id: 5, port: 4789 } },
  wireguard: { kind: "wireguard" },
  wwan: "takes a modem",
  xfrm: { xfrm: { ifId: 5 } },
};

/** Properties whose values are files, or links of their own. */
const left: { readonly [K in Kind]?: readonly string[] } = {
  gtp: ["socket0", "socket1"],
  netkit: ["peer"],
  veth: ["peer"],
  vxcan: ["peer"],
};

/** Properties that links of all kinds may have. */
const settings: Values = new Map<keyof LinkSpec, unknown[]>([
  ["address", ["02:00:00:00:00:07"]],
  ["broadcast", ["ff:ff:ff:ff:ff:fe"]],
  ["mtu", [1300, 1500, 1280, 9000]],
  ["alias", ["what it is", "\u{feff}é"]],
  ["group", [7]],
  ["txQueueLength", [0, 77]],
  ["mode", ["dormant"]],
  ["protoDown", [true, false]],
  ["protoDownReasons", [{ 3: true }]],
  ["gsoMaxSize", [20_000]],
  ["gsoMaxSegments", [99]],
  ["groMaxSize", [20_001]],
  ["gsoIpv4MaxSize", [20_002]],
  ["groIpv4MaxSize", [20_003]],
  ["addressGenerationMode", ["none", "random", "eui64"]],
  ["token", ["::7"]],
  ["index", [77, 1000]],
  ["numTxQueues", [1, 3]],
  ["numRxQueues", [1, 2]],
  ["alternativeNames", [["short", "a-name-that-is-longer"], []]],
  ["up", [true, false]],
  ["arp", [false]],
  ["multicast", [false]],
  ["allMulticast", [true]],
  ["promiscuous", [true]],
  ["dynamic", [true]],
  ["trailers", [false]],
]);

/** Index of the first of the links below; all are among drawn numbers. */
const LOWEST = 40;

/** Makes what links are on top of. */
async function settle(net: Rtnetlink): Promise<void> {
  await net.link.set("lo", { up: true });
  for (const [index, name] of ["lower", "other", "master"].entries()) {
    await net.link.add({
      name,
      index: LOWEST + index,
      up: true,
      kind: name === "master" ? "bridge" : "ifb",
      address: `02:00:00:00:01:0${index}`,
    });
  }
}

/** Deletes what a spec has made. */
async function clear(net: Rtnetlink): Promise<void> {
  for (const name of ["new", "peer"]) {
    await net.link.delete(name, { ifExists: true });
  }
}

/** Makes a link, reads it, and gives what was read back in all ways. */
async function check(net: Rtnetlink, spec: LinkSpec): Promise<Outcome> {
  await clear(net);
  if (await refusal(net.link.add(spec)) !== undefined) return "refused";
  const link = await net.link.get("new");
  await must("replace by what made it", spec, net.link.replace(spec));
  await must("replace by itself", link, net.link.replace(link));
  assertSame(await net.link.get("new"), link, "after replace()");
  await clear(net);
  await must("add again", link, net.link.add(link));
  const second = await net.link.get("new");
  assertSame(second, link, "made again");
  await must("set to itself", second, net.link.set("new", second));
  assertSame(await net.link.get("new"), link, "after set()");
  await checkChange(net, second, { group: link.group === 8 ? 9 : 8 });
  await checkChange(net, second, { mtu: otherMtu(link) });
  return "checked";
}

/** Another MTU, which decides on IPv6 as the present one does. */
function otherMtu({ mtu = 1500 }: Link): number {
  return mtu < 1400 ? mtu + 10 : mtu - 10;
}

/** Changes one property, with and without all the others. */
async function checkChange(
  net: Rtnetlink,
  link: Link,
  change: Partial<LinkSpec>,
): Promise<void> {
  const [name] = Object.keys(change);
  const error = await refusal(net.link.set("new", { ...link, ...change }));
  const alone = await refusal(net.link.set("new", change));
  if (error === undefined) {
    assertSame(
      { ...await net.link.get("new"), [name!]: undefined },
      { ...link, [name!]: undefined } as Link,
      `after set({ ${name} })`,
    );
  } else {
    assert(alone !== undefined, `${Deno.inspect(change)}: ${error}`);
  }
}

function assertSame(actual: Link, expected: Link, when: string): void {
  assertEquals(lasting(actual), lasting(expected), when);
}

/** Specs of a kind: what it cannot do without, and a few other properties. */
function specsOf(kind: Kind, base: LinkSpec): fc.Arbitrary<LinkSpec> {
  const values = new Map(valuesOf(
    linkKindMappings[kind] as Mapping<object, object>,
    linkKinds[kind] as Codec<unknown>,
    samples[kind].map(([words]) => words),
  ));
  for (const name of left[kind] ?? []) values.delete(name);
  return fc.record({
    options: someOf(values, 3),
    settings: someOf(settings, 3),
  }).map(({ options, settings }) => {
    const own = (base as LinkKindOptions)[kind];
    const isPlain = own === undefined && Object.keys(options).length === 0;
    return {
      name: "new",
      ...base,
      ...settings,
      ...!isPlain && { [kind]: { ...own, ...options } },
    };
  });
}

for (const [name, base] of Object.entries(bases)) {
  const kind = name as Kind;
  if (typeof base === "string") {
    Deno.test({
      name: `Links.add() takes what get() reports: ${kind} (it ${base})`,
      ignore: true,
      fn: () => {},
    });
    continue;
  }
  liveTest(
    `Links.add() takes what get() reports: any ${kind}`,
    { needs: [`kind ${kind}`, "kind bridge", "kind ifb"] },
    async () => {
      using net = Rtnetlink.open();
      await settle(net);
      await checkEach(specsOf(kind, base), (spec) => check(net, spec));
    },
  );
}

/** The kind of link that has ports, and the settings of these. */
const masters = { bondPort: "bond", bridgePort: "bridge", vrfPort: "vrf" };

for (const [name, kind] of Object.entries(masters)) {
  const port = name as keyof typeof masters;
  liveTest(
    `Links.add() takes what get() reports: any port of a ${kind}`,
    { needs: [`kind ${kind}`, "kind bridge", "kind ifb", "kind dummy"] },
    async () => {
      using net = Rtnetlink.open();
      await settle(net);
      await net.link.add({
        name: "above",
        index: LOWEST + 3,
        ...kind === "vrf" && { vrf: { table: 10 } },
        // Ports have priorities in some modes only.
        ...kind === "bond" && { bond: { mode: "active-backup" } },
        ...kind === "bridge" && { kind },
      });
      const values = valuesOf(
        linkPortMappings[port] as Mapping<object, object>,
        linkPorts[port] as Codec<unknown>,
        portSamples[port].map(([words]) => words),
      );
      const specs = fc.record({
        options: someOf(values, 3),
        settings: someOf(settings, 2),
      }).map(({ options, settings }): LinkSpec => ({
        name: "new",
        kind: "dummy",
        master: "above",
        ...settings,
        [port]: options,
      }));
      await checkEach(specs, (spec) => check(net, spec));
    },
  );
}
