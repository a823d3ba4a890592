/**
 * Generic netlink: asks its controller which families there are, as `genl ctrl
 * list` does. Needs no privileges.
 *
 *     deno run --allow-ffi examples/generic_netlink.ts
 */

// deno-lint-ignore-file no-console
import { Connection } from "@netlink/netlink";
import {
  controlMessage,
  CTRL_CMD_GETFAMILY,
  GENL_ID_CTRL,
  NETLINK_GENERIC,
} from "@netlink/netlink/messages";
import { NetlinkSocket } from "@netlink/netlink/socket";

using connection = new Connection(new NetlinkSocket(NETLINK_GENERIC));
const families = connection.dump({
  type: GENL_ID_CTRL,
  codec: controlMessage,
  message: {
    cmd: CTRL_CMD_GETFAMILY,
    version: 1,
    reserved: 0,
    attributes: {},
  },
});
for await (const { attributes } of families) {
  console.log(attributes.familyId, attributes.familyName);
}
