/**
 * Asks which way a packet would go. Needs no privileges.
 *
 *     deno run --allow-ffi examples/resolve_route.ts 2001:db8::1
 */

// deno-lint-ignore-file no-console
import process from "node:process";
import { NetlinkError, Rtnetlink } from "@netlink/netlink";

const [to = "127.0.0.1"] = process.argv.slice(2);

using net = Rtnetlink.open();
try {
  const { device, gateway, source } = await net.route.resolve(to);
  const link = device === undefined ? undefined : await net.link.get(device);
  console.log(`${to} by ${link?.name} from ${source}`, gateway ?? "directly");
} catch (error) {
  if (!(error instanceof NetlinkError)) throw error;
  // No route, or one that refuses packets: ENETUNREACH, EHOSTUNREACH, EACCES, …
  console.log(`no way to ${to}: ${error.code}`);
}
