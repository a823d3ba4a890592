import { assertEquals, assertRejects } from "@std/assert";
import {
  GenericNetlink,
  type L2tpTunnelSpec,
  NetlinkError,
} from "../../api/mod.ts";
import { liveTest, sh } from "../support/live.ts";

const needs = ["family l2tp"] as const;

const tunnels: L2tpTunnelSpec[] = [
  {
    id: 3000,
    peerId: 4000,
    local: "127.0.0.1",
    remote: "127.0.0.2",
    localPort: 5000,
    remotePort: 6000,
    checksum: true,
  },
  {
    id: 3001,
    peerId: 4001,
    encapsulation: "ip",
    local: "127.0.0.1",
    remote: "127.0.0.2",
  },
  {
    id: 3002,
    peerId: 4002,
    local: "::1",
    remote: "::1",
    localPort: 5002,
    remotePort: 6002,
    zeroChecksum6Tx: true,
  },
];

/** The kernel answers that it deletes something, and does it later. */
async function gone(find: () => Promise<unknown>): Promise<void> {
  while (await find() !== undefined) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

for (const spec of tunnels) {
  liveTest(`L2tpTunnels lists what it adds: ${JSON.stringify(spec)}`, {
    needs,
  }, async () => {
    sh("ip", "link", "set", "lo", "up");
    using generic = GenericNetlink.open();
    const { tunnel } = generic.l2tp;
    await tunnel.add(spec);
    const [found, ...others] = await tunnel.list().toArray();
    assertEquals(others, []);
    for (const [name, value] of Object.entries(spec)) {
      assertEquals(found![name as keyof L2tpTunnelSpec], value, name);
    }
    assertEquals((await tunnel.get(spec)).peerId, spec.peerId);
    assertEquals(await tunnel.delete(found!), true);
    await gone(() => tunnel.find(spec));
    assertEquals(await tunnel.delete(found!, { ifExists: true }), false);
  });
}

liveTest("L2tpSessions lists, changes and deletes what it adds", {
  needs,
}, async () => {
  sh("ip", "link", "set", "lo", "up");
  using generic = GenericNetlink.open();
  const { tunnel, session } = generic.l2tp;
  await tunnel.add(tunnels[1]!);
  const spec = {
    tunnelId: 3001,
    id: 1000,
    peerId: 2000,
    name: "l2tp0",
    cookie: Uint8Array.of(1, 2, 3, 4),
    sendSequence: true,
    reorderTimeout: 0.5,
  };
  await session.add(spec);
  const [found] = await session.list({ tunnelId: 3001 }).toArray();
  assertEquals(found!.name, "l2tp0");
  assertEquals(found!.sendSequence, true);
  assertEquals(found!.reorderTimeout, 0.5);
  assertEquals(Array.from(found!.cookie!), [1, 2, 3, 4]);
  assertEquals(await session.list({ tunnelId: 9 }).toArray(), []);

  await session.change(found!, { sendSequence: false });
  assertEquals((await session.get(found!)).sendSequence, false);
  assertEquals(await session.delete(found!), true);
  await gone(() => session.find(found!));
  await assertRejects(
    () => session.add({ tunnelId: 9, id: 1, peerId: 1 }),
    NetlinkError,
    "Cannot create L2TP session 1 of tunnel 9",
  );
});
