/**
 * Makes a bridge with a trunk of VLANs and a port of one of them. Needs root, if
 * only in a namespace of its own:
 *
 *     unshare -rn deno run --allow-ffi examples/vlan_bridge.ts
 */

// deno-lint-ignore-file no-console
import { Rtnetlink } from "@netlink/netlink";

using net = Rtnetlink.open();
await net.link.add({ name: "br0", bridge: { vlanFiltering: true } });
for (const name of ["trunk", "access"]) {
  await net.link.add({ name, dummy: {}, master: "br0", up: true });
}

// What comes without a tag is nobody's on the trunk, and VLAN 110's on the
// other port.
await net.bridge.vlan.delete({ device: "trunk", vlan: 1 });
await net.bridge.vlan.add({ device: "trunk", vlan: "100-199" });
await net.bridge.vlan.delete({ device: "access", vlan: 1 });
await net.bridge.vlan.add({
  device: "access",
  vlan: 110,
  pvid: true,
  untagged: true,
});

for (const device of ["trunk", "access"]) {
  for await (const { vlan, pvid } of net.bridge.vlan.list({ device })) {
    const numbers = typeof vlan === "number" ? vlan : `${vlan.from}-${vlan.to}`;
    console.log(device, numbers, pvid ? "without a tag" : "with a tag");
  }
}

await net.link.delete("br0");
for (const name of ["trunk", "access"]) await net.link.delete(name);
