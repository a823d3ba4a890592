import { assertEquals } from "@std/assert";
import plugin from "../../tools/lint_plugin.ts";

function messages(source: string, file = "a.ts"): string[] {
  return Deno.lint.runPlugin(plugin, file, source)
    .map(({ message }) => message);
}

Deno.test("error-message asks for what cannot be done", () => {
  assertEquals(messages('throw new Error("Bad name")'), [
    'The message of an error starts with "Cannot ".',
  ]);
  assertEquals(messages("throw new RangeError(`Wrong ${1}`)"), [
    'The message of an error starts with "Cannot ".',
  ]);
  assertEquals(messages('throw new Error("Cannot name it: too long")'), []);
});

Deno.test("error-message refuses a period at the end", () => {
  assertEquals(messages('throw new TypeError("Cannot do it.")'), [
    "The message of an error ends without a period.",
  ]);
  assertEquals(messages("throw new TypeError(`Cannot do ${1}`)"), []);
});

Deno.test("error-message leaves alone what it cannot see and tests", () => {
  assertEquals(messages("throw new Error(text)"), []);
  assertEquals(messages("throw new Error(`${text}.`)"), []);
  assertEquals(messages('throw new Other("Anything.")'), []);
  assertEquals(messages('throw new Error("x")', "/p/tests/a_test.ts"), []);
});

Deno.test("plain-words finds words in names, whatever their case", () => {
  const sources = [
    ["told", "const told = 1;"],
    ["Told", "const neverTold = 1;"],
    ["TOLD", "const TOLD_ONCE = 1;"],
    ["hear", "class A { #hear = 1; }"],
  ];
  for (const [word, source] of sources) {
    const [message] = messages(source!, "/p/messages/a.ts");
    assertEquals(message?.startsWith(`"${word}" is not a term`), true, source);
  }
  assertEquals(
    messages("const a = [] as const; // (again)", "/p/socket/a.ts"),
    [],
  );
  assertEquals(messages("const toldest = 1;", "/p/messages/a.ts"), []);
});

Deno.test("plain-words finds words in comments, errors and titles", () => {
  const sources = [
    "// What it says.",
    "/** What it says. */",
    'throw new TypeError("Cannot do what it says");',
    "throw new NetlinkError(`Cannot do ${1}: it says no`);",
    "class A extends Error { constructor() { super(`Cannot ${1}: it says`); } }",
    'throw fieldPath.wrong(value, "it says no");',
    'Deno.test("it says what", () => {});',
    'liveTest("it says what", {}, () => {});',
  ];
  for (const source of sources) {
    assertEquals(messages(source, "/p/messages/a.ts"), [
      '"says" is not a term of the field: write state, report, name or show.',
    ], source);
  }
});

Deno.test("plain-words marks the word itself", () => {
  const source = "/** What it says. */";
  const [found] = Deno.lint.runPlugin(plugin, "/p/messages/a.ts", source);
  assertEquals(source.slice(...found!.range), "says");
});

Deno.test("plain-words leaves alone code and other strings", () => {
  assertEquals(messages("// `told` is {@linkcode told}", "/p/socket/a.ts"), []);
  assertEquals(messages('print("it says")', "/p/socket/a.ts"), []);
  assertEquals(messages("// in place, again", "/p/socket/a.ts"), []);
});

Deno.test("plain-words gives some words back to prose, but not to names", () => {
  assertEquals(messages("const place = 1;", "/p/socket/a.ts"), [
    '"place" is not a term of the field: write path, position, index or offset.',
  ]);
  assertEquals(messages("// In this place.", "/p/socket/a.ts"), []);
});
