/**
 * Spreads packets over two gateways. Needs root, if only in a namespace of its
 * own:
 *
 *     unshare -rn deno run --allow-ffi examples/multipath_route.ts
 */

// deno-lint-ignore-file no-console
import { Rtnetlink } from "@netlink/netlink";

using net = Rtnetlink.open();
await net.link.add({ name: "veth0", veth: { peer: { name: "veth1" } } });
for (const name of ["veth0", "veth1"]) await net.link.set(name, { up: true });
await net.address.add({ device: "veth0", address: "192.0.2.1/24" });

await net.route.add({
  to: "198.51.100.0/24",
  nextHops: [
    { gateway: "192.0.2.253", weight: 2 }, // two packets of three
    { gateway: "192.0.2.254" },
  ],
});
const { nextHops = [] } = await net.route.get({ to: "198.51.100.0/24" });
for (const { gateway, weight } of nextHops) console.log(gateway, weight);

await net.link.delete("veth0");
