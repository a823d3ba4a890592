import { assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  linkKindMappings,
  type LinkKindOptions,
} from "../../api/link_kinds/mod.ts";
import {
  linkPortMappings,
  type LinkPortOptions,
} from "../../api/link_ports/mod.ts";
import type { Mapping } from "../../api/words.ts";
import type { Codec } from "../../messages/codec/mod.ts";
import { type LinkKinds, linkKinds } from "../../messages/link/kinds/mod.ts";
import { type LinkPorts, linkPorts } from "../../messages/link/ports/mod.ts";
import { arbitrary } from "../support/arbitrary.ts";

type Samples<W, D> = readonly (readonly [words: W, data: D])[];

/** Words of each kind, and what the kernel wants to see for them. */
const samples: {
  readonly [K in keyof LinkKinds]-?: Samples<
    Exclude<LinkKindOptions[K], undefined>,
    Exclude<LinkKinds[K], undefined>
  >;
} = {
  amt: [[{
    mode: "relay",
    relayPort: 2268,
    gatewayPort: 2269,
    device: 3,
    local: "192.0.2.1",
    discovery: "192.0.2.2",
    maxTunnels: 8,
  }, {
    mode: 1,
    relayPort: 2268,
    gatewayPort: 2269,
    link: 3,
    localIp: "192.0.2.1",
    discoveryIp: "192.0.2.2",
    maxTunnels: 8,
  }]],
  bareudp: [[
    { port: 6635, etherType: "mpls_uc", minSourcePort: 7, multiProtocol: true },
    { port: 6635, ethertype: 0x8847, srcportMin: 7, multiprotoMode: true },
  ], [{ etherType: "ip" }, { ethertype: 0x0800 }]],
  batadv: [[{ routingAlgorithm: "BATMAN_V" }, { algoName: "BATMAN_V" }]],
  bond: [[{
    mode: "802.3ad",
    activePort: null,
    miimon: 0.1,
    upDelay: 0.2,
    downDelay: 0.3,
    peerNotifyDelay: 1,
    useCarrier: true,
    arpInterval: 0,
    arpTargets: ["192.0.2.1", "192.0.2.2"],
    nsTargets: ["2001:db8::1"],
    arpValidate: "filter_active",
    arpAllTargets: "all",
    arpMissedMax: 3,
    primary: 7,
    primaryReselect: "better",
    failOverMac: "follow",
    transmitHashPolicy: "layer3+4",
    resendIgmp: 2,
    peerNotifications: 5,
    allPortsActive: false,
    minLinks: 1,
    learningPacketInterval: 1,
    packetsPerPort: 4,
    lacpRate: "fast",
    lacpActive: true,
    lacpStrict: false,
    coupledControl: true,
    adSelect: "count",
    adUserPortKey: 3,
    adActorSystemPriority: 9,
    adActorSystem: "02:00:00:00:00:01",
    tlbDynamicLoadBalancing: false,
    broadcastNeighbor: true,
  }, {
    mode: 4,
    activeSlave: 0,
    miimon: 100,
    updelay: 200,
    downdelay: 300,
    peerNotifDelay: 1000,
    useCarrier: 1,
    arpInterval: 0,
    arpIpTarget: ["192.0.2.1", "192.0.2.2"],
    nsIp6Target: ["2001:db8::1"],
    arpValidate: 5,
    arpAllTargets: 1,
    missedMax: 3,
    primary: 7,
    primaryReselect: 1,
    failOverMac: 2,
    xmitHashPolicy: 1,
    resendIgmp: 2,
    numPeerNotif: 5,
    allSlavesActive: 0,
    minLinks: 1,
    lpInterval: 1,
    packetsPerSlave: 4,
    adLacpRate: 1,
    adLacpActive: 1,
    lacpStrict: 0,
    coupledControl: 1,
    adSelect: 2,
    adUserPortKey: 3,
    adActorSysPrio: 9,
    adActorSystem: "02:00:00:00:00:01",
    tlbDynamicLb: 0,
    broadcastNeigh: 1,
  }]],
  bridge: [[{
    forwardDelay: 15,
    helloTime: 2,
    maxAge: 20,
    ageingTime: 300.5,
    stp: true,
    stpMode: "kernel",
    priority: 100,
    vlanFiltering: true,
    vlanProtocol: "802.1ad",
    vlanDefaultPvid: 0,
    vlanStatistics: true,
    vlanStatisticsPerPort: false,
    groupForwardMask: 8,
    groupAddress: "01:80:c2:00:00:01",
    fdbFlush: true,
    fdbMaxLearned: 10,
    noLinkLocalLearn: true,
    multipleSpanningTrees: false,
    mdbOffloadFailNotification: false,
    fdbLocalVlan0: true,
    nfCallIptables: true,
    nfCallIp6tables: false,
    nfCallArptables: true,
    multicastSnooping: false,
    multicastVlanSnooping: true,
    multicastRouter: "enabled",
    multicastQueryUseAddress: true,
    multicastQuerier: true,
    multicastHashElasticity: 16,
    multicastHashMax: 512,
    multicastLastMemberCount: 3,
    multicastStartupQueryCount: 4,
    multicastLastMemberInterval: 0.5,
    multicastMembershipInterval: 260,
    multicastQuerierInterval: 255,
    multicastQueryInterval: 125,
    multicastQueryResponseInterval: 10,
    multicastStartupQueryInterval: 31.25,
    multicastStatistics: true,
    multicastIgmpVersion: 3,
    multicastMldVersion: 2,
  }, {
    forwardDelay: 1500,
    helloTime: 200,
    maxAge: 2000,
    ageingTime: 30050,
    stpState: 1,
    stpMode: 2,
    priority: 100,
    vlanFiltering: 1,
    vlanProtocol: 0x88a8,
    vlanDefaultPvid: 0,
    vlanStatsEnabled: 1,
    vlanStatsPerPort: 0,
    groupForwardMask: 8,
    groupAddress: "01:80:c2:00:00:01",
    fdbFlush: true,
    fdbMaxLearned: 10,
    multiBooleanOptions: { value: 0b10011, mask: 0b11111 },
    nfCallIptables: 1,
    nfCallIp6tables: 0,
    nfCallArptables: 1,
    multicastSnooping: 0,
    multicastRouter: 2,
    multicastQueryUseIfaddr: 1,
    multicastQuerier: 1,
    multicastHashElasticity: 16,
    multicastHashMax: 512,
    multicastLastMemberCount: 3,
    multicastStartupQueryCount: 4,
    multicastLastMemberInterval: 50n,
    multicastMembershipInterval: 26000n,
    multicastQuerierInterval: 25500n,
    multicastQueryInterval: 12500n,
    multicastQueryResponseInterval: 1000n,
    multicastStartupQueryInterval: 3125n,
    multicastStatsEnabled: 1,
    multicastIgmpVersion: 3,
    multicastMldVersion: 2,
  }]],
  caif: [[
    { ipv4Connection: 1, ipv6Connection: 2, loopback: true },
    { ipv4Connid: 1, ipv6Connid: 2, loopback: 1 },
  ]],
  can: [[{
    bitTiming: {
      bitrate: 500_000,
      samplePoint: 0.875,
      timeQuantum: 0,
      propagationSegment: 0,
      phaseSegment1: 0,
      phaseSegment2: 0,
      jumpWidth: 0,
      prescaler: 0,
    },
    dataBitTiming: {
      bitrate: 0,
      samplePoint: 0,
      timeQuantum: 25e-9,
      propagationSegment: 1,
      phaseSegment1: 2,
      phaseSegment2: 3,
      jumpWidth: 4,
      prescaler: 5,
    },
    delayCompensation: { value: 1, offset: 2, filter: 3 },
    xlPulseWidths: { short: 4, long: 5, offset: 6 },
    loopback: true,
    listenOnly: false,
    delayCompensationMode: "manual",
    restartDelay: 0.1,
    termination: 120,
  }, {
    bittiming: {
      bitrate: 500_000,
      samplePoint: 875,
      tq: 0,
      propSeg: 0,
      phaseSeg1: 0,
      phaseSeg2: 0,
      sjw: 0,
      brp: 0,
    },
    dataBittiming: {
      bitrate: 0,
      samplePoint: 0,
      tq: 25,
      propSeg: 1,
      phaseSeg1: 2,
      phaseSeg2: 3,
      sjw: 4,
      brp: 5,
    },
    tdc: { tdcv: 1, tdco: 2, tdcf: 3 },
    xlPwm: { pwms: 4, pwml: 5, pwmo: 6 },
    ctrlmode: { flags: 0x401, mask: 0x403 },
    restartMs: 100,
    termination: 120,
  }], [
    { delayCompensationMode: "off", fd: true },
    { ctrlmode: { flags: 0x20, mask: 0x620 } },
  ], [{ restart: true }, { restart: 1 }]],
  dsa: [[{ conduit: 2 }, { conduit: 2 }]],
  dummy: [[{}, {}]],
  erspan: [[
    { version: 2, direction: "egress", hardwareId: 7, remote: "192.0.2.1" },
    { erspanVer: 2, erspanDir: 1, erspanHwid: 7, remote: "192.0.2.1" },
  ], [{ version: 1, index: 9 }, { erspanVer: 1, erspanIndex: 9 }]],
  geneve: [[{
    id: 42,
    remote: "192.0.2.1",
    local: "192.0.2.2",
    ttl: 64,
    tos: "inherit",
    df: "set",
    flowLabel: 0xfffff,
    port: 6081,
    sourcePorts: { low: 1000, high: 2000 },
    external: true,
    udpChecksum: true,
    udp6ZeroChecksumTx: false,
    udp6ZeroChecksumRx: true,
    innerProtocolInherit: true,
    groHint: true,
  }, {
    id: 42,
    remote: "192.0.2.1",
    local: "192.0.2.2",
    ttl: 64,
    tos: 1,
    df: 1,
    label: 0xfffff,
    port: 6081,
    portRange: { low: 1000, high: 2000 },
    collectMetadata: true,
    udpCsum: 1,
    udpZeroCsum6Tx: 0,
    udpZeroCsum6Rx: 1,
    innerProtoInherit: true,
    groHint: true,
  }], [{ remote: "2001:db8::1", ttl: "inherit" }, {
    remote6: "2001:db8::1",
    ttlInherit: 1,
  }], [{ ttl: "auto" }, { ttl: 0 }]],
  gre: [[{
    device: 3,
    fwmark: 1,
    encapType: "fou",
    encapSourcePort: "auto",
    encapDestinationPort: 5555,
    encapChecksum: true,
    encapChecksum6: false,
    encapRemoteChecksum: true,
    inputKey: 10,
    outputKey: null,
    inputSequence: false,
    outputSequence: true,
    inputChecksum: true,
    outputChecksum: false,
    local: "192.0.2.1",
    remote: null,
    ttl: "inherit",
    tos: "inherit",
    pathMtuDiscovery: false,
    ignoreDf: true,
  }, {
    link: 3,
    fwmark: 1,
    encapType: 1,
    encapSport: 0,
    encapDport: 5555,
    encapFlags: 5,
    ikey: 10,
    okey: 0,
    iflags: 0xa000,
    oflags: 0x1000,
    local: "192.0.2.1",
    remote: "0.0.0.0",
    ttl: 0,
    tos: 1,
    pmtudisc: 0,
    ignoreDf: 1,
  }]],
  gretap: [[{ external: true }, { collectMetadata: true }]],
  gtp: [[
    {
      role: "sgsn",
      hashSize: 1024,
      createSockets: true,
      restartCount: 2,
      socket0: 3,
      socket1: 4,
      local: "2001:db8::1",
    },
    {
      role: 1,
      pdpHashsize: 1024,
      createSockets: 1,
      restartCount: 2,
      fd0: 3,
      fd1: 4,
      local6: "2001:db8::1",
    },
  ]],
  hsr: [[
    { port1: 1, port2: 2, interlink: 3, version: 1, protocol: "prp" },
    { slave1: 1, slave2: 2, interlink: 3, version: 1, protocol: 1 },
  ]],
  ifb: [[{}, {}]],
  ip6erspan: [[{ version: 0, encapLimit: 4 }, {
    erspanVer: 0,
    encapLimit: 4,
    flags: 0,
  }]],
  ip6gre: [[{
    local: "2001:db8::1",
    remote: null,
    ttl: 64,
    encapLimit: null,
    trafficClass: "inherit",
    flowLabel: 0x12345,
    copyDscp: true,
    allowLocalRemote: true,
    fwmark: "inherit",
    inputKey: 0,
  }, {
    local: "2001:db8::1",
    remote: "::",
    ttl: 64,
    flowinfo: 0x12345,
    flags: 0x1 | 0x2 | 0x10 | 0x40 | 0x20,
    fwmark: 0,
    ikey: 0,
    iflags: 0x2000,
  }]],
  ip6gretap: [[{ trafficClass: 0x2e, flowLabel: "inherit" }, {
    flowinfo: 0x02e00000,
    flags: 0x4,
  }]],
  ip6tnl: [[{ mode: "ipip6", fwmark: 7 }, { proto: 4, fwmark: 7, flags: 0 }]],
  ipip: [[{ mode: "mplsip", tos: 0x10, local: null }, {
    proto: 137,
    tos: 0x10,
    local: "0.0.0.0",
  }]],
  ipoib: [[
    { pkey: 0x8001, mode: "connected", userMulticast: true },
    { pkey: 0x8001, mode: 1, umcast: 1 },
  ]],
  ipvlan: [[{ mode: "l3s", isolation: "vepa" }, { mode: 2, flags: 2 }]],
  ipvtap: [[{ mode: "l2", isolation: "bridge" }, { mode: 0, flags: 0 }]],
  lowpan: [[{}, {}]],
  macsec: [[{
    sci: "0200000000010001",
    cipher: "gcm-aes-xpn-256",
    icvLength: 16,
    encrypt: true,
    protect: false,
    sendSci: true,
    endStation: false,
    singleCopyBroadcast: true,
    replayProtect: true,
    window: 32,
    validate: "strict",
    encodingSa: 3,
    offload: "mac",
  }, {
    sci: 0x0200000000010001n,
    cipherSuite: 0x80c20001000004n,
    icvLen: 16,
    encrypt: 1,
    protect: 0,
    incSci: 1,
    es: 0,
    scb: 1,
    replayProtect: 1,
    window: 32,
    validation: 2,
    encodingSa: 3,
    offload: 2,
  }], [{ port: 5, cipher: 99n }, { port: 5, cipherSuite: 99n }]],
  macvlan: [[{
    mode: "source",
    noPromiscuous: false,
    noDestination: true,
    sourceAddresses: ["02:00:00:00:00:01"],
    broadcastQueueLength: 2000,
    broadcastCutoff: -1,
  }, {
    mode: 16,
    flags: 2,
    macaddrMode: 3,
    macaddrData: ["02:00:00:00:00:01"],
    bcQueueLen: 2000,
    bcCutoff: -1,
  }]],
  macvtap: [[{ mode: "passthru", noPromiscuous: true }, { mode: 8, flags: 1 }]],
  netdevsim: [[{}, {}]],
  netkit: [[{
    mode: "l3",
    policy: "blackhole",
    peerPolicy: "forward",
    scrub: "none",
    peerScrub: "default",
    headroom: 4,
    tailroom: 8,
    pairing: "single",
  }, {
    mode: 1,
    policy: 2,
    peerPolicy: 0,
    scrub: 0,
    peerScrub: 1,
    headroom: 4,
    tailroom: 8,
    pairing: 1,
  }]],
  nlmon: [[{}, {}]],
  openvswitch: [[{}, {}]],
  ovpn: [[{ mode: "mp" }, { mode: 1 }]],
  pfcp: [[{}, {}]],
  ppp: [[{ fd: 3 }, { devFd: 3 }]],
  rmnet: [[{
    muxId: 1,
    ingressDeaggregation: true,
    ingressCommands: false,
    ingressChecksum4: true,
    egressChecksum4: false,
    ingressChecksum5: true,
    egressChecksum5: false,
  }, { muxId: 1, flags: { flags: 0b010101, mask: 0b111111 } }]],
  sit: [[
    {
      mode: "ip6ip",
      isatap: true,
      sixRdPrefix: "2001:db8::/32",
      sixRdRelayPrefix: "10.0.0.0/8",
    },
    {
      proto: 41,
      flags: 1,
      sixrdPrefix: "2001:db8::",
      sixrdPrefixlen: 32,
      sixrdRelayPrefix: "10.0.0.0",
      sixrdRelayPrefixlen: 8,
    },
  ]],
  team: [[{}, {}]],
  tun: [],
  vcan: [[{}, {}]],
  veth: [],
  virt_wifi: [[{}, {}]],
  vlan: [[{
    protocol: "802.1ad",
    id: 100,
    reorderHeader: false,
    gvrp: true,
    mvrp: true,
    looseBinding: false,
    bridgeBinding: true,
    ingressQos: [{ from: 1, to: 2 }],
    egressQos: [{ from: 3, to: 4 }, { from: 5, to: 6 }],
  }, {
    protocol: 0x88a8,
    id: 100,
    flags: { flags: 0x1a, mask: 0x1f },
    ingressQos: [{ from: 1, to: 2 }],
    egressQos: [{ from: 3, to: 4 }, { from: 5, to: 6 }],
  }]],
  vrf: [[{ table: 10 }, { table: 10 }]],
  vsockmon: [[{}, {}]],
  vti: [[
    {
      device: null,
      local: null,
      remote: "192.0.2.1",
      inputKey: 1,
      outputKey: 2,
    },
    { link: 0, local: "0.0.0.0", remote: "192.0.2.1", ikey: 1, okey: 2 },
  ]],
  vti6: [[{ local: null, fwmark: 9 }, { local: "::", fwmark: 9 }]],
  vxcan: [],
  vxlan: [[{
    id: 42,
    group: "239.1.1.1",
    local: "192.0.2.1",
    device: 3,
    ttl: 5,
    tos: "inherit",
    df: "inherit",
    flowLabel: 7,
    flowLabelPolicy: "inherit",
    port: 4789,
    sourcePorts: { low: 1, high: 2 },
    learning: false,
    ageing: Infinity,
    maxAddresses: Infinity,
    proxy: true,
    routeShortCircuit: true,
    l2miss: true,
    l3miss: false,
    udpChecksum: true,
    udp6ZeroChecksumTx: true,
    udp6ZeroChecksumRx: false,
    remoteChecksumTx: true,
    remoteChecksumRx: false,
    remoteChecksumNoPartial: true,
    external: false,
    gbp: true,
    gpe: true,
    vniFilter: true,
    localBypass: false,
    multicastRoute: true,
    reservedBits: { flags: 1, vni: 2 },
  }, {
    id: 42,
    group: "239.1.1.1",
    local: "192.0.2.1",
    link: 3,
    ttl: 5,
    tos: 1,
    df: 2,
    label: 7,
    labelPolicy: 1,
    port: 4789,
    portRange: { low: 1, high: 2 },
    learning: 0,
    ageing: 0,
    limit: 0,
    proxy: 1,
    rsc: 1,
    l2Miss: 1,
    l3Miss: 0,
    udpChecksum: 1,
    udpZeroChecksum6Tx: 1,
    udpZeroChecksum6Rx: 0,
    remoteChecksumTx: 1,
    remoteChecksumRx: 0,
    remoteChecksumNoPartial: true,
    collectMetadata: 0,
    gbp: true,
    gpe: true,
    vniFilter: 1,
    localBypass: 0,
    multicastRoute: 1,
    reservedBits: { flags: 1, vni: 2 },
  }], [{ group: "ff05::1", local: "2001:db8::1", ttl: "inherit", ageing: 60 }, {
    group6: "ff05::1",
    local6: "2001:db8::1",
    ttlInherit: true,
    ageing: 60,
  }]],
  wireguard: [[{}, {}]],
  wwan: [[{ linkId: 7 }, { linkId: 7 }]],
  xfrm: [[{ device: 2, ifId: 5 }, { link: 2, ifId: 5 }], [
    { external: true },
    { collectMetadata: true },
  ]],
};

function list(words: object): string {
  const names = Object.keys(words);
  return names.length > 3 ? `${names[0]}, …` : names.join(", ");
}

/** What the kernel takes and never tells, so that it does not come back. */
const neverTold = new Set(["restart"]);

for (const [kind, pairs] of Object.entries(samples)) {
  const mapping = linkKindMappings[kind as keyof LinkKinds] as AnyMapping;
  for (const [words, data] of pairs) {
    Deno.test(`linkKindMappings puts ${kind} ${list(words)} into data and back`, () => {
      assertEquals(mapping.toKernel(words), data);
      const told = Object.fromEntries(
        Object.entries(words).filter(([name]) => !neverTold.has(name)),
      );
      const back = mapping.toWords(data) as Record<string, unknown>;
      for (const [name, value] of Object.entries(told)) {
        assertEquals(back[name], value, name);
      }
    });
  }
}

const portSamples: {
  readonly [K in keyof LinkPorts]-?: Samples<
    Exclude<LinkPortOptions[K], undefined>,
    Exclude<LinkPorts[K], undefined>
  >;
} = {
  bondPort: [[
    { queueId: 1, priority: -5, actorPortPriority: 7 },
    { queueId: 1, priority: -5, actorPortPriority: 7 },
  ]],
  bridgePort: [[{
    state: "forwarding",
    priority: 32,
    cost: 100,
    hairpin: true,
    guard: false,
    rootBlock: true,
    fastLeave: true,
    learning: false,
    learningSync: true,
    flood: false,
    multicastFlood: true,
    broadcastFlood: false,
    multicastToUnicast: true,
    proxyArp: true,
    proxyArpWifi: false,
    multicastRouter: "temporary",
    multicastHostsLimit: 10,
    multicastMaxGroups: 20,
    neighborSuppress: true,
    neighborVlanSuppress: false,
    neighborForwardGratuitous: true,
    groupForwardMask: 8,
    vlanTunnel: true,
    isolated: true,
    locked: true,
    mab: false,
    backupPort: null,
    backupNexthop: 5,
  }, {
    state: 3,
    priority: 32,
    cost: 100,
    mode: 1,
    guard: 0,
    protect: 1,
    fastLeave: 1,
    learning: 0,
    learningSync: 1,
    unicastFlood: 0,
    multicastFlood: 1,
    broadcastFlood: 0,
    multicastToUnicast: 1,
    proxyArp: 1,
    proxyArpWifi: 0,
    multicastRouter: 3,
    multicastEhtHostsLimit: 10,
    multicastMaxGroups: 20,
    neighborSuppress: 1,
    neighborVlanSuppress: 0,
    neighborForwardGratuitous: 1,
    groupForwardMask: 8,
    vlanTunnel: 1,
    isolated: 1,
    locked: 1,
    mab: 0,
    backupPort: 0,
    backupNexthopId: 5,
  }]],
  vrfPort: [[{ table: 10 }, {}]],
};

for (const [port, pairs] of Object.entries(portSamples)) {
  const mapping = linkPortMappings[port as keyof LinkPorts] as AnyMapping;
  for (const [words, data] of pairs) {
    Deno.test(`linkPortMappings puts ${port} into data`, () => {
      assertEquals(mapping.toKernel(words), data);
    });
  }
}

Deno.test("linkPortMappings tells what only the kernel knows", () => {
  const { toWords } = linkPortMappings.bondPort;
  assertEquals(
    toWords({ state: 1, miiStatus: 2, adActorOperPortState: 0x3d }),
    {
      state: "backup",
      miiStatus: "down",
      actorState: [
        "active",
        "aggregating",
        "in_sync",
        "collecting",
        "distributing",
      ],
    },
  );
  assertEquals(linkPortMappings.vrfPort.toWords({ table: 10 }), { table: 10 });
});

type AnyMapping = Mapping<object, object>;

const derived: [string, AnyMapping, Codec<unknown>][] = [
  ...Object.entries(linkKinds).map(([kind, codec]) =>
    [kind, linkKindMappings[kind as keyof LinkKinds], codec] as never
  ),
  ...Object.entries(linkPorts).map(([port, codec]) =>
    [port, linkPortMappings[port as keyof LinkPorts], codec] as never
  ),
];

/** Kinds with peers, which are links: `link_test.ts` has these. */
const paired = new Set(["netkit", "veth", "vxcan"]);

for (const [name, mapping, codec] of derived) {
  if (paired.has(name)) continue;
  Deno.test(`toWords() of ${name} tells what toKernel() makes of it`, () => {
    fc.assert(
      fc.property(arbitrary(codec), (data) => {
        const words = mapping.toWords(data as object);
        const again = attempt(() => mapping.toKernel(words));
        // The kernel's data may say what cannot be asked for.
        fc.pre(again !== undefined);
        const back = mapping.toWords(again) as Record<string, unknown>;
        const settable = withoutTold(mapping, words);
        for (const [name, value] of Object.entries(settable)) {
          assertEquals(back[name], value, name);
        }
      }),
      { numRuns: 50 },
    );
  });
}

Deno.test("linkKindMappings fills up what is left out of a CAN bit timing", () => {
  assertEquals(linkKindMappings.can.toKernel({ bitTiming: { bitrate: 1 } }), {
    bittiming: {
      bitrate: 1,
      samplePoint: 0,
      tq: 0,
      propSeg: 0,
      phaseSeg1: 0,
      phaseSeg2: 0,
      sjw: 0,
      brp: 0,
    },
  });
});

/** Leaves out properties that are read only: they make no data. */
function withoutTold(mapping: AnyMapping, words: object): object {
  return Object.fromEntries(
    Object.entries(words).filter(([name, value]) => {
      const data = mapping.toKernel({ [name]: value });
      return Object.keys(data).length > 0;
    }),
  );
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) {
      return undefined;
    }
    throw error;
  }
}
