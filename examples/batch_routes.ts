/**
 * Adds many routes with few system calls: the kernel carries out all requests of
 * a datagram one after the other. Needs root, if only in a namespace of its own:
 *
 *     unshare -rn deno run --allow-ffi examples/batch_routes.ts 10000
 */

// deno-lint-ignore-file no-console
import process from "node:process";
import { BatchError, type RouteSpec, Rtnetlink } from "@netlink/netlink";

const [count = 1000] = process.argv.slice(2).map(Number);

/** The routes, each made when it is its turn. */
function* routes(): Generator<RouteSpec> {
  for (let i = 0; i < count; i++) {
    const to = `10.${i >> 16 & 255}.${i >> 8 & 255}.${i & 255}/32`;
    yield { to, type: "blackhole" };
  }
}

using net = Rtnetlink.open();
await net.route.addAll(routes());
console.log(`${count} routes added`);

// One that fails does not keep the others from being carried out.
try {
  await net.route.addAll(routes());
} catch (error) {
  if (!(error instanceof BatchError)) throw error;
  console.log(`${error.failures.length} failed: ${error.failures[0]?.error}`);
}

await net.route.deleteAll(routes());
console.log(`${count} routes deleted`);
