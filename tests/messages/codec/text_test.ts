import fc from "fast-check";
import {
  assert,
  assertEquals,
  assertNotEquals,
  assertThrows,
} from "@std/assert";
import {
  EncodeError,
  fixedString,
  string,
  struct,
  textFromBytes,
  textToBytes,
  u8,
} from "../../../messages/codec/mod.ts";
import { linkMessage } from "../../../messages/link/mod.ts";
import { decode, encode, hex } from "./support.ts";

/** Bytes, many of which look like UTF-8. */
const bytes = fc.array(
  fc.oneof(
    fc.uint8Array({ maxLength: 3 }),
    fc.constantFrom(
      ...["efbbbf", "c3a9", "f09f9880", "eda080", "edbfbf", "c080", "f4908080"]
        .map(hex),
      ...["41", "e2", "e282", "80", "f0", "f09f98", "ff", "c3"].map(hex),
    ),
  ),
  { maxLength: 12 },
).map((parts) => Uint8Array.from(parts.flatMap((part) => [...part])));

Deno.test("text has all bytes, whether or not they are UTF-8", () => {
  fc.assert(
    fc.property(bytes, (bytes) => {
      assertEquals(textToBytes(textFromBytes(bytes)), bytes);
    }),
    { numRuns: 5000 },
  );
});

Deno.test("text of UTF-8 is what TextDecoder reads", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const bytes = new TextEncoder().encode(text);
      assertEquals(textFromBytes(bytes), text.toWellFormed());
      if (text.isWellFormed()) assertEquals(textToBytes(text), bytes);
    }),
    { numRuns: 2000 },
  );
});

Deno.test("text escapes exactly the bytes that are not UTF-8", () => {
  assertEquals(textFromBytes(hex("71 ff")), "q\udcff");
  assertEquals(textFromBytes(hex("c3 c3 a9")), "\udcc3é");
  assertEquals(textFromBytes(hex("ed a0 80")), "\udced\udca0\udc80");
  assertEquals(textFromBytes(hex("e0 80 80")), "\udce0\udc80\udc80");
  assertEquals(textFromBytes(hex("f0 9f 98")), "\udcf0\udc9f\udc98");
  assertEquals(textFromBytes(hex("f4 90 80 80")), "\udcf4\udc90\udc80\udc80");
  assertEquals(textFromBytes(hex("ef bb bf 61")), "\ufeffa");
});

Deno.test("text of a million bytes that are not UTF-8 is no trouble", () => {
  const bytes = new Uint8Array(1 << 20).fill(0xc3);
  assert(textToBytes(textFromBytes(bytes)).every((byte) => byte === 0xc3));
});

Deno.test("halves of surrogate pairs that no byte is behind are refused", () => {
  for (const text of ["\ud800", "a\udbff", "\udc00", "\udc7f", "\udd00b"]) {
    assertThrows(
      () => encode(string, text),
      EncodeError,
      "has half of a surrogate pair in it",
    );
  }
});

Deno.test("links whose names differ in one odd byte have different names", () => {
  const name = (name: string) =>
    `00 00 01 00 01 00 00 00 00 00 00 00 00 00 00 00 ${name}`;
  const names = new Set<string>();
  for (
    const bytes of [
      name("06 00 03 00 61 00 00 00"),
      name("09 00 03 00 ef bb bf 61 00 00 00 00"),
      name("07 00 03 00 61 ff 00 00"),
      name("07 00 03 00 61 fe 00 00"),
      name("09 00 03 00 61 ef bf bd 00 00 00 00"),
    ].map(hex)
  ) {
    for (let i = 0; i < 100; i++) {
      const link = decode(linkMessage, bytes);
      names.add(link.attributes.name!);
      assertEquals(encode(linkMessage, link), bytes);
      // A copy has nothing but the text.
      const copy = { ...link, attributes: { name: link.attributes.name! } };
      assertEquals(encode(linkMessage, copy), bytes);
    }
  }
  assertEquals(names.size, 5);
});

Deno.test("text in a struct keeps what is behind its end", () => {
  const codec = struct<{ name: string; last: number }>({
    name: fixedString(4),
    last: u8,
  });
  for (const bytes of ["61 00 62 00 07", "61 62 63 64 07", "ff 00 00 00 07"]) {
    for (let i = 0; i < 100; i++) {
      const value = decode(codec, hex(bytes));
      assertEquals(encode(codec, value), hex(bytes));
      value.name = "x";
      assertEquals(encode(codec, value), hex("78 00 00 00 07"));
    }
  }
  assertNotEquals(decode(codec, hex("ff 00 00 00 07")).name, "\ufffd");
  assert(decode(codec, hex("61 00 62 00 07")).name === "a");
});
