/**
 * Makes a VPN between two network namespaces, waits until the ends have agreed
 * on keys, and gives one of them another network meanwhile. Needs root, and a
 * kernel with WireGuard.
 *
 *     sudo deno run --allow-ffi examples/wireguard.ts
 */

// deno-lint-ignore-file no-console
import { GenericNetlink, Rtnetlink } from "@netlink/netlink";
import {
  generateWireguardKey,
  wireguardPublicKey,
} from "@netlink/netlink/wireguard";

const ends = await Promise.all(["east", "west"].map(async (netns, i) => {
  const privateKey = generateWireguardKey();
  const publicKey = await wireguardPublicKey(privateKey);
  const outside = `192.0.2.${i + 1}`;
  const inside = `10.0.0.${i + 1}`;
  return { netns, privateKey, publicKey, outside, inside };
}));
const [east, west] = ends as [typeof ends[0], typeof ends[0]];

using net = Rtnetlink.open();
for (const { netns } of ends) net.netns.add(netns);
try {
  // What packets go through, such as the Internet.
  await net.link.add({
    name: "uplink",
    netns: "east",
    veth: { peer: { name: "uplink", netns: "west" } },
  });
  for (const [end, other] of [[east, west], [west, east]] as const) {
    using there = Rtnetlink.open({ netns: end.netns });
    await there.link.set("uplink", { up: true });
    await there.address.add({
      device: "uplink",
      address: end.outside,
      prefixLength: 24,
    });
    await there.link.add({
      name: "wg0",
      up: true,
      wireguard: {
        privateKey: end.privateKey,
        listenPort: 51820,
        peers: [{
          publicKey: other.publicKey,
          endpoint: `${other.outside}:51820`,
          allowedIps: [`${other.inside}/32`],
          keepalive: 1,
        }],
      },
    });
    await there.address.add({
      device: "wg0",
      address: end.inside,
      prefixLength: 24,
    });
  }

  using generic = GenericNetlink.open({ netns: "east" });
  const { wireguard } = generic;
  const monitor = await wireguard.monitor("wg0", { interval: 0.2 });
  for await (const event of monitor) {
    if (event.kind === "snapshot" && event.device.peers[0]?.latestHandshake) {
      break;
    }
    if (event.kind === "peer-changed" && event.peer.latestHandshake) break;
  }
  console.log("the ends have agreed on keys");

  // Only what differs is sent, so that the session goes on.
  const { peers } = await wireguard.get("wg0");
  const [peer] = peers;
  const { changed } = await wireguard.apply("wg0", {
    peers: [{ ...peer!, allowedIps: [`${west.inside}/32`, "10.1.0.0/16"] }],
  });
  console.log(`${changed.length} peer changed`);
  const [after] = (await wireguard.get("wg0")).peers;
  console.log(after?.allowedIps.join(" "));
} finally {
  for (const { netns } of ends) net.netns.delete(netns);
}
