import { assertEquals, assertMatch } from "@std/assert";
import {
  calendarTime,
  microseconds,
  shortTime,
} from "../../cli/objects/monitor/time.ts";

const time = new Date(2026, 0, 2, 3, 4, 5).getTime() + 6.789;

Deno.test("calendarTime() writes times as asctime(3) does", () => {
  assertEquals(calendarTime(time), "Fri Jan  2 03:04:05 2026");
  const late = new Date(2026, 10, 24, 12, 28, 2).getTime();
  assertEquals(calendarTime(late), "Tue Nov 24 12:28:02 2026");
});

Deno.test("shortTime() writes times with their microseconds", () => {
  assertMatch(shortTime(time), /^\[2026-01-02T03:04:05\.00678[89]\] $/);
});

Deno.test("microseconds() takes the part below a second", () => {
  assertEquals(microseconds(1_700_000_000_123.5), 123_500);
  assertEquals(microseconds(1_700_000_000_000), 0);
});
