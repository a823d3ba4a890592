import { assertEquals, assertRejects } from "@std/assert";
import { NetlinkError, Rtnetlink } from "../../api/mod.ts";
import { liveTest, sh } from "../support/live.ts";

liveTest("NetworkSettings returns what sysctl has set", {}, async () => {
  sh("ip", "link", "add", "name", "a", "type", "veth", "peer", "name", "b");
  sh("sysctl", "-q", "-w", "net.ipv4.conf.a.forwarding=1");
  sh("sysctl", "-q", "-w", "net.ipv4.conf.a.rp_filter=2");
  sh("sysctl", "-q", "-w", "net.ipv6.conf.a.forwarding=0");
  using net = Rtnetlink.open();
  const { index } = await net.link.get("a");
  const four = await net.netconf.get({ device: "a" });
  assertEquals(four.family, "inet");
  assertEquals(four.device, index);
  assertEquals(four.forwarding, true);
  assertEquals(four.reversePathFilter, "loose");
  const six = await net.netconf.get({ device: { index }, family: "inet6" });
  assertEquals(six.forwarding, false);
  assertEquals(six.reversePathFilter, undefined);
});

liveTest("NetworkSettings.list() lists all protocols", {}, async () => {
  using net = Rtnetlink.open();
  const all = await net.netconf.list().toArray();
  const scopes = all.filter(({ device }) => typeof device === "object")
    .map(({ family, device }) => ({ family, device }));
  for (const family of ["inet", "inet6"]) {
    for (const scope of ["all", "default"] as const) {
      const wanted = JSON.stringify({ family, device: { scope } });
      assertEquals(
        scopes.filter((found) => JSON.stringify(found) === wanted).length,
        1,
      );
    }
  }
  assertEquals(all.every(({ message }) => message.family !== 0), true);
});

liveTest("NetworkSettings.list() filters", {}, async () => {
  using net = Rtnetlink.open();
  const found = await net.netconf.list({ family: "inet6", device: "lo" })
    .toArray();
  assertEquals(found.map(({ family, device }) => [family, device]), [
    ["inet6", 1],
  ]);
  const all = await net.netconf.list({
    family: "inet",
    device: { scope: "all" },
  }).toArray();
  assertEquals(all.length, 1);
  assertEquals(all[0]!.device, { scope: "all" });
});

liveTest("NetworkSettings names what is wrong", {}, async () => {
  using net = Rtnetlink.open();
  await assertRejects(
    () => net.netconf.get({ device: "nothing" }),
    NetlinkError,
    'Cannot get network configuration dev nothing: ENODEV: No such device: "nothing" for device',
  );
  await assertRejects(
    () => net.netconf.get({ device: { scope: "x" as "all" } }),
    TypeError,
    'Cannot use "x" as device.scope',
  );
});
