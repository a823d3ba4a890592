/**
 * Runs differential cases and prints the differences at once: `deno task differ
 * [FILE…] [-f TEXT] [-j VERSION] [-v]`. FILE is the name of a file in `cases/`
 * without its ending, TEXT a part of the names of the cases to run, VERSION
 * that of the `ip` to compare with, if not the one that the command line
 * follows.
 *
 * @module
 */
import { parseArgs } from "@std/cli";
import { caseFiles, reasonToSkip } from "./files.ts";
import { runOurs } from "./ours.ts";
import { runCase } from "./run_case.ts";

const options = parseArgs(Deno.args, {
  boolean: ["verbose"],
  string: ["filter", "judge"],
  alias: { filter: "f", judge: "j", verbose: "v" },
});
if (options.judge !== undefined) Deno.env.set("NETLINK_JUDGE", options.judge);
const counts = { passed: 0, failed: 0, skipped: 0, compared: 0 };
for (const { name: file, program, cases } of caseFiles(options._.map(String))) {
  for (const subject of cases) {
    if (!subject.name.includes(options.filter ?? "")) continue;
    const title = `${file}:${subject.line} ${subject.name}`;
    const reason = reasonToSkip(subject);
    const { failures, compared, skipped } = reason === undefined
      ? await runCase(program, subject, runOurs)
      : { failures: [], compared: 0, skipped: reason };
    counts.compared += compared;
    if (skipped !== undefined) {
      counts.skipped++;
      print(`skipped ${title} (${skipped})`);
    } else if (failures.length > 0) {
      counts.failed++;
      print(`FAILED  ${title}\n${failures.join("\n")}`);
    } else {
      counts.passed++;
      if (options.verbose) print(`ok      ${title} (${compared})`);
    }
  }
}
print(
  `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped ` +
    `(${counts.compared} command lines compared)`,
);
Deno.exit(counts.failed === 0 ? 0 : 1);

function print(text: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(`${text}\n`));
}
