/**
 * Adds a neighbor with its hardware address, and lists neighbors. Needs root, if
 * only in a namespace of its own:
 *
 *     unshare -rn deno run --allow-ffi examples/neighbors.ts
 */

// deno-lint-ignore-file no-console
import { Rtnetlink } from "@netlink/netlink";

using net = Rtnetlink.open();
await net.link.add({ name: "br0", bridge: {}, up: true });

await net.neighbor.add({
  device: "br0",
  address: "192.0.2.7",
  linkAddress: "02:00:00:00:00:07",
  state: "permanent",
});
const filter = { device: "br0", within: "192.0.2.0/24" };
for await (const { address, linkAddress, state } of net.neighbor.list(filter)) {
  console.log(`${address} is at ${linkAddress}, ${state}`);
}

await net.neighbor.delete({ device: "br0", address: "192.0.2.7" });
await net.link.delete("br0");
