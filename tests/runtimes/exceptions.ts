/**
 * Tests that do not run in Node and Bun, and why.
 *
 * @module
 */
// deno-lint-ignore-file no-process-global
import process from "node:process";

/** Why which tests are left out in every other runtime. */
const EXCEPTIONS: readonly (readonly [test: RegExp, reason: string])[] = [
  [/without permission names the remedy/, "only Deno has permissions"],
  [/of the library only/, "only Deno has permissions"],
  [/where code generation is forbidden/, "calls deno eval"],
  [/codec\/no_code_test/, "calls deno eval"],
  [/public_names_test/, "asks deno doc"],
  [/Mirror goes on when a listener throws/, "listens to events of the window"],
];

/** Why which tests are left out in Bun. */
const IN_BUN: typeof EXCEPTIONS = [
  [/stack_test/, "JavaScriptCore has no stacks beyond an await"],
];

/**
 * Why a test does not run in this runtime.
 *
 * @param test Its file and name.
 * @returns The reason; `undefined` if it runs.
 */
export function exceptionFor(test: string): string | undefined {
  const all = "bun" in process.versions
    ? [...EXCEPTIONS, ...IN_BUN]
    : EXCEPTIONS;
  return all.find(([pattern]) => pattern.test(test))?.[1];
}
