/**
 * Gets one link by its name, which need not be there. Needs no privileges.
 *
 *     deno run --allow-ffi examples/get_link.ts eth0
 */

// deno-lint-ignore-file no-console
import { type Link, NetlinkError, Rtnetlink } from "@netlink/netlink";

const [name = "lo"] = Deno.args;

using net = Rtnetlink.open();

async function find(name: string): Promise<Link | undefined> {
  try {
    return await net.link.get(name);
  } catch (error) {
    // Only this one error means "no such link": others must not be hidden.
    if (error instanceof NetlinkError && error.code === "ENODEV") {
      return undefined;
    }
    throw error;
  }
}

const link = await find(name);
if (link === undefined) console.log(`there is no ${name}`);
else console.log(`${link.name} has index ${link.index}, mtu ${link.mtu}`);
