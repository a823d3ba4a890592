/**
 * Reports when a link loses its carrier, and when it comes back.
 *
 *     deno run --allow-ffi examples/react_to_carrier.ts eth0
 */

// deno-lint-ignore-file no-console
import process from "node:process";
import { Rtnetlink } from "@netlink/netlink";

const [name = "eth0"] = process.argv.slice(2);

using net = Rtnetlink.open();
for await (const change of net.monitor(["link"], { snapshot: true })) {
  if (change.object === "snapshot-end") console.log(`watching ${name}`);
  if (change.object !== "link" || change.value.name !== name) continue;
  const had = change.old?.carrier;
  const has = change.action === "new" && change.value.carrier;
  if (had !== undefined && had !== has) {
    console.log(`${name}: ${has ? "carrier is back" : "carrier is lost"}`);
  }
}
