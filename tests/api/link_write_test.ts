import { assertEquals, assertThrows } from "@std/assert";
import { fromLink, type LinkSpec } from "../../api/link/spec.ts";
import { FieldPath } from "../../api/mapping/field_path.ts";
import { IFF_UP } from "../../messages/link/constants.ts";
import type { LinkMessage } from "../../messages/link/link.ts";
import { message } from "../support/link_message.ts";

const fieldPath = new FieldPath("", {
  device: (name) => ({ eth0: 2, br0: 3 })[name] ?? 99,
  deviceName: (index) => `eth${index}`,
  namespace: (name) => name === "blue" ? 7 : 8,
});

const specs: [string, LinkSpec, LinkMessage][] = [
  ["nothing", {}, message({})],
  [
    "flags",
    { up: true, arp: false, promiscuous: false, trailers: false },
    message({}, {
      flags: IFF_UP | 0x80 | 0x20,
      change: 0x1 | 0x80 | 0x100 | 0x20,
    }),
  ],
  [
    "the other flags",
    {
      up: false,
      multicast: true,
      allMulticast: true,
      dynamic: true,
      arp: true,
    },
    message({}, { flags: 0x1000 | 0x200 | 0x8000, change: 0x9281 }),
  ],
  [
    "numbers and names",
    {
      name: "eth7",
      index: 12,
      mtu: 1500,
      txQueueLength: 5,
      numTxQueues: 2,
      numRxQueues: 3,
      gsoMaxSize: 1,
      gsoMaxSegments: 2,
      groMaxSize: 3,
      gsoIpv4MaxSize: 4,
      groIpv4MaxSize: 5,
      alias: "the one",
      group: "default",
      parentDevice: "0000:00:01.0",
      linkNetnsId: -1,
      newIndex: 8,
    },
    message({
      name: "eth7",
      mtu: 1500,
      txQueueLength: 5,
      numTxQueues: 2,
      numRxQueues: 3,
      gsoMaxSize: 1,
      gsoMaxSegments: 2,
      groMaxSize: 3,
      gsoIpv4MaxSize: 4,
      groIpv4MaxSize: 5,
      alias: "the one",
      group: 0,
      parentDeviceName: "0000:00:01.0",
      linkNetnsId: -1,
      newIndex: 8,
    }, { index: 12 }),
  ],
  [
    "addresses",
    { address: "02:00:00:00:00:01", broadcast: "ff:ff:ff:ff:ff:ff" },
    message({ address: "02:00:00:00:00:01", broadcast: "ff:ff:ff:ff:ff:ff" }),
  ],
  [
    "devices by name, index and object",
    { master: "br0", link: { index: 5 }, vxlan: { device: 6 } },
    message({
      master: 3,
      link: 5,
      info: { kind: "vxlan", vxlan: { link: 6 } },
    }),
  ],
  ["no master", { master: null }, message({ master: 0 })],
  [
    "states",
    {
      carrier: false,
      mode: "dormant",
      operationalState: "up",
      protoDown: true,
      protoDownReasons: { 0: true, 3: false, 31: true },
    },
    message({
      carrier: 0,
      linkMode: 1,
      operState: 6,
      protoDown: 1,
      protoDownReason: { mask: 0x80000009, value: 0x80000001 },
    }),
  ],
  [
    "what IPv6 is told",
    { addressGenerationMode: "stable_secret", token: "::1" },
    message({ afSpec: { inet6: { addressGenerationMode: 2, token: "::1" } } }),
  ],
  ["a namespace by name", { netns: "blue" }, message({ netnsFd: 7 })],
  ["a namespace by process", { netns: { pid: 1 } }, message({ netnsPid: 1 })],
  ["a namespace by descriptor", { netns: { fd: 3 } }, message({ netnsFd: 3 })],
  [
    "a program",
    { xdp: { fd: 9, mode: "driver", replace: false, expectedFd: 8 } },
    message({ xdp: { fd: 9, flags: 0x15, expectedFd: 8 } }),
  ],
  ["no program", { xdp: null }, message({ xdp: { fd: -1 } })],
  [
    "a kind without settings",
    { kind: "dummy" },
    message({ info: { kind: "dummy" } }),
  ],
  [
    "a kind that this library does not support",
    { kind: "frob" },
    message({ info: { kind: "frob" } }),
  ],
  [
    "a kind by its settings",
    { vlan: { id: 10 }, link: "eth0" },
    message({ link: 2, info: { kind: "vlan", vlan: { id: 10 } } }),
  ],
  [
    "a kind twice",
    { kind: "vlan", vlan: { id: 10 } },
    message({ info: { kind: "vlan", vlan: { id: 10 } } }),
  ],
  [
    "settings of a port",
    { bridgePort: { isolated: true } },
    message({ info: { slaveKind: "bridge", bridgePort: { isolated: 1 } } }),
  ],
  [
    "a pair",
    {
      name: "a",
      veth: { peer: { name: "b", netns: "blue", up: true, master: "br0" } },
    },
    message({
      name: "a",
      info: {
        kind: "veth",
        veth: {
          peer: message({ name: "b", netnsFd: 7, master: 3 }, {
            flags: 1,
            change: 1,
          }),
        },
      },
    }),
  ],
  [
    "virtual functions",
    {
      virtualFunctions: [
        {
          number: 1,
          address: "02:00:00:00:00:01",
          vlan: { id: 5, priority: 2 },
          txRate: 125_000,
          spoofCheck: true,
          trust: false,
          queryRss: true,
          state: "disable",
        },
        {
          number: 2,
          vlan: { id: 6, protocol: "802.1ad" },
          rate: { min: 0, max: 250_000 },
          nodeGuid: "00:00:00:00:00:00:01:02",
          portGuid: "ff:ff:ff:ff:ff:ff:ff:ff",
        },
      ],
    },
    message({
      vfInfoList: [
        {
          mac: {
            vf: 1,
            mac: Uint8Array.from(
              { length: 32 },
              (_, i) => i === 0 ? 2 : i === 5 ? 1 : 0,
            ),
          },
          vlan: { vf: 1, vlan: 5, qos: 2 },
          txRate: { vf: 1, rate: 1 },
          spoofCheck: { vf: 1, setting: 1 },
          trust: { vf: 1, setting: 0 },
          rssQueryEnabled: { vf: 1, setting: 1 },
          linkState: { vf: 1, linkState: 2 },
        },
        {
          vlanList: [{ vf: 2, vlan: 6, qos: 0, protocol: 0x88a8 }],
          rate: { vf: 2, minTxRate: 0, maxTxRate: 2 },
          ibNodeGuid: { vf: 2, guid: 0x102n },
          ibPortGuid: { vf: 2, guid: 0xffffffffffffffffn },
        },
      ],
    }),
  ],
];

for (const [name, spec, expected] of specs) {
  Deno.test(`fromLink() writes ${name}`, () => {
    assertEquals(fromLink(spec, fieldPath), expected);
  });
}

const bad: [object, typeof TypeError | typeof RangeError, string][] = [
  [{ mtu: -1 }, RangeError, "Cannot use -1 as mtu: it is not between 0 and"],
  [
    { mtu: "1500" },
    TypeError,
    'Cannot use "1500" as mtu: a number is expected',
  ],
  [
    { name: "a-name-of-16-byt" },
    RangeError,
    'Cannot use "a-name-of-16-byt" as name: a name has 15 bytes at most',
  ],
  [{ name: "a b" }, TypeError, 'Cannot use "a b" as name'],
  [{ name: "" }, RangeError, 'Cannot use "" as name: a name cannot be empty'],
  [
    { address: "02:00:00:00:00:0g" },
    TypeError,
    'Cannot use "02:00:00:00:00:0g" as address: a hardware address',
  ],
  [{ address: "" }, TypeError, 'Cannot use "" as address'],
  [{ up: 1 }, TypeError, "Cannot use 1 as up: true or false is expected"],
  [{ master: true }, TypeError, "Cannot use true as master: a device's name"],
  [{ master: 0 }, RangeError, "Cannot use 0 as master: it is not between 1"],
  [{ link: {} }, TypeError, "Cannot use {} as link"],
  [{ index: 0 }, RangeError, "Cannot use 0 as index"],
  [{ netns: 5 }, TypeError, "Cannot use 5 as netns"],
  [{ netns: { pid: 0 } }, RangeError, "Cannot use 0 as netns.pid"],
  [{ alias: "x".repeat(256) }, RangeError, "an alias has 255 bytes at most"],
  [
    { protoDownReasons: { 32: true } },
    RangeError,
    "Cannot use 32 as protoDownReasons.32",
  ],
  [
    { xdp: { fd: 1, mode: "fast" } },
    TypeError,
    'Cannot use "fast" as xdp.mode',
  ],
  [
    { vlan: { id: 4096 } },
    RangeError,
    "Cannot use 4096 as vlan.id: it is not between 0 and 4095",
  ],
  [
    { kind: "vlan", bridge: { stp: true } },
    TypeError,
    'Cannot use "bridge" as bridge: the kind is vlan already',
  ],
  [
    { bridge: { stp: true }, kind: "vlan" },
    TypeError,
    'Cannot use "vlan" as kind: the kind is bridge already',
  ],
  [
    { bond: { mode: "fast" } },
    TypeError,
    'Cannot use "fast" as bond.mode: balance-rr, active-backup',
  ],
  [
    { bond: { arpTargets: ["192.0.2.1", "192.0.2"] } },
    TypeError,
    'Cannot use "192.0.2" as bond.arpTargets[1]: an IPv4 address is expected',
  ],
  [
    { veth: { peer: { mtu: 1.5 } } },
    RangeError,
    "Cannot use 1.5 as veth.peer.mtu: it is not an integer",
  ],
  [
    { virtualFunctions: [{ number: 0, txRate: 1 }] },
    RangeError,
    "Cannot use 1 as virtualFunctions[0].txRate: it is not a multiple of",
  ],
  [
    { virtualFunctions: [{}] },
    TypeError,
    "Cannot use undefined as virtualFunctions[0].number",
  ],
  [
    { sit: { sixRdPrefix: "2001:db8::/129" } },
    RangeError,
    'Cannot use "2001:db8::/129" as sit.sixRdPrefix: its length',
  ],
  [
    { sit: { sixRdPrefix: "2001:db8::/x" } },
    TypeError,
    'Cannot use "2001:db8::/x" as sit.sixRdPrefix: a prefix',
  ],
  [
    { macsec: { sci: "xyz" } },
    TypeError,
    'Cannot use "xyz" as macsec.sci: up to 16 hexadecimal digits',
  ],
  [
    { alternativeNames: ["x".repeat(128)] },
    RangeError,
    "as alternativeNames[0]: a name has 127 bytes at most",
  ],
  [
    { nmae: "eth0" },
    TypeError,
    'Cannot use "eth0" as nmae: there is no such property',
  ],
  [{ dummy: 5 }, TypeError, "Cannot use 5 as dummy: an object is expected"],
];

for (const [spec, error, text] of bad) {
  Deno.test(`fromLink() refuses ${Deno.inspect(spec).slice(0, 60)}`, () => {
    assertThrows(() => fromLink(spec as LinkSpec, fieldPath), error, text);
  });
}

Deno.test("fromLink() needs someone who looks names up", () => {
  assertThrows(
    () => fromLink({ master: "br0" }),
    TypeError,
    'Cannot use "br0" as master: names are not looked up here',
  );
});
