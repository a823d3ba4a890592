import { inspect } from "node:util";
import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  decode,
  encode,
  messageType,
  NETLINK_XFRM,
  NLM_F_DUMP,
  NLM_F_REQUEST,
  SecretBytes,
  XFRM_MSG_FLUSHPOLICY,
  XFRM_MSG_GETSA,
  type XfrmAttributes,
  xfrmAttributes,
} from "../../../messages/mod.ts";
import { Writer } from "../../../messages/codec/mod.ts";

/** A message of a type and with a body in hexadecimal digits. */
function message(type: number, flags: number, body: string): Uint8Array {
  const bytes = Uint8Array.fromHex(`${"00".repeat(16)}${body}`);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, bytes.length, true);
  view.setUint16(4, type, true);
  view.setUint16(6, flags, true);
  return bytes;
}

const bytes = (...values: number[]) => new Uint8Array(values);

function roundTrip(attributes: XfrmAttributes): XfrmAttributes {
  const writer = new Writer();
  xfrmAttributes.encode(writer, attributes);
  const { buffer, byteOffset, length } = writer.finish();
  return xfrmAttributes.decode(
    new DataView(buffer, byteOffset, length),
    0,
    length,
  );
}

Deno.test("messages of NETLINK_XFRM are distinguished from those of NETLINK_ROUTE", () => {
  assertEquals(messageType(NETLINK_XFRM, 16)?.name, "XFRM_MSG_NEWSA");
  assertEquals(messageType(0, 16)?.name, "RTM_NEWLINK");
  assertEquals(messageType(99, 16), undefined);
});

Deno.test("requests for all states have attributes and no header", () => {
  const bytes = message(
    XFRM_MSG_GETSA,
    NLM_F_REQUEST | NLM_F_DUMP,
    "0500190032000000",
  );
  const { messages } = decode(bytes, NETLINK_XFRM);
  assertEquals(messages[0]!.body, { protocol: 50 });
  assertEquals(encode(messages, NETLINK_XFRM), bytes);
});

Deno.test("requests that delete all policies may be empty", () => {
  const bytes = message(XFRM_MSG_FLUSHPOLICY, NLM_F_REQUEST, "");
  const { messages } = decode(bytes, NETLINK_XFRM);
  assertEquals(messages[0]!.body, {});
  assertEquals(encode(messages, NETLINK_XFRM), bytes);
});

Deno.test("algorithms keep what is behind their name", () => {
  // "a", a NUL, and a byte that somebody forgot; a key of 8 bits.
  const name = `610099${"00".repeat(61)}`;
  const bytes = message(
    XFRM_MSG_GETSA,
    NLM_F_REQUEST | NLM_F_DUMP,
    `49000200${name}08000000ff000000`,
  );
  const { messages } = decode(bytes, NETLINK_XFRM);
  assertEquals(messages[0]!.body, {
    encryption: { name: "a", keyLength: 8, key: new SecretBytes([255]) },
  });
  assertEquals(encode(messages, NETLINK_XFRM), bytes);
});

Deno.test("attributes that are too short for their struct stay bytes", () => {
  const bytes = message(
    XFRM_MSG_GETSA,
    NLM_F_REQUEST | NLM_F_DUMP,
    "0800020061620000" + "08000e0001020304",
  );
  const { messages } = decode(bytes, NETLINK_XFRM);
  const { unknown } = messages[0]!.body as XfrmAttributes;
  assertEquals(unknown?.map(({ type }) => type), [2, 14]);
  assertEquals(encode(messages, NETLINK_XFRM), bytes);
});

Deno.test("attributes of newer kernels are read and written", () => {
  const attributes: XfrmAttributes = {
    direction: 2,
    natKeepalive: 20,
    cpu: 3,
    iptfsDropTime: 1000,
    iptfsReorderWindow: 3,
    iptfsDontFragment: true,
    iptfsInitialDelay: 500,
    iptfsQueueSize: 1 << 20,
    iptfsPacketSize: 1400,
  };
  assertEquals(roundTrip(attributes), attributes);
  const writer = new Writer();
  xfrmAttributes.encode(writer, attributes);
  const view = writer.view;
  const types: number[] = [];
  for (let at = 0; at < writer.length;) {
    types.push(view.getUint16(at + 2, true));
    at += view.getUint16(at, true) + 3 & ~3;
  }
  assertEquals(types, [33, 34, 35, 36, 37, 38, 39, 40, 41]);
});

Deno.test("states and templates in attributes are structs of their own", () => {
  const template = {
    id: { destination: "192.0.2.2", spi: 0, protocol: 50 },
    family: 2,
    source: "192.0.2.1",
    requestId: 1,
    mode: 1,
    share: 0,
    optional: 0,
    authAlgorithms: 0xffffffff,
    encryptionAlgorithms: 0xffffffff,
    compressionAlgorithms: 0xffffffff,
  };
  const found = roundTrip({ templates: [template, template] });
  assertEquals(found, { templates: [template, template] });
  assert(found.unknown === undefined);
});

Deno.test("keys print as nothing, and can be read", () => {
  const algorithm = { name: "cbc(aes)", keyLength: 16, key: bytes(0xab, 0xcd) };
  const { encryption } = roundTrip({ encryption: algorithm });
  assertEquals(encryption!.key.toHex(), "abcd");
  for (
    const text of [
      Deno.inspect(encryption),
      inspect(encryption),
      JSON.stringify(encryption),
      `${encryption!.key}`,
    ]
  ) {
    assert(text.includes("(hidden)"), text);
    assert(!/abcd|171/.test(text), text);
  }
  assertEquals(
    roundTrip({ encryption: encryption! }).encryption,
    encryption,
  );
});

Deno.test("keys of the wrong type are not in errors", () => {
  const algorithm = { name: "cbc(aes)", keyLength: 16, key: "abcd" as never };
  const error = assertThrows(() => roundTrip({ encryption: algorithm }));
  assertEquals(
    (error as Error).message,
    'Cannot encode encryption.key: "(hidden)" is not a Uint8Array',
  );
});
