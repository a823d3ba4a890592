import { assertEquals } from "@std/assert";
import { fnmatch } from "../../cli/parse/fnmatch.ts";

const fitting: readonly (readonly [pattern: string, text: string])[] = [
  ["", ""],
  ["eth0", "eth0"],
  ["*", ""],
  ["*", "eth0:1"],
  ["eth*", "eth"],
  ["eth?", "eth0"],
  ["e*0", "eth0"],
  ["a.b", "a.b"],
  ["a*b*c", "aXbYc"],
  ["[abc]", "b"],
  ["[a-c]x", "bx"],
  ["[!a-c]", "d"],
  ["[^a-c]", "d"],
  ["[]]", "]"],
  ["[a-]", "-"],
  ["[-a]", "-"],
  ["[[:digit:]]", "7"],
  ["[[:alpha:]_]", "_"],
  ["[", "["],
  ["[a", "[a"],
  ["\\*", "*"],
  ["[\\]]", "]"],
  ["a+b", "a+b"],
  ["(x)|y", "(x)|y"],
  ["a*", "a\nb"],
];

const others: readonly (readonly [pattern: string, text: string])[] = [
  ["", "a"],
  ["eth0", "eth01"],
  ["?", ""],
  ["?", "ab"],
  ["a.b", "axb"],
  ["[abc]", "d"],
  ["[!a-c]", "b"],
  ["[[:digit:]]", "x"],
  ["\\*", "x"],
  ["a\\", "a\\"],
  ["[c-a]", "b"],
  ["a+b", "aab"],
  ["ETH*", "eth0"],
];

Deno.test("fnmatch() accepts what fits", () => {
  for (const [pattern, text] of fitting) {
    assertEquals(fnmatch(pattern, text), true, `${pattern} ${text}`);
  }
});

Deno.test("fnmatch() refuses what does not fit", () => {
  for (const [pattern, text] of others) {
    assertEquals(fnmatch(pattern, text), false, `${pattern} ${text}`);
  }
});
