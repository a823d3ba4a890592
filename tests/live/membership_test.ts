import { assert, assertEquals, assertRejects } from "@std/assert";
import { NetlinkError, Rtnetlink } from "../../api/mod.ts";
import { liveTest, sh } from "../support/live.ts";

liveTest("JoinedAddresses lists the groups of links", {}, async () => {
  sh("ip", "link", "add", "name", "a", "type", "veth", "peer", "name", "b");
  sh("ip", "link", "set", "dev", "a", "up");
  sh("ip", "address", "add", "ff05::7/128", "dev", "a", "autojoin");
  using net = Rtnetlink.open();
  const { index } = await net.link.get("a");
  const groups = await net.multicastAddress.list({
    device: "a",
    family: "inet6",
  }).toArray();
  const addresses = groups.map(({ address }) => address);
  assert(addresses.includes("ff02::1"), addresses.join());
  assert(addresses.includes("ff05::7"), addresses.join());
  assertEquals(groups.every(({ device }) => device === index), true);
  assertEquals(groups[0]!.family, "inet6");
  assert(groups[0]!.created! > 0);
  const all = await net.multicastAddress.list().toArray();
  assert(all.length >= groups.length);
});

liveTest("JoinedAddresses counts who has joined a group", {
  needs: ["kernel 7.3"],
}, async () => {
  sh("ip", "link", "add", "name", "a", "type", "veth", "peer", "name", "b");
  sh("ip", "link", "set", "dev", "a", "up");
  sh("ip", "address", "add", "ff05::7/128", "dev", "a", "autojoin");
  using net = Rtnetlink.open();
  const filter = { device: "a", family: "inet6" } as const;
  const groups = await net.multicastAddress.list(filter).toArray();
  const group = groups.find(({ address }) => address === "ff05::7");
  assertEquals(group?.users, 1);
});

liveTest("JoinedAddresses lists anycast addresses of routers", {}, async () => {
  sh("ip", "link", "add", "name", "a", "type", "veth", "peer", "name", "b");
  sh("sysctl", "-q", "-w", "net.ipv6.conf.a.forwarding=1");
  sh("ip", "link", "set", "dev", "a", "up");
  sh("ip", "link", "set", "dev", "b", "up");
  sh("ip", "address", "add", "2001:db8::1/64", "dev", "a", "nodad");
  using net = Rtnetlink.open();
  // Routers join a moment after they have their address.
  const isThere = async () =>
    (await net.anycastAddress.list({ device: "a" }).toArray())
      .some(({ address }) => address === "2001:db8::");
  for (let i = 0; i < 100 && !await isThere(); i++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert(await isThere());
  assertEquals(
    await net.anycastAddress.list({ device: "lo" }).toArray(),
    [],
  );
});

liveTest("JoinedAddresses names devices that are not there", {}, async () => {
  using net = Rtnetlink.open();
  await assertRejects(
    () => net.multicastAddress.list({ device: "nothing" }).toArray(),
    NetlinkError,
    'Cannot list multicast addresses: ENODEV: No such device: "nothing" for device',
  );
});
