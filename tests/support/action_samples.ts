/**
 * Actions of every kind, for tests of the friendly layer.
 *
 * @module
 */
import type { TrafficActionSpec } from "../../api/tc/action_spec.ts";
import type { ActionKinds } from "../../messages/tc/actions/mod.ts";

const mac = "02:00:00:00:00:01";

/** Actions of each kind; the device that some send packets to is `d0`. */
export const actionSamples: Readonly<
  Record<keyof ActionKinds, readonly TrafficActionSpec[]>
> = {
  bpf: [{
    bpf: {
      instructions: [{ code: 6, jumpTrue: 0, jumpFalse: 0, operand: 0 }],
    },
    then: "pass",
  }],
  connmark: [{ connmark: { zone: 3 } }, { kind: "connmark", then: "continue" }],
  csum: [{ csum: { checksums: ["iph", "tcp"] }, then: "pipe" }],
  ct: [
    {
      ct: {
        commit: true,
        translate: "source",
        firstAddress: "192.0.2.1",
        lastAddress: "192.0.2.9",
        firstPort: 5,
        lastPort: 9,
      },
    },
    { ct: { clear: true }, then: "pass" },
    {
      ct: {
        commit: true,
        translate: "destination",
        firstAddress: "2001:db8::1",
      },
    },
  ],
  ctinfo: [{
    ctinfo: { dscpMask: 0xfc000000, dscpStateMask: 0x01000000, markMask: 0xff },
  }],
  gact: [
    { then: "drop" },
    {
      gact: { random: { type: "determ", oneIn: 5, then: "pass" } },
      then: "drop",
    },
    { kind: "gact", then: { jump: 2 }, cookie: new Uint8Array([1, 2, 3]) },
    { then: "pass", sharedCounters: true, hardwareCounters: ["delayed"] },
  ],
  gate: [{
    gate: {
      clock: "tai",
      priority: 3,
      baseTime: 200,
      cycleTime: 0.5,
      entries: [
        { interval: 0.2 },
        { open: true, interval: 0.1, priority: 2, maxBytes: 8000 },
      ],
    },
  }],
  ife: [{
    ife: {
      operation: "encode",
      etherType: 0xed3e,
      mark: "own",
      priority: 5,
      destination: mac,
    },
  }],
  mirred: [
    { mirred: { redirect: "d0" } },
    { mirred: { mirror: "d0", ingress: true }, then: "pass" },
    { mirred: { mirrorToBlock: 7 } },
  ],
  mpls: [
    { mpls: { operation: "push", label: 5, trafficClass: 3, ttl: 64 } },
    { mpls: { operation: "pop", protocol: "ip" } },
  ],
  nat: [{ nat: { direction: "egress", from: "10.0.0.0/24", to: "192.0.2.1" } }],
  pedit: [
    {
      pedit: {
        changes: [
          { field: "ipv4.ttl", set: 64 },
          { field: "ipv4.destination", set: "192.0.2.1" },
          { field: "eth.source", set: mac },
          { field: "ipv6.source", set: "2001:db8::1" },
          { field: "tcp.destinationPort", add: -1 },
          { header: "udp", offset: 4, value: 0x12340000, keep: 0xffff },
        ],
      },
      then: "pipe",
    },
  ],
  police: [
    { police: { rate: "1mbit", burst: 10_000 }, then: "pipe" },
    {
      police: {
        rate: 5_000_000_000,
        burst: 1_000_000,
        mtu: 9000,
        peakRate: "50gbit",
        overhead: 8,
        exceed: "reclassify",
      },
    },
    { police: { packetRate: 1000, packetBurst: 100, exceed: "drop" } },
  ],
  sample: [{ sample: { oneIn: 12, group: 4, truncatedSize: 200 } }],
  simple: [{ simple: { text: "hello" } }],
  skbedit: [{
    skbedit: {
      priority: "1:2",
      mark: 7,
      mask: 0xff,
      queue: 3,
      packetType: "host",
      inheritDsField: true,
    },
  }],
  skbmod: [
    { skbmod: { destination: mac, etherType: 0x800 } },
    { skbmod: { swap: true }, then: "pass" },
  ],
  tunnelKey: [
    {
      tunnelKey: {
        source: "192.0.2.1",
        destination: "192.0.2.2",
        id: 5,
        destinationPort: 4789,
        noChecksum: true,
        noFragment: true,
        tos: 4,
        ttl: 64,
        geneve: [
          { class: 0x102, type: 0x80, data: new Uint8Array(4) },
          { class: 0x103, type: 1, data: new Uint8Array(8) },
        ],
      },
    },
    {
      tunnelKey: {
        source: "2001:db8::1",
        destination: "2001:db8::2",
        vxlanGroupPolicy: 77,
      },
    },
    { tunnelKey: { operation: "unset" } },
  ],
  vlan: [
    { vlan: { operation: "push", id: 5, protocol: "802.1ad", priority: 3 } },
    { vlan: { operation: "pop" } },
    { vlan: { operation: "push_eth", destination: mac, source: mac } },
  ],
};
