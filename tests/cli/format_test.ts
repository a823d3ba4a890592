import { assertEquals } from "@std/assert";
import {
  centiseconds,
  count,
  hex,
  hexString,
  rate,
  significant,
  size,
  time,
  time64,
  widen,
} from "../../cli/print/format.ts";

Deno.test("hex() leaves 0 without prefix", () => {
  assertEquals([hex(0), hex(255), hex(2n ** 40n)], [
    "0",
    "0xff",
    "0x10000000000",
  ]);
});

Deno.test("significant() writes numbers as %g does", () => {
  const texts = [0, 1, 0.1, 1.5, 123456, 1234567, 0.0001, 0.00001, 100000]
    .map((value) => significant(value));
  assertEquals(texts, [
    "0",
    "1",
    "0.1",
    "1.5",
    "123456",
    "1.23457e+06",
    "0.0001",
    "1e-05",
    "100000",
  ]);
  assertEquals(significant(9.999, 3), "10");
});

Deno.test("count() writes numbers in columns", () => {
  const plain = { human: 0, iec: false };
  assertEquals(count(1500, 8, plain), "    1500 ");
  assertEquals(count(2n ** 64n - 1n, 4, plain), "18446744073709551615 ");
});

Deno.test("count() shortens numbers for people", () => {
  const human = { human: 1, iec: false };
  const texts = [999, 1000, 1500, 15000, 150000, 1500000, 12345678901n]
    .map((value) => count(value, 0, human).trim());
  assertEquals(texts, [
    "999",
    "1.00k",
    "1.50k",
    "15.0k",
    "150k",
    "1.50M",
    "12.3G",
  ]);
  assertEquals(count(1536, 7, { human: 1, iec: true }), " 1.50ki ");
});

Deno.test("widen() makes columns as wide as their numbers", () => {
  const widths = [5, 5];
  widen(widths, [1234567n, 1], { human: 0 });
  widen(widths, [1, 12345678901n], { human: 1 });
  assertEquals(widths, [7, 5]);
});

Deno.test("rate(), size() and time() choose a unit", () => {
  assertEquals(rate(125000, false), "1Mbit");
  assertEquals(rate(1, false), "8bit");
  assertEquals(rate(128, true), "1Kibit");
  assertEquals([size(100), size(10240), size(1048576)], [
    "100b",
    "10Kb",
    "1Mb",
  ]);
  assertEquals([time(5), time(1500), time(2e6)], ["5us", "1.5ms", "2s"]);
  assertEquals([time64(5n), time64(1500000n)], ["5ns", "1.5ms"]);
});

Deno.test("centiseconds() has two places", () => {
  assertEquals([centiseconds(0), centiseconds(1205n)], ["0.00", "12.05"]);
});

Deno.test("hexString() writes all bytes, however many", () => {
  assertEquals(hexString(new Uint8Array([1, 171])), "01ab");
  assertEquals(hexString(new Uint8Array(40)).length, 80);
});
