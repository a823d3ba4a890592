/**
 * Changes a link: MTU, name, alternative name, up and down. Needs root, if only
 * in a namespace of its own:
 *
 *     unshare -rn deno run --allow-ffi examples/change_link.ts
 */

// deno-lint-ignore-file no-console
import { Rtnetlink } from "@netlink/netlink";

using net = Rtnetlink.open();
await net.link.add({ name: "old", veth: { peer: { name: "far" } } });

// What is not given stays as it is.
await net.link.set("old", {
  name: "uplink",
  mtu: 9000,
  alias: "to the far end",
});
await net.link.addNames("uplink", ["a-name-that-is-longer-than-15-bytes"]);
await net.link.set("uplink", { up: true });

// Any of its names will do, and so will its index or the link itself.
const link = await net.link.get("a-name-that-is-longer-than-15-bytes");
console.log(`${link.name}: mtu ${link.mtu}, ${link.alias}`);

await net.link.set(link, { up: false });
await net.link.delete(link);
