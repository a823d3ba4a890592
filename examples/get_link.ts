/**
 * Gets one link by its name, which need not be there. Needs no privileges.
 *
 *     deno run --allow-ffi examples/get_link.ts eth0
 */

// deno-lint-ignore-file no-console
import process from "node:process";
import { Rtnetlink } from "@netlink/netlink";

const [name = "lo"] = process.argv.slice(2);

using net = Rtnetlink.open();
// `get` would throw an UnknownDeviceError where `find` returns `undefined`.
const link = await net.link.find(name);
if (link === undefined) console.log(`there is no ${name}`);
else console.log(`${link.name} has index ${link.index}, mtu ${link.mtu}`);
