import { assert, assertEquals, assertGreater } from "@std/assert";
import { findCommand } from "../../cli/program.ts";
import { ip } from "../support/ip.ts";

const readme = Deno.readTextFileSync(
  new URL("../../README.md", import.meta.url),
);

/** The words in backquotes between two places. */
function wordsBetween(start: string, end: string): string[] {
  const from = readme.indexOf(start);
  assert(from >= 0, `the README does not say "${start}"`);
  const text = readme.slice(from, readme.indexOf(end, from));
  return Array.from(text.matchAll(/`([a-z0-9_]+)`/g), ([, word]) => word!)
    .filter((word) => word !== "ip");
}

Deno.test("findCommand() finds the objects that the README names", () => {
  const words = wordsBetween("It has `address`", "[limits](#limits) for what");
  assertGreater(words.length, 10);
  for (const word of words) {
    assertEquals(typeof findCommand(ip, word), "function", word);
  }
});
