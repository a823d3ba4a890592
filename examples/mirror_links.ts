/**
 * Keeps a live copy of the links, and waits until one of them is up.
 *
 *     deno run --allow-ffi examples/mirror_links.ts eth0
 */

// deno-lint-ignore-file no-console
import process from "node:process";
import { Rtnetlink } from "@netlink/netlink";

const [name = "eth0"] = process.argv.slice(2);

using net = Rtnetlink.open();
await using mirror = await net.mirror(["link", "address"]);
console.log(mirror.count("link"), "links");

const link = await mirror.until(() => {
  const link = mirror.get("link", name);
  return link?.state === "up" ? link : undefined;
});
console.log(`${link.name} is up`);
for (const { device, address } of mirror.list("address")) {
  if (device === link.index) console.log(address);
}
