/**
 * Counts which lines of `cli/`, `api/` and `messages/` the tests run that need
 * neither `ip`, nor root, nor a kernel that answers:
 *
 *     deno task coverage [--least PERCENT] [FILE…]
 *
 * Tests that need more are skipped, as on a machine that has nothing. FILE
 * names files of which the lines are listed that no test runs. It fails if a
 * folder has less than `--least`. Whether the tests pass is for `deno task
 * test` to decide: counting slows them down, and some have to end in time.
 *
 * @module
 */
import { parseArgs } from "@std/cli";
import { testFiles } from "../tests/support/files.ts";
import { merge, parseLcov, percent, summarize } from "./coverage/lines.ts";

const ROOT = new URL("../", import.meta.url).pathname;
const FOLDERS = ["messages", "api", "cli"];

const { least, _: shown } = parseArgs(Deno.args, { string: ["least"] });
const temporary = Deno.makeTempDirSync({ prefix: "coverage-" });
try {
  const run = await coverage(
    "tests",
    testFiles(`${ROOT}tests`, FOLDERS, ".ts"),
  );
  // A file that no test loads has lines, too.
  const all = `${temporary}/all_test.ts`;
  Deno.writeTextFileSync(all, importAll());
  const lines = merge(run, await coverage("all", [all]));
  let failed = false;
  for (const folder of FOLDERS) {
    const { total, hit } = summarize(lines, `${ROOT}${folder}/`);
    print(`${folder}/: ${percent(hit, total)} % of ${total} lines`);
    failed ||= 100 * hit < Number(least ?? 0) * total;
  }
  for (const file of shown.map(String)) {
    const missed = [...lines.get(`${ROOT}${file}`) ?? []]
      .flatMap(([line, count]) => count === 0 ? [line] : []);
    print(`${file}: ${missed.join(" ")}`);
  }
  if (failed) {
    print(`less than ${least} %`);
    Deno.exitCode = 1;
  }
} finally {
  Deno.removeSync(temporary, { recursive: true });
}

/** Runs tests as on a machine that has nothing, and returns what they ran. */
async function coverage(
  name: string,
  tests: readonly string[],
): Promise<Map<string, Map<number, number>>> {
  const folder = `${temporary}/${name}`;
  await deno([
    ...["test", "--allow-all", "--no-check", "--quiet"],
    ...["--reporter=dot", `--coverage=${folder}`, "--coverage-raw-data-only"],
    ...["--preload", `${ROOT}tests/support/time_limit.ts`],
    ...[`${ROOT}tests/support/together.ts`, "--", ...tests],
  ]);
  const report = `${temporary}/${name}.lcov`;
  await deno(["coverage", "--quiet", "--lcov", `--output=${report}`, folder]);
  return parseLcov(Deno.readTextFileSync(report));
}

async function deno(args: readonly string[]): Promise<void> {
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd: ROOT,
    env: {
      PATH: "/nonexistent",
      NO_COLOR: "1",
      // What tests/support/kernel.ts keeps for the other files of a run.
      NETLINK_TEST_KERNEL_ANSWERS: `no, ${Deno.osRelease()}`,
    },
  }).output();
  if (success) return;
  const reason = new TextDecoder().decode(stderr).trim();
  print(`deno ${args[0]} failed: ${reason || "not all tests pass"}`);
}

/** A test that loads every file. */
function importAll(): string {
  const files = FOLDERS.flatMap((folder) => [...modules(`${ROOT}${folder}`)]);
  const imports = files.map((file) => `  await import("file://${file}");`);
  return `Deno.test("all", async () => {\n${imports.join("\n")}\n});\n`;
}

function* modules(folder: string): Generator<string> {
  for (const { name, isDirectory } of Deno.readDirSync(folder)) {
    const path = `${folder}/${name}`;
    if (isDirectory) yield* modules(path);
    else if (name.endsWith(".ts")) yield path;
  }
}

function print(text: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(`${text}\n`));
}
