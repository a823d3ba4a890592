/** What `net.bridge` asks the kernel, and makes of what that reports. */

import { assertEquals, assertRejects } from "@std/assert";
import { BatchError, NetlinkError } from "../../api/connection/errors.ts";
import type { Bridges } from "../../api/bridge/mod.ts";
import { RTM_NEWLINK } from "../../messages/link/constants.ts";
import { RTM_GETMDB, RTM_NEWMDB } from "../../messages/mdb/constants.ts";
import { RTM_NEWTUNNEL } from "../../messages/tunnel/constants.ts";
import {
  BRIDGE_VLANDB_DUMPF_STATS,
  RTM_DELVLAN,
  RTM_GETVLAN,
  RTM_NEWVLAN,
} from "../../messages/vlan_database/constants.ts";
import {
  type VlanDatabaseMessage,
  vlanDatabaseMessage,
} from "../../messages/vlan_database/vlan_database.ts";
import { ack, done, object } from "../support/fake_kernel.ts";
import { fixture, replying, sentBy } from "../support/replies.ts";

const EINVAL = 22;
const ENOENT = 2;

Deno.test("bridge.vlan.list() returns VLANs of bridges and ports", async () => {
  const { answers } = fixture("bridge/vlan_database");
  const { kernel, net } = replying(answers, RTM_NEWVLAN);
  const all = await net.bridge.vlan.list().toArray();
  const plain = {
    pvid: false,
    untagged: false,
    state: "forwarding",
    multicastRouter: 1,
    neighborSuppress: false,
    neighborForwardGratuitous: false,
  };
  const counted = { multicastGroups: 0, multicastMaxGroups: 0 };
  assertEquals(all as unknown[], [
    { ...plain, device: 2, vlan: 1, pvid: true, untagged: true },
    { ...plain, ...counted, device: 3, vlan: 1, untagged: true },
    {
      ...plain,
      ...counted,
      device: 3,
      vlan: 10,
      state: "learning",
      multicastRouter: 2,
      multicastMaxGroups: 7,
      neighborSuppress: true,
      neighborForwardGratuitous: true,
    },
    { ...plain, ...counted, device: 3, vlan: { from: 11, to: 12 } },
    { ...plain, ...counted, device: 3, vlan: 20, pvid: true, untagged: true },
  ]);
  const [{ header, body }] = sentBy(kernel) as [ReturnType<typeof sentBy>[0]];
  assertEquals(header.type, RTM_GETVLAN);
  assertEquals(body, { family: 7, index: 0, attributes: { flags: 0 } });

  const numbers = async (filter: Parameters<Bridges["vlan"]["list"]>[0]) =>
    (await net.bridge.vlan.list(filter).toArray()).map(({ device, vlan }) => [
      device,
      vlan,
    ]);
  assertEquals(await numbers({ vlan: 12 }), [[3, { from: 11, to: 12 }]]);
  assertEquals(await numbers({ vlan: "2-10" }), [[3, 10]]);
  assertEquals(await numbers({ pvid: true }), [[2, 1], [3, 20]]);
  assertEquals(await numbers({ device: 3, untagged: true }), [[3, 1], [3, 20]]);
  assertEquals((await net.bridge.vlan.get({ vlan: 11 })).device, 3);
});

Deno.test("bridge.vlan.get() and find() report that there is none", async () => {
  const { answers } = fixture("bridge/vlan_database");
  const { net } = replying(answers, RTM_NEWVLAN);
  const key = { device: 3, vlan: 77 };
  const error = await assertRejects(
    () => net.bridge.vlan.get(key),
    NetlinkError,
  );
  assertEquals(error.code, "ENOENT");
  assertEquals(await net.bridge.vlan.find(key), undefined);
});

Deno.test("bridge.vlan reads tunnels and counters, and lists chunks", async () => {
  const message: VlanDatabaseMessage = {
    family: 7,
    index: 4,
    attributes: {
      entries: [
        { info: { flags: 0, vid: 10 }, range: 12, tunnelInfo: { id: 1000 } },
        {
          info: { flags: 0, vid: 20 },
          tunnelInfo: { id: 7 },
          stats: { rxBytes: 5n, txPackets: 2n },
        },
      ],
    },
  };
  const { kernel, net } = replying([]);
  kernel.serve = (request) => [
    object(request, vlanDatabaseMessage, message, { type: RTM_NEWVLAN }),
    done(request),
  ];
  const chunks = net.bridge.vlan.list({ statistics: true }).chunks();
  const { value } = await chunks.next();
  assertEquals(
    (value as { tunnelId: unknown; statistics?: unknown }[]).map((
      { tunnelId, statistics },
    ) => [tunnelId, statistics]),
    [
      [{ from: 1000, to: 1002 }, undefined],
      [7, { rxBytes: 5n, rxPackets: 0n, txBytes: 0n, txPackets: 2n }],
    ],
  );
  assertEquals(sentBy(kernel)[0]!.body, {
    family: 7,
    index: 0,
    attributes: { flags: BRIDGE_VLANDB_DUMPF_STATS },
  });
});

Deno.test("bridge.vlan maps VLANs to tunnels, and ends it", async () => {
  const { kernel, net } = replying([]);
  const { vlan } = net.bridge;
  const key = { device: 4, vlan: "10-12" };
  await vlan.add({ ...key, tunnelId: "1000-1002", untagged: true });
  await vlan.unmap(key);
  await vlan.deleteAll([key, { device: 4, vlan: 20 }]);
  const range = { range: 12 };
  assertEquals(
    sentBy(kernel).map(({ header, body }) => [
      header.type,
      ...(body as VlanDatabaseMessage).attributes.entries!,
    ]),
    [
      [RTM_NEWVLAN, {
        info: { flags: 4, vid: 10 },
        ...range,
        tunnelInfo: { id: 1000, command: 19 },
      }],
      [RTM_NEWVLAN, {
        info: { flags: 64, vid: 10 },
        ...range,
        tunnelInfo: { command: 17 },
      }],
      [RTM_DELVLAN, { info: { flags: 0, vid: 10 }, ...range }],
      [RTM_DELVLAN, { info: { flags: 0, vid: 20 } }],
    ],
  );
});

Deno.test("bridge.globalVlan.list() returns options in seconds", async () => {
  const { answers } = fixture("bridge/vlan_global");
  const { net } = replying(answers, RTM_NEWVLAN);
  const { globalVlan } = net.bridge;
  const [first, second, ...others] = await globalVlan.list().toArray();
  assertEquals(others, []);
  assertEquals([first!.vlan, first!.multicastMembershipInterval], [1, 260]);
  assertEquals(second as unknown, {
    device: 2,
    vlan: { from: 10, to: 11 },
    multicastSnooping: true,
    multicastIgmpVersion: 3,
    multicastMldVersion: 2,
    multicastLastMemberCount: 3,
    multicastStartupQueryCount: 4,
    multicastQuerier: true,
    multicastLastMemberInterval: 2,
    multicastMembershipInterval: 250,
    multicastQuerierInterval: 240,
    multicastQueryInterval: 110,
    multicastQueryResponseInterval: 9,
    multicastStartupQueryInterval: 30,
    mstInstance: 0,
  });
  assertEquals(await globalVlan.get({ vlan: 11, device: 2 }), second);
  assertEquals(await globalVlan.find({ device: 3 }), undefined);
});

Deno.test("bridge.mdb.list() returns entries of bridges and of VXLAN devices", async () => {
  const bridged = fixture("bridge/mdb_source_list");
  const { net } = replying(bridged.answers, RTM_GETMDB);
  const { mdb } = net.bridge;
  const entry = {
    bridge: 2,
    port: 3,
    group: "ff0e::1",
    vlan: 1,
    permanent: true,
    protocol: "zebra",
    timer: 0,
  };
  assertEquals(await mdb.list().toArray() as unknown[], [
    { ...entry, source: "2001:db8::1", filterMode: "include", blocked: true },
    { ...entry, sources: ["2001:db8::1"], filterMode: "exclude" },
  ]);
  const source = { source: "2001:db8::1" };
  assertEquals((await mdb.list(source).toArray()).length, 1);
  assertEquals(await mdb.list({ vlan: 2 }).toArray(), []);
  assertEquals(await mdb.list({ port: 2 }).toArray(), []);

  const overlay = fixture("bridge/mdb_vxlan");
  const { answers } = overlay;
  const vxlan = replying(answers.slice(0, 1), RTM_NEWMDB).net.bridge.mdb;
  const remote = await vxlan.get({ sourceVni: 10, group: "239.1.1.1" });
  assertEquals(remote as unknown, {
    bridge: 2,
    port: 2,
    group: "239.1.1.1",
    permanent: true,
    destination: "192.0.2.3",
    destinationPort: 9999,
    vni: 20,
    outputDevice: 3,
    sourceVni: 10,
    filterMode: "exclude",
    protocol: "static",
    timer: 0,
  });
  assertEquals((await vxlan.list({ sourceVni: 11 }).toArray()).length, 2);
});

Deno.test("bridge.mdb.delete() distinguishes a missing entry from wrong arguments", async () => {
  const { answers } = fixture("bridge/mdb_source_list");
  const { kernel, net } = replying(answers, RTM_GETMDB);
  const { mdb } = net.bridge;
  const { serve } = kernel;
  kernel.serve = (request) =>
    request.type === RTM_GETMDB ? serve(request) : [ack(request, EINVAL)];
  const there = { bridge: 2, port: 3, group: "ff0e::1", vlan: 1 };
  const missing = { ...there, group: "ff0e::2" };
  assertEquals(await mdb.delete(missing, { ifExists: true }), false);
  for (const key of [there, missing]) {
    const isThere = key === there;
    const error = await assertRejects(
      () => mdb.delete(key, isThere ? { ifExists: true } : {}),
      NetlinkError,
    );
    assertEquals(error.code, "EINVAL");
  }
});

Deno.test("bridge.mdb.addAll() reports which entries were refused", async () => {
  const { kernel, net } = replying([]);
  kernel.serve = (
    request,
  ) => [ack(request, kernel.requests.length === 2 ? 17 : 0)];
  const specs = ["239.1.1.1", "239.1.1.2", "239.1.1.3"].map((group) => ({
    bridge: 2,
    port: 3,
    group,
  }));
  const error = await assertRejects(
    () => net.bridge.mdb.addAll(specs),
    BatchError,
  );
  assertEquals(error.failures.map(({ index }) => index), [1]);
  assertEquals(kernel.requests.length, 3);
});

Deno.test("bridge.vni.list() returns networks, with counters if asked", async () => {
  const { net } = replying(fixture("bridge/vni").answers, RTM_NEWTUNNEL);
  assertEquals(await net.bridge.vni.list({ vni: 150 }).toArray(), [
    { device: 2, vni: { from: 100, to: 200 }, remote: "192.0.2.77" },
  ]);
  assertEquals(await net.bridge.vni.find({ vni: 201 }), undefined);
  const { answers } = fixture("bridge/vni_statistics");
  const counted = replying(answers, RTM_NEWTUNNEL);
  const { vni } = counted.net.bridge;
  const network = await vni.get({ vni: 101, statistics: true });
  assertEquals(network as unknown, {
    device: 2,
    vni: 101,
    statistics: {
      rxBytes: 0n,
      rxPackets: 0n,
      rxDrops: 0n,
      rxErrors: 0n,
      txBytes: 0n,
      txPackets: 0n,
      txDrops: 0n,
      txErrors: 0n,
    },
  });
  assertEquals((sentBy(counted.kernel)[0]!.body as { flags: number }).flags, 1);
  const some = [{ device: 2, vni: 5 }, { device: 2, vni: "6-7" as const }];
  await vni.addAll(some);
  await vni.deleteAll(some);
  assertEquals(counted.kernel.requests.length, 5);
});

Deno.test("bridge.mst.list() returns states of ports in spanning trees", async () => {
  const { net } = replying(fixture("bridge/mst").answers, RTM_NEWLINK);
  const { mst } = net.bridge;
  const all = [
    { device: 3, instance: 0, state: "disabled" },
    { device: 3, instance: 3, state: "blocking" },
    { device: 3, instance: 4, state: "disabled" },
  ];
  const listed = await mst.list().toArray();
  assertEquals(
    listed.toSorted((a, b) => a.instance - b.instance) as unknown[],
    all,
  );
  assertEquals((await mst.get({ instance: 3 })).state, "blocking");
  assertEquals(await mst.list({ device: 2 }).toArray(), []);
});

Deno.test("bridge.vlan.delete() and bridge.vni.delete() report what was not there", async () => {
  const { kernel, net } = replying([]);
  kernel.serve = (request) => [ack(request, ENOENT)];
  const ifExists = { ifExists: true };
  const { vlan, vni } = net.bridge;
  assertEquals(await vlan.delete({ device: 2, vlan: 5 }, ifExists), false);
  assertEquals(await vni.delete({ device: 2, vni: 5 }, ifExists), false);
  await assertRejects(() => vlan.delete({ device: 2, vlan: 5 }), NetlinkError);
});

Deno.test("bridge refuses what is not possible by name, and sends nothing", async () => {
  const { kernel, net } = replying([]);
  const { vlan, globalVlan, mdb, vni, mst } = net.bridge;
  const entry = { bridge: 2, port: 3, group: "239.1.1.1" };
  const calls: [() => Promise<unknown>, string][] = [
    [() => vlan.add({ device: 2, vlan: 4095 }), "4095 as vlan"],
    [() => vlan.add({ device: 2, vlan: "20-10" }), "vlan"],
    [() => vlan.add({ device: 2, vlan: "ten" }), '"ten" as vlan: a number, or'],
    [() => vlan.add({ device: 2 } as never), "undefined as vlan"],
    [() => vlan.add({ vlan: 5 } as never), "undefined as device"],
    [
      () => vlan.add({ device: 2, vlan: "1-2", pvid: true }),
      "true as pvid: only one VLAN can have it",
    ],
    [
      () => vlan.add({ device: 2, vlan: "1-3", tunnelId: "1-2" }),
      '"1-2" as tunnelId: there have to be as many tunnels as VLANs',
    ],
    [
      () => vlan.add({ device: 2, vlan: 1, tunnelId: 2 ** 24 }),
      "16777216 as tunnelId",
    ],
    [
      () => vlan.set({ device: 2, vlan: 1, pvid: false } as never),
      "false as pvid: it is no option of VLANs",
    ],
    [
      () => vlan.set({ device: 2, vlan: 1, state: "open" as never }),
      '"open" as state',
    ],
    [() => vlan.unmap({ device: 2 } as never), "undefined as vlan"],
    [() => vlan.delete({ vlan: 2 } as never), "undefined as device"],
    [
      () => vlan.addAll([{ device: 2, vlan: 1 }, { device: 2, vlan: -1 }]),
      "-1 as vlan",
    ],
    [() => vlan.list({ vlan: "x" }).toArray(), '"x" as vlan'],
    [() => globalVlan.set({ vlan: 5 } as never), "undefined as device"],
    [
      () => globalVlan.set({ device: 2, vlan: 5, mstInstance: 65_536 }),
      "65536 as mstInstance",
    ],
    [
      () => globalVlan.set({ device: 2, vlan: 5, multicastQueryInterval: -1 }),
      "-1 as multicastQueryInterval",
    ],
    [() => mdb.add({ ...entry, group: "239.1" }), '"239.1" as group'],
    [() => mdb.add({ ...entry, vlan: 5000 }), "5000 as vlan"],
    [
      () => mdb.add({ ...entry, sources: ["192.0.2.1", "x"] }),
      '"x" as sources[1]',
    ],
    [
      () => mdb.add({ ...entry, filterMode: "some" as never }),
      '"some" as filterMode',
    ],
    [
      () => mdb.add({ ...entry, port: undefined } as never),
      "undefined as port",
    ],
    [() => mdb.delete({ bridge: 2, port: 3 } as never), "undefined as group"],
    [() => vni.add({ device: 2, vni: 2 ** 24 }), "16777216 as vni"],
    [() => vni.add({ device: 2, vni: 1, remote: "here" }), '"here" as remote'],
    [() => vni.delete({ device: 2 } as never), "undefined as vni"],
    [
      () => mst.set({ device: 2, instance: 4095, state: 1 }),
      "4095 as instance",
    ],
    [() => mst.set({ device: 2, instance: 1 } as never), "undefined as state"],
  ];
  for (const [call, text] of calls) {
    await assertRejects(call, Error, text);
  }
  assertEquals(kernel.requests.length, 0);
});
