import { assertEquals, assertRejects } from "@std/assert";
import {
  NET_DM_CMD_ALERT,
  NET_DM_CMD_CONFIG,
  NET_DM_CMD_CONFIG_GET,
  NET_DM_CMD_PACKET_ALERT,
  NET_DM_CMD_START,
  NET_DM_CMD_STATS_GET,
  NET_DM_CMD_STOP,
  type NetDmAttributes,
} from "../../messages/generic/drop_monitor.ts";
import {
  FamilyKernel,
  plain,
  RecordedKernel,
} from "../support/generic_kernel.ts";

/** What a monitor makes of a report. */
async function reported(
  cmd: number,
  attributes: NetDmAttributes,
): Promise<object> {
  const kernel = new FamilyKernel("NET_DM", () => [], ["events"]);
  const monitor = await kernel.generic.dropMonitor.monitor();
  assertEquals([...kernel.sockets[0]!.groups], [9]);
  kernel.report(cmd, { ...attributes });
  for await (const event of monitor) return plain(event);
  throw new Error("Cannot test DropMonitor.monitor(): it has ended");
}

Deno.test("DropMonitor.monitor() reads how many packets were dropped where", async () => {
  const pc = Uint8Array.of(0x10, 0x32, 0x54, 0x76, 0xff, 0xff, 0xff, 0xff);
  const points = [{ pc, count: 3 }, { pc: new Uint8Array(8), count: 0 }];
  assertEquals(
    await reported(NET_DM_CMD_ALERT, {
      alert: { entries: 1, points },
      hwEntries: [{ hwTrapName: "ttl_value_is_too_small", hwTrapCount: 5 }],
    }),
    {
      kind: "summary",
      positions: [
        { position: 0xffffffff76543210n, count: 3 },
        { position: "ttl_value_is_too_small", count: 5 },
      ],
    },
  );
});

Deno.test("DropMonitor.monitor() reads dropped packets", async () => {
  assertEquals(
    await reported(NET_DM_CMD_PACKET_ALERT, {
      origin: 0,
      pc: 1n,
      symbol: "udp_rcv+0x5",
      inPort: { netdevIfindex: 1, netdevName: "lo" },
      proto: 0x800,
      origLen: 70,
      payload: Uint8Array.of(69),
      reason: "NO_SOCKET",
    }),
    {
      kind: "packet",
      origin: "kernel",
      address: 1n,
      symbol: "udp_rcv+0x5",
      input: { netdevIfindex: 1, netdevName: "lo" },
      protocol: 0x800,
      length: 70,
      data: Uint8Array.of(69),
      reason: "NO_SOCKET",
    },
  );
});

Deno.test("DropMonitor.monitor() reads what traps of devices dropped", async () => {
  assertEquals(
    await reported(NET_DM_CMD_PACKET_ALERT, {
      origin: 1,
      timestamp: 2n ** 60n,
      hwTrapName: "ttl_value_is_too_small",
      hwTrapGroupName: "l3_drops",
      flowActionCookie: Uint8Array.of(7),
    }),
    {
      kind: "packet",
      origin: "device",
      timestamp: 2n ** 60n,
      trap: "ttl_value_is_too_small",
      trapGroup: "l3_drops",
      cookie: Uint8Array.of(7),
    },
  );
  assertEquals(await reported(NET_DM_CMD_ALERT, {}), {
    kind: "summary",
    positions: [],
  });
  assertEquals(
    (await reported(NET_DM_CMD_START, {}) as { kind: string }).kind,
    "unknown",
  );
});

Deno.test("DropMonitor gets and sets what is reported", async () => {
  const kernel = new FamilyKernel(
    "NET_DM",
    ({ cmd }) =>
      cmd === NET_DM_CMD_CONFIG_GET
        ? [{ attributes: { alertMode: 1, truncLen: 128, queueLen: 1000 } }]
        : cmd === NET_DM_CMD_STATS_GET
        ? [{ attributes: { stats: { dropped: 5n } } }]
        : [],
  );
  const { dropMonitor } = kernel.generic;
  assertEquals(await dropMonitor.get(), {
    mode: "packet",
    truncateTo: 128,
    queueLength: 1000,
  });
  await dropMonitor.set({ mode: "summary", truncateTo: 0 });
  assertEquals(kernel.last, {
    cmd: NET_DM_CMD_CONFIG,
    dump: false,
    attributes: { alertMode: 0, truncLen: 0 },
  });
  assertEquals(await dropMonitor.counters(), { kernel: 5n, devices: 0n });
  await assertRejects(
    () => dropMonitor.set({ mode: "other" as never }),
    TypeError,
    "mode",
  );
  await assertRejects(
    () => dropMonitor.set({ truncateTo: -1 }),
    RangeError,
    "truncateTo",
  );
});

Deno.test("DropMonitor starts and stops with the origins that are given", async () => {
  const kernel = new FamilyKernel("NET_DM");
  const { dropMonitor } = kernel.generic;
  for (
    const [origins, attributes] of [
      [{}, { swDrops: true, hwDrops: true }],
      [{ kernel: true }, { swDrops: true }],
      [{ devices: true }, { hwDrops: true }],
      [{ kernel: false, devices: true }, { hwDrops: true }],
    ] as const
  ) {
    for (
      const [verb, cmd] of [
        ["start", NET_DM_CMD_START],
        ["stop", NET_DM_CMD_STOP],
      ] as const
    ) {
      await dropMonitor[verb](origins);
      assertEquals(kernel.last, { cmd, dump: false, attributes });
    }
  }
  await assertRejects(
    () => dropMonitor.start({ kernel: 1 as never }),
    TypeError,
    "kernel",
  );
  kernel.answer = () => 11;
  await assertRejects(
    () => dropMonitor.start(),
    Error,
    "Cannot watch dropped packets: EAGAIN",
  );
  kernel.answer = () => 1;
  await assertRejects(
    () => dropMonitor.stop(),
    Error,
    "Cannot end watching dropped packets: EPERM",
  );
});

Deno.test("DropMonitor reads what a kernel has answered", async () => {
  const kernel = new RecordedKernel("NET_DM");
  const { dropMonitor } = kernel.generic;
  assertEquals(await dropMonitor.get(), {
    mode: "summary",
    truncateTo: 0,
    queueLength: 1000,
  });
  await dropMonitor.set({ mode: "packet", truncateTo: 60, queueLength: 500 });
  await dropMonitor.start({ kernel: true });
  await assertRejects(
    () => dropMonitor.set({ mode: "summary" }),
    Error,
    "Cannot set what is reported of dropped packets: EBUSY",
  );
  await dropMonitor.stop({ kernel: true });
  assertEquals(await dropMonitor.counters(), { kernel: 0n, devices: 0n });
  assertEquals(kernel.commands.length, 6);
});
