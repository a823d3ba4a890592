/**
 * Sends packets from a prefix to a routing table of their own. Needs root, if
 * only in a namespace of its own:
 *
 *     unshare -rn deno run --allow-ffi examples/rules.ts
 */

// deno-lint-ignore-file no-console
import { Rtnetlink } from "@netlink/netlink";

using net = Rtnetlink.open();
await net.rule.add({ from: "192.0.2.0/24", table: 100, priority: 1000 });

for await (const rule of net.rule.list({ family: "inet" })) {
  console.log(rule.priority, rule.from ?? "all", rule.action, rule.table);
  // What `list` yields can be handed to `delete`.
  if (rule.priority === 1000) await net.rule.delete(rule);
}
