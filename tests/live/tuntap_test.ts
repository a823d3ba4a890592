import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { Rtnetlink, type TunTapSpec } from "../../api/mod.ts";
import { inNewNamespace } from "../../socket/namespace.ts";
import { SocketError } from "../../socket.ts";
import { liveTest } from "../support/live.ts";

const needs = ["file /dev/net/tun"] as const;

const specs: TunTapSpec[] = [
  { name: "t0", type: "tun" },
  { name: "t0", type: "tap", owner: 1000, group: 5 },
  {
    name: "t0",
    type: "tap",
    packetInformation: true,
    virtioHeader: true,
    multiQueue: true,
  },
];

for (const spec of specs) {
  liveTest(`TunTaps.add() makes links: ${JSON.stringify(spec)}`, {
    needs,
  }, async () => {
    using net = Rtnetlink.open();
    const before = await net.link.list().toArray();
    net.tuntap.add(spec);
    const link = await net.link.get("t0");
    assertEquals(link.kind, "tun");
    const { tun } = link as unknown as { tun?: Record<string, unknown> };
    assertEquals(tun?.persist, true);
    const { name: _, ...settings } = spec;
    for (const [name, value] of Object.entries(settings)) {
      assertEquals(tun?.[name], value, name);
    }
    assertThrows(() => net.tuntap.add(spec), SocketError, "EBUSY");
    net.tuntap.delete(spec);
    const after = await net.link.list().toArray();
    assertEquals(
      after.map(({ name }) => name),
      before.map(({ name }) => name),
    );
  });
}

liveTest("TunTaps reports what is wrong", { needs }, () => {
  using net = Rtnetlink.open();
  assertThrows(
    () => net.tuntap.add({ name: "a/b", type: "tun" }),
    TypeError,
    'Cannot use "a/b" as name',
  );
  assertThrows(
    () => net.tuntap.add({ name: "t0", type: "foo" as "tun" }),
    TypeError,
    'Cannot use "foo" as type',
  );
  assertThrows(
    () => net.tuntap.add({ name: "t0", type: "tun", owner: -1 }),
    RangeError,
    "Cannot use -1 as owner",
  );
  assertThrows(
    () => net.tuntap.delete({ name: "lo", type: "tun" }),
    SocketError,
    "EINVAL",
  );
});

liveTest("TunTaps acts in the namespace of its connection", {
  needs,
}, async () => {
  using here = Rtnetlink.open();
  // The namespace has no name: the sockets in it are all there is of it.
  using there = inNewNamespace(() => Rtnetlink.open());
  there.tuntap.add({ name: "t0", type: "tap" });
  assertEquals((await there.link.get("t0")).kind, "tun");
  await assertRejects(() => here.link.get("t0"), Error, "ENODEV");
  const command = new Deno.Command("cat", {
    args: ["/proc/net/dev"],
    stdout: "piped",
  });
  const seen = await new Response(there.netns.spawn(command).stdout).text();
  assert(seen.includes("t0:"));
  using mirror = await there.mirror(["link"]);
  assert([...mirror.list("link")].some(({ name }) => name === "t0"));
  there.tuntap.delete({ name: "t0", type: "tap" });
  await assertRejects(() => there.link.get("t0"), Error, "ENODEV");
});
