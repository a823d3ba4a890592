import { assertEquals, assertThrows } from "@std/assert";
import {
  array,
  type Attributes,
  attributes,
  choice,
  type Codec,
  EncodeError,
  list,
  macAddress,
  message,
  string,
  struct,
  u16,
  u64,
  u8,
} from "../../../messages/codec/mod.ts";
import { decode, encode, hex } from "./support.ts";

interface Counters extends Attributes {
  bytes?: bigint;
}

const counters: Codec<Counters> = attributes<Counters>({
  bytes: ["BYTES", 1, u64],
}, {
  pad: ["PAD", 9],
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
  struct<{ family: number }>({ family: u8 }),
  attributes<Sides>(
    choice("family", ["DATA", 1], {
      left: u8,
      other: attributes<Other>({ kind: ["KIND", 1, u16] }),
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

interface Padded extends Attributes {
  byte?: number;
  half?: number;
  text?: string;
  pair?: { a: number; b: number };
  mac?: string;
  pairs?: { a: number; b: number }[];
  names?: string[];
}
const pair: Codec<{ a: number; b: number }> = struct({ a: u8, b: u16 });
const padded = message(
  struct<{ family: number; index: number }>({ family: u8, index: u16 }),
  attributes<Padded>({
    byte: ["BYTE", 1, u8],
    half: ["HALF", 2, u16],
    text: ["TEXT", 3, string],
    pair: ["PAIR", 4, pair],
    mac: ["MAC", 5, macAddress],
    pairs: ["PAIRS", 6, array(pair)],
    names: ["NAMES", 7, list(string, ["ITEM", 1])],
  }),
);

Deno.test("padding that is not zero is written again, wherever it is", () => {
  const plain = hex(`
    02 00 03 00          # family header
    05 00 01 00 07 00 00 00
    06 00 02 00 08 00 00 00
    07 00 03 00 61 62 00 00
    08 00 04 00 01 00 02 00
    0a 00 05 00 02 00 00 00 00 01 00 00
    0c 00 06 00 01 00 02 00 03 00 04 00
    0c 00 07 80 06 00 01 00 61 00 00 00
  `);
  const value = decode(padded, plain);
  const places = [1, 9, 10, 11, 18, 19, 27, 33, 46, 47, 53, 57, 70, 71];
  for (let i = 0; i < 100; i++) {
    assertEquals(encode(padded, decode(padded, plain)), plain);
  }
  for (const position of places) {
    const bytes = plain.slice();
    bytes[position] = 0xa5;
    for (let i = 0; i < 100; i++) {
      const found = decode(padded, bytes);
      assertEquals(found, value, `byte ${position}`);
      assertEquals(encode(padded, found), bytes, `byte ${position}`);
    }
  }
});

Deno.test("padding that is there in part is written again", () => {
  const whole = hex("02 00 03 00  05 00 01 00 07 01 02 03");
  for (let end = 9; end <= whole.length; end++) {
    const bytes = whole.slice(0, end);
    for (let i = 0; i < 100; i++) {
      const found = decode(padded, bytes);
      assertEquals(found.attributes, { byte: 7 });
      assertEquals(encode(padded, found), bytes);
    }
  }
});

Deno.test("a value that has grown is padded as it should be", () => {
  const value = decode(padded, hex("02 00 03 00  05 00 01 00 07"));
  value.attributes.half = 8;
  assertEquals(
    encode(padded, value),
    hex("02 00 03 00  05 00 01 00 07 00 00 00  06 00 02 00 08 00 00 00"),
  );
  const longer = decode(padded, hex("02 00 03 00  06 00 03 00 61 00 a5 a5"));
  longer.attributes.text = "abcd";
  assertEquals(
    encode(padded, longer),
    hex("02 00 03 00  09 00 03 00 61 62 63 64 00 00 00 00"),
  );
});

Deno.test("struct() leaves members out where it has offsets and a size", () => {
  const codec = struct<{ first: number; last: number }>(
    { first: u8, last: u16 },
    { offsets: { last: 6 }, size: 10 },
  );
  assertEquals(codec.size, 10);
  for (
    const bytes of ["01000000000002000000", "01090807060502000403"].map(hex)
  ) {
    // More often than it takes to be compiled.
    for (let i = 0; i < 100; i++) {
      const value = decode(codec, bytes);
      assertEquals(value, { first: 1, last: 2 });
      assertEquals(encode(codec, value), bytes);
    }
  }
});
