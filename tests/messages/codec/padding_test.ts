import { assertEquals, assertThrows } from "@std/assert";
import {
  type Attributes,
  attributes,
  choice,
  type Codec,
  EncodeError,
  message,
  struct,
  u16,
  u64,
  u8,
} from "../../../messages/codec/mod.ts";
import { decode, encode, hex } from "./support.ts";

interface Counters extends Attributes {
  bytes?: bigint;
}

const counters: Codec<Counters> = attributes<Counters>({ bytes: [1, u64] }, {
  pad: 9,
});

Deno.test("attributes() hides padding, but writes it again", () => {
  const bytes = hex("04 00 09 00  0c 00 01 00 05 00 00 00 00 00 00 00");
  for (let i = 0; i < 100; i++) {
    const value = decode(counters, bytes);
    assertEquals(value, { bytes: 5n });
    assertEquals(encode(counters, value), bytes);
    assertEquals(encode(counters, { ...value }), bytes.slice(4));
  }
});

Deno.test("attributes() keeps padding that is not empty as unknown", () => {
  const bytes = hex("05 00 09 00 01 00 00 00");
  const value = decode(counters, bytes);
  assertEquals(value, { unknown: [{ type: 9, data: hex("01") }] });
  assertEquals(encode(counters, value), bytes);
});

interface Other extends Attributes {
  kind?: number;
}
interface Sides extends Attributes {
  left?: number;
  other?: Other;
}
const sides: Codec<Sides & { family: number; attributes: Sides }> = message(
  struct({ family: u8 }),
  attributes<Sides>(
    choice("family", 1, {
      left: u8,
      other: attributes<Other>({ kind: [1, u16] }),
    }, { left: 7, other: null }),
  ),
);

Deno.test("choice() has one for all selectors that have none of their own", () => {
  const left = hex("07 00 00 00  05 00 01 00 03 00 00 00");
  const other = hex("02 00 00 00  0c 00 01 80  06 00 01 00 04 00 00 00");
  for (let i = 0; i < 100; i++) {
    assertEquals(decode(sides, left), { family: 7, attributes: { left: 3 } });
    assertEquals(
      decode(sides, other),
      { family: 2, attributes: { other: { kind: 4 } } },
    );
  }
  assertEquals(
    encode(sides, { family: 2, attributes: { other: { kind: 4 } } }),
    other,
  );
  assertThrows(
    () => encode(sides, { family: 7, attributes: { other: {} } }),
    EncodeError,
    "goes with family of other values, which is 7",
  );
});
