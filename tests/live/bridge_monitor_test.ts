import type { ObjectReport } from "../../api/monitor/reports.ts";
import type {
  BridgeVlan,
  MulticastEntry,
  VxlanNetwork,
} from "../../api/mod.ts";
import { compareMonitors } from "../support/compare_monitors.ts";
import { liveTest, sh } from "../support/live.ts";

/** What happens to ports, forwarding entries, VLANs, groups and networks. */
const CHANGES = [
  "bridge vlan add vid 10 dev v0",
  "bridge vlan add vid 20-29 dev v0 untagged",
  "bridge vlan add vid 10 dev v0 pvid untagged",
  "bridge vlan del vid 22-24 dev v0",
  "bridge vlan set vid 25-27 dev v0 state blocking",
  "bridge vlan add vid 30 dev br0 self",
  "bridge vlan add vid 31-35 dev br0 self",
  "bridge vlan global set vid 30 dev br0 mcast_snooping 0",
  "bridge vlan global set vid 31-33 dev br0 mcast_igmp_version 3",
  "bridge vlan del vid 31-35 dev br0 self",
  "bridge link set dev v0 vlan_tunnel on",
  "bridge vlan add vid 40 dev v0 tunnel_info id 140",
  "bridge vlan add vid 41-44 dev v0 tunnel_info id 141-144",
  "bridge vlan del vid 41-44 dev v0 tunnel_info id 141-144",
  "bridge link set dev v0 cost 7",
  "bridge link set dev v0 priority 9",
  "bridge link set dev v0 learning off",
  "bridge link set dev v0 flood off mcast_flood off",
  "bridge link set dev v0 guard on",
  "bridge link set dev v0 guard off",
  "bridge link set dev v0 isolated on",
  "bridge link set dev v0 state 0",
  "bridge link set dev v0 state 3",
  "bridge fdb add 02:00:00:00:00:11 dev v0 master static",
  "bridge fdb add 02:00:00:00:00:12 dev v0 master static vlan 10",
  "bridge fdb replace 02:00:00:00:00:12 dev v1 master static vlan 10",
  "bridge fdb append 02:00:00:00:00:13 dev vx0 dst 192.0.2.1 src_vni 5",
  "bridge fdb append 00:00:00:00:00:00 dev vx0 dst 192.0.2.2 src_vni 5",
  "bridge fdb del 00:00:00:00:00:00 dev vx0 dst 192.0.2.2 src_vni 5",
  "bridge fdb del 02:00:00:00:00:11 dev v0 master",
  "bridge fdb del 02:00:00:00:00:12 dev v1 master vlan 10",
  "bridge fdb add 02:00:00:00:00:14 dev v1 master dynamic vlan 10",
  "bridge fdb del 02:00:00:00:00:14 dev v1 master vlan 10",
  "bridge mdb add dev br0 port v0 grp 239.1.1.1 permanent",
  "bridge mdb add dev br0 port v0 grp 239.1.1.2 permanent vid 10",
  "bridge mdb add dev br0 port v0 grp 239.1.1.3 src 192.0.2.9 permanent vid 10",
  "bridge mdb add dev br0 port v1 grp ff0e::7 permanent",
  "bridge mdb add dev br0 port v0 grp 01:02:03:04:05:06 permanent",
  "bridge mdb add dev br0 port br0 grp 239.1.1.1",
  "bridge mdb replace dev br0 port v0 grp 239.1.1.5 permanent filter_mode include source_list 192.0.2.8",
  "bridge mdb del dev br0 port v0 grp 239.1.1.5",
  "bridge mdb del dev br0 port v0 grp 239.1.1.1",
  "bridge mdb del dev br0 port v1 grp ff0e::7",
  "bridge mdb del dev br0 port v0 grp 239.1.1.3 src 192.0.2.9 vid 10",
  "bridge mdb del dev br0 port v0 grp 01:02:03:04:05:06",
  "bridge mdb add dev vx0 port vx0 grp 239.1.1.9 permanent dst 192.0.2.1 src_vni 5",
  "bridge mdb del dev vx0 port vx0 grp 239.1.1.9 dst 192.0.2.1 src_vni 5",
  "bridge mdb flush dev br0",
  "bridge vni add vni 5 dev vx0",
  "bridge vni add vni 10-19 dev vx0",
  "bridge vni add vni 30 dev vx0 remote 192.0.2.3",
  "bridge vni add vni 31-32 dev vx0 group 239.9.9.9",
  "bridge vni del vni 12-14 dev vx0",
  "bridge vni del vni 30 dev vx0",
  "ip link set v1 nomaster",
  "ip link set v1 master br0",
  "bridge vlan del vid 10 dev v0",
  "bridge vlan del vid 20-21 dev v0",
  "bridge vni del vni 5 dev vx0",
  "bridge vni del vni 31-32 dev vx0",
];

/** What the library reports, as {@linkcode lineOf} has it. */
function shown({ object, action, value }: ObjectReport): string | undefined {
  const deleted = action === "delete" ? "Deleted " : "";
  switch (object) {
    case "bridgeVlan":
    case "globalVlan":
      return `${deleted}vlan ${rangeOf((value as BridgeVlan).vlan)}`;
    case "mdb": {
      const { group, vlan } = value as MulticastEntry;
      return `${deleted}mdb ${group}${
        vlan === undefined ? "" : ` vid ${vlan}`
      }`;
    }
    case "vni":
      return `${deleted}vni ${rangeOf((value as VxlanNetwork).vni)}`;
    default:
      return undefined;
  }
}

function rangeOf(range: number | { from: number; to: number }): string {
  return typeof range === "number" ? `${range}` : `${range.from}-${range.to}`;
}

/** What a line of `bridge monitor all` has of that. */
function lineOf(text: string): string | undefined {
  const range = text.match(/^\[(VLAN|TUNNEL)\](Deleted )?\S+ +([\d-]+)/);
  if (range !== null) {
    const [, label, deleted = "", numbers] = range;
    return `${deleted}${label === "VLAN" ? "vlan" : "vni"} ${numbers}`;
  }
  const entry = text.match(/^\[MDB\](Deleted )?.* grp (\S+)/);
  if (entry === null) return undefined;
  const [, deleted = "", group] = entry;
  const [vlan = ""] = text.match(/ vid \d+/) ?? [];
  return `${deleted}mdb ${group}${vlan}`;
}

liveTest(
  `bridge monitor and the library show the ${CHANGES.length} changes that the real one shows`,
  { needs: ["vm", "ip 7.3", "kernel 6.9"], seconds: 600 },
  () => {
    sh("ip", "link", "add", "br0", "type", "bridge", "vlan_filtering", "1");
    sh("ip", "link", "add", "v0", "type", "dummy");
    sh("ip", "link", "add", "v1", "type", "dummy");
    sh(
      ..."ip link add vx0 type vxlan external vnifilter dstport 4789"
        .split(" ") as ["ip"],
    );
    for (const name of ["br0", "v0", "v1", "vx0"]) {
      sh("sysctl", "-qw", `net.ipv6.conf.${name}.disable_ipv6=1`);
      sh("ip", "link", "set", name, "up");
    }
    for (const name of ["v0", "v1"]) {
      sh("ip", "link", "set", name, "master", "br0");
    }
    return compareMonitors({
      program: "bridge",
      runs: [
        ["monitor", "all"],
        ["monitor"],
        ["-timestamp", "monitor", "mdb"],
        ["-d", "monitor", "vlan"],
        ["monitor", "vni"],
        ["-o", "monitor", "fdb", "link"],
      ],
      wake: "sh -c 'for i in 1 2; do bridge vlan add vid 99 dev v0; " +
        "bridge fdb add 02:00:00:00:00:99 dev v0 master static; " +
        "bridge mdb add dev br0 port v0 grp 239.9.9.1 permanent; " +
        "bridge vni add vni 99 dev vx0; bridge vni del vni 99 dev vx0; " +
        "bridge mdb del dev br0 port v0 grp 239.9.9.1; " +
        "bridge fdb del 02:00:00:00:00:99 dev v0 master; " +
        "bridge vlan del vid 99 dev v0; done'",
      changes: CHANGES,
      objects: ["bridgeVlan", "globalVlan", "mdb", "vni"],
      shown,
      line: lineOf,
    });
  },
);
