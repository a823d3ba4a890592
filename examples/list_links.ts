/**
 * Lists the links of this machine. Needs no privileges.
 *
 *     deno run --allow-ffi examples/list_links.ts
 */

// deno-lint-ignore-file no-console
import { Rtnetlink } from "@netlink/netlink";

// `using` closes the socket at the end of the block.
using net = Rtnetlink.open();
for await (const link of net.link.list()) {
  console.log(
    `${link.index} ${link.name}`,
    link.kind ?? link.type, // "bridge" or "vlan"; "ether" or "loopback"
    link.up ? "up" : "down", // what was asked for
    link.state, // what became of it: "up", "lowerlayerdown", …
    `mtu ${link.mtu}`,
  );
}
