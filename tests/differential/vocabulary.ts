/**
 * Words of which random command lines are made.
 *
 * @module
 */

/** Words that follow an object; all but the values are taken from the usage of `ip`. */
export const OBJECTS: Readonly<Record<string, string>> = {
  address: `add delete change replace show flush save get dev d0 d1 lo local
    peer broadcast anycast label scope to up permanent dynamic secondary
    metric valid_lft preferred_lft home nodad mngtmpaddr noprefixroute
    autojoin type vrf master forever proto`,
  addrlabel: "add delete list flush prefix dev label d0",
  maddress: "add delete show dev d0 d1",
  route: `add delete change append replace show flush get list via dev d0 d1
    src table main proto kernel static scope link global host metric
    preference mtu lock rtt rttvar rto_min ssthresh initcwnd initrwnd window
    advmss hoplimit quickack congctl reno features ecn nexthop weight onlink
    realms tos dsfield nhid type unicast blackhole unreachable prohibit throw
    local broadcast multicast nat root match exact from to iif oif mark uid
    cached pref high low ttl-propagate expires fastopen_no_cookie inet inet6
    vrf fibmatch ipproto sport dport cwnd reordering protocol cache`,
  rule: `add delete list show flush from to tos fwmark iif oif pref priority
    table lookup goto nop blackhole not suppress_prefixlength realms uidrange
    sport dport ipproto tcp protocol kernel tun_id l3mdev nat type
    suppress_ifgroup order map-to`,
  neighbor: `add delete change replace show flush get dev d0 d1 lladdr nud
    permanent noarp reachable stale none proxy router extern_learn protocol
    unused to use managed vrf nomaster master any`,
  ntable: `change show name arp_cache ndisc_cache nosuch dev d0 thresh1 thresh2
    thresh3 gc_interval base_reachable retrans gc_stale delay_probe queue
    app_probes ucast_probes mcast_probes anycast_delay proxy_delay
    proxy_queue locktime`,
  link: `add delete set change show dev d0 d1 d2 name up down type dummy veth
    vlan vxlan bridge ifb vrf peer mtu address broadcast txqueuelen qlen
    index link arp multicast allmulticast promisc dynamic on off alias group
    master nomaster addrgenmode eui64 none protodown numtxqueues
    numrxqueues gso_max_size gso_max_segs carrier mode default netns vf mac
    property altname altname xstats afstats id 5 protocol 802.1Q table
    stp_state forward_delay remote dstport local nolearning reorder_hdr
    trailers state dormant protodown_reason help`,
  nexthop: `add delete replace show list get flush bucket id dev d0 d1 via
    blackhole group fdb type resilient mpath buckets idle_timer
    unbalanced_timer onlink scope protocol encap none fdb vrf master groups
    proto`,
  netconf: "show dev d0 lo",
  token: "set list get del dev d0",
  tunnel: `add change delete show prl 6rd mode gre sit ipip isatap vti ip6ip6
    ip6gre vti6 any remote local 192.0.2.1 192.0.2.2 2001:db8::1 key ikey okey
    seq csum ttl tos inherit nopmtudisc pmtudisc dev name t0 gre1 sit1
    encaplimit hoplimit tclass flowlabel dscp prl-default prl-delete 6rd-prefix
    6rd-reset`,
  tuntap: `add delete show list dev name t0 mode tun tap user group one_queue
    pi vnet_hdr multi_queue`,
  tcp_metrics: "show delete flush all source address",
  vrf: "show list identify pids name d0",
  mroute: "show iif from to table all dev d0",
  stats:
    "show set dev d0 group link subgroup l3_stats on off offload cpu_hit xstats bridge",
  netns:
    "list list-id identify pids nsid target-nsid add delete set exec true attach auto",
  monitor: "bogus help file /nonexistent dev nosuch",
  macsec:
    "show add delete set tx rx sa d0 port address on off pn key offload mac",
  fou: "show add del port ipproto gue peer local dev d0 family",
  mrule: "show add del from to iif",
};

/** Values, good and bad. */
export const VALUES: readonly string[] = [
  ..."0 1 2 5 7 42 64 100 127 128 254 255 256 65535 65536 99999".split(" "),
  ..."4294967295 4294967296 -1 -2 18446744073709551615 18446744073709551616"
    .split(" "),
  ..."0x10 010 08 0x 1e3 1.5 1s 10ms 1us 3000000000s".split(" "),
  ..."2147483647 2147483648 -2147483648 -2147483649 36893488147419103232"
    .split(" "),
  ..."192.0.2.1 192.0.2.1/24 10.0.0.0/8 10.5.0.0/16 10 10.8 0/0".split(" "),
  ..."192.0.2.1/33 192.0.2.1/255.255.0.0 256.0.0.1 0.0.0.0".split(" "),
  ..."2001:db8::1 2001:db8::/32 2001:db8::1/64 fe80::1 :: ::/0".split(" "),
  ..."::1 ff02::1 ::ffff:1.2.3.4 2001:db8::1/129 :::".split(" "),
  ..."any all default any/8 default/0 help inet inet6 mpls link".split(" "),
  ..."02:00:00:00:00:77 02:00 zz 01:02:03:04:05:06:07 1:2:3:4:5:6".split(" "),
  ..."d0 d1 d2 lo nosuch d0.5 if1 if9 an-interface-with-a-long-name".split(" "),
  ..."on off none up dev via bogus x - -- -6 / /x x/ a/b 1/2 1,2".split(" "),
  ..."1-2 2-1 1-70000 0x1/0x3 1/2/3 main local table @ + %d".split(" "),
  ..."eth0: é 1:2 0xffffffff 0x100000000 rt rt_9".split(" "),
];
