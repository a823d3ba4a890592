/**
 * Filters of every kind, for tests of the friendly layer.
 *
 * @module
 */

import type { TrafficFilterSpec } from "../../api/tc/filter_spec.ts";

/** A filter, without its device and parent. */
export type FilterSample = Omit<TrafficFilterSpec, "device" | "parent">;

/** Filters of incoming packets; the device that they refer to is `d0`. */
export const ingressSamples: readonly FilterSample[] = [
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

/** Filters with actions. */
export const actingSamples: readonly FilterSample[] = [
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

/** Filters of a queueing discipline with classes. */
export const classSamples: readonly FilterSample[] = [
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
    basic: {
      match: {
        or: [
          { canid: [{ id: 0x123, mask: 0x7ff }] },
          {
            text: {
              algorithm: "kmp",
              pattern: new TextEncoder().encode("GET "),
              from: 20,
              to: 200,
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
