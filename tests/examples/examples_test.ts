import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { runExample } from "../support/example.ts";
import { liveTest, type Need, sh } from "../support/live.ts";

const folder = new URL("../../examples/", import.meta.url);

/** What is printed by the examples that end by themselves. */
const OUTPUTS: Record<string, { text: string; needs?: Need[] }> = {
  "family_from_spec.ts": {
    text: "nlctrl has number 16\ntrue\nCannot run getfamily of nlctrl: " +
      "there is no attribute familyNaem in family; the nearest is familyName\n",
  },
  "get_link.ts": { text: "lo has index 1, mtu 65536\n" },
  "create_veth.ts": {
    text: "veth-blue is up\nblue has 192.0.2.2/24\n",
    // /run/netns of this machine is left alone.
    needs: ["vm"],
  },
  "create_bridge.ts": {
    text: "port0 costs 10\n",
    needs: ["kind bridge", "kind veth"],
  },
  "create_vlan.ts": {
    text: "vlan 10, 802.1Q\n",
    needs: ["kind vlan", "kind veth"],
  },
  "create_vxlan.ts": {
    text: "network 42, UDP port 4789\n",
    needs: ["kind vxlan"],
  },
  "vlan_bridge.ts": {
    text: "trunk 100-199 with a tag\naccess 110 without a tag\n",
    needs: ["vm"],
  },
  "vxlan_vni.ts": {
    text: "VLANs { from: 100, to: 199 } are networks " +
      "{ from: 10100, to: 10199 }\n02:00:00:00:00:42 is at 192.0.2.2\n",
    needs: ["vm"],
  },
  "create_bond.ts": {
    text: "active-backup, carriers checked every 0.1 s\n" +
      "nic0 backup\nnic1 active\n",
    needs: ["kind bond", "kind veth"],
  },
  "wireguard.ts": {
    text: "the ends have agreed on keys\n1 peer changed\n" +
      "10.0.0.2/32 10.1.0.0/16\n",
    needs: ["vm", "kind wireguard"],
  },
  "checksum_offload.ts": {
    text: "tx-checksum-ip-generic: off\nwith it: true\nrefused: 0\n" +
      "tx-checksum-ip-generic: on\ncannot be switched: true\n",
    needs: ["family ethtool", "kind veth"],
  },
  "change_link.ts": {
    text: "uplink: mtu 9000, to the far end\n",
    needs: ["kind veth"],
  },
  "addresses.ts": {
    text: "192.0.2.1/24 valid for Infinity s\n" +
      "2001:db8::1/64 valid for 3600 s\n1 flushed\n",
  },
  "neighbors.ts": {
    text: "192.0.2.7 is at 02:00:00:00:00:07, permanent\n",
    needs: ["kind bridge"],
  },
  "rules.ts": {
    text: "0 all lookup local\n1000 192.0.2.0/24 lookup 100\n" +
      "32766 all lookup main\n32767 all lookup default\n",
  },
  "routes.ts": {
    text: "0.0.0.0/0 via 192.0.2.254 0\n192.0.2.0/24 via nothing 0\n" +
      "198.51.100.0/24 via 192.0.2.253 100\n",
    needs: ["kind veth"],
  },
  "bandwidth.ts": {
    text: "1 u32: to ifb-host\ntbf: 1250000 bytes a second\n" +
      "tbf: 1250000 bytes a second\n",
    needs: ["vm", "kind ifb", "kind veth"],
  },
  "multipath_route.ts": {
    text: "192.0.2.253 2\n192.0.2.254 1\n",
    needs: ["kind veth"],
  },
  "batch_routes.ts": {
    text: "1000 routes added\n" +
      "1000 failed: NetlinkError: Cannot create route 10.0.0.0/32: EEXIST: File exists\n" +
      "1000 routes deleted\n",
  },
  "errors.ts": {
    text:
      "Cannot create link x: EINVAL: Invalid DF attribute: at attributes.info.vxlan.df (IFLA_VXLAN_DF)\n" +
      "EINVAL Invalid DF attribute attributes.info.vxlan.df\n" +
      'Cannot create address 192.0.2.1/24 dev eth99: ENODEV: No such device: "eth99" for device\n' +
      "Cannot use 16777216 as vxlan.id: it is not between 0 and 16777215\n" +
      "lo\n",
    needs: ["kind vxlan"],
  },
  "impair_links.ts": {
    text: Array.from(
      { length: 20 },
      (_, i) =>
        `${5 * (i + 1) / 1000} s, ${i / 1000} lost, ${
          125_000 * (i + 1)
        } bytes a second\n`,
    ).join(""),
    // Not every kernel has sch_netem.
    needs: ["vm"],
  },
  "raw_socket.ts": { text: "1 lo 65536\n" },
};

for (const [name, { text, needs = [] }] of Object.entries(OUTPUTS)) {
  liveTest(`examples/${name} prints what it shall`, { needs }, () => {
    assertEquals(runExample(name), text);
  });
}

liveTest("examples/list_links.ts lists links", {}, () => {
  const [first] = runExample("list_links.ts").split("\n");
  assertEquals(first, "1 lo loopback down down mtu 65536");
});

liveTest("examples/get_link.ts reports that there is no link", {}, () => {
  const text = runExample("get_link.ts", { args: ["eth99"] });
  assertEquals(text, "there is no eth99\n");
});

liveTest("examples/resolve_route.ts prints the way of a packet", {}, () => {
  sh("ip", "link", "set", "lo", "up");
  assertEquals(
    runExample("resolve_route.ts"),
    "127.0.0.1 by lo from 127.0.0.1 directly\n",
  );
  assertEquals(
    runExample("resolve_route.ts", { args: ["192.0.2.1"] }),
    "no way to 192.0.2.1: ENETUNREACH\n",
  );
});

liveTest("examples/custom_request.ts asks for settings", {}, () => {
  sh("ip", "link", "set", "lo", "up");
  assertStringIncludes(
    runExample("custom_request.ts"),
    "1 { forwarding: 0, reversePathFilter: 0 }\n",
  );
});

liveTest("examples/generic_netlink.ts lists families", {}, () => {
  assertStringIncludes(runExample("generic_netlink.ts"), "16 nlctrl\n");
});

liveTest(
  "examples/namespaces.ts runs a program in a namespace",
  { needs: ["vm", "command ip"] },
  () => {
    const text = runExample("namespaces.ts", {
      args: ["ip", "-brief", "link", "show", "lo"],
      permissions: ["--allow-ffi", "--allow-run", "--allow-env"],
    });
    assertStringIncludes(text, "red\n");
    assertStringIncludes(text, "<LOOPBACK,UP,LOWER_UP>");
    assertStringIncludes(text, "ip ended with 0\n");
  },
);

Deno.test("examples/decode_datagram.ts needs no permission", () => {
  const text = runExample("decode_datagram.ts", { permissions: [] });
  // Runtimes print text in one sort of quotes or the other.
  assertMatch(text, /local: (["'])192\.0\.2\.1\1/);
  assertStringIncludes(text, "\ntrue\n");
  assertStringIncludes(text, '#   value: "192.0.2.1"');
});

Deno.test("examples/ has only programs that a test runs", () => {
  const tests = ["examples_test.ts", "watching_test.ts"]
    .map((name) => Deno.readTextFileSync(new URL(name, import.meta.url)))
    .join("");
  for (const { name } of Deno.readDirSync(folder)) {
    assert(tests.includes(name), `no test runs ${name}`);
  }
});
