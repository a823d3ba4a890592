/**
 * Limits what a container sends and receives, as the bandwidth plugin of CNI
 * does: token buckets at the host's end of its link, and at a device `ifb` to
 * which what comes from the container is redirected. Cleans up. Needs root.
 *
 *     sudo deno run --allow-ffi examples/bandwidth.ts
 */

// deno-lint-ignore-file no-console
import { Rtnetlink } from "@netlink/netlink";

using net = Rtnetlink.open();

const host = "veth-host";
const limit = { rate: "10mbit", burst: 32_000, latency: 0.025 };

await net.link.add({
  name: host,
  up: true,
  veth: { peer: { name: "veth-end" } },
});
await net.link.add({ name: "ifb-host", kind: "ifb", up: true });
try {
  // What the container receives leaves the host by its end of the link.
  await net.tc.qdisc.add({ device: host, handle: "1:", tbf: limit });

  // What it sends comes in there, and is sent through another device, as only
  // packets that leave can wait.
  await net.tc.qdisc.add({ device: host, kind: "ingress" });
  await net.tc.filter.add({
    device: host,
    parent: "ffff:",
    preference: 1,
    u32: { keys: [{ value: 0, mask: 0 }] },
    actions: [{ mirred: { redirect: "ifb-host" } }],
  });
  await net.tc.qdisc.add({ device: "ifb-host", handle: "1:", tbf: limit });

  const filters = net.tc.filter.list({ device: host, parent: "ffff:" });
  for await (const { kind, preference, actions } of filters) {
    if (actions === undefined) continue; // a table of such filters
    const device = actions[0]?.mirred?.redirect;
    const ifb = await net.link.get(device ?? "");
    console.log(`${preference} ${kind}: to ${ifb.name}`);
  }
  for await (const { kind, tbf } of net.tc.qdisc.list()) {
    if (tbf) console.log(`${kind}: ${tbf.rate} bytes a second`);
  }
} finally {
  await net.link.delete("ifb-host");
  await net.link.delete(host); // its queueing disciplines and filters go, too
}
