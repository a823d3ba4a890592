/**
 * Makes a VLAN on top of another link. Needs root, if only in a namespace of its
 * own, and the kernel module `8021q`:
 *
 *     unshare -rn deno run --allow-ffi examples/create_vlan.ts
 */

// deno-lint-ignore-file no-console
import { Rtnetlink } from "@netlink/netlink";

using net = Rtnetlink.open();
await net.link.add({ name: "lower0", veth: { peer: { name: "lower1" } } });

await net.link.add({
  name: "lower0.10",
  link: "lower0",
  vlan: { id: 10, egressQos: [{ from: 2, to: 5 }] },
});

const { kind, vlan } = await net.link.get("lower0.10");
console.log(`${kind} ${vlan?.id}, ${vlan?.protocol}`);

await net.link.delete("lower0"); // the VLAN goes with it
