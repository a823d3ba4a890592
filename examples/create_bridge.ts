/**
 * Makes a bridge and puts a link into it. Needs root, if only in a namespace of
 * its own:
 *
 *     unshare -rn deno run --allow-ffi examples/create_bridge.ts
 */

// deno-lint-ignore-file no-console
import { Rtnetlink } from "@netlink/netlink";

using net = Rtnetlink.open();

// The kind is that of the property that has its settings.
await net.link.add({ name: "br0", bridge: { stp: true, priority: 4096 } });
await net.link.add({
  name: "port0",
  veth: { peer: { name: "host0" } },
  master: "br0",
});

// Settings that a link has as a port are apart from those of its kind.
await net.link.set("port0", { bridgePort: { cost: 10, isolated: true } });
for (const name of ["br0", "port0", "host0"]) {
  await net.link.set(name, { up: true });
}

for await (const port of net.link.list({ master: "br0" })) {
  console.log(`${port.name} costs ${port.bridgePort?.cost}`);
}

await net.link.set("port0", { master: null }); // `null` takes it out
await net.link.delete("br0");
await net.link.delete("port0");
