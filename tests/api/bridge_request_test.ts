/** What `net.bridge` sends: the same as `bridge`. */

import { assertEquals } from "@std/assert";
import type { Bridges } from "../../api/bridge/mod.ts";
import { fixture, replying, sentBy } from "../support/replies.ts";

/** Calls, and the request of a fixture that `bridge` sends for the same. */
const requests: readonly [
  name: string,
  index: number,
  call: (bridge: Bridges) => Promise<unknown>,
][] = [
  [
    "mst",
    0,
    ({ globalVlan }) => globalVlan.set({ device: 2, vlan: 10, mstInstance: 3 }),
  ],
  [
    "mst",
    1,
    ({ globalVlan }) =>
      globalVlan.set({ device: 2, vlan: "11-12", mstInstance: 4 }),
  ],
  [
    "mst",
    2,
    ({ mst }) => mst.set({ device: 3, instance: 3, state: "blocking" }),
  ],
  ["vlan_database", 0, ({ vlan }) =>
    vlan.set({
      device: 3,
      vlan: 10,
      state: "learning",
      multicastMaxGroups: 7,
      multicastRouter: 2,
      neighborSuppress: true,
      neighborForwardGratuitous: true,
    })],
  [
    "vlan_options",
    0,
    ({ vlan }) =>
      vlan.set({ device: 3, vlan: { from: 10, to: 11 }, state: "blocking" }),
  ],
  ["vlan_global", 0, ({ globalVlan }) =>
    globalVlan.set({
      device: 2,
      vlan: "10-11",
      multicastSnooping: true,
      multicastQuerier: true,
      multicastIgmpVersion: 3,
      multicastMldVersion: 2,
      multicastLastMemberCount: 3,
      multicastLastMemberInterval: 2,
      multicastStartupQueryCount: 4,
      multicastStartupQueryInterval: 30,
      multicastMembershipInterval: 250,
      multicastQuerierInterval: 240,
      multicastQueryInterval: 110,
      multicastQueryResponseInterval: 9,
    })],
  ["mdb_source_list", 0, ({ mdb }) =>
    mdb.add({
      bridge: 2,
      port: 3,
      group: "239.1.1.1",
      permanent: true,
      vlan: 1,
      filterMode: "include",
      sources: ["192.0.2.1", "192.0.2.2"],
      protocol: "static",
    })],
  ["mdb_source_list", 1, ({ mdb }) =>
    mdb.replace({
      bridge: 2,
      port: 3,
      group: "ff0e::1",
      permanent: true,
      vlan: 1,
      filterMode: "exclude",
      sources: ["2001:db8::1"],
      protocol: "zebra",
    })],
  [
    "mdb_source_list",
    2,
    ({ mdb }) =>
      mdb.delete({ bridge: 2, port: 3, group: "239.1.1.1", vlan: 1 }),
  ],
  ["mdb_sources", 0, ({ mdb }) =>
    mdb.add({
      bridge: 2,
      port: 3,
      group: "239.1.1.1",
      source: "192.0.2.9",
      permanent: true,
      vlan: 1,
    })],
  ["mdb_sources", 1, ({ mdb }) =>
    mdb.add({
      bridge: 2,
      port: 3,
      group: "ff05::7",
      permanent: false,
      vlan: 1,
    })],
  ["mdb_sources", 2, ({ mdb }) =>
    mdb.add({
      bridge: 2,
      port: 3,
      group: "01:00:5E:01:02:03",
      permanent: true,
    })],
  ["mdb_vxlan", 1, ({ mdb }) =>
    mdb.add({
      bridge: 2,
      port: 2,
      group: "239.1.1.1",
      permanent: true,
      destination: "192.0.2.3",
      destinationPort: 9999,
      vni: 20,
      outputDevice: 3,
      sourceVni: 10,
    })],
  ["mdb_vxlan", 2, ({ mdb }) =>
    mdb.add({
      bridge: 2,
      port: 2,
      group: "ff0e::1",
      permanent: true,
      destination: "2001:db8::2",
      sourceVni: 11,
      filterMode: "exclude",
      sources: ["2001:db8::9"],
    })],
  [
    "vni",
    0,
    ({ vni }) => vni.add({ device: 2, vni: "100-200", remote: "192.0.2.77" }),
  ],
  [
    "vni",
    1,
    ({ vni }) => vni.add({ device: 2, vni: 300, remote: "2001:db8::77" }),
  ],
  [
    "vni",
    2,
    ({ vni }) =>
      vni.delete({ device: 2, vni: 300, remote: "2001:db8::77" } as never),
  ],
];

for (const [name, index, call] of requests) {
  Deno.test(`bridge.* asks as bridge does: ${name}, request ${index}`, async () => {
    const { kernel, net } = replying([]);
    await call(net.bridge);
    assertEquals(sentBy(kernel).length, 1);
    const { header, body } = sentBy(kernel)[0]!;
    const wanted = fixture(`bridge/${name}`).requests[index]!;
    assertEquals(body, wanted.body);
    assertEquals(header.type, wanted.header.type);
    assertEquals(header.flags, wanted.header.flags);
  });
}
