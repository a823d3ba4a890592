import { assertEquals } from "@std/assert";
import {
  atoi,
  bytes,
  bytesPerSecond,
  bytesPerSecond32,
  microseconds,
  signed,
  signed64,
  strtod,
  strtoul,
  unsigned,
  unsigned64,
} from "../../cli/parse/numbers.ts";

Deno.test("unsigned() reads decimal, hexadecimal and octal numbers", () => {
  assertEquals(unsigned("10", 8), 10);
  assertEquals(unsigned("0x1F", 8), 31);
  assertEquals(unsigned("010", 8), 8);
  assertEquals(unsigned("0", 8), 0);
  assertEquals(unsigned("0b101", 8), 5);
  assertEquals(unsigned("0b1", 16, 16), 0xb1);
  assertEquals(unsigned("+7", 8), 7);
  assertEquals(unsigned(" 7", 8), 7);
  assertEquals(unsigned("ff", 8, 16), 255);
});

Deno.test("unsigned() refuses what is none or does not fit", () => {
  for (const word of ["", "x", "08", "1 ", "1.5", "0x", "256", "-1"]) {
    assertEquals(unsigned(word, 8), undefined, word);
  }
  assertEquals(unsigned("65535", 16), 65535);
  assertEquals(unsigned("65536", 16), undefined);
  assertEquals(unsigned("4294967295", 32), 4294967295);
  assertEquals(unsigned("4294967296", 32), undefined);
});

Deno.test("unsigned64() takes -1 for the largest number", () => {
  assertEquals(unsigned64("-1"), 18446744073709551615n);
  assertEquals(unsigned64("18446744073709551615"), 18446744073709551615n);
  assertEquals(unsigned64("18446744073709551616"), undefined);
});

Deno.test("signed() reads negative numbers of 32 bits", () => {
  assertEquals(signed("-2147483648"), -2147483648);
  assertEquals(signed("2147483648"), undefined);
  assertEquals(signed64("-9223372036854775808"), -9223372036854775808n);
  assertEquals(signed64("9223372036854775808"), undefined);
});

Deno.test("strtoul() returns where the number ends", () => {
  assertEquals(strtoul("0x10g"), { value: 16n, end: 4 });
  assertEquals(strtoul("09"), { value: 0n, end: 1 });
  assertEquals(strtoul("x"), { value: 0n, end: 0 });
});

Deno.test("atoi() takes what is no number for 0, and cuts what is a long", () => {
  assertEquals(["12", "x", "-3x", ""].map(atoi), [12, 0, -3, 0]);
  assertEquals(atoi("4294967297"), 1);
  assertEquals(atoi("9223372036854775808"), -1);
  assertEquals(atoi("-9223372036854775809"), 0);
});

Deno.test("strtod() reads fractions, hexadecimal ones, inf and nan", () => {
  const read = (text: string) => {
    const { value, end } = strtod(text);
    return [value, end];
  };
  assertEquals(read(" -1.5e2x"), [-150, 7]);
  assertEquals(read(".5"), [0.5, 2]);
  assertEquals(read("5."), [5, 2]);
  assertEquals(read("1e+"), [1, 1]);
  assertEquals(read("0x"), [0, 1]);
  assertEquals(read("0x10"), [16, 4]);
  assertEquals(read("0x1.8p1"), [3, 7]);
  assertEquals(read("-Infinity"), [-Infinity, 9]);
  assertEquals(read("nan(7)s"), [NaN, 6]);
  assertEquals(read("x"), [0, 0]);
  assertEquals(strtod("1e400").overflows, true);
  assertEquals(strtod("inf").overflows, false);
});

Deno.test("Units are refused where strtod() overflows, and cut as C cuts them", () => {
  for (const read of [microseconds, bytesPerSecond, bytesPerSecond32, bytes]) {
    assertEquals(read("1e400"), undefined);
  }
  assertEquals(["inf", "nan", "1e19", "5e9"].map(microseconds), [
    0,
    0,
    0,
    705032704,
  ]);
  assertEquals(["inf", "nan", "1e25"].map(bytesPerSecond), [0, 2 ** 63, 0]);
  assertEquals(["inf", "nan", "1e25", "8e9"].map(bytesPerSecond32), [
    undefined,
    undefined,
    undefined,
    1e9,
  ]);
  assertEquals(["inf", "nan", "-1"].map((word) => bytes(word)), [
    undefined,
    undefined,
    undefined,
  ]);
});

Deno.test("microseconds(), bytesPerSecond() and bytes() read units", () => {
  assertEquals(microseconds("1.5ms"), 1500);
  assertEquals(microseconds("2secs"), 2_000_000);
  assertEquals(microseconds("1min"), undefined);
  assertEquals(bytesPerSecond("8kbit"), 1000);
  assertEquals(bytesPerSecond("1KiBps"), 1024);
  assertEquals(bytes("2k"), 2048);
  assertEquals(bytes("1mbit"), 131072);
  assertEquals(bytes("4g"), undefined);
});

Deno.test("bytes() accepts no unit that every object has", () => {
  assertEquals(bytes("10constructor"), undefined);
});
