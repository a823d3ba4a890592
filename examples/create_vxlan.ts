/**
 * Makes a VXLAN and shows its settings. Needs root, if only in a namespace of
 * its own:
 *
 *     unshare -rn deno run --allow-ffi examples/create_vxlan.ts
 */

// deno-lint-ignore-file no-console
import { Rtnetlink } from "@netlink/netlink";

using net = Rtnetlink.open();
await net.link.add({
  name: "vxlan42",
  // Room for 50 bytes of headers: the kernel does not subtract them if there is
  // no lower device that it could ask.
  mtu: 1450,
  vxlan: { id: 42, local: "192.0.2.1", port: 4789, learning: false },
  up: true,
});

const { vxlan } = await net.link.get("vxlan42");
console.log(`network ${vxlan?.id}, UDP port ${vxlan?.port}`);

await net.link.delete("vxlan42");
