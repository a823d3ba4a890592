/**
 * Turns checksum offload off on one end of a pair of links, as one does for
 * programs that read packets before anything has filled the checksums in, and
 * back on. Needs root.
 *
 *     sudo deno run --allow-ffi examples/checksum_offload.ts
 */

// deno-lint-ignore-file no-console
import { GenericNetlink, Rtnetlink } from "@netlink/netlink";

using net = Rtnetlink.open();
using generic = GenericNetlink.open();
const { features } = generic.ethtool;
const checksum = "tx-checksum-ip-generic";

await net.link.add({ name: "veth7", veth: { peer: { name: "veth8" } } });
try {
  const { changed, refused } = await features.set("veth7", {
    [checksum]: false,
  });
  // Segmentation needs checksums, so that the kernel turns it off, too.
  console.log(`${checksum}: ${changed[checksum] ? "on" : "off"}`);
  console.log(`with it: ${changed["tx-tcp-segmentation"] === false}`);
  console.log(`refused: ${Object.keys(refused).length}`);

  await features.set("veth7", { [checksum]: true });
  const after = await features.get("veth7");
  console.log(`${checksum}: ${after.features[checksum] ? "on" : "off"}`);
  console.log(`cannot be switched: ${after.fixed.includes("rx-lro")}`);
} finally {
  await net.link.delete("veth7");
}
