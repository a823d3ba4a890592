/**
 * Adds routes, lists them, and deletes them. Needs root, if only in a namespace
 * of its own:
 *
 *     unshare -rn deno run --allow-ffi examples/routes.ts
 */

// deno-lint-ignore-file no-console
import { Rtnetlink } from "@netlink/netlink";

using net = Rtnetlink.open();
await net.link.add({ name: "veth0", veth: { peer: { name: "veth1" } } });
for (const name of ["veth0", "veth1"]) await net.link.set(name, { up: true });
await net.address.add({ device: "veth0", address: "192.0.2.1/24" });

await net.route.add({ to: "default", gateway: "192.0.2.254" });
await net.route.add({
  to: "198.51.100.0/24",
  gateway: "192.0.2.253",
  metric: 100,
  metrics: { mtu: 1400 },
});
await net.route.add({ to: "203.0.113.0/24", type: "blackhole", table: 100 });

// Of all tables, unless the filter names one.
for await (const route of net.route.list({ family: "inet", table: "main" })) {
  console.log(route.to, "via", route.gateway ?? "nothing", route.metric ?? 0);
}

const route = await net.route.get({ to: "203.0.113.0/24", table: 100 });
await net.route.delete(route);
await net.link.delete("veth0"); // its routes go with it
