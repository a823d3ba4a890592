import { assertEquals, assertThrows } from "@std/assert";
import {
  be16,
  be32,
  be64,
  type Codec,
  EncodeError,
  fixedArray,
  fixedBytes,
  fixedString,
  hardwareAddress,
  ipAddress,
  ipv4Address,
  ipVersion,
  macAddress,
  s16,
  s32,
  s64,
  struct,
  u16,
  u32,
  u64,
  u8,
  uint,
} from "../../../messages/codec/mod.ts";
import { decode, encode, hex } from "./support.ts";

Deno.test("integers have the byte order of their name", () => {
  assertEquals(encode(be16, 0x8100), hex("81 00"));
  assertEquals(encode(be32, 0x01020304), hex("01 02 03 04"));
  assertEquals(encode(be64, 1n), hex("00 00 00 00 00 00 00 01"));
  assertEquals(decode(be16, hex("12 b5")), 4789);
  assertEquals(decode(s16, hex("fe ff")), -2);
  assertEquals(decode(s64, hex("ff ff ff ff ff ff ff ff")), -1n);
});

Deno.test("u64 is exact", () => {
  const value = 2n ** 64n - 1n;
  assertEquals(decode(u64, encode(u64, value)), value);
});

Deno.test("uint takes four bytes, or eight where four do not do", () => {
  assertEquals(encode(uint, 5n).length, 4);
  assertEquals(encode(uint, 2n ** 32n).length, 8);
});

Deno.test("integers refuse what does not fit", () => {
  const cases: [Codec<number>, number][] = [
    [u8, 256],
    [u8, -1],
    [u16, 1.5],
    [u32, 2 ** 32],
    [s32, 2 ** 31],
    [u32, NaN],
  ];
  for (const [codec, value] of cases) {
    assertThrows(() => encode(codec, value), EncodeError, `${value} is not a`);
  }
  assertThrows(() => encode(u8, "1" as unknown as number), EncodeError);
  assertThrows(() => encode(u64, 2n ** 64n), EncodeError);
  assertThrows(() => encode(u64, 1 as unknown as bigint), EncodeError);
});

Deno.test("fixedString() fills up with NULs and needs one", () => {
  assertEquals(encode(fixedString(4), "abc"), hex("61 62 63 00"));
  assertEquals(decode(fixedString(4), hex("61 00 00 00")), "a");
  assertThrows(
    () => encode(fixedString(4), "abcd"),
    EncodeError,
    "is longer than 3 bytes",
  );
});

Deno.test("fixedBytes() and fixedArray() insist on their length", () => {
  assertThrows(() => encode(fixedBytes(2), hex("00")), EncodeError);
  assertThrows(() => encode(fixedArray(u8, 2), [1]), EncodeError);
});

Deno.test("ipAddress distinguishes IPv4 and IPv6", () => {
  for (
    const text of [
      "192.0.2.1",
      "0.0.0.0",
      "255.255.255.255",
      "::",
      "::1",
      "2001:db8::1",
      "1:0:0:2::3",
      "fe80::1:2:3:4",
      "::ffff:192.0.2.1",
      "::1.2.3.4",
      "1:2:3:4:5:6:7:8",
      "1::",
      "0:1:2:3:4:5:6:7",
      "64:ff9b::c000:201",
    ]
  ) assertEquals(decode(ipAddress, encode(ipAddress, text)), text);
});

Deno.test("ipAddress refuses what is no address", () => {
  for (
    const text of [
      "",
      "1.2.3",
      "1.2.3.4.5",
      "1.2.3.256",
      "1..2.3",
      "01.2.3.4",
      "a.b.c.d",
      ":",
      ":::",
      "1::2::3",
      "1:2:3:4:5:6:7",
      "1:2:3:4:5:6:7:8:9",
      "12345::",
      "g::",
      "1.2.3.4::",
      "::1.2.3",
      "fe80::1%eth0",
    ]
  ) {
    assertThrows(() => encode(ipAddress, text), EncodeError, "is not an IPv");
    assertEquals(ipVersion(text), undefined);
  }
  assertThrows(() => encode(ipv4Address, "::1"), EncodeError);
});

Deno.test("hardwareAddress takes any length, macAddress six bytes", () => {
  for (const text of ["", "02:00:00:00:00:01", "ab", "7f:00:00:01"]) {
    assertEquals(decode(hardwareAddress, encode(hardwareAddress, text)), text);
  }
  assertEquals(encode(hardwareAddress, "2:0:0:0:0:A"), hex("02000000000a"));
  for (const text of ["x", "02:00:", "02-00", "100:0", ":", "0:gg"]) {
    assertThrows(() => encode(hardwareAddress, text), EncodeError);
  }
  assertThrows(() => encode(macAddress, "02:00"), EncodeError, "6 bytes");
});

interface Sample {
  a: number;
  b: number;
  c: bigint;
  d: number;
}

Deno.test("struct() pads as a C compiler does", () => {
  const codec: Codec<Sample> = struct<Sample>({ a: u8, b: u32, c: u64, d: u8 });
  assertEquals(codec.size, 24);
  assertEquals(
    encode(codec, { a: 1, b: 2, c: 3n, d: 4 }),
    hex("01 000000 02000000 0300000000000000 04 00000000000000"),
  );
});

Deno.test("struct() names the member that does not fit, or is missing", () => {
  const codec: Codec<Sample> = struct<Sample>({ a: u8, b: u32, c: u64, d: u8 });
  assertThrows(
    () => encode(codec, { a: 1, b: 2, c: 3n, d: 400 }),
    EncodeError,
    "Cannot encode d: 400 is not an unsigned 8-bit integer",
  );
  assertThrows(
    () => encode(codec, { a: 1, b: 2, c: 3n } as Sample),
    EncodeError,
    "Cannot encode d: it is missing",
  );
});

interface Grown {
  old: number;
  newer?: number;
}

Deno.test("struct() with optionalFrom can be as short as it once was", () => {
  const codec: Codec<Grown> = struct<Grown>(
    { old: u32, newer: u32 },
    { optionalFrom: "newer" },
  );
  assertEquals(encode(codec, { old: 1 }), hex("01000000"));
  assertEquals(decode(codec, hex("01000000")), { old: 1 });
  assertEquals(encode(codec, { old: 1, newer: 2 }), hex("0100000002000000"));
});
