/**
 * Reports what happens to links and addresses until it is interrupted, by Ctrl+C
 * in this case. Needs no privileges.
 *
 *     deno run --allow-ffi examples/watch_links.ts
 */

// deno-lint-ignore-file no-console
import process from "node:process";
import { Rtnetlink } from "@netlink/netlink";

const stop = new AbortController();
const interrupted = () => stop.abort();
process.on("SIGINT", interrupted);

using net = Rtnetlink.open();
const { signal } = stop;
try {
  const changes = net.monitor(["link", "address"], { signal, snapshot: true });
  for await (const change of changes) {
    switch (change.object) {
      case "link":
        console.log(change.action, "link", change.value.name);
        break;
      case "address":
        console.log(change.action, "address", change.value.address);
        break;
      default:
        // "snapshot-end", after all that there was; "overrun", when the kernel
        // had to drop notifications; "resynced", when that has been made up for.
        console.log(change.object);
    }
  }
} catch (error) {
  if (!signal.aborted) throw error;
  console.log("stopped");
} finally {
  process.off("SIGINT", interrupted);
}
