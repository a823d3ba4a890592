/**
 * Makes one VXLAN device for many networks, each of which is a VLAN of a bridge,
 * as EVPN agents do. Needs root, if only in a namespace of its own:
 *
 *     unshare -rn deno run --allow-ffi examples/vxlan_vni.ts
 */

// deno-lint-ignore-file no-console
import { Rtnetlink } from "@netlink/netlink";

using net = Rtnetlink.open();
await net.link.add({ name: "br0", bridge: { vlanFiltering: true } });
await net.link.add({
  name: "vxlan0",
  vxlan: { external: true, vniFilter: true, port: 4789, learning: false },
  master: "br0",
  bridgePort: { vlanTunnel: true, neighborSuppress: true, learning: false },
});

// VLANs 100 to 199 are the networks 10100 to 10199.
await net.bridge.vni.add({ device: "vxlan0", vni: "10100-10199" });
await net.bridge.vlan.add({
  device: "vxlan0",
  vlan: "100-199",
  tunnelId: "10100-10199",
});
// A machine of VLAN 100 is behind another endpoint.
await net.forwarding.add({
  device: "vxlan0",
  linkAddress: "02:00:00:00:00:42",
  destination: "192.0.2.2",
  sourceVni: 10100,
});

const { vlan, tunnelId } = await net.bridge.vlan.get({
  device: "vxlan0",
  vlan: 100,
});
console.log("VLANs", vlan, "are networks", tunnelId);
const entry = await net.forwarding.get({
  device: "vxlan0",
  linkAddress: "02:00:00:00:00:42",
});
console.log(`${entry.linkAddress} is at ${entry.destination}`);

await net.link.delete("vxlan0");
await net.link.delete("br0");
