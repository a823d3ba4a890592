/**
 * Tests that do not run in Node and Bun, and why.
 *
 * @module
 */

/** Why which tests are left out in every other runtime. */
const EXCEPTIONS: readonly (readonly [test: RegExp, reason: string])[] = [
  [/without permission names the remedy/, "only Deno has permissions"],
  [/names which permission is missing/, "only Deno has permissions"],
  [/of the library only/, "only Deno has permissions"],
  [/where code generation is forbidden/, "calls deno eval"],
  [/codec\/no_code_test/, "calls deno eval"],
  [/^cli\/completion\/scripts_test: bash completes/, "bash calls deno run"],
  [/generateTypes\(\) writes types/, "calls deno check"],
  [/public_names_test/, "asks deno doc"],
  [/every codec survives 200000/, "takes minutes, of the same codecs"],
  [/examples\/ has only programs/, "reads the sources of tests"],
  [
    /leaves nothing open with the last one/,
    "other event loops keep what waits",
  ],
  [/Mirror goes on when a listener throws/, "listens to events of the window"],
];

/** Why which tests are left out in Bun. */
const IN_BUN: typeof EXCEPTIONS = [
  [/stack_test/, "JavaScriptCore has no stacks beyond an await"],
];

/**
 * Why a test does not run in a runtime.
 *
 * @param test Its file, or file and name.
 * @param runtime The runtime.
 * @returns The reason; `undefined` if it runs.
 */
export function exceptionFor(
  test: string,
  runtime: "node" | "bun",
): string | undefined {
  const all = runtime === "bun" ? [...EXCEPTIONS, ...IN_BUN] : EXCEPTIONS;
  return all.find(([pattern]) => pattern.test(test))?.[1];
}

/**
 * Finds exceptions that are about no test.
 *
 * @param tests Files and names of all tests.
 * @returns What they would leave out.
 */
export function unusedExceptions(tests: readonly string[]): string[] {
  return [...EXCEPTIONS, ...IN_BUN]
    .filter(([pattern]) => !tests.some((test) => pattern.test(test)))
    .map(([pattern]) => pattern.source);
}
