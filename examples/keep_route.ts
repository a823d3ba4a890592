/**
 * Keeps a route in place, whoever deletes it and whatever happens to the link.
 * Needs root, and a link through which the gateway can be reached.
 *
 *     sudo deno run --allow-ffi examples/keep_route.ts 198.51.100.0/24 192.0.2.254
 */

// deno-lint-ignore-file no-console
import process from "node:process";
import { NetlinkError, Rtnetlink } from "@netlink/netlink";

const [to = "198.51.100.0/24", gateway = "192.0.2.254"] = process.argv.slice(2);

using net = Rtnetlink.open();
let complete = false;
let isThere = false;

async function put(): Promise<void> {
  try {
    await net.route.replace({ to, gateway, protocol: "static" });
  } catch (error) {
    if (!(error instanceof NetlinkError)) throw error;
    // No link, no address, no way to the gateway: not yet, then.
    console.log(`waiting: ${error.code}`);
  }
}

// Changes of links and addresses are what may make a refused route possible.
const watched = ["route", "link", "address"] as const;
for await (const change of net.monitor(watched, { snapshot: true })) {
  if (change.object === "snapshot-end") complete = true;
  if (change.object === "route") {
    const { value } = change;
    if (value.to !== to || value.gateway !== gateway) continue;
    if (value.table !== "main") continue;
    // The kernel sends nothing when routes go down with their link; the monitor
    // finds out and reports it as any other change.
    isThere = change.action === "new";
    console.log(`${to} via ${gateway} is ${isThere ? "in place" : "gone"}`);
  }
  if (complete && !isThere) await put();
}
