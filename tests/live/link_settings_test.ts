import { assert, assertEquals } from "@std/assert";
import { Connection } from "../../api/connection/connection.ts";
import {
  type BridgeData,
  type BridgePort,
  IFF_UP,
  type LinkAttributes,
  linkMessage,
  NETLINK_ROUTE,
  NLM_F_CREATE,
  NLM_F_EXCL,
  RTM_GETLINK,
  RTM_NEWLINK,
  VLAN_FLAG_GVRP,
  VXLAN_DF_SET,
  type VxlanData,
} from "../../messages/mod.ts";
import { NetlinkSocket } from "../../socket.ts";
import { liveTest, sh } from "../support/live.ts";

async function send(
  attributes: LinkAttributes,
  { index = 0, flags = 0 }: { index?: number; flags?: number } = {},
): Promise<void> {
  using connection = new Connection(new NetlinkSocket(NETLINK_ROUTE));
  await connection.request({
    type: RTM_NEWLINK,
    flags: index === 0 ? NLM_F_CREATE | NLM_F_EXCL : 0,
    codec: linkMessage,
    message: { family: 0, type: 0, index, flags, change: flags, attributes },
  });
}

async function indexOf(name: string): Promise<number> {
  using connection = new Connection(new NetlinkSocket(NETLINK_ROUTE));
  const { index } = await connection.get({
    type: RTM_GETLINK,
    codec: linkMessage,
    message: {
      family: 0,
      type: 0,
      index: 0,
      flags: 0,
      change: 0,
      attributes: { name },
    },
  });
  return index;
}

type Info = Record<string, unknown>;

/** What ip shows of a link: its kind's data and its master's. */
function shown(name: string): { link: Info; data: Info; port: Info } {
  const [link] = JSON.parse(sh("ip", "-d", "-j", "link", "show", name));
  const { info_data = {}, info_slave_data = {} } = link.linkinfo ?? {};
  return { link, data: info_data, port: info_slave_data };
}

/** Those of the properties of `info` that `wanted` names. */
function pick(info: Info, wanted: Info): Info {
  return Object.fromEntries(
    Object.keys(wanted).map((name) => [name, info[name]]),
  );
}

liveTest(
  "bridgeData writes what ip shows",
  { needs: ["command ip", "vm"] },
  async () => {
    const bridge: BridgeData = {
      forwardDelay: 400,
      helloTime: 300,
      maxAge: 1200,
      ageingTime: 10000,
      stpState: 1,
      priority: 0x2000,
      vlanFiltering: 1,
      vlanProtocol: 0x88a8,
      groupForwardMask: 0x0008,
      groupAddress: "01:80:c2:00:00:04",
      multicastRouter: 2,
      multicastSnooping: 1,
      multicastQueryUseIfaddr: 1,
      multicastQuerier: 1,
      multicastHashMax: 1024,
      multicastLastMemberCount: 3,
      multicastStartupQueryCount: 4,
      multicastLastMemberInterval: 110n,
      multicastMembershipInterval: 27000n,
      multicastQuerierInterval: 26000n,
      multicastQueryInterval: 13000n,
      multicastQueryResponseInterval: 1100n,
      multicastStartupQueryInterval: 3200n,
      nfCallIptables: 1,
      nfCallIp6tables: 1,
      nfCallArptables: 1,
      vlanDefaultPvid: 7,
      vlanStatsEnabled: 1,
      multicastStatsEnabled: 1,
      multicastIgmpVersion: 3,
      multicastMldVersion: 2,
      vlanStatsPerPort: 1,
      multiBooleanOptions: { value: 1, mask: 1 },
    };
    await send({ name: "br0", info: { kind: "bridge", bridge } });
    const wanted = {
      forward_delay: 400,
      hello_time: 300,
      max_age: 1200,
      ageing_time: 10000,
      stp_state: 1,
      priority: 0x2000,
      vlan_filtering: 1,
      vlan_protocol: "802.1ad",
      group_fwd_mask: "0x8",
      group_addr: "01:80:c2:00:00:04",
      mcast_router: 2,
      mcast_snooping: 1,
      mcast_query_use_ifaddr: 1,
      mcast_querier: 1,
      mcast_hash_max: 1024,
      mcast_last_member_cnt: 3,
      mcast_startup_query_cnt: 4,
      mcast_last_member_intvl: 110,
      mcast_membership_intvl: 27000,
      mcast_querier_intvl: 26000,
      mcast_query_intvl: 13000,
      mcast_query_response_intvl: 1100,
      mcast_startup_query_intvl: 3200,
      nf_call_iptables: 1,
      nf_call_ip6tables: 1,
      nf_call_arptables: 1,
      vlan_default_pvid: 7,
      vlan_stats_enabled: 1,
      mcast_stats_enabled: 1,
      mcast_igmp_version: 3,
      mcast_mld_version: 2,
      vlan_stats_per_port: 1,
      no_linklocal_learn: 1,
    };
    assertEquals(pick(shown("br0").data, wanted), wanted);
  },
);

liveTest(
  "bridgePort writes what ip shows",
  { needs: ["command ip", "vm"] },
  async () => {
    await send({ name: "br0", info: { kind: "bridge" } }, { flags: IFF_UP });
    const master = await indexOf("br0");
    await send({ name: "d0", info: { kind: "dummy" } });
    const index = await indexOf("d0");
    await send({ master }, { index, flags: IFF_UP });
    const bridgePort: BridgePort = {
      priority: 9,
      cost: 50,
      mode: 1,
      guard: 1,
      protect: 1,
      fastLeave: 1,
      learning: 0,
      unicastFlood: 0,
      proxyArp: 1,
      proxyArpWifi: 1,
      flush: true,
      multicastRouter: 2,
      multicastFlood: 0,
      multicastToUnicast: 1,
      vlanTunnel: 1,
      groupForwardMask: 0x0008,
      neighborSuppress: 1,
      isolated: 1,
      broadcastFlood: 0,
      locked: 1,
      multicastEhtHostsLimit: 99,
    };
    await send({ info: { slaveKind: "bridge", bridgePort } }, { index });
    const wanted = {
      priority: 9,
      cost: 50,
      hairpin: true,
      guard: true,
      root_block: true,
      fastleave: true,
      learning: false,
      flood: false,
      proxy_arp: true,
      proxy_arp_wifi: true,
      multicast_router: 2,
      mcast_flood: false,
      mcast_to_unicast: true,
      vlan_tunnel: true,
      group_fwd_mask: "0x8",
      neigh_suppress: true,
      isolated: true,
      locked: true,
    };
    assertEquals(pick(shown("d0").port, wanted), wanted);
  },
);

liveTest(
  "vxlanData writes what ip shows",
  { needs: ["command ip", "kind vxlan", "vm"] },
  async () => {
    await send({ name: "d0", info: { kind: "dummy" } });
    const four: VxlanData = {
      id: 42,
      group: "239.1.1.1",
      link: await indexOf("d0"),
      local: "192.0.2.1",
      ttl: 5,
      tos: 4,
      learning: 0,
      ageing: 77,
      limit: 100,
      portRange: { low: 1000, high: 2000 },
      proxy: 1,
      rsc: 1,
      l2Miss: 1,
      l3Miss: 1,
      port: 4790,
      udpChecksum: 0,
      remoteChecksumTx: 1,
      remoteChecksumRx: 1,
      gbp: true,
      remoteChecksumNoPartial: true,
      df: VXLAN_DF_SET,
    };
    await send({ name: "v0", info: { kind: "vxlan", vxlan: four } });
    const wanted = {
      id: 42,
      group: "239.1.1.1",
      link: "d0",
      local: "192.0.2.1",
      ttl: 5,
      tos: "0x4",
      learning: false,
      ageing: 77,
      limit: 100,
      port_range: { low: 1000, high: 2000 },
      proxy: true,
      rsc: true,
      l2miss: true,
      l3miss: true,
      port: 4790,
      udp_csum: false,
      remcsum_tx: true,
      remcsum_rx: true,
      gbp: true,
      df: "set",
    };
    assertEquals(pick(shown("v0").data, wanted), wanted);

    const six: VxlanData = {
      id: 43,
      group6: "2001:db8::1",
      local6: "2001:db8::2",
      port: 4791,
      udpZeroChecksum6Tx: 1,
      udpZeroChecksum6Rx: 1,
      label: 0x12345,
      ttlInherit: true,
    };
    await send({ name: "v1", info: { kind: "vxlan", vxlan: six } });
    const wanted6 = {
      id: 43,
      remote6: "2001:db8::1",
      local6: "2001:db8::2",
      port: 4791,
      udp_zero_csum6_tx: true,
      udp_zero_csum6_rx: true,
      label: "0x12345",
    };
    assertEquals(pick(shown("v1").data, wanted6), wanted6);
    assert(sh("ip", "-d", "link", "show", "v1").includes("ttl inherit"));

    const external: VxlanData = {
      collectMetadata: 1,
      vniFilter: 1,
      gpe: true,
      port: 4792,
      learning: 0,
    };
    await send({ name: "v2", info: { kind: "vxlan", vxlan: external } });
    const { data } = shown("v2");
    assertEquals(data.external, true);
    assertEquals(data.vnifilter, true);
    assertEquals(data.gpe, true);
  },
);

liveTest(
  "vlanData and vethData write what ip shows",
  { needs: ["command ip", "kind vlan", "kind veth"] },
  async () => {
    const header = { family: 0, type: 0, index: 0, flags: 0, change: 0 };
    const peer = { ...header, attributes: { name: "b", mtu: 1400 } };
    await send({
      name: "a",
      mtu: 1300,
      info: { kind: "veth", veth: { peer } },
    });
    assertEquals(shown("b").link.mtu, 1400);
    assertEquals(shown("a").link.mtu, 1300);
    await send({
      name: "a.5",
      link: await indexOf("a"),
      info: {
        kind: "vlan",
        vlan: {
          id: 5,
          protocol: 0x88a8,
          flags: { flags: VLAN_FLAG_GVRP, mask: VLAN_FLAG_GVRP },
          egressQos: [{ from: 1, to: 2 }, { from: 3, to: 4 }],
          ingressQos: [{ from: 5, to: 6 }],
        },
      },
    });
    const { data } = shown("a.5");
    assertEquals(data.id, 5);
    assertEquals(data.protocol, "802.1ad");
    assert((data.flags as string[]).includes("GVRP"));
    assertEquals(data.egress_qos, [{ from: 1, to: 2 }, { from: 3, to: 4 }]);
    assertEquals(data.ingress_qos, [{ from: 5, to: 6 }]);
  },
);
