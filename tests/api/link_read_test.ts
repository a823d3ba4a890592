import { assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  fromLink,
  type Link,
  type LinkSpec,
  toLink,
} from "../../api/link/spec.ts";
import { linkKindMappings } from "../../api/link/kinds/mod.ts";
import { linkPortMappings } from "../../api/link/ports/mod.ts";
import { type LinkMessage, linkMessage } from "../../messages/link/link.ts";
import { arbitrary } from "../support/arbitrary.ts";
import { message } from "../support/link_message.ts";

Deno.test("toLink() returns what a message has", () => {
  const given = message({
    name: "veth0",
    address: "02:00:00:00:00:01",
    mtu: 1500,
    operState: 6,
    master: 3,
    group: 7,
    alternativeNames: ["other"],
    info: { kind: "veth", slaveKind: "bridge", bridgePort: { cost: 2 } },
    physicalSwitchId: Uint8Array.of(1, 0xab),
    protoDownReason: { value: 5 },
    linkNetnsId: 0,
  }, { index: 5, type: 1, flags: 0x1043 });
  const link = toLink(given);
  assertEquals({ ...link, message: link.message }, {
    index: 5,
    up: true,
    arp: true,
    multicast: true,
    allMulticast: false,
    promiscuous: false,
    dynamic: false,
    trailers: true,
    name: "veth0",
    address: "02:00:00:00:00:01",
    mtu: 1500,
    group: 7,
    master: 3,
    protoDownReasons: { 0: true, 2: true },
    linkNetnsId: 0,
    alternativeNames: ["other"],
    type: "ether",
    flags: ["BROADCAST", "MULTICAST", "RUNNING", "UP"],
    state: "up",
    portKind: "bridge",
    physicalSwitchId: "01ab",
    kind: "veth",
    bridgePort: { cost: 2 },
    message: given,
  });
});

Deno.test("toLink() widens counters of 32 bits where there are no others", () => {
  const stats = { rxPackets: 1, txPackets: 2 } as never;
  assertEquals(
    toLink(message({ stats })).statistics as unknown,
    { rxPackets: 1n, txPackets: 2n },
  );
});

Deno.test("toLink() returns numbers where there are no names", () => {
  const link = toLink(
    message({ operState: 77, linkMode: 9 }, { type: 12345, flags: 0x80000001 }),
  );
  assertEquals(link.state, 77);
  assertEquals(link.mode, 9);
  assertEquals(link.type, 12345);
  assertEquals(link.flags, ["UP", 0x80000000]);
});

Deno.test("toLink() returns virtual functions with addresses of the link's length", () => {
  const mac = Uint8Array.from({ length: 32 }, (_, i) => i);
  const { virtualFunctions } = toLink(message({
    address: "00:01:02:03",
    vfInfoList: [{
      mac: { vf: 3, mac },
      vlan: { vf: 3, vlan: 5, qos: 1 },
      vlanList: [{ vf: 3, vlan: 5, qos: 1, protocol: 0x88a8 }],
      spoofCheck: { vf: 3, setting: 0xffffffff },
      trust: { vf: 3, setting: 1 },
      rate: { vf: 3, minTxRate: 0, maxTxRate: 8 },
    }],
  }));
  assertEquals(virtualFunctions, [{
    number: 3,
    address: "00:01:02:03",
    vlan: { id: 5, priority: 1, protocol: "802.1ad" },
    rate: { min: 0, max: 1_000_000 },
    trust: true,
  }]);
});

/** Properties that other tests look after, for part of each is read-only. */
const elsewhere = new Set([
  "virtualFunctions",
  ...Object.keys(linkKindMappings),
  ...Object.keys(linkPortMappings),
]);

/** Properties that the kernel reports and takes, and so come back. */
function settable(link: Link): Record<string, unknown> {
  const { message: _message, ...words } = link;
  return Object.fromEntries(
    Object.entries(words).filter(([name, value]) => {
      if (elsewhere.has(name)) return false;
      const { attributes, ...header } = fromLink({ [name]: value } as LinkSpec);
      return Object.keys(attributes).length > 0 || header.index !== 0 ||
        header.change !== 0;
    }),
  );
}

/** Messages of links that can be asked for. */
const askable = arbitrary(linkMessage).map((message): LinkMessage => {
  const { info: _info, vfInfoList: _vfs, ...attributes } = message.attributes;
  attributes.name = "eth0";
  attributes.alternativeNames = ["other"];
  if (attributes.address === "") delete attributes.address;
  if (attributes.broadcast === "") delete attributes.broadcast;
  if (attributes.master !== undefined) attributes.master >>>= 1;
  if (attributes.link !== undefined) attributes.link >>>= 1;
  return { ...message, index: 1 + Math.abs(message.index >> 1), attributes };
});

Deno.test("toLink() returns what fromLink() makes of it", () => {
  fc.assert(
    fc.property(askable, (message) => {
      const link = toLink(message);
      const back = toLink(fromLink(link)) as unknown as Record<string, unknown>;
      for (const [name, value] of Object.entries(settable(link))) {
        assertEquals(back[name], value, name);
      }
    }),
    { numRuns: 200 },
  );
});
