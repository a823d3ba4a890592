/**
 * Compares what became of tests in another runtime with what Deno runs.
 *
 * @module
 */
import type { Outcome } from "./declared.ts";
import { exceptionFor } from "./exceptions.ts";

/**
 * Names the tests that passed or are ignored, and why others were left out.
 *
 * Tests are named as Deno names the one with the same number in the same file:
 * names may contain functions and objects, which runtimes print in their own
 * ways.
 *
 * @param found What became of tests.
 * @param listed What Deno runs.
 * @param runtime The sort of runtime.
 * @returns Names and reasons, in an order that does not depend on the runtime.
 */
export function becameOf(
  found: readonly Outcome[],
  listed: readonly Outcome[],
  runtime: "node" | "bun",
): string[] {
  const listedOf = Map.groupBy(listed, ({ file }) => file);
  const reasons = new Set<string>();
  const names: string[] = [];
  for (const [file, tests] of Map.groupBy(found, ({ file }) => file)) {
    for (const [number, { name, state }] of tests.entries()) {
      const called = listedOf.get(file)?.[number]?.name ?? name;
      const reason = exceptionFor(file, runtime) ??
        exceptionFor(`${file}: ${called}`, runtime);
      if (reason !== undefined) reasons.add(reason);
      else {
        const ignored = state === "ignored" ? " (ignored)" : "";
        names.push(`${file}: ${called}${ignored}`);
      }
    }
  }
  return [...names.sort(), ...[...reasons].sort()];
}
