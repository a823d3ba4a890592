/** Filters in words, and what `tc` sends for the same. */

import { assertEquals } from "@std/assert";
import {
  fromTrafficFilter,
  type TrafficFilterSpec,
} from "../../api/tc/filter_spec.ts";
import { filterKindMappings } from "../../api/tc/filters/mod.ts";
import { FieldPath } from "../../api/mapping/field_path.ts";
import type { FilterMessage } from "../../messages/tc/filter.ts";
import { fixture } from "../support/replies.ts";

const drop: TrafficFilterSpec["actions"] = [{ then: "drop" }];
const police = { rate: "1mbit", burst: 10_240, exceed: "reclassify" } as const;
/** The mask that tc has for options of ERSPAN of any version. */
const all = { index: 0xffffffff, direction: 0xff, hardwareId: 0xff };
const hex = (text: string) => Uint8Array.fromHex(text);

/** What filters have in common, and they, in the order of a fixture's requests. */
const specs: Readonly<
  Record<string, [Partial<TrafficFilterSpec>, readonly TrafficFilterSpec[]]>
> = {
  bpf: [{ parent: "ingress" }, [
    {
      handle: 7,
      bpf: {
        instructions: [
          { code: 6, jumpTrue: 0, jumpFalse: 0, operand: 1 },
          { code: 6, jumpTrue: 0, jumpFalse: 0, operand: 0 },
        ],
      },
      classId: "1:1",
      actions: drop,
    },
    {
      bpf: {
        instructions: [{ code: 6, jumpTrue: 0, jumpFalse: 0, operand: 0 }],
        directAction: true,
        skipHardware: true,
      },
      police,
    },
  ]],
  cgroup: [{ handle: 1, parent: "1:" }, [
    {
      cgroup: {
        match: {
          cmp: {
            width: "u8",
            offset: 5,
            layer: "network",
            operator: "gt",
            value: 7,
          },
        },
      },
      actions: drop,
    },
    { cgroup: {}, police },
  ]],
  flow: [{ handle: 1, parent: "1:" }, [
    {
      flow: {
        mode: "map",
        keys: ["mark"],
        mask: 0xffef,
        xor: 0x17,
        rightShift: 2,
        addend: 5,
        divisor: 4,
        baseClass: "1:3",
        match: { u32: { value: 0x50000, mask: 0xff0000, offset: 8 } },
      },
      actions: [{ then: "pass" }],
    },
    {
      flow: { mode: "hash", keys: ["src", "dst"], perturb: 10, divisor: 16 },
      police,
    },
  ]],
  flower_link: [{ parent: "ingress" }, [
    {
      protocol: "802.1ad",
      flower: {
        vlanId: 5,
        vlanPriority: 3,
        vlanEthernetType: "802.1Q",
        innerVlanId: 6,
        innerVlanPriority: 1,
        innerVlanEthernetType: "ipv6",
        source: "2001:db8::/32",
        destination: "2001:db8::1",
        ethernetDestination: "02:00:00:00:00:01",
        ethernetSource: "02:00:00:00:00:00/16",
        inputDevice: "d0",
      },
      classId: "1:5",
      actions: drop,
    },
    {
      protocol: "mpls_uc",
      flower: {
        mplsLabel: 77,
        mplsTrafficClass: 3,
        mplsBottom: true,
        mplsTtl: 64,
      },
      actions: drop,
    },
    {
      protocol: "mpls_uc",
      flower: {
        mplsEntries: [
          { depth: 1, label: 5, trafficClass: 1, bottom: false, ttl: 9 },
          { depth: 2, label: 6 },
        ],
      },
      actions: drop,
    },
    {
      protocol: "arp",
      flower: {
        arpTarget: "192.0.2.1",
        arpSource: "192.0.2.0/24",
        arpOperation: "reply",
        arpTargetHardware: "02:00:00:00:00:01",
        arpSourceHardware: "02:00:00:00:00:02/24",
      },
      actions: drop,
    },
    {
      protocol: "ppp_ses",
      flower: { pppoeSession: 7, pppProtocol: 0x21 },
      actions: drop,
    },
    {
      protocol: "all",
      flower: { layer2Miss: true, vlanCount: 1, skipHardware: true },
    },
    { protocol: "cfm", flower: { cfm: { level: 3, operation: 1 } } },
  ]],
  flower_tunnel: [{ protocol: "ip", parent: "ingress" }, [
    {
      flower: {
        tunnelId: 7,
        tunnelDestination: "192.0.2.1",
        tunnelSource: "198.51.100.0/24",
        tunnelDestinationPort: 4789,
        tunnelTos: 0x10,
        tunnelTtl: { value: 64, mask: 0xf0 },
        tunnelFlags: { checksum: true, "dont-fragment": false },
      },
    },
    {
      flower: {
        tunnelId: 7,
        tunnelDestination: "2001:db8::1",
        tunnelSource: "2001:db8::/32",
        tunnelOptions: {
          geneve: [
            { class: 0x102, type: 0x80, data: hex("11223344") },
            { class: 0x103, type: 1, data: hex("0011223344556677") },
          ],
          mask: {
            geneve: [
              { class: 0xffff, type: 0xff, data: hex("ff00ff00") },
              { class: 0xffff, type: 0xff, data: hex("ffffffffffffffff") },
            ],
          },
        },
      },
    },
    {
      flower: {
        tunnelId: 7,
        tunnelOptions: {
          vxlan: { groupPolicy: 5 },
          mask: { vxlan: { groupPolicy: 0xff } },
        },
      },
    },
    {
      flower: {
        tunnelId: 7,
        tunnelOptions: {
          erspan: { version: 2, index: 0, direction: 1, hardwareId: 63 },
          mask: { erspan: { version: 2, ...all } },
        },
      },
    },
    {
      flower: {
        tunnelId: 7,
        tunnelOptions: {
          erspan: { version: 1, index: 5, direction: 0, hardwareId: 0 },
          mask: { erspan: { version: 1, ...all } },
        },
      },
    },
    {
      flower: {
        tunnelId: 7,
        tunnelOptions: { gtp: { pduType: 1, qosFlow: 3 } },
      },
    },
    {
      flower: {
        tunnelId: 7,
        tunnelOptions: { pfcp: { type: 1, session: 0x12345n } },
      },
    },
  ]],
  fw: [{ parent: "1:" }, [
    {
      handle: 7,
      fw: { mask: 0xff, inputDevice: "d0" },
      classId: "1:6",
      actions: drop,
    },
    { handle: 8, fw: {}, police },
  ]],
  matchall: [{}, [{
    parent: "ingress",
    preference: 6,
    protocol: "ipv6",
    chain: 3,
    handle: 7,
    matchall: { skipHardware: true },
    classId: "1:5",
    actions: [{ then: "drop" }, { then: "pass" }],
  }]],
  route: [{ protocol: "ip", parent: "1:" }, [
    {
      handle: 0x50006,
      route: { from: 5, to: 6 },
      classId: "1:6",
      actions: [{ then: "pass" }],
    },
  ]],
  u32: [{ protocol: "ip", preference: 1, parent: "1:" }, [
    { handle: "2:", u32: { divisor: 256 } },
    {
      u32: {
        table: "800:",
        ip: { destination: "192.0.2.0/24" },
        hashKey: { at: 16, mask: 0xff },
        link: "2:",
      },
    },
    {
      u32: {
        ip: { ipProtocol: 6 },
        mark: { value: 7, mask: 0xff },
        offset: { at: 0, mask: 0xf00, shift: 6, plus: 4, eat: true },
        inputDevice: "d0",
        skipHardware: true,
      },
      classId: "1:2",
      actions: drop,
    },
    {
      u32: { table: "2:7:", ip: { source: "192.0.2.7" } },
      police: { ...police, exceed: "drop" },
      classId: "1:1",
    },
  ]],
  flower_network: [{ protocol: "ip", parent: "ingress" }, [
    {
      flower: {
        destination: "192.0.2.0/24",
        source: "198.51.100.1",
        ipProtocol: "tcp",
        destinationPort: { value: 443, mask: 0xfff0 },
        sourcePort: { from: 1000, to: 2000 },
        tcpFlags: { value: 2, mask: 7 },
      },
      actions: drop,
    },
    {
      flower: {
        ipProtocol: "udp",
        destinationPort: 53,
        sourcePort: 5,
        tos: { value: 0x10, mask: 0xfc },
        ttl: 64,
        fragments: { fragment: true, "first-fragment": false },
      },
    },
    {
      flower: {
        ipProtocol: "sctp",
        destinationPort: { from: 53, to: 99 },
        sourcePort: { value: 5, mask: 7 },
      },
    },
    {
      flower: {
        ipProtocol: "icmp",
        icmpType: 8,
        icmpCode: { value: 1, mask: 3 },
      },
    },
    {
      protocol: "ipv6",
      flower: {
        ipProtocol: "ipv6-icmp",
        icmpType: 128,
        icmpCode: { value: 3, mask: 7 },
      },
    },
    { flower: { ipProtocol: "esp", spi: 0x1234 } },
    { flower: { ipProtocol: "l2tp", l2tpv3Session: 99 } },
    {
      flower: { ctState: { tracked: true, established: true, new: false } },
    },
    { flower: { ctZone: 5, ctMark: { value: 7, mask: 0xff } } },
    {
      flower: {
        ctLabels: {
          value: "00112233445566778899aabbccddeeff",
          mask: "ff000000000000000000000000000000",
        },
      },
    },
  ]],
};

/** A message without what the kernel computes: tables, flags and masks. */
function given(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(given);
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Uint8Array) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, inner]) =>
        name !== "rateTable" && !(/flags$/i.test(name) && inner === 0) &&
        !(name.endsWith("Mask") && inner === 0xffff)
      )
      .map(([name, inner]) => [name, given(inner)]),
  );
}

for (const [name, [common, filters]] of Object.entries(specs)) {
  Deno.test(`fromTrafficFilter() writes what tc sends: ${name}`, () => {
    const { requests } = fixture(`tc/filter_${name}`);
    for (const [i, spec] of filters.entries()) {
      const body = requests[i]!.body as FilterMessage;
      const { index: device } = body;
      const path = new FieldPath("", {
        device: () => device,
        deviceName: () => "d0",
        namespace: () => 0,
      });
      const written = fromTrafficFilter({
        device,
        preference: i + 1,
        ...common,
        ...spec,
      }, path);
      assertEquals(given(written), given(body), `request ${i}`);
    }
  });
}

Deno.test("Filters of all kinds are compared with those of tc", () => {
  const kinds = [
    { basic: {} },
    ...Object.values(specs).flatMap(([, list]) => list),
  ].flatMap((
    spec,
  ) => Object.keys(filterKindMappings).filter((kind) => kind in spec));
  assertEquals(
    [...new Set(kinds)].sort(),
    Object.keys(filterKindMappings).sort(),
  );
});
