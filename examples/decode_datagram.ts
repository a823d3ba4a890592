/**
 * Decodes netlink messages that came from elsewhere: from a capture, a log or
 * `strace`. Needs no permission and no kernel.
 *
 *     deno run examples/decode_datagram.ts
 */

// deno-lint-ignore-file no-console
import {
  addressMessage,
  decode,
  encode,
  printMessage,
  RTM_NEWADDR,
} from "@netlink/netlink/messages";

// `ip address add 192.0.2.1/24 dev lo`
const datagram = Uint8Array.fromHex(
  "280000001400050601000000000000000218000001000000" +
    "08000200c000020108000100c0000201",
);

const { messages } = decode(datagram);
for (const { header, body } of messages) {
  console.log(header.type === RTM_NEWADDR, body);
}

// Nothing is lost on the way: attributes that have no name here, their order
// and odd flags included.
console.log(encode(messages).toHex() === datagram.toHex());

// Byte by byte, past the header of 16 bytes.
const view = new DataView(datagram.buffer, 16);
console.log(printMessage(addressMessage, view));
