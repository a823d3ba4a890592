import { assertEquals, assertRejects } from "@std/assert";
import { NetlinkError, Rtnetlink } from "../../api/mod.ts";
import { liveTest, sh } from "../support/live.ts";

liveTest("AddressLabels lists the labels of RFC 6724", {}, async () => {
  using net = Rtnetlink.open();
  const labels = await net.addressLabel.list().toArray();
  const found = Object.fromEntries(labels.map(({ prefix, label }) => [
    prefix,
    label,
  ]));
  assertEquals(found["::1/128"], 0);
  assertEquals(found["::/0"], 1);
  assertEquals(found["fc00::/7"], 5);
});

liveTest("AddressLabels adds what it lists, and deletes it", {}, async () => {
  using net = Rtnetlink.open();
  sh("ip", "link", "add", "name", "a", "type", "veth", "peer", "name", "b");
  const { index } = await net.link.get("a");
  const spec = { prefix: "2001:db8::/32", device: "a", label: 77 };
  await net.addressLabel.add(spec);
  const [label] = await net.addressLabel.list({ device: "a" }).toArray();
  assertEquals({ ...label!, message: 0 }, {
    ...spec,
    device: index,
    message: 0,
  });
  assertEquals(
    sh("ip", "addrlabel").includes("prefix 2001:db8::/32 dev a label 77"),
    true,
  );
  await assertRejects(() => net.addressLabel.add(spec), NetlinkError, "EEXIST");
  await net.addressLabel.delete(label!);
  assertEquals(
    await net.addressLabel.list({ device: "a" }).toArray(),
    [],
  );
  await net.addressLabel.add(label!);
  const [second] = await net.addressLabel.list({ label: 77 }).toArray();
  assertEquals(second!.prefix, "2001:db8::/32");
});

liveTest("AddressLabels.get() and resolve() find labels", {}, async () => {
  using net = Rtnetlink.open();
  await net.addressLabel.add({ prefix: "2001:db8::/32", label: 5 });
  await net.addressLabel.replace({ prefix: "2001:db8:0::/32", label: 6 });
  const found = await net.addressLabel.get({ prefix: "2001:db8::/32" });
  assertEquals(found.label, 6);
  assertEquals(await net.addressLabel.resolve("2001:db8:1::1"), 6);
  assertEquals(await net.addressLabel.resolve("2001:db9::1"), 1);
  await assertRejects(
    () => net.addressLabel.get({ prefix: "2001:db8::/33" }),
    NetlinkError,
    "ENOENT",
  );
});

liveTest("AddressLabels.list() filters by prefix and label", {}, async () => {
  using net = Rtnetlink.open();
  const within = await net.addressLabel.list({ within: "2001::/16" }).toArray();
  assertEquals(within.map(({ prefix }) => prefix).sort(), [
    "2001:10::/28",
    "2001::/32",
  ]);
  const five = await net.addressLabel.list({ label: 1 }).toArray();
  assertEquals(five.map(({ prefix }) => prefix), ["::/0"]);
});

liveTest(
  "AddressLabels refuses bad input before anything is sent",
  {},
  async () => {
    using net = Rtnetlink.open();
    await assertRejects(
      () => net.addressLabel.add({ prefix: "192.0.2.0/24", label: 1 }),
      TypeError,
      'Cannot use "192.0.2.0" as prefix',
    );
    await assertRejects(
      () => net.addressLabel.add({ prefix: "::/0", label: 0xffffffff }),
      RangeError,
      "as label",
    );
    await assertRejects(
      () => net.addressLabel.list({ device: "nothing" }).toArray(),
      NetlinkError,
      'Cannot list address labels: ENODEV: No such device: "nothing" for device',
    );
  },
);
