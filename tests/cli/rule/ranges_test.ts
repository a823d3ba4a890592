import { assertEquals } from "@std/assert";
import { rangeOf } from "../../../cli/objects/rule/ranges.ts";

Deno.test("rangeOf() reads what sscanf reads", () => {
  assertEquals(rangeOf("80", 16), { start: 80 });
  assertEquals(rangeOf("80-90", 16), { start: 80, end: 90 });
  assertEquals(rangeOf(" 80- 90x", 16), { start: 80, end: 90 });
  assertEquals(rangeOf("80 -90", 16), { start: 80 });
  assertEquals(rangeOf("80-x", 16), { start: 80 });
  assertEquals(rangeOf("+5-+6", 32), { start: 5, end: 6 });
  assertEquals(rangeOf("x", 16), undefined);
  assertEquals(rangeOf("", 16), undefined);
});

Deno.test("rangeOf() wraps numbers that are too large", () => {
  assertEquals(rangeOf("65537", 16), { start: 1 });
  assertEquals(rangeOf("65537", 32), { start: 65537 });
  assertEquals(rangeOf("-1", 32), { start: 0xffffffff });
  assertEquals(rangeOf("99999999999999999999", 32), { start: 0xffffffff });
});
