import { assertEquals, assertThrows } from "@std/assert";
import {
  type Codec,
  EncodeError,
  Writer,
} from "../../../messages/codec/mod.ts";
import {
  anyXfrmAddress,
  xfrmAddressIn,
} from "../../../messages/xfrm/address.ts";
import { xfrmAcquire } from "../../../messages/xfrm/acquire.ts";
import { xfrmMigration } from "../../../messages/xfrm/migrate.ts";
import {
  type XfrmSelector,
  xfrmSelector,
} from "../../../messages/xfrm/selector.ts";
import { xfrmStateInfo } from "../../../messages/xfrm/state.ts";

function encode<T>(codec: Codec<T>, value: T): Uint8Array<ArrayBuffer> {
  const writer = new Writer();
  codec.encode(writer, value);
  return writer.finish().slice();
}

function decode<T>(codec: Codec<T>, bytes: Uint8Array<ArrayBuffer>): T {
  return codec.decode(new DataView(bytes.buffer), 0, bytes.length);
}

const selector: XfrmSelector = {
  destination: "2001:db8::",
  source: "::",
  destinationPort: 0,
  destinationPortMask: 0,
  sourcePort: 0,
  sourcePortMask: 0,
  family: 10,
  destinationLength: 32,
  sourceLength: 0,
  protocol: 0,
  index: 0,
  user: 0,
};

Deno.test("addresses of IPv4 take 16 bytes, the last 12 of which are zero", () => {
  assertEquals(
    encode(anyXfrmAddress, "192.0.2.1").toHex(),
    "c0000201" + "00".repeat(12),
  );
  assertEquals(anyXfrmAddress.size, 16);
});

Deno.test("addresses in a struct are read by its family", () => {
  assertEquals(decode(xfrmSelector, encode(xfrmSelector, selector)), selector);
  const v4 = { ...selector, family: 2 };
  assertEquals(decode(xfrmSelector, encode(xfrmSelector, v4)), {
    ...v4,
    destination: "32.1.13.184",
    source: "0.0.0.0",
  });
});

Deno.test("addresses of IPv4 with bytes behind them are written back as they were", () => {
  const bytes = encode(xfrmSelector, { ...selector, family: 2 });
  bytes[15] = 7;
  const value = decode(xfrmSelector, bytes);
  assertEquals(value.destination, "2001:db8::7");
  assertEquals(encode(xfrmSelector, value), bytes);
});

Deno.test("addresses find their family in other members and behind them", () => {
  for (
    const [codec, address, family] of [
      [xfrmStateInfo, 56, 212],
      [xfrmStateInfo, 80, 212],
      [xfrmAcquire, 0, 80],
      [xfrmAcquire, 24, 80],
      [xfrmMigration, 0, 72],
      [xfrmMigration, 16, 72],
      [xfrmMigration, 32, 74],
      [xfrmMigration, 48, 74],
    ] as const
  ) {
    const bytes = new Uint8Array(codec.size);
    bytes.set([192, 0, 2, 1], address);
    new DataView(bytes.buffer).setUint16(family, 2, true);
    const found = JSON.stringify(
      decode(codec as Codec<unknown>, bytes),
      (_, value) => typeof value === "bigint" ? String(value) : value,
    );
    assertEquals(found.split('"192.0.2.1"').length, 2, `${address}: ${found}`);
  }
});

Deno.test("xfrmAddressIn() refuses a member that there is not", () => {
  const codec = xfrmAddressIn(() => xfrmSelector, "nothing");
  assertThrows(
    () => decode(codec, new Uint8Array(16)),
    TypeError,
    "Cannot find nothing: the struct has no such member",
  );
});

Deno.test("addresses that are none are refused", () => {
  assertThrows(() => encode(anyXfrmAddress, "192.0.2"), EncodeError);
});
