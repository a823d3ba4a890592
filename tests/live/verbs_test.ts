import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { NetlinkError } from "../../api/connection/errors.ts";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import { kernelTest, liveTest } from "../support/live.ts";

liveTest(
  "Links.replace() makes a link, and changes it when it is there",
  { needs: ["kind ifb"] },
  async () => {
    using net = Rtnetlink.open();
    await net.link.replace({ name: "i0", kind: "ifb", mtu: 1400 });
    const { index, mtu } = await net.link.get("i0");
    assertEquals(mtu, 1400);
    await net.link.replace({ name: "i0", kind: "ifb", mtu: 1300 });
    const changed = await net.link.get("i0");
    assertEquals([changed.index, changed.mtu], [index, 1300]);
  },
);

liveTest("Rules.replace() adds no rule a second time", {}, async () => {
  using net = Rtnetlink.open();
  const spec = { from: "192.0.2.0/24", table: 5, priority: 7 };
  await net.rule.replace(spec);
  const [rule] = await net.rule.list({ priority: 7 }).toArray();
  await net.rule.replace(spec);
  await net.rule.replace(rule!);
  assertEquals((await net.rule.list({ priority: 7 }).toArray()).length, 1);
});

liveTest("Rules.get() finds a rule by what it has", {}, async () => {
  using net = Rtnetlink.open();
  await net.rule.add({ from: "192.0.2.0/24", table: 5, priority: 7 });
  assertEquals((await net.rule.get({ priority: 7 })).table, 5);
  await assertRejects(
    () => net.rule.get({ priority: 8 }),
    NetlinkError,
    "Cannot get rule priority 8: ENOENT",
  );
});

liveTest(
  "Routes.get() and Addresses.get() report what is not there",
  {},
  async () => {
    using net = Rtnetlink.open();
    await assertRejects(
      () => net.route.get({ to: "192.0.2.0/24" }),
      NetlinkError,
      "Cannot get route 192.0.2.0/24: ESRCH",
    );
    await assertRejects(
      () => net.address.get({ device: "lo", address: "192.0.2.1" }),
      NetlinkError,
      "Cannot get address 192.0.2.1/32 dev lo: EADDRNOTAVAIL",
    );
  },
);

kernelTest("Monitor refuses what cannot be watched", () => {
  using net = Rtnetlink.open();
  assertThrows(
    () => net.monitor(["links" as "link"]),
    TypeError,
    'Cannot watch "links": there are ',
  );
});
