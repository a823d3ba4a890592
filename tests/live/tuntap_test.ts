import { assertEquals, assertThrows } from "@std/assert";
import {
  addTunTap,
  deleteTunTap,
  Rtnetlink,
  type TunTapSpec,
} from "../../api/mod.ts";
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
  liveTest(`addTunTap() makes links: ${JSON.stringify(spec)}`, {
    needs,
  }, async () => {
    using net = Rtnetlink.open();
    addTunTap(spec);
    const link = await net.link.get("t0");
    assertEquals(link.kind, "tun");
    const { tun } = link as unknown as { tun?: Record<string, unknown> };
    assertEquals(tun?.persist, true);
    const { name: _, ...settings } = spec;
    for (const [name, value] of Object.entries(settings)) {
      assertEquals(tun?.[name], value, name);
    }
    assertThrows(() => addTunTap(spec), SocketError, "EBUSY");
    deleteTunTap(spec);
    assertEquals(
      (await net.link.list().toArray()).map(({ name }) => name),
      ["lo"],
    );
  });
}

liveTest("addTunTap() tells what is wrong", { needs }, () => {
  assertThrows(
    () => addTunTap({ name: "a/b", type: "tun" }),
    TypeError,
    'Cannot use "a/b" as name',
  );
  assertThrows(
    () => addTunTap({ name: "t0", type: "foo" as "tun" }),
    TypeError,
    'Cannot use "foo" as type',
  );
  assertThrows(
    () => addTunTap({ name: "t0", type: "tun", owner: -1 }),
    RangeError,
    "Cannot use -1 as owner",
  );
  assertThrows(
    () => deleteTunTap({ name: "lo", type: "tun" }),
    SocketError,
    "EINVAL",
  );
});
