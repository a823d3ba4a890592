/**
 * Makes a bond of two links. Needs root, if only in a namespace of its own, and
 * the kernel module `bonding`:
 *
 *     unshare -rn deno run --allow-ffi examples/create_bond.ts
 */

// deno-lint-ignore-file no-console
import { Rtnetlink } from "@netlink/netlink";

using net = Rtnetlink.open();
await net.link.add({
  name: "bond0",
  // All durations are in seconds, whatever the kernel counts in.
  bond: { mode: "active-backup", miimon: 0.1 },
});
for (const name of ["nic0", "nic1"]) {
  await net.link.add({ name, veth: { peer: { name: `${name}-far` } } });
  await net.link.set(name, { master: "bond0" }); // while it is down
  await net.link.set(`${name}-far`, { up: true });
}
await net.link.set("bond0", { up: true, bond: { primary: "nic1" } });

await net.link.waitFor("bond0", "up");
const { bond } = await net.link.get("bond0");
console.log(`${bond?.mode}, carriers checked every ${bond?.miimon} s`);
for await (const port of net.link.list({ master: "bond0" })) {
  console.log(port.name, port.bondPort?.state);
}

await net.link.delete("bond0");
