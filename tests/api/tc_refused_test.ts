import { assertEquals, assertRejects } from "@std/assert";
import { NetlinkError } from "../../api/connection/errors.ts";
import type { Rtnetlink } from "../../api/rtnetlink.ts";
import { replying } from "../support/replies.ts";

/** What is refused, and what the error names. */
const refused: readonly [(net: Rtnetlink) => Promise<unknown>, string][] = [
  // Kinds that do not exist.
  [
    ({ tc }) => tc.qdisc.add({ device: 2, kind: "fqcodel" }),
    '"fqcodel" as kind: there is no such kind; the nearest is fq_codel',
  ],
  [({ tc }) => tc.qdisc.replace({ device: 2, kind: "x" }), '"x" as kind'],
  [({ tc }) => tc.qdisc.addAll([{ device: 2, kind: "" }]), '"" as [0].kind'],
  [({ tc }) => tc.class.add({ device: 2, id: "1:1", kind: "htp" }), '"htp"'],
  [
    ({ tc }) => tc.filter.add({ device: 2, kind: "flowers" }),
    '"flowers" as kind: there is no such kind; the nearest is flower',
  ],
  [({ tc }) => tc.chain.add({ device: 2, kind: "x" }), '"x" as kind'],
  [({ tc }) => tc.action.add({ kind: "mirrored" }), '"mirrored" as kind'],
  [
    ({ tc }) =>
      tc.filter.add({ device: 2, matchall: {}, actions: [{ kind: "x" }] }),
    '"x" as actions[0].kind',
  ],
  // Addresses that no packet of the protocol has.
  [
    ({ tc }) =>
      tc.filter.add({
        device: 2,
        protocol: "ip",
        flower: { source: "2001:db8::/32" },
      }),
    '"2001:db8::/32" as flower.source: it is not of the protocol',
  ],
  [
    ({ tc }) =>
      tc.filter.add({
        device: 2,
        protocol: "802.1Q",
        flower: { vlanEthernetType: "ipv6", destination: "10.0.0.0/8" },
      }),
    '"10.0.0.0/8" as flower.destination: it is not of the protocol',
  ],
  [
    ({ tc }) =>
      tc.filter.add({
        device: 2,
        flower: { source: "10.0.0.1", destination: "2001:db8::1" },
      }),
    '"2001:db8::1" as flower.destination: it is not of the family of the',
  ],
  // Handles out of range.
  [({ tc }) => tc.qdisc.get({ device: 2, handle: "10000:" }), '"10000:"'],
  [({ tc }) => tc.qdisc.list({ parent: "1:1:1" }).toArray(), "as parent"],
  [({ tc }) => tc.class.get({ device: 2, id: -1 }), "-1 as id"],
  [
    ({ tc }) => tc.filter.add({ device: 2, matchall: {}, classId: "1:fffff" }),
    '"1:fffff" as classId',
  ],
  [
    ({ tc }) => tc.filter.get({ device: 2, handle: "1000::1", kind: "u32" }),
    '"1000::1" as handle',
  ],
  [
    ({ tc }) => tc.filter.list({ device: 2, preference: 65_536 }).toArray(),
    "65536 as preference",
  ],
  [({ tc }) => tc.filter.list({ block: 0 }).toArray(), "0 as block"],
  // Places that are missing.
  [({ tc }) => tc.qdisc.add({ kind: "drr" }), "undefined as device"],
  [({ tc }) => tc.qdisc.delete({}), "undefined as device"],
  [({ tc }) => tc.class.list().toArray(), "undefined as device"],
  [({ tc }) => tc.class.add({ device: 2, drr: {} }), "undefined as parent"],
  [({ tc }) => tc.class.delete({ device: 2 }), "undefined as id"],
  [({ tc }) => tc.filter.add({ matchall: {} }), "undefined as device"],
  [({ tc }) => tc.filter.add({ device: 2 }), "undefined as kind"],
  [({ tc }) => tc.filter.list({}).toArray(), "undefined as device"],
  [({ tc }) => tc.chain.list({}).toArray(), "undefined as device"],
  [({ tc }) => tc.chain.add({ chain: 5 }), "undefined as device"],
  [
    ({ tc }) => tc.filter.add({ device: 2, block: 5, matchall: {} }),
    "5 as block: there is a device, too",
  ],
  [
    ({ tc }) => tc.filter.list({ block: 5, parent: "ingress" }).toArray(),
    '"ingress" as parent: blocks have no parent',
  ],
  // What does not go together, and values of the wrong sort.
  [
    ({ tc }) => tc.filter.add({ device: 2, flow: {}, classId: "1:1" }),
    '"1:1" as classId: filters of the kind flow have none',
  ],
  [
    ({ tc }) =>
      tc.filter.add({ device: 2, matchall: {}, police: { rate: 5, burst: 5 } }),
    "as police: filters of the kind matchall have none",
  ],
  [
    ({ tc }) => tc.filter.add({ device: 2, matchall: {}, actions: 5 as never }),
    "5 as actions: an array of actions is expected",
  ],
  [
    ({ tc }) =>
      tc.filter.add({ device: 2, protocol: "ipx9" as never, matchall: {} }),
    '"ipx9" as protocol',
  ],
  [
    ({ tc }) => tc.filter.add({ device: 2, flower: { sourcePort: 5 } }),
    "5 as flower.sourcePort: ipProtocol is not tcp, udp or sctp",
  ],
  [
    ({ tc }) =>
      tc.filter.add({ device: 2, flower: { tos: { mask: 5 } as never } }),
    "undefined as flower.tos.value",
  ],
  [
    ({ tc }) =>
      tc.filter.add({ device: 2, flower: { tos: { value: 5, mask: 256 } } }),
    "256 as flower.tos.mask",
  ],
  [
    ({ tc }) =>
      tc.filter.add({ device: 2, flower: { source: "192.0.2.1/ffff::" } }),
    "as flower.source: address and mask are of different families",
  ],
  [
    ({ tc }) =>
      tc.filter.add({ device: 2, flower: { arpSource: "2001:db8::/32" } }),
    "as flower.arpSource: an address of IPv4 is expected",
  ],
  [
    ({ tc }) =>
      tc.filter.add({
        device: 2,
        flower: { ethernetSource: "02:00:00:00:00:00/49" },
      }),
    "49 as flower.ethernetSource",
  ],
  [
    ({ tc }) =>
      tc.filter.add({
        device: 2,
        flower: { ctLabels: { value: "0" } as never },
      }),
    '"0" as flower.ctLabels.value: 32 hexadecimal digits',
  ],
  [
    ({ tc }) =>
      tc.filter.add({ device: 2, flower: { ctLabels: { masks: 1 } as never } }),
    "1 as flower.ctLabels.masks: there is no such property",
  ],
  [
    ({ tc }) =>
      tc.filter.add({ device: 2, u32: { ip: { source: "2001:db8::1" } } }),
    "as u32.ip.source: an address of IPv4 is expected",
  ],
  [
    ({ tc }) =>
      tc.filter.add({
        device: 2,
        u32: { ip6: { tos: { value: 1, mask: 999 } } },
      }),
    "999 as u32.ip6.tos.mask",
  ],
  [
    ({ tc }) => tc.filter.add({ device: 2, u32: { keys: [{ value: -1 }] } }),
    "-1 as u32.keys[0].value",
  ],
  [
    ({ tc }) =>
      tc.filter.add(
        { device: 2, basic: { match: { meta: { left: {} } } } } as never,
      ),
    "undefined as basic.match.meta.left.object",
  ],
  [
    ({ tc }) =>
      tc.filter.add(
        { device: 2, basic: { match: { cmp: { width: "u7" } } } } as never,
      ),
    '"u7" as basic.match.cmp.width',
  ],
];

for (const [call, text] of refused) {
  Deno.test(`net.tc refuses, before anything is sent, ${text}`, async () => {
    const { kernel, net } = replying([]);
    const error = await assertRejects(() => call(net), Error, text);
    assertEquals(error instanceof NetlinkError, false);
    assertEquals(kernel.requests.length, 0);
  });
}
