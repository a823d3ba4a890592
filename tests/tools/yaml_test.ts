import { assertEquals, assertThrows } from "@std/assert";
import { parse } from "@std/yaml";
// Named here, so that it is downloaded before virtual machines without network
// run tests that read YAML.
import { load } from "js-yaml";

const TEXT = `
plain: yes
"null": ~
hexadecimal: 0x10
list: [1, "two", { three: 3 }]
anchor: &here { a: 1 }
same: *here
text: |
  two
  lines
`;

Deno.test("the stand-in for @std/yaml reads YAML 1.2", () => {
  const value = parse(TEXT);
  assertEquals(value, {
    plain: "yes",
    null: null,
    hexadecimal: 16,
    list: [1, "two", { three: 3 }],
    anchor: { a: 1 },
    same: { a: 1 },
    text: "two\nlines\n",
  });
  assertEquals(value, load(TEXT));
  assertThrows(() => parse("a: ["), SyntaxError);
});
