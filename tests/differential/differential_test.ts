import { fail } from "@std/assert";
import { patient } from "../support/patience.ts";
import { caseFiles, reasonToSkip } from "./files.ts";
import { runOurs } from "./ours.ts";
import { runCase } from "./run_case.ts";

for (const { name: file, program, cases } of caseFiles()) {
  Deno.test(
    `${program.name} and our program do the same: ${file}`,
    patient(900, async (test) => {
      for (const subject of cases) {
        const title = `${subject.name} (line ${subject.line})`;
        const reason = reasonToSkip(subject);
        const { failures, skipped } = reason === undefined
          ? await runCase(program, subject, runOurs)
          : { failures: [], skipped: reason };
        await test.step({
          name: skipped === undefined ? title : `${title} (${skipped})`,
          ignore: skipped !== undefined,
          fn: () => void (failures.length > 0 && fail(failures.join("\n"))),
        });
      }
    }),
  );
}
