import { assertEquals } from "@std/assert";
import type { LinkSpec } from "../../api/link/spec.ts";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import { liveTest, sh } from "../support/live.ts";

/**
 * Arguments of `ip link add dev new …`, and the same in the terms of this
 * library. Some defaults are `ip`'s own, not the kernel's.
 */
const same: [words: string, spec: LinkSpec][] = [
  [
    "address 02:00:00:00:00:07 mtu 1400 txqueuelen 7 group 5 numtxqueues 2 " +
    "type dummy",
    {
      address: "02:00:00:00:00:07",
      mtu: 1400,
      txQueueLength: 7,
      group: 5,
      numTxQueues: 2,
      kind: "dummy",
    },
  ],
  [
    "arp off multicast off promisc on up type dummy",
    {
      arp: false,
      multicast: false,
      promiscuous: true,
      up: true,
      kind: "dummy",
    },
  ],
  [
    "type bridge forward_delay 400 hello_time 100 max_age 1000 " +
    "ageing_time 6000 stp_state 1 priority 4096 vlan_default_pvid 7 " +
    "vlan_protocol 802.1ad vlan_filtering 1 no_linklocal_learn 1 mcast_vlan_snooping 1 " +
    "mcast_router 2 mcast_query_interval 6000 group_fwd_mask 8 " +
    "mcast_last_member_interval 50 mcast_igmp_version 3 nf_call_iptables 1",
    {
      bridge: {
        forwardDelay: 4,
        helloTime: 1,
        maxAge: 10,
        ageingTime: 60,
        stp: true,
        priority: 4096,
        vlanDefaultPvid: 7,
        vlanProtocol: "802.1ad",
        vlanFiltering: true,
        noLinkLocalLearn: true,
        multicastVlanSnooping: true,
        multicastRouter: "enabled",
        multicastQueryInterval: 60,
        groupForwardMask: 8,
        multicastLastMemberInterval: 0.5,
        multicastIgmpVersion: 3,
        nfCallIptables: true,
      },
    },
  ],
  [
    "type bond mode active-backup miimon 100 updelay 200 downdelay 300 " +
    "fail_over_mac follow resend_igmp 3 num_grat_arp 4 primary_reselect better",
    {
      bond: {
        mode: "active-backup",
        miimon: 0.1,
        upDelay: 0.2,
        downDelay: 0.3,
        failOverMac: "follow",
        resendIgmp: 3,
        peerNotifications: 4,
        primaryReselect: "better",
      },
    },
  ],
  [
    "type bond mode 802.3ad miimon 50 lacp_rate fast ad_select count " +
    "xmit_hash_policy encap3+4 lacp_active off lp_interval 5 min_links 2",
    {
      bond: {
        mode: "802.3ad",
        miimon: 0.05,
        lacpRate: "fast",
        adSelect: "count",
        transmitHashPolicy: "encap3+4",
        lacpActive: false,
        learningPacketInterval: 5,
        minLinks: 2,
      },
    },
  ],
  [
    "type bond mode balance-xor arp_interval 500 arp_validate all " +
    "arp_ip_target 192.0.2.1,192.0.2.2",
    {
      bond: {
        mode: "balance-xor",
        arpInterval: 0.5,
        arpValidate: "all",
        arpTargets: ["192.0.2.1", "192.0.2.2"],
      },
    },
  ],
  [
    "link lower type vlan id 10 protocol 802.1ad gvrp on mvrp on " +
    "reorder_hdr off loose_binding on ingress-qos-map 1:2 egress-qos-map 3:4",
    {
      link: "lower",
      vlan: {
        id: 10,
        protocol: "802.1ad",
        gvrp: true,
        mvrp: true,
        reorderHeader: false,
        looseBinding: true,
        ingressQos: [{ from: 1, to: 2 }],
        egressQos: [{ from: 3, to: 4 }],
      },
    },
  ],
  [
    "type vxlan id 42 group 239.1.1.1 dev lower local 192.0.2.1 dstport 4789 " +
    "srcport 1000 2000 ttl 5 tos inherit ageing 60 maxaddress 9 proxy rsc " +
    "l2miss l3miss nolearning df set udpcsum",
    {
      vxlan: {
        id: 42,
        group: "239.1.1.1",
        device: "lower",
        local: "192.0.2.1",
        port: 4789,
        sourcePorts: { from: 1000, to: 2000 },
        ttl: 5,
        tos: "inherit",
        ageing: 60,
        maxAddresses: 9,
        proxy: true,
        routeShortCircuit: true,
        l2miss: true,
        l3miss: true,
        learning: false,
        df: "set",
        udpChecksum: true,
      },
    },
  ],
  [
    "type geneve id 42 remote 192.0.2.1 ttl 7 tos 0x10 dstport 6081 " +
    "flowlabel 0 udpcsum",
    {
      geneve: {
        id: 42,
        remote: "192.0.2.1",
        ttl: 7,
        tos: 16,
        port: 6081,
        flowLabel: 0,
        udpChecksum: true,
      },
    },
  ],
  [
    "type gre local 192.0.2.1 remote 192.0.2.2 ttl 9 ikey 5 okey 0.0.0.6 " +
    "iseq ocsum dev lower fwmark 7",
    {
      gre: {
        local: "192.0.2.1",
        remote: "192.0.2.2",
        ttl: 9,
        inputKey: 5,
        outputKey: 6,
        inputSequence: true,
        outputChecksum: true,
        device: "lower",
        fwmark: 7,
        pathMtuDiscovery: true,
      },
    },
  ],
  [
    "type gretap remote 192.0.2.2 ignore-df nopmtudisc key 7 seq",
    {
      gretap: {
        remote: "192.0.2.2",
        ignoreDf: true,
        pathMtuDiscovery: false,
        inputKey: 7,
        outputKey: 7,
        inputSequence: true,
        outputSequence: true,
      },
    },
  ],
  [
    "type ip6gre local 2001:db8::1 remote 2001:db8::2 encaplimit none " +
    "tclass 20 flowlabel 12345 key 9 hoplimit 7 dscp inherit",
    {
      ip6gre: {
        local: "2001:db8::1",
        remote: "2001:db8::2",
        encapLimit: null,
        trafficClass: 0x20,
        flowLabel: 0x12345,
        inputKey: 9,
        outputKey: 9,
        ttl: 7,
        copyDscp: true,
        encapChecksum6: true,
      },
    },
  ],
  [
    "type ip6tnl mode ipip6 local 2001:db8::1 remote 2001:db8::2 " +
    "tclass inherit fwmark inherit encaplimit 5",
    {
      ip6tnl: {
        mode: "ipip6",
        local: "2001:db8::1",
        remote: "2001:db8::2",
        trafficClass: "inherit",
        fwmark: "inherit",
        encapLimit: 5,
        ttl: 64,
        encapChecksum6: true,
      },
    },
  ],
  [
    "type ipip local 192.0.2.1 remote 192.0.2.2 ttl 9 tos 0x10 mode any",
    {
      ipip: {
        local: "192.0.2.1",
        remote: "192.0.2.2",
        ttl: 9,
        tos: 16,
        mode: "any",
      },
    },
  ],
  [
    "type sit local 192.0.2.1 isatap ttl 5 mode ip6ip",
    { sit: { local: "192.0.2.1", isatap: true, ttl: 5, mode: "ip6ip" } },
  ],
  [
    "type vti local 192.0.2.1 remote 192.0.2.2 ikey 1 okey 2 fwmark 3",
    {
      vti: {
        local: "192.0.2.1",
        remote: "192.0.2.2",
        inputKey: 1,
        outputKey: 2,
        fwmark: 3,
      },
    },
  ],
  [
    "link lower type macvlan mode source macaddr set 02:00:00:00:00:01 " +
    "bcqueuelen 500",
    {
      link: "lower",
      macvlan: {
        mode: "source",
        sourceAddresses: ["02:00:00:00:00:01"],
        broadcastQueueLength: 500,
      },
    },
  ],
  [
    "link lower type ipvlan mode l3s vepa",
    { link: "lower", ipvlan: { mode: "l3s", isolation: "vepa" } },
  ],
  ["type vrf table 100", { vrf: { table: 100 } }],
  [
    "link lower type macsec sci 0200000000070001 encrypt on cipher " +
    "gcm-aes-256 validate check replay on window 9 encodingsa 2",
    {
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
    },
  ],
  [
    "type hsr slave1 lower slave2 other supervision 7 proto 1",
    {
      hsr: { port1: "lower", port2: "other", supervision: 7, protocol: "prp" },
    },
  ],
  ["type nlmon", { kind: "nlmon" }],
  ["type team", { kind: "team" }],
  ["type ifb", { kind: "ifb" }],
];

for (const [words, spec] of same) {
  const kind = /type (\w+)/.exec(words)![1]!;
  liveTest(
    `Links.add() makes what ip link add makes: ${words.slice(0, 60)}`,
    { needs: ["vm", "command ip", `kind ${kind}`] },
    async () => {
      using net = Rtnetlink.open();
      for (const name of ["lower", "other"]) {
        await net.link.add({ name, kind: "dummy" });
      }
      sh("ip", "link", "add", "dev", "new", ...words.split(" ") as [string]);
      const theirs = show();
      await net.link.delete("new");
      await net.link.add({ name: "new", ...spec });
      assertEquals(show(), theirs);
    },
  );
}

/** What `ip` shows of the link, but for what is random or grows. */
function show(): unknown {
  const text = sh("ip", "-d", "-j", "link", "show", "dev", "new");
  const [link] = JSON.parse(text);
  delete link.ifindex;
  delete link.permaddr;
  if (!text.includes("02:00:00:00:00:07")) delete link.address;
  const data = link.linkinfo?.info_data ?? {};
  for (const name of Object.keys(data)) {
    if (/timer$|_id$|designated/.test(name)) delete data[name];
  }
  return link;
}
