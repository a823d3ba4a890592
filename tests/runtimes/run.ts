/**
 * Runs test files that have been compiled, in Node or Bun:
 *
 *     node tests/runtimes/run.js FILE...
 *
 * It ends with a line as that of `deno test`, and writes what has become of each
 * test to the file that `TEST_REPORT` names.
 *
 * @module
 */
// deno-lint-ignore-file no-console no-process-global
import { writeFileSync } from "node:fs";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { type Declared, fileName, type Outcome } from "./declared.ts";
import { tests } from "./deno_in_node.ts";
import { exceptionFor } from "./exceptions.ts";
import "./web_worker.ts";
import "../support/time_limit.ts";

const runtime = "bun" in process.versions ? "bun" : "node";
const outcomes: Outcome[] = [];
const failures: string[] = [];
let file = "";
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
  const note = (state: Outcome["state"]) =>
    outcomes.push({ file, name, state });
  if (ignore || exceptionFor(running, runtime) !== undefined) {
    note("ignored");
    return;
  }
  try {
    const start = performance.now();
    await fn({ name });
    note("passed");
    const took = Math.round(performance.now() - start);
    console.log(`${running} ... ok (${took}ms)`);
  } catch (error) {
    note("failed");
    failed(running, error);
  }
}

for (const path of process.argv.slice(2)) {
  file = running = fileName(path);
  if (exceptionFor(file, runtime) !== undefined) {
    outcomes.push({ file, name: "", state: "ignored" });
    continue;
  }
  tests.length = 0;
  try {
    await import(pathToFileURL(path).href);
  } catch (error) {
    failed(file, error);
  }
  for (const test of [...tests]) {
    running = `${file}: ${test.name}`;
    await run(test);
  }
}

const { TEST_REPORT } = process.env;
if (TEST_REPORT !== undefined) {
  writeFileSync(TEST_REPORT, JSON.stringify(outcomes));
}
const count = (state: Outcome["state"]) =>
  outcomes.filter((outcome) => outcome.state === state).length;
console.log(
  `${failures.length === 0 ? "ok" : "FAILED"} | ${count("passed")} passed | ` +
    `${failures.length} failed | ${count("ignored")} ignored`,
);
for (const name of failures) console.log(`failed: ${name}`);
process.exit(failures.length === 0 ? 0 : 1);
