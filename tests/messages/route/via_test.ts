import { assertEquals, assertThrows } from "@std/assert";
import {
  AF_INET,
  AF_INET6,
  AF_PACKET,
  DecodeError,
  EncodeError,
  type RouteVia,
  routeVia,
  Writer,
} from "../../../messages/mod.ts";

function encode(via: RouteVia): string {
  const writer = new Writer();
  routeVia.encode(writer, via);
  return writer.finish().toHex();
}

function decode(hex: string): RouteVia {
  const bytes = Uint8Array.fromHex(hex);
  return routeVia.decode(new DataView(bytes.buffer), 0, bytes.length);
}

Deno.test("routeVia writes addresses as their family has them", () => {
  const cases: [RouteVia, string][] = [
    [{ family: AF_INET, address: "192.0.2.1" }, "0200c0000201"],
    [
      { family: AF_INET6, address: "2001:db8::1" },
      "0a0020010db8000000000000000000000001",
    ],
    [
      { family: AF_PACKET, address: "02:00:00:00:00:01" },
      "1100020000000001",
    ],
    [{ family: AF_PACKET, address: "" }, "1100"],
  ];
  for (const [via, hex] of cases) {
    assertEquals(encode(via), hex);
    assertEquals(decode(hex), via);
  }
});

Deno.test("routeVia refuses what does not go with the family", () => {
  const error = assertThrows(
    () => encode({ family: AF_INET, address: "2001:db8::1" }),
    EncodeError,
  );
  assertEquals(error.path, "address");
  assertThrows(() => decode("0200c00002"), DecodeError);
  assertThrows(() => decode("0a00c0000201"), DecodeError);
});
