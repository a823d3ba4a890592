import {
  AF_BRIDGE,
  BRIDGE_VLANDB_DUMPF_GLOBAL,
  BRIDGE_VLANDB_DUMPF_STATS,
  RTM_GETMDB,
  RTM_GETTUNNEL,
  RTM_GETVLAN,
  TUNNEL_MSG_FLAG_STATS,
} from "../../messages/mod.ts";
import { liveTest } from "../support/live.ts";
import { all, DEVICES, prepare } from "../support/kernel_messages.ts";

const needs = ["command ip", "command bridge"] as const;

const BRIDGE = `
ip link add br0 type bridge vlan_filtering 1 mcast_snooping 1 mcast_querier 1 mcast_igmp_version 3
ip link set br0 type bridge mcast_vlan_snooping 1
ip link add v0 type veth peer name v1
ip link set v0 master br0 up
ip link set v1 up
ip link set br0 up
bridge vlan add dev v0 vid 10-20
bridge vlan add dev br0 vid 10-20 self
`;

liveTest("mdbMessage reads multicast databases", {
  needs: [...needs, "kind dummy"],
}, async () => {
  prepare(`${BRIDGE}
bridge mdb add dev br0 port v0 grp 239.1.1.1 permanent vid 10
bridge mdb add dev br0 port v0 grp 239.1.1.2 src 192.0.2.9 permanent vid 10
bridge mdb add dev br0 port v0 grp ff05::7 temp vid 10
?bridge mdb add dev br0 port v0 grp 01:00:5e:01:02:03 permanent vid 10
bridge link set dev v0 mcast_router 2
`);
  await all(RTM_GETMDB, { family: AF_BRIDGE, index: 0, attributes: {} });
});

liveTest("vlanDatabaseMessage reads VLANs of ports and of bridges", {
  needs: [...needs, "kind dummy"],
}, async () => {
  prepare(`${BRIDGE}
bridge vlan add dev v0 vid 9 pvid untagged
bridge vlan set vid 10 dev v0 state blocking
bridge vlan set vid 11 dev v0 mcast_router 2
bridge vlan global set vid 10 dev br0 mcast_snooping 1 mcast_querier 1 mcast_igmp_version 3
bridge vlan global set vid 11-13 dev br0 mcast_snooping 0
ip link add vx1 type vxlan external vnifilter dstport 4790
ip link set vx1 master br0 up
ip link set vx1 type bridge_slave vlan_tunnel on
bridge vlan add dev vx1 vid 30
bridge vlan add dev vx1 vid 30 tunnel_info id 3000
`);
  for (
    const flags of [BRIDGE_VLANDB_DUMPF_STATS, BRIDGE_VLANDB_DUMPF_GLOBAL]
  ) {
    await all(RTM_GETVLAN, {
      family: AF_BRIDGE,
      index: 0,
      attributes: { flags },
    });
  }
});

liveTest("tunnelMessage reads the networks of VXLAN devices", {
  needs: [...needs, "kernel 5.18"],
}, async () => {
  prepare(`${DEVICES}
ip link add vx1 type vxlan external vnifilter dstport 4790
ip link set vx1 up
bridge vni add dev vx1 vni 100-200 remote 192.0.2.77
bridge vni add dev vx1 vni 300 remote 2001:db8::77
bridge vni add dev vx1 vni 400
`);
  await all(RTM_GETTUNNEL, {
    family: AF_BRIDGE,
    flags: TUNNEL_MSG_FLAG_STATS,
    index: 0,
    attributes: {},
  });
});
