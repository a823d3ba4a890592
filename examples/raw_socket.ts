/**
 * A socket without anything on top: sends the bytes of a request, and receives
 * the bytes of the answer. Needs no privileges.
 *
 *     deno run --allow-ffi examples/raw_socket.ts
 */

// deno-lint-ignore-file no-console
import {
  decode,
  encode,
  type LinkMessage,
  NETLINK_ROUTE,
  NLM_F_REQUEST,
  RTM_GETLINK,
  RTM_NEWLINK,
} from "@netlink/netlink/messages";
import { NetlinkSocket } from "@netlink/netlink/socket";

using socket = new NetlinkSocket(NETLINK_ROUTE);

const header = { type: RTM_GETLINK, flags: NLM_F_REQUEST, sequence: 1 };
const body = { family: 0, type: 0, index: 1, flags: 0, change: 0 };
socket.send(encode([{
  header: { length: 0, ...header, portId: 0 }, // the length is computed
  body: { ...body, attributes: {} },
}]));

const { bytes, sender } = await socket.receive();
// Any process may send to this socket; only the kernel has port 0.
if (sender !== 0) throw new Error(`Cannot trust port ${sender}`);
for (const { header, body } of decode(bytes).messages) {
  if (header.type !== RTM_NEWLINK) continue;
  const { index, attributes } = body as LinkMessage;
  console.log(index, attributes.name, attributes.mtu);
}
