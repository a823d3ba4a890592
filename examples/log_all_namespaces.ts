/**
 * Logs every change of links and addresses in every network namespace that has
 * an id here, and who caused it. (`ip netns set NAME auto` gives an id.)
 *
 *     deno run --allow-ffi examples/log_all_namespaces.ts
 */

// deno-lint-ignore-file no-console
import { Rtnetlink } from "@netlink/netlink";

using net = Rtnetlink.open();
const monitor = net.monitor(["link", "address"], {
  allNamespaces: true,
  stateless: true,
});
console.log("watching");
for await (const change of monitor) {
  if (!("action" in change)) {
    console.log(change.object);
    continue;
  }
  const what = change.object === "link"
    ? `link ${change.value.name} ${change.value.state}`
    : `address ${change.value.address} on link ${change.value.device}`;
  console.log(
    new Date(change.time).toISOString(),
    change.nsid === undefined ? "here" : `namespace ${change.nsid}`,
    change.action,
    what,
    change.processId === undefined ? "" : `by process ${change.processId}`,
  );
}
