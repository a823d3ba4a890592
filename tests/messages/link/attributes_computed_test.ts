/**
 * Attributes that none of the kernels at hand sends: a C program made the bytes
 * of `tests/fixtures/link/computed/` from the headers of Linux 7.2, with the
 * values that are repeated here.
 */
import { assertEquals } from "@std/assert";
import {
  AF_BRIDGE,
  AF_INET6,
  BR_STATE_BLOCKING,
  BR_STATE_FORWARDING,
  BRIDGE_FLAGS_SELF,
  BRIDGE_MODE_VEPA,
  type BridgePort,
  type BridgeSpec,
  decode,
  encode,
  IFLA_VF_LINK_STATE_ENABLE,
  IN6_ADDR_GEN_MODE_RANDOM,
  LACP_STATE_COLLECTING,
  LACP_STATE_DISTRIBUTING,
  LINK_EVENTS,
  type LinkAttributes,
  type LinkCounters,
  type LinkMessage,
  PORT_PROFILE_RESPONSE_INPROGRESS,
  PORT_REQUEST_ASSOCIATE,
  PORT_SELF_VF,
  XDP_ATTACHED_MULTI,
  XDP_FLAGS_REPLACE,
} from "../../../messages/mod.ts";
import { parseHex } from "../../../tools/capture/fixture.ts";

const folder = new URL("../../fixtures/link/computed/", import.meta.url);

/** Checks the bytes of a fixture in both directions. */
function check(
  fixture: string,
  expected: readonly { family?: number; attributes: LinkAttributes }[],
): void {
  const text = Deno.readTextFileSync(new URL(`${fixture}.hex`, folder));
  const datagrams = parseHex(text);
  assertEquals(datagrams.length, expected.length);
  for (const [i, datagram] of datagrams.entries()) {
    const { messages: [message] } = decode(datagram);
    const header = { family: 0, type: 0, index: 7, flags: 0, change: 0 };
    const body: LinkMessage = { ...header, ...expected[i]! };
    assertEquals(message!.body, body);
    assertEquals(encode([{ header: message!.header, body }]), datagram);
  }
}

const NAMES = [
  ..."rxPackets txPackets rxBytes txBytes rxErrors txErrors".split(" "),
  ..."rxDropped txDropped multicast collisions rxLengthErrors".split(" "),
  ..."rxOverErrors rxCrcErrors rxFrameErrors rxFifoErrors".split(" "),
  ..."rxMissedErrors txAbortedErrors txCarrierErrors".split(" "),
  ..."txFifoErrors txHeartbeatErrors txWindowErrors".split(" "),
  ..."rxCompressed txCompressed rxNoHandler".split(" "),
];

function counters<T>(count: (i: number) => T): LinkCounters<T> {
  const entries = NAMES.map((name, i) => [name, count(i)]);
  return Object.fromEntries(entries) as LinkCounters<T>;
}

function uuid(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

Deno.test("linkAttributes reads and writes what few kernels send", () => {
  check("attributes", [{
    attributes: {
      cost: 1,
      priority: 2,
      wireless: Uint8Array.of(1, 2, 3),
      weight: 3,
      map: {
        memoryStart: 0x1000n,
        memoryEnd: 0x2000n,
        baseAddress: 0x300n,
        irq: 9,
        dma: 2,
        port: 4,
      },
      stats: counters((i) => 100 + i),
      stats64: {
        ...counters((i) => (1n << 40n) + BigInt(i)),
        rxOtherHostDropped: (1n << 40n) + 24n,
      },
      netnsFd: 5,
      physicalPortId: Uint8Array.of(0xaa, 0xbb),
      physicalSwitchId: Uint8Array.of(0xcc, 0xdd, 0xee),
      physicalPortName: "p1",
      event: LINK_EVENTS.notify_peers,
      newNetnsId: -1,
      targetNetnsId: 6,
      newIndex: 8,
      permanentAddress: "02:00:00:00:00:11",
      parentDeviceName: "0000:01:00.0",
      parentDeviceBusName: "pci",
      tsoMaxSize: 65000,
      tsoMaxSegments: 64,
      allMulti: 2,
      devlinkPort: {
        busName: "pci",
        deviceName: "0000:01:00.0",
        index: 3n,
        portIndex: 1,
      },
      gsoIpv4MaxSize: 65001,
      groIpv4MaxSize: 65002,
      dpllPin: { id: 12 },
      maxPacingOffloadHorizon: 10_000_000_000n,
      netnsImmutable: 1,
      headroom: 16,
      tailroom: 24,
      xdp: {
        attached: XDP_ATTACHED_MULTI,
        programId: 1,
        driverProgramId: 2,
        skbProgramId: 3,
        hardwareProgramId: 4,
        flags: XDP_FLAGS_REPLACE,
        expectedFd: 5,
      },
      afSpec: {
        mctp: { net: 1, physicalBinding: 2 },
        inet6: { raMtu: 1480, multicast: Uint8Array.of(1) },
      },
    },
  }]);
});

Deno.test("vfInfoList and vfPorts read and write virtual functions", () => {
  const address = (...bytes: number[]) => {
    const padded = new Uint8Array(32);
    padded.set(bytes);
    return padded;
  };
  check("virtual_functions", [{
    attributes: {
      numVf: 1,
      vfInfoList: [{
        mac: { vf: 3, mac: address(2, 0, 0, 0, 0, 9) },
        broadcast: { broadcast: address(255, 255, 255, 255, 255, 255) },
        vlan: { vf: 3, vlan: 5, qos: 2 },
        rate: { vf: 3, minTxRate: 10, maxTxRate: 20 },
        txRate: { vf: 3, rate: 20 },
        spoofCheck: { vf: 3, setting: 1 },
        linkState: { vf: 3, linkState: IFLA_VF_LINK_STATE_ENABLE },
        rssQueryEnabled: { vf: 3, setting: 0xffffffff },
        trust: { vf: 3, setting: 0 },
        ibNodeGuid: { vf: 3, guid: 0x1122334455667788n },
        ibPortGuid: { vf: 3, guid: 0x99aabbccddeeff00n },
        vlanList: [{ vf: 3, vlan: 5, qos: 2, protocol: 0x88a8 }],
        stats: {
          rxPackets: 1n,
          txPackets: 2n,
          rxBytes: 3n,
          txBytes: 4n,
          broadcast: 5n,
          multicast: 6n,
          rxDropped: 7n,
          txDropped: 8n,
        },
      }],
      vfPorts: [{
        vf: 3,
        profile: "gold",
        vsiType: {
          managerId: 1,
          typeId: Uint8Array.of(2, 3, 4),
          typeVersion: 5,
          pad: new Uint8Array(3),
        },
        instanceUuid: uuid("0123456789abcdef"),
        hostUuid: uuid("fedcba9876543210"),
        request: PORT_REQUEST_ASSOCIATE,
        response: PORT_PROFILE_RESPONSE_INPROGRESS,
      }],
      portSelf: { vf: PORT_SELF_VF, profile: "iron" },
    },
  }]);
});

function spec(bridgeSpec: BridgeSpec) {
  return { family: AF_BRIDGE, attributes: { bridgeSpec } };
}

Deno.test("bridgeSpec reads and writes media redundancy", () => {
  const info = {
    primaryIndex: 2,
    secondaryIndex: 3,
    priority: 4,
    ringState: 1,
    ringRole: 2,
    testInterval: 5,
    testMaxMiss: 6,
    testMonitor: 1,
  };
  const text = Deno.readTextFileSync(new URL("bridge_mrp.hex", folder));
  const [, answer] = parseHex(text);
  const { messages: [message] } = decode(answer!);
  const { attributes } = message!.body as LinkMessage;
  // The kernel leaves out NLA_F_NESTED, which it demands of others.
  assertEquals(attributes.bridgeSpec, {
    mrp: {
      info: [{ ringId: 1, ...info }, {
        ringId: 2,
        ...info,
        interconnectIndex: 7,
        inState: 1,
        inRole: 2,
        inTestInterval: 8,
        inTestMaxMiss: 9,
      }],
    },
  });
  assertEquals(encode([message!]), answer);
});

Deno.test("bridgeSpec writes what sets media redundancy", () => {
  const text = Deno.readTextFileSync(new URL("bridge_mrp.hex", folder));
  const [request] = parseHex(text);
  const { messages: [message] } = decode(request!);
  const header = { type: 0, index: 7, flags: 0, change: 0 };
  const body: LinkMessage = {
    ...header,
    ...spec({
      flags: BRIDGE_FLAGS_SELF,
      mode: BRIDGE_MODE_VEPA,
      vlanInfo: [{ flags: 6, vid: 10 }],
      mrp: {
        instance: {
          ringId: 1,
          primaryIndex: 2,
          secondaryIndex: 3,
          priority: 0x8000,
        },
        portState: { state: 2 },
        portRole: { role: 1 },
        ringState: { ringId: 1, state: 1 },
        ringRole: { ringId: 1, role: 2 },
        startTest: {
          ringId: 1,
          interval: 4,
          maxMiss: 5,
          period: 6,
          monitor: 1,
        },
        inRole: { ringId: 1, inId: 7, role: 2, interconnectIndex: 8 },
        inState: { inId: 7, state: 1 },
        startInTest: { inId: 7, interval: 9, maxMiss: 10, period: 11 },
      },
    }),
  };
  assertEquals(message!.body, body);
  assertEquals(encode([{ header: message!.header, body }]), request);
});

Deno.test("bridgeSpec reads and writes fault management and spanning trees", () => {
  check("bridge_cfm", [
    spec({
      cfm: {
        mepCreate: { instance: 1, domain: 1, direction: 1, portIndex: 2 },
        mepDelete: { instance: 1 },
        mepConfig: {
          instance: 1,
          unicastMac: "02:00:00:00:00:07",
          maintenanceLevel: 3,
          mepId: 4,
        },
        ccConfig: {
          instance: 1,
          enable: 1,
          expectedInterval: 4,
          expectedMaid: new Uint8Array(48).fill(0x41),
        },
        ccPeerMepAdd: { instance: 1, mepId: 5 },
        ccPeerMepRemove: { instance: 1, mepId: 6 },
        ccRdi: { instance: 1, rdi: 1 },
        ccCcmTx: {
          instance: 1,
          destination: "01:80:c2:00:00:30",
          sequenceNumberUpdate: 1,
          period: 60,
          interfaceTlv: 1,
          interfaceTlvValue: 2,
          portTlv: 1,
          portTlvValue: 3,
        },
      },
    }),
    spec({
      cfm: {
        mepCreateInfo: [{ instance: 1 }, { instance: 2 }],
        mepConfigInfo: [{ instance: 1 }],
        ccConfigInfo: [{ instance: 1 }],
        ccRdiInfo: [{ instance: 1 }],
        ccCcmTxInfo: [{ instance: 1 }],
        ccPeerMepInfo: [{ instance: 1, mepId: 5 }],
        mepStatusInfo: [{
          instance: 1,
          opcodeUnexpectedSeen: 1,
          versionUnexpectedSeen: 0,
          rxLevelLowSeen: 1,
        }],
        ccPeerStatusInfo: [{
          instance: 1,
          peerMepId: 5,
          ccmDefect: 1,
          rdi: 0,
          portTlvValue: 2,
          interfaceTlvValue: 3,
          seen: 1,
          tlvSeen: 0,
          sequenceUnexpectedSeen: 1,
        }],
      },
      mst: [
        { msti: 5, state: BR_STATE_FORWARDING },
        { msti: 6, state: BR_STATE_BLOCKING },
      ],
    }),
  ]);
});

const PORT: BridgePort = {
  state: 3,
  priority: 9,
  cost: 7,
  learningSync: 1,
  rootId: { priority: 0x1234, address: "02:00:00:00:00:01" },
  flush: true,
  backupPort: 4,
  mrpRingOpen: 1,
  mrpInOpen: 1,
  mab: 1,
  multicastGroupCount: 5,
  multicastMaxGroups: 6,
  neighborVlanSuppress: 1,
  backupNexthopId: 8,
  neighborForwardGratuitous: 1,
  messageAgeTimer: 1n << 33n,
};

Deno.test("linkMessage reads settings of ports and address families", () => {
  check("ports", [
    {
      family: AF_BRIDGE,
      attributes: {
        bridgePort: PORT,
      },
    },
    { attributes: { info: { slaveKind: "bridge", bridgePort: PORT } } },
    {
      attributes: {
        info: {
          slaveKind: "bond",
          bondPort: {
            adAggregatorId: 1,
            adActorOperPortState: LACP_STATE_COLLECTING,
            adPartnerOperPortState: LACP_STATE_DISTRIBUTING,
            priority: -5,
            actorPortPriority: 300,
            adChurnActorState: 1,
            adChurnPartnerState: 2,
          },
        },
      },
    },
    {
      family: AF_INET6,
      attributes: {
        inet6: {
          flags: 0x80000010,
          cacheInfo: {
            maxReassemblyLength: 65535,
            timestamp: 100,
            reachableTime: 30000,
            retransmitTime: 1000,
          },
          conf: [1, 64, -1],
          stats: [3n, 1n << 40n, 5n],
          icmp6Stats: [2n, 1n << 40n],
          token: "::5",
          addressGenerationMode: IN6_ADDR_GEN_MODE_RANDOM,
        },
      },
    },
  ]);
});
