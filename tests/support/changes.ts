/**
 * Commands that change a bit of everything, for those who watch.
 *
 * @module
 */

/** Arguments of `ip`, one command a line; what begins with `!` is a command of its own. */
export const changes: readonly string[] = `
link add d0 address 02:00:00:00:00:01 type dummy
link set d0 up
address add 10.0.0.1/24 dev d0
address add 10.0.0.2/24 dev d0 label d0:x
address add 10.5.0.1 peer 10.5.0.2/32 dev d0
route add 10.1.0.0/16 via 10.0.0.2
route append 10.1.0.0/16 via 10.0.0.3 metric 0
route add blackhole 10.6.0.0/16
route add 10.7.0.0/16 dev d0 table 100 proto static scope link mtu 1300 advmss 1200
neighbor add 10.0.0.3 lladdr 02:00:00:00:00:11 dev d0
neighbor change 10.0.0.3 lladdr 02:00:00:00:00:12 dev d0
neighbor add 10.0.0.4 lladdr 02:00:00:00:00:14 dev d0 nud reachable
rule add from 192.0.2.0/24 table 7
rule add to 192.0.2.0/24 fwmark 5/7 iif d0 table 100 priority 500
nexthop add id 7 via 10.0.0.2 dev d0
nexthop add id 8 via 10.0.0.3 dev d0
nexthop add id 9 group 7/8,3
nexthop replace id 8 via 10.0.0.4 dev d0
route add 10.2.0.0/16 nhid 7
route add 10.2.1.0/24 nhid 9
route add 10.3.0.0/16 nexthop via 10.0.0.2 weight 3 nexthop via 10.0.0.4
-6 address add 2001:db8::1/64 dev d0 nodad
-6 address add 2001:db8::2/64 dev d0 nodad valid_lft 1000 preferred_lft 500
-6 route add 2001:db8:1::/64 via 2001:db8::5 metric 5
-6 route append 2001:db8:1::/64 via 2001:db8::6 metric 5
-6 route del 2001:db8:1::/64 via 2001:db8::5 metric 5
-6 route add unreachable 2001:db8:2::/64
-6 rule add from 2001:db8:9::/48 lookup 55
! sysctl -qw net.ipv4.conf.d0.forwarding=1
! sysctl -qw net.ipv6.conf.d0.forwarding=1
! sysctl -qw net.ipv4.conf.d0.rp_filter=2
netns add elsewhere
link add v0 address 02:00:00:00:00:02 type veth peer name v1 netns elsewhere
link add br0 address 02:00:00:00:00:03 type bridge
link set v0 master br0
link set v0 up
link set br0 up
! bridge fdb add 02:00:00:00:00:05 dev v0 master static
! bridge vlan add vid 7 dev v0
link set d0 alias hello
link set d0 mtu 1400
link set d0 group 5
link set d0 txqueuelen 77
link property add dev d0 altname a-longer-name-for-d0
address change 10.0.0.1/24 dev d0 valid_lft 1000 preferred_lft 500
link add link d0 name d0.7 type vlan id 7
link set d0.7 up
link add vx0 address 02:00:00:00:00:04 type vxlan id 42 remote 10.0.0.9 dstport 4789 dev d0
link set vx0 up
! bridge fdb append 02:00:00:00:00:06 dev vx0 dst 10.0.0.8
link add bond0 address 02:00:00:00:00:07 type bond mode active-backup
link set bond0 up
link add vrf0 address 02:00:00:00:00:08 type vrf table 10
link set vrf0 up
link set d0.7 master vrf0
route replace 10.1.0.0/16 via 10.0.0.9
route del 10.3.0.0/16
route del blackhole 10.6.0.0/16
nexthop del id 8
address del 10.0.0.2/24 dev d0
neighbor del 10.0.0.4 dev d0
rule del priority 500
-6 rule del from 2001:db8:9::/48 lookup 55
link set d0 down
link set d0 name d9
link set d9 up
link set v0 nomaster
link del d0.7
link del vx0
link del bond0
link del vrf0
link del v0
link del br0
netns del elsewhere
rule del from 192.0.2.0/24 table 7
link del d9
`.trim().split("\n");
