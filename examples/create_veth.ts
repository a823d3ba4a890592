/**
 * Connects this network namespace with a new one by a pair of veth links, and
 * cleans up. Needs root.
 *
 *     sudo deno run --allow-ffi examples/create_veth.ts
 */

// deno-lint-ignore-file no-console
import { Rtnetlink } from "@netlink/netlink";

using net = Rtnetlink.open();

net.netns.add("blue"); // as `ip netns add blue` does
try {
  // Both ends are made by one request: the other one is never seen here.
  await net.link.add({
    name: "veth-blue",
    up: true,
    veth: { peer: { name: "uplink", netns: "blue" } },
  });

  // The same objects and verbs, in the other namespace.
  using blue = Rtnetlink.open({ netns: "blue" });
  await blue.link.set("uplink", { up: true });
  await blue.address.add({ device: "uplink", address: "192.0.2.2/24" });

  const end = await net.link.waitFor("veth-blue", "up");
  console.log(`${end?.name} is ${end?.state}`);
  for await (
    const { address, prefixLength } of blue.address.list({ family: "inet" })
  ) console.log(`blue has ${address}/${prefixLength}`);

  await net.link.delete("veth-blue"); // the other end goes with it
} finally {
  net.netns.delete("blue");
}
