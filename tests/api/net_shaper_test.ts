import { assertEquals, assertRejects } from "@std/assert";
import { UnknownDeviceError } from "../../api/object/lookup.ts";
import {
  NET_SHAPER_CMD_CAP_GET,
  NET_SHAPER_CMD_DELETE,
  NET_SHAPER_CMD_GET,
  NET_SHAPER_CMD_GROUP,
  NET_SHAPER_CMD_SET,
} from "../../messages/generic/net_shaper.ts";
import {
  type Attributes,
  FamilyKernel,
  plain,
  RecordedKernel,
} from "../support/generic_kernel.ts";

/** Shapers with a kernel that answers each request. */
function open(...answer: Attributes[]) {
  const replies = answer.map((attributes) => ({ attributes }));
  const kernel = new FamilyKernel("net-shaper", () => replies);
  return { kernel, netShaper: kernel.generic.netShaper };
}

const handle = { scope: 2, id: 3 };

Deno.test("NetShapers lists and gets shapers", async () => {
  const { kernel, netShaper } = open({
    ifindex: 2,
    handle,
    parent: { scope: 3, id: 0 },
    metric: 0,
    bwMin: 1000n,
    bwMax: 10_000_000_000n,
    burst: 1500n,
    priority: 1,
    weight: 5,
  });
  const expected = {
    device: 2,
    scope: "queue",
    id: 3,
    parent: { scope: "node", id: 0 },
    metric: "bps",
    minRate: 1000,
    maxRate: 10_000_000_000,
    burst: 1500,
    priority: 1,
    weight: 5,
  } as const;
  const listed = await netShaper.list("eth0").toArray();
  assertEquals(listed.map(plain), [expected]);
  assertEquals(kernel.last, {
    cmd: NET_SHAPER_CMD_GET,
    dump: true,
    attributes: { ifindex: 2 },
  });
  assertEquals(await netShaper.list("br0").toArray(), []);
  const key = { device: "eth0", scope: "queue", id: 3 } as const;
  const one = await netShaper.get(key);
  assertEquals(plain(one), expected);
  const request = { dump: false, attributes: { ifindex: 2, handle } };
  assertEquals(kernel.last, { cmd: NET_SHAPER_CMD_GET, ...request });
  // What was read is a key.
  assertEquals(await netShaper.delete(one), true);
  assertEquals(kernel.last, { cmd: NET_SHAPER_CMD_DELETE, ...request });
});

Deno.test("NetShapers sets shapers", async () => {
  const { kernel, netShaper } = open();
  await netShaper.set({ device: "eth0", scope: "netdev" }, {
    metric: "pps",
    minRate: 1,
    maxRate: 2 ** 40,
    burst: 3,
    priority: 4,
    weight: 5,
  });
  assertEquals(kernel.last, {
    cmd: NET_SHAPER_CMD_SET,
    dump: false,
    attributes: {
      ifindex: 2,
      handle: { scope: 1 },
      metric: 1,
      bwMin: 1n,
      bwMax: 2n ** 40n,
      burst: 3n,
      priority: 4,
      weight: 5,
    },
  });
});

Deno.test("NetShapers.group() puts queues below nodes", async () => {
  const { kernel, netShaper } = open({
    ifindex: 2,
    handle: { scope: 3, id: 7 },
  });
  const node = await netShaper.group({
    device: "eth0",
    scope: "node",
    metric: "bps",
    maxRate: 1000,
    leaves: [{ id: 0, weight: 1 }, { id: 1, priority: 2 }],
    parent: { scope: "netdev" },
  });
  assertEquals(plain(node), { device: 2, scope: "node", id: 7 });
  assertEquals(kernel.last, {
    cmd: NET_SHAPER_CMD_GROUP,
    dump: false,
    attributes: {
      ifindex: 2,
      handle: { scope: 3 },
      metric: 0,
      bwMax: 1000n,
      leaves: [
        { handle: { scope: 2, id: 0 }, weight: 1 },
        { handle: { scope: 2, id: 1 }, priority: 2 },
      ],
      parent: { scope: 1 },
    },
  });
  const device = "eth0";
  const scope = "node";
  for (
    const [group, name] of [
      [{ device, scope }, "leaves"],
      [{ device, scope, leaves: [{}] }, "leaves"],
      [{ device, scope, leaves: [], parent: {} }, "parent"],
    ] as const
  ) {
    await assertRejects(
      () => netShaper.group(group as never),
      TypeError,
      name,
    );
  }
});

Deno.test("NetShapers.listCapabilities() reads what a device supports", async () => {
  const { kernel, netShaper } = open(
    {
      ifindex: 2,
      scope: 2,
      supportMetricBps: true,
      supportMetricPps: true,
      supportNesting: true,
      supportBwMin: true,
      supportBwMax: true,
      supportBurst: true,
      supportPriority: true,
      supportWeight: true,
    },
    { ifindex: 2, scope: 9 },
  );
  const all = await netShaper.listCapabilities("eth0").toArray();
  assertEquals(all.map(plain), [
    {
      device: 2,
      scope: "queue",
      metrics: ["bps", "pps"],
      settings: ["minRate", "maxRate", "burst", "priority", "weight"],
      nesting: true,
    },
    { device: 2, scope: 9, metrics: [], settings: [], nesting: false },
  ]);
  assertEquals(kernel.last, {
    cmd: NET_SHAPER_CMD_CAP_GET,
    dump: true,
    attributes: { ifindex: 2 },
  });
  kernel.answer = () => 95;
  await assertRejects(
    () => netShaper.listCapabilities("eth0").toArray(),
    Error,
    "Cannot get capabilities of shapers of eth0: EOPNOTSUPP",
  );
});

Deno.test("NetShapers reports what is wrong", async () => {
  const { kernel, netShaper } = open();
  kernel.answer = () => 2;
  const key = { device: "eth0", scope: "queue", id: 3 } as const;
  assertEquals(await netShaper.find(key), undefined);
  assertEquals(await netShaper.delete(key, { ifExists: true }), false);
  for (const verb of ["get", "delete"] as const) {
    await assertRejects(
      () => netShaper[verb](key),
      Error,
      `Cannot ${verb} shaper queue 3 of eth0: ENOENT`,
    );
  }
  const device = "nothing";
  for (
    const wrong of [
      () => netShaper.set({ device, scope: "netdev" }, {}),
      () => netShaper.list(device).toArray(),
    ]
  ) await assertRejects(wrong, UnknownDeviceError, "shaper");
  await assertRejects(
    () => netShaper.get({ device: 2 } as never),
    TypeError,
    "scope",
  );
  await assertRejects(
    () => netShaper.get({ device: 2, scope: "other" as never }),
    TypeError,
    "scope",
  );
  await assertRejects(
    () => netShaper.set(key, { maxRate: -1 }),
    RangeError,
    "maxRate",
  );
});

Deno.test("NetShapers reads what a kernel has answered", async () => {
  const kernel = new RecordedKernel("net-shaper");
  const { netShaper } = kernel.generic;
  const scopes = await netShaper.listCapabilities(2).toArray();
  assertEquals(scopes.map(({ scope }) => scope), [
    0,
    "netdev",
    "queue",
    "node",
  ]);
  const queue = { device: 2, scope: "queue", id: 0 } as const;
  await netShaper.set(queue, {
    metric: "bps",
    minRate: 1000,
    maxRate: 10_000_000_000,
    burst: 1500,
    priority: 1,
    weight: 2,
  });
  const read = await netShaper.get(queue);
  assertEquals(plain(read), {
    ...queue,
    parent: { scope: "netdev" },
    metric: "bps",
    minRate: 1000,
    maxRate: 10_000_000_000,
    burst: 1500,
    priority: 1,
    weight: 2,
  });
  const node = await netShaper.group({
    device: 2,
    scope: "node",
    metric: "bps",
    maxRate: 5_000_000,
    leaves: [{ id: 0, weight: 1 }, { id: 1, weight: 3 }],
  });
  assertEquals(plain(node), { device: 2, scope: "node", id: 0 });
  const all = await netShaper.list(2).toArray();
  assertEquals(
    all.map(({ scope, id, parent, weight }) => [scope, id, parent, weight]),
    [
      ["queue", 0, { scope: "node", id: 0 }, 1],
      ["queue", 1, { scope: "node", id: 0 }, 3],
      ["node", 0, { scope: "netdev" }, undefined],
    ],
  );
  assertEquals(await netShaper.delete({ ...queue, id: 1 }), true);
  assertEquals(await netShaper.find({ ...queue, id: 1 }), undefined);
  assertEquals(kernel.commands.length, 7);
});
