/**
 * A request that is made by hand, as for what the friendly objects have no
 * method for: the settings of IPv4 (`sysctl net.ipv4.conf`) of all links. Needs
 * no privileges.
 *
 *     deno run --allow-ffi examples/custom_request.ts
 */

// deno-lint-ignore-file no-console
import { Rtnetlink } from "@netlink/netlink";
import {
  AF_INET,
  netconfMessage,
  RTM_GETNETCONF,
} from "@netlink/netlink/messages";

using net = Rtnetlink.open();

// Codecs and connection are all that the friendly objects use themselves:
// acknowledgments, interrupted dumps and errors are taken care of.
const all = net.connection.dump({
  type: RTM_GETNETCONF,
  codec: netconfMessage,
  message: { family: AF_INET, attributes: {} },
});
for await (const { attributes } of all) {
  const { index, forwarding, reversePathFilter } = attributes;
  console.log(index, { forwarding, reversePathFilter });
}
