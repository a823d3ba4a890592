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
