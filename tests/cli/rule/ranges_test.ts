import { assertEquals } from "@std/assert";
import { rangeOf } from "../../../cli/objects/rule/ranges.ts";

Deno.test("rangeOf() reads what sscanf reads", () => {
  assertEquals(rangeOf("80"), { start: 80 });
  assertEquals(rangeOf("80-90"), { start: 80, end: 90 });
  assertEquals(rangeOf(" 80- 90x"), { start: 80, end: 90 });
  assertEquals(rangeOf("80 -90"), { start: 80 });
  assertEquals(rangeOf("80-x"), { start: 80 });
  assertEquals(rangeOf("+5-+6"), { start: 5, end: 6 });
  assertEquals(rangeOf("x"), undefined);
  assertEquals(rangeOf(""), undefined);
});

Deno.test("rangeOf() wraps numbers that are too large", () => {
  assertEquals(rangeOf("4294967297"), { start: 1 });
  assertEquals(rangeOf("-1"), { start: 0xffffffff });
  assertEquals(rangeOf("99999999999999999999"), { start: 0xffffffff });
});
