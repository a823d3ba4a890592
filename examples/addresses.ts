/**
 * Adds addresses to a link, lists them, and flushes them. Needs root, if only in
 * a namespace of its own:
 *
 *     unshare -rn deno run --allow-ffi examples/addresses.ts
 */

// deno-lint-ignore-file no-console
import { Rtnetlink } from "@netlink/netlink";

using net = Rtnetlink.open();
const device = "lo";

await net.address.add({ device, address: "192.0.2.1/24" });
// `replace` adds it, or changes what is there: lifetimes in this case.
await net.address.replace({
  device,
  address: "2001:db8::1/64",
  validLifetime: 3600,
  preferredLifetime: 1800,
});

for await (const found of net.address.list({ device, scope: "global" })) {
  const { address, prefixLength, validLifetime } = found;
  console.log(`${address}/${prefixLength} valid for ${validLifetime} s`);
}

await net.address.delete({ device, address: "192.0.2.1/24" });
const count = await net.address.flush({ device, within: "2001:db8::/32" });
console.log(`${count} flushed`);
