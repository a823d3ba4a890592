/**
 * Prints speed and duplex mode of network devices whenever they change.
 *
 *     deno run --allow-ffi examples/watch_link_modes.ts
 */

// deno-lint-ignore-file no-console
import { GenericNetlink } from "@netlink/netlink";

using generic = GenericNetlink.open();
const { ethtool } = generic;
using changes = await ethtool.monitor();
for await (const { device, speed, duplex } of ethtool.linkModes.list()) {
  console.log(`${device}: ${speed ?? "unknown"} Mbit/s, ${duplex}`);
}
console.log("watching");
for await (const change of changes) {
  if (change.kind !== "linkModes") continue;
  const { speed, duplex } = change.value;
  console.log(`${change.device}: ${speed ?? "unknown"} Mbit/s, ${duplex}`);
}
