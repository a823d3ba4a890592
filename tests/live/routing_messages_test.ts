import { assert, assertEquals } from "@std/assert";
import {
  AF_BRIDGE,
  AF_INET,
  AF_INET6,
  AF_MPLS,
  AF_UNSPEC,
  NTF_PROXY,
  RTM_GETADDR,
  RTM_GETADDRLABEL,
  RTM_GETANYCAST,
  RTM_GETCHAIN,
  RTM_GETMULTICAST,
  RTM_GETNEIGH,
  RTM_GETNEIGHTBL,
  RTM_GETNETCONF,
  RTM_GETNEXTHOP,
  RTM_GETNEXTHOPBUCKET,
  RTM_GETNSID,
  RTM_GETQDISC,
  RTM_GETROUTE,
  RTM_GETRULE,
  RTM_GETTCLASS,
  RTM_GETTFILTER,
} from "../../messages/mod.ts";
import { hasCommand, liveTest } from "../support/live.ts";
import { all, any, DEVICES, prepare } from "../support/kernel_messages.ts";

const needs = ["command ip", "command bridge"] as const;

liveTest("addressMessage reads all addresses of the kernel", {
  needs,
}, async () => {
  prepare(`${DEVICES}
ip address add 192.0.2.2/24 dev d0 valid_lft 1000 preferred_lft 500
ip address add 10.9.9.1 peer 10.9.9.2/32 dev d0 metric 50
?ip address add 10.9.9.3/32 dev d0 proto 3
ip address add 2001:db8:1::1/64 dev d0 valid_lft 1000 preferred_lft 500 nodad noprefixroute home mngtmpaddr
ip address add 239.7.7.7/32 dev d0 autojoin
sysctl -q net.ipv6.conf.all.forwarding=1
`);
  const body = {
    prefixLength: 0,
    flags: 0,
    scope: 0,
    index: 0,
    attributes: {},
  };
  await all(RTM_GETADDR, { family: AF_UNSPEC, ...body }, 4);
  await all(RTM_GETMULTICAST, { family: AF_INET6, ...body });
  await all(RTM_GETANYCAST, { family: AF_INET6, ...body });
});

const route = {
  destinationLength: 0,
  sourceLength: 0,
  tos: 0,
  table: 0,
  protocol: 0,
  scope: 0,
  type: 0,
  flags: 0,
  attributes: {},
};

liveTest("routeMessage reads all routes of the kernel", {
  needs,
}, async () => {
  prepare(`${DEVICES}
ip route add 198.51.100.0/24 via 192.0.2.254 metric 7 mtu lock 1400 advmss 1300 window 5000 rtt 300ms rttvar 20ms ssthresh 5 cwnd lock 6 reordering 7 hoplimit 8 initcwnd 9 initrwnd 10 features ecn rto_min 100ms quickack 1 fastopen_no_cookie 1 congctl reno table 100 proto static src 192.0.2.1 realms 3/4
ip route add 203.0.113.0/24 nexthop via 192.0.2.20 weight 3 realms 5 dev d0 nexthop via inet6 2001:db8::7 dev d0
ip route add blackhole 203.0.113.128/25
ip route add unreachable 203.0.113.129/32 metric 5
ip route add throw 203.0.113.130/32 table 1000
ip route add 198.51.100.3 via inet6 2001:db8::7 dev d0
ip route add 2001:db8:10::/48 via 2001:db8::fe dev d0 pref high expires 100
ip route add 2001:db8:25::/48 nexthop via 2001:db8::20 dev d0 weight 3 nexthop via 2001:db8::21 dev d0
ip route add prohibit 2001:db8:26::/48 metric 77
`);
  await all(RTM_GETROUTE, { family: AF_UNSPEC, ...route }, 15);
});

liveTest("routeMessage reads all encapsulations that the kernel has", {
  needs,
}, async () => {
  prepare(`${DEVICES}
ip route add 198.51.100.1 encap mpls 100/200 ttl 5 via 192.0.2.254
ip route add 198.51.100.2 encap ip id 7 dst 192.0.2.7 src 192.0.2.1 ttl 5 tos 4 key csum seq dev d0
ip route add 198.51.100.8 encap ip6 id 7 dst 2001:db8::7 src 2001:db8::1 hoplimit 5 tc 4 dev d0
ip route add 198.51.103.0/24 nexthop encap mpls 20 via 192.0.2.9 dev d0 nexthop encap mpls 21/22 via 192.0.2.10 dev d0
?ip route add 2001:db8:23:0::/64 encap ila 2001:db8:ff:0 csum-mode adj-transport ident-type luid hook-type output dev d0
?ip route add 198.51.100.9 encap seg6 mode encap segs 2001:db8::a,2001:db8::b dev d0
?ip route add 198.51.100.10 encap xfrm if_id 5 link_dev d0 dev d0
?ip route add 2001:db8:11::/48 encap seg6 mode inline segs 2001:db8::a,2001:db8::b dev d0
?ip route add 2001:db8:12::/48 encap seg6 mode l2encap segs 2001:db8::a dev d0
?ip route add 2001:db8:13::/48 encap seg6 mode encap.red segs 2001:db8::a,2001:db8::b dev d0
?ip route add 2001:db8:14::/48 encap seg6 mode encap segs 2001:db8::a hmac 7 dev d0
?ip route add 2001:db8:20::1 encap seg6local action End count dev d0
?ip route add 2001:db8:20::2 encap seg6local action End.X nh6 2001:db8::7 dev d0
?ip route add 2001:db8:20::3 encap seg6local action End.T table 254 dev d0
?ip route add 2001:db8:20::4 encap seg6local action End.DX2 oif d1 dev d0
?ip route add 2001:db8:20::5 encap seg6local action End.DX4 nh4 192.0.2.9 dev d0
?ip route add 2001:db8:20::6 encap seg6local action End.DT6 table 254 dev d0
?ip route add 2001:db8:20::7 encap seg6local action End.B6.Encaps srh segs 2001:db8::a,2001:db8::b dev d0
?ip route add 2001:db8:20::8 encap seg6local action End flavors psp,next-csid lblen 48 nflen 16 dev d0
?ip route add 2001:db8:21::1 encap rpl segs 2001:db8::a,2001:db8::b dev d0
?ip route add 2001:db8:22::1 encap ioam6 freq 2/3 mode encap tundst 2001:db8::a trace prealloc type 0x800000 ns 1 size 12 dev d0
`);
  await all(RTM_GETROUTE, { family: AF_UNSPEC, ...route }, 10);
});

// Linux 6.18 crashes at options of tunnels, with the lock of rtnetlink held.
liveTest("routeMessage reads options of tunnels", {
  needs: [...needs, "vm"],
}, async () => {
  prepare(`${DEVICES}
ip route add 198.51.100.4 encap ip id 7 dst 192.0.2.7 geneve_opts 1:2:01020304,3:4:0506070809101112 dev d0
ip route add 198.51.100.5 encap ip id 7 dst 192.0.2.7 vxlan_opts 99 dev d0
ip route add 198.51.100.6 encap ip id 7 dst 192.0.2.7 erspan_opts 1:5:0:0 dev d0
ip route add 198.51.100.7 encap ip id 7 dst 192.0.2.7 erspan_opts 2:0:1:6 dev d0
ip route add 2001:db8:24::/48 encap ip6 id 7 dst 2001:db8::7 src 2001:db8::1 hoplimit 5 tc 4 key geneve_opts 1:2:01020304 dev d0
`);
  await all(RTM_GETROUTE, { family: AF_UNSPEC, ...route }, 10);
});

liveTest("routeMessage reads MPLS routes", {
  needs: [...needs, "file /proc/sys/net/mpls"],
}, async () => {
  prepare(`${DEVICES}
echo 1000 > /proc/sys/net/mpls/platform_labels
ip -f mpls route add 100 as 200/300 via inet 192.0.2.254 dev d0
ip -f mpls route add 101 via inet6 2001:db8::7 dev d0
ip -f mpls route add 102 dev lo ttl-propagate disabled
ip -f mpls route add 103 nexthop as 20 via inet 192.0.2.254 dev d0 nexthop as 21 via inet6 2001:db8::7 dev d0
`);
  await all(RTM_GETROUTE, { family: AF_MPLS, ...route }, 4);
});

liveTest("ruleMessage reads all rules of the kernel", { needs }, async () => {
  prepare(`${DEVICES}
ip rule add from 192.0.2.0/24 to 198.51.100.0/24 tos 4 fwmark 1/0xff iif lo priority 100 table 500 protocol static
ip rule add uidrange 0-99 ipproto tcp sport 80 dport 1000-2000 priority 101 table 51 suppress_prefixlength 8
ip rule add priority 102 goto 32766
ip rule add priority 103 not oif d0 prohibit
?ip rule add priority 104 l3mdev
ip rule add priority 105 tun_id 77 realms 3/4 table 7 suppress_ifgroup 5
ip -6 rule add from 2001:db8::/32 blackhole
`);
  await all(RTM_GETRULE, {
    family: AF_UNSPEC,
    destinationLength: 0,
    sourceLength: 0,
    tos: 0,
    table: 0,
    reserved1: 0,
    reserved2: 0,
    action: 0,
    flags: 0,
    attributes: {},
  }, 8);
});

liveTest("neighborMessage reads neighbors and forwarding entries", {
  needs,
}, async () => {
  prepare(`${DEVICES}
ip link add br0 type bridge vlan_filtering 1
ip link add v0 type veth peer name v1
ip link set v0 master br0 up
ip link set v1 up
ip link set br0 up
ip link add vx0 type vxlan id 42 dstport 4789
ip neighbor add 192.0.2.7 lladdr 02:00:00:00:00:07 dev d0 nud permanent protocol static
ip neighbor add 192.0.2.17 dev v1 managed extern_learn
ip neighbor add proxy 192.0.2.8 dev d0
ip neighbor add 2001:db8::77 lladdr 02:00:00:00:00:08 dev d0 router nud stale
ip nexthop add id 6 via 192.0.2.22 fdb
ip nexthop add id 12 group 6 fdb
bridge fdb add 02:00:00:00:00:09 dev v0 master static
bridge fdb add 02:00:00:00:00:0a dev v0 master static sticky
bridge fdb append 02:00:00:00:00:09 dev vx0 dst 192.0.2.9 vni 100 port 4790 via d0
bridge fdb append 02:00:00:00:00:0b dev vx0 nhid 12
`);
  const body = { index: 0, state: 0, flags: 0, type: 0, attributes: {} };
  await all(RTM_GETNEIGH, { family: AF_UNSPEC, ...body }, 2);
  await all(RTM_GETNEIGH, { family: AF_BRIDGE, ...body }, 4);
  await all(RTM_GETNEIGH, { family: AF_INET, ...body, flags: NTF_PROXY });
});

liveTest("neighborTableMessage reads tables and parameters", {
  needs,
}, async () => {
  prepare(DEVICES);
  await all(RTM_GETNEIGHTBL, { family: AF_UNSPEC, attributes: {} }, 4);
});

liveTest("nexthopMessage reads next hops, groups and buckets", {
  needs,
}, async () => {
  prepare(`${DEVICES}
ip nexthop add id 1 via 192.0.2.20 dev d0
ip nexthop add id 2 via 192.0.2.21 dev d0 onlink
ip nexthop add id 3 blackhole
ip nexthop add id 4 encap mpls 40/50 via 2001:db8::9 dev d0
ip nexthop add id 5 dev d0 protocol static
ip nexthop add id 6 via 192.0.2.22 fdb
ip nexthop add id 10 group 1,5/2
ip nexthop add id 11 group 1/2 type resilient buckets 4 idle_timer 100 unbalanced_timer 300
ip nexthop add id 12 group 6 fdb
ip route add 198.51.101.0/24 nhid 10
`);
  const body = {
    family: AF_UNSPEC,
    scope: 0,
    protocol: 0,
    flags: 0,
    attributes: {},
  };
  await all(RTM_GETNEXTHOP, body, 5);
  await all(RTM_GETNEXTHOPBUCKET, body, 4);
  await all(RTM_GETROUTE, { family: AF_INET, ...route }, 3);
});

liveTest("nsidMessage reads the ids of namespaces", {
  needs: [...needs, "vm"],
}, async () => {
  prepare(`
ip netns add x-nsid
ip netns set x-nsid 5
`);
  const [message] = await all(RTM_GETNSID, { family: 0, attributes: {} });
  prepare("ip netns delete x-nsid");
  assertEquals(message?.body, { family: 0, attributes: { nsid: 5 } });
});

liveTest("netconfMessage reads settings of each family", {
  needs,
}, async () => {
  prepare(DEVICES);
  await all(RTM_GETNETCONF, { family: AF_INET, attributes: {} }, 3);
  await all(RTM_GETNETCONF, { family: AF_INET6, attributes: {} }, 3);
  await any(RTM_GETNETCONF, { family: AF_MPLS, attributes: {} });
});

liveTest("addressLabelMessage reads all labels", { needs }, async () => {
  prepare(`${DEVICES}
ip addrlabel add prefix 2001:db8::/32 dev d0 label 99
`);
  await all(RTM_GETADDRLABEL, {
    family: AF_INET6,
    reserved: 0,
    prefixLength: 0,
    flags: 0,
    index: 0,
    sequence: 0,
    attributes: {},
  }, 5);
});

liveTest(
  "Messages of traffic control read queueing disciplines, classes, filters and chains",
  {
    needs: [...needs, "command tc"],
  },
  async () => {
    prepare(`${DEVICES}
tc qdisc add dev d0 root handle 1: htb
tc class add dev d0 parent 1: classid 1:5 htb rate 1mbit
tc filter add dev d0 parent 1: protocol ip prio 5 u32 match ip dst 192.0.2.4 flowid 1:5
?tc chain add dev d0 parent 1: chain 7
`);
    assert(hasCommand("tc"));
    const [index = 0] = Deno.readTextFileSync("/sys/class/net/d0/ifindex")
      .split("\n").map(Number);
    const body = { family: 0, handle: 0, parent: 0, info: 0, attributes: {} };
    await all(RTM_GETQDISC, { ...body, index: 0 });
    await all(RTM_GETTCLASS, { ...body, index });
    await any(RTM_GETTFILTER, { ...body, index, parent: 0x10000 });
    await any(RTM_GETCHAIN, { ...body, index, parent: 0x10000 });
  },
);
