import { assertEquals, assertRejects } from "@std/assert";
import type { Link, LinkSpec } from "../../api/link/spec.ts";
import { NetlinkError } from "../../api/connection/errors.ts";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import { lasting } from "../support/lasting_link.ts";
import { liveTest, type Need } from "../support/live.ts";

/** Links of each kind; `lower` and `other` are links that they may refer to. */
const specs: [kind: string, spec: LinkSpec, need?: Need][] = [
  ["dummy", {
    kind: "dummy",
    mtu: 1400,
    address: "02:00:00:00:00:07",
    txQueueLength: 77,
    alias: "a dummy",
    group: 7,
    arp: false,
    multicast: false,
    numTxQueues: 2,
    up: true,
  }],
  ["bridge", {
    bridge: {
      stp: true,
      forwardDelay: 4,
      helloTime: 1,
      maxAge: 10,
      ageingTime: 60,
      priority: 4096,
      groupForwardMask: 8,
      noLinkLocalLearn: true,
    },
    up: true,
  }],
  ["bridge", {
    bridge: {
      vlanDefaultPvid: 7,
      vlanProtocol: "802.1ad",
      multicastSnooping: true,
      multicastQuerier: true,
      multicastQueryInterval: 60,
      multicastIgmpVersion: 3,
      nfCallIptables: true,
    },
  }, "feature bridge-vlans"],
  ["bond", {
    bond: {
      mode: "active-backup",
      miimon: 0.1,
      upDelay: 0.2,
      downDelay: 0.2,
      primaryReselect: "better",
      failOverMac: "active",
      resendIgmp: 3,
      peerNotifications: 4,
      minLinks: 1,
    },
  }],
  ["bond", {
    bond: {
      mode: "802.3ad",
      miimon: 0.1,
      lacpRate: "fast",
      adSelect: "bandwidth",
      transmitHashPolicy: "layer3+4",
      adActorSystemPriority: 7,
      adUserPortKey: 5,
      adActorSystem: "02:00:00:00:00:09",
      lacpActive: false,
    },
  }],
  ["bond", {
    bond: {
      mode: "balance-xor",
      arpInterval: 0.5,
      arpTargets: ["192.0.2.1", "192.0.2.2"],
      arpValidate: "all",
      arpAllTargets: "all",
      arpMissedMax: 4,
    },
  }],
  ["bond", { bond: { arpTargets: ["192.0.2.1"], adSelect: "count" } }],
  ["vlan", { link: "lower", vlan: { id: 9, reorderHeader: false } }],
  ["vlan", {
    link: "lower",
    vlan: {
      id: 10,
      protocol: "802.1ad",
      gvrp: true,
      reorderHeader: false,
      looseBinding: true,
      ingressQos: [{ from: 1, to: 2 }],
      egressQos: [{ from: 3, to: 4 }],
    },
  }],
  ["vxlan", {
    vxlan: {
      id: 42,
      group: "239.1.1.1",
      device: "lower",
      local: "192.0.2.1",
      port: 4789,
      sourcePorts: { from: 10000, to: 20000 },
      ttl: 5,
      tos: "inherit",
      learning: false,
      ageing: 60,
      maxAddresses: 100,
      proxy: true,
      routeShortCircuit: true,
      l2miss: true,
      l3miss: true,
      udpChecksum: true,
      df: "set",
    },
  }],
  ["vxlan", {
    vxlan: {
      id: 43,
      group: "2001:db8::2",
      local: "2001:db8::1",
      port: 4789,
      flowLabel: 7,
      ageing: 100,
      udp6ZeroChecksumTx: true,
      ttl: "auto",
    },
  }],
  ["vxlan", { vxlan: { external: true, port: 4789, vniFilter: true } }],
  ["geneve", {
    geneve: {
      id: 42,
      remote: "192.0.2.1",
      port: 6081,
      ttl: 7,
      tos: 16,
      df: "set",
      udpChecksum: true,
    },
  }],
  ["geneve", { geneve: { external: true } }],
  ["gre", {
    gre: {
      local: "192.0.2.1",
      remote: "192.0.2.2",
      ttl: 64,
      tos: "inherit",
      inputKey: 1,
      outputKey: 2,
      inputSequence: true,
      outputChecksum: true,
      device: "lower",
      fwmark: 5,
      pathMtuDiscovery: true,
    },
  }],
  ["gretap", { gretap: { remote: "192.0.2.2", encapType: "none", ttl: 9 } }],
  ["erspan", {
    erspan: {
      local: "192.0.2.1",
      remote: "192.0.2.2",
      inputKey: 5,
      outputKey: 5,
      inputSequence: true,
      outputSequence: true,
      version: 2,
      direction: "egress",
      hardwareId: 9,
    },
  }],
  ["ip6gre", {
    ip6gre: {
      local: "2001:db8::1",
      remote: "2001:db8::2",
      ttl: 64,
      encapLimit: null,
      trafficClass: 0x20,
      flowLabel: 0x12345,
      outputKey: 7,
    },
  }],
  ["ip6gretap", {
    ip6gretap: { local: "2001:db8::1", remote: "2001:db8::2", encapLimit: 5 },
  }],
  ["ip6erspan", {
    ip6erspan: {
      local: "2001:db8::1",
      remote: "2001:db8::2",
      inputKey: 5,
      outputKey: 5,
      inputSequence: true,
      outputSequence: true,
      version: 1,
      index: 7,
    },
  }],
  ["ip6tnl", {
    ip6tnl: {
      mode: "ip6ip6",
      local: "2001:db8::1",
      remote: "2001:db8::2",
      ttl: 64,
      trafficClass: "inherit",
      copyDscp: true,
      encapLimit: 3,
    },
  }],
  ["ipip", {
    ipip: { mode: "ipip", local: "192.0.2.1", remote: "192.0.2.2", ttl: 9 },
  }],
  ["sit", {
    sit: {
      mode: "ip6ip",
      local: "192.0.2.1",
      ttl: 64,
      isatap: true,
    },
  }],
  ["sit", { sit: { local: "192.0.2.1", pathMtuDiscovery: false } }],
  ["vti6", {
    vti6: { local: "2001:db8::1", remote: "2001:db8::2", device: "lo" },
  }],
  ["vti", {
    vti: {
      local: "192.0.2.1",
      remote: "192.0.2.2",
      inputKey: 1,
      outputKey: 2,
      fwmark: 3,
    },
  }],
  ["vti6", { vti6: { local: "2001:db8::1", remote: "2001:db8::2" } }],
  ["xfrm", { xfrm: { ifId: 7, device: "lower" } }],
  ["macvlan", {
    link: "lower",
    macvlan: {
      mode: "source",
      sourceAddresses: ["02:00:00:00:00:01"],
      broadcastQueueLength: 500,
    },
  }],
  ["macvtap", { link: "lower", macvtap: { mode: "private" } }],
  ["ipvlan", {
    link: "lower",
    ipvlan: { mode: "l2", isolation: "private" },
  }],
  ["ipvtap", { link: "lower", ipvtap: { mode: "l3", isolation: "vepa" } }],
  ["vrf", { vrf: { table: 100 } }],
  ["macsec", { link: "lower", macsec: { sendSci: false } }],
  ["macsec", { link: "lower", macsec: { port: 7, sendSci: false } }],
  ["macsec", { link: "lower", macsec: { endStation: true } }],
  ["macsec", {
    link: "lower",
    macsec: {
      sci: "0200000000070001",
      encrypt: true,
      cipher: "gcm-aes-256",
      validate: "check",
      replayProtect: true,
      window: 9,
      encodingSa: 2,
    },
  }],
  ["hsr", {
    hsr: { port1: "lower", port2: "other", supervision: 7, version: 1 },
  }],
  ["netkit", { netkit: { mode: "l3", policy: "blackhole" } }],
  ["amt", {
    amt: {
      mode: "relay",
      device: "lower",
      local: "192.0.2.1",
      relayPort: 2268,
      gatewayPort: 2269,
      maxTunnels: 5,
    },
  }],
  ["bareudp", { bareudp: { port: 6635, etherType: "mpls_uc" } }],
  ["gtp", { gtp: { role: "ggsn", createSockets: true, hashSize: 128 } }],
  ["ifb", { kind: "ifb" }],
  ["nlmon", { kind: "nlmon" }],
  ["team", { kind: "team" }],
  ["vcan", { kind: "vcan" }],
  ["wireguard", { kind: "wireguard" }],
  ["vsockmon", { kind: "vsockmon" }],
  ["batadv", { batadv: { routingAlgorithm: "BATMAN_V" } }],
];

/** What a link is asked for and does not report. */
const neverReported: Readonly<Record<string, string[]>> = {
  hsr: ["version"],
  batadv: ["routingAlgorithm"],
  gtp: ["createSockets"],
  macsec: ["port"],
};

async function settle(net: Rtnetlink): Promise<void> {
  for (const name of ["lower", "other"]) {
    await net.link.add({
      name,
      kind: "bridge",
      address: `02:00:00:00:01:0${name === "lower" ? 1 : 2}`,
    });
  }
}

for (const [kind, spec, need] of specs) {
  const text = Deno.inspect(spec, { compact: true, breakLength: Infinity });
  liveTest(
    `Links.add() makes a link of kind ${kind}, and again from what it reports: ${
      text.slice(0, 60)
    }`,
    {
      needs: [
        `kind ${kind}`,
        "kind bridge",
        ...(need === undefined ? [] : [need]),
      ],
    },
    async () => {
      using net = Rtnetlink.open();
      await settle(net);
      await net.link.add({ name: "new", ...spec });
      const link = await net.link.get("new");
      assertEquals(link.kind, kind);
      await expectReported(net, spec, link);
      await net.link.delete(link);
      await assertRejects(() => net.link.get("new"), NetlinkError, "ENODEV");
      await net.link.add(link);
      const second = await net.link.get("new");
      assertEquals(lasting(second), lasting(link));
    },
  );

  liveTest(
    `Links.replace() and set() of kind ${kind} change only what differs: ${
      text.slice(0, 60)
    }`,
    {
      needs: [
        `kind ${kind}`,
        "kind bridge",
        ...(need === undefined ? [] : [need]),
      ],
    },
    async () => {
      using net = Rtnetlink.open();
      await settle(net);
      await net.link.replace({ name: "new", ...spec });
      const link = await net.link.get("new");
      await net.link.replace({ name: "new", ...spec });
      await net.link.replace(link);
      await net.link.set("new", link);
      assertEquals(lasting(await net.link.get("new")), lasting(link));
      await net.link.set("new", { ...link, group: 77 });
      const changed = await net.link.get("new");
      assertEquals(changed.index, link.index);
      assertEquals(lasting(changed), lasting({ ...link, group: 77 }));
    },
  );
}

async function expectReported(
  net: Rtnetlink,
  spec: LinkSpec,
  link: Link,
): Promise<void> {
  const reported = link as unknown as Record<string, Record<string, unknown>>;
  for (const [name, value] of Object.entries(spec)) {
    if (typeof value !== "object" || value === null) {
      if (name !== "link") assertEquals<unknown>(reported[name], value, name);
      continue;
    }
    for (const [option, wanted] of Object.entries(value as object)) {
      if (neverReported[name]?.includes(option)) continue;
      const index = wanted === "lower" || wanted === "other" || wanted === "lo"
        ? (await net.link.get(wanted)).index
        : wanted;
      assertEquals(reported[name]?.[option], index, `${name}.${option}`);
    }
  }
}
