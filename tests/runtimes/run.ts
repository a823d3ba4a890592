/**
 * Runs test files that have been compiled, in Node or Bun:
 *
 *     node tests/runtimes/run.js FILE...
 *
 * It ends with a line as that of `deno test`.
 *
 * @module
 */
// deno-lint-ignore-file no-console no-process-global
import process from "node:process";
import { pathToFileURL } from "node:url";
import { exceptionFor } from "./exceptions.ts";
import { type Declared, tests } from "./deno_in_node.ts";
import "../support/time_limit.ts";

let passed = 0;
let ignored = 0;
const failures: string[] = [];
let running = "";

/** Notes that a test failed, and why. */
function failed(name: string, error: unknown): void {
  const reason = error instanceof Error ? error.stack : error;
  failures.push(name);
  console.log(`${name} ... FAILED\n${reason}`);
}

for (const event of ["unhandledRejection", "uncaughtException"]) {
  process.on(event, (error) => failed(`${running} (${event})`, error));
}

async function run({ name, ignore, fn }: Declared): Promise<void> {
  if (ignore || exceptionFor(running) !== undefined) {
    ignored++;
    return;
  }
  try {
    await fn({ name });
    passed++;
  } catch (error) {
    failed(running, error);
  }
}

for (const file of process.argv.slice(2)) {
  if (exceptionFor(file) !== undefined) {
    ignored++;
    continue;
  }
  running = file;
  tests.length = 0;
  try {
    await import(pathToFileURL(file).href);
  } catch (error) {
    failed(file, error);
  }
  for (const test of [...tests]) {
    running = `${file}: ${test.name}`;
    await run(test);
  }
}

console.log(
  `${failures.length === 0 ? "ok" : "FAILED"} | ${passed} passed | ` +
    `${failures.length} failed | ${ignored} ignored`,
);
for (const name of failures) console.log(`failed: ${name}`);
process.exit(failures.length === 0 ? 0 : 1);
