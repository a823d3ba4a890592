import { assertEquals, assertThrows } from "@std/assert";
import {
  DecodeError,
  EncodeError,
  type SocketAddress,
  socketAddress,
  Writer,
} from "../../../messages/mod.ts";

function encode(value: SocketAddress): Uint8Array<ArrayBuffer> {
  const writer = new Writer();
  socketAddress.encode(writer, value);
  return writer.finish().slice();
}

function decode(bytes: Uint8Array<ArrayBuffer>): SocketAddress {
  return socketAddress.decode(new DataView(bytes.buffer), 0, bytes.length);
}

const IPV4 = Uint8Array.fromHex("0200ca6cc00002010000000000000000");
const IPV6 = Uint8Array.fromHex(
  "0a000035" + "00000001" + "fe800000000000000000000000000001" + "07000000",
);

Deno.test("socketAddress has the layout of the C structs", () => {
  const ipv4 = { family: 2, port: 51820, address: "192.0.2.1" };
  const ipv6 = {
    family: 10,
    port: 53,
    address: "fe80::1",
    flowInfo: 1,
    scopeId: 7,
  };
  assertEquals(decode(IPV4), ipv4);
  assertEquals(encode(ipv4), IPV4);
  assertEquals(decode(IPV6), ipv6);
  assertEquals(encode(ipv6), IPV6);
});

Deno.test("socketAddress leaves out what is zero, and writes it back", () => {
  const bytes = IPV6.slice();
  bytes.fill(0, 4, 8).fill(0, 24);
  assertEquals(decode(bytes), { family: 10, port: 53, address: "fe80::1" });
  assertEquals(encode(decode(bytes)), bytes);
});

Deno.test("socketAddress keeps what is in the padding", () => {
  const bytes = IPV4.slice();
  bytes[15] = 9;
  assertEquals(decode(bytes), decode(IPV4));
  assertEquals(encode(decode(bytes)), bytes);
});

Deno.test("socketAddress refuses other families and lengths", () => {
  assertThrows(() => decode(IPV4.slice(0, 8)), DecodeError, "it has 8 bytes");
  assertThrows(() => decode(IPV6.slice(0, 16)), DecodeError, "family 10");
  const other = IPV4.slice();
  other[0] = 1;
  assertThrows(() => decode(other), DecodeError, "family 1");
  assertThrows(
    () => encode({ family: 1, port: 1, address: "192.0.2.1" }),
    EncodeError,
    "family",
  );
  assertThrows(
    () => encode({ family: 2, port: 65536, address: "192.0.2.1" }),
    EncodeError,
    "port",
  );
  assertThrows(
    () => encode({ family: 10, port: 1, address: "192.0.2.1" }),
    EncodeError,
    "address",
  );
});
