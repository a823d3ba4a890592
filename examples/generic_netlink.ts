/**
 * Generic netlink: what TCP remembers of its peers, as `ip tcp_metrics` shows
 * it, and a family without methods of its own: the controller, which lists all
 * families. Needs no privileges.
 *
 *     deno run --allow-ffi examples/generic_netlink.ts
 */

// deno-lint-ignore-file no-console
import { GenericNetlink } from "@netlink/netlink";
import { controlMessage, CTRL_CMD_GETFAMILY } from "@netlink/netlink/messages";

using generic = GenericNetlink.open();
for await (const { address, rtt } of generic.tcpMetrics.list()) {
  console.log(address, rtt);
}

const controller = generic.family({
  name: "nlctrl",
  version: 1,
  codec: controlMessage,
});
for await (const found of controller.dump(CTRL_CMD_GETFAMILY, {})) {
  console.log(found.attributes.familyId, found.attributes.familyName);
}
