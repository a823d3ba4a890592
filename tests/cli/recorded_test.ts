/**
 * Plays back what `tools/record.ts` has recorded: the same requests are sent,
 * and what is printed is what the real `ip` printed.
 *
 * @module
 */
import { assertEquals, fail } from "@std/assert";
import { parseCases, quote } from "../differential/case.ts";
import { FOLDER, recordingsOf } from "../support/recorded/files.ts";
import { parseRecordings } from "../support/recorded/format.ts";
import { programOf } from "../support/programs.ts";
import { replay } from "../support/recorded/replay.ts";

const CASES = new URL("../differential/cases/", import.meta.url);

const names = [...Deno.readDirSync(CASES)]
  .map(({ name }) => name.replace(/\.txt$/, ""))
  .sort();

for (const file of names) {
  const program = programOf(file);
  const recorded = read(recordingsOf(file));
  const { iproute2, kernel, cases } = parseRecordings(recorded);
  Deno.test({
    name:
      `${program.name} prints what iproute2 ${iproute2} did on Linux ${kernel}: ${file}`,
    // Not even the C library is called.
    permissions: "none",
    async fn() {
      const failures: string[] = [];
      for (const { name, lines } of cases) {
        for (const line of lines) {
          if ("dropped" in line) continue;
          const different = await replay(program, line);
          if (different === undefined) continue;
          const words = line.words.map(quote).join(" ");
          failures.push(`${name}\n${program.name} ${words}\n${different}`);
        }
      }
      if (failures.length > 0) fail(failures.join("\n\n"));
    },
  });

  Deno.test(`Recordings are those of the differential cases: ${file}`, () => {
    const subjects = parseCases(read(new URL(`${file}.txt`, CASES)));
    const skipped = new Set(
      cases.filter((each) => each.skipped !== undefined)
        .map(({ name }) => name),
    );
    const wanted = subjects.map(({ name, steps }) => ({
      name,
      lines: skipped.has(name)
        ? []
        : steps.flatMap((step) =>
          step.type === "setup" || step.type === "ours"
            ? []
            : [step.words.map(quote).join(" ")]
        ).sort(),
    }));
    const there = cases.map(({ name, lines }) => ({
      name,
      lines: lines.map(({ words }) => words.map(quote).join(" ")).sort(),
    }));
    assertEquals(
      there,
      wanted,
      `run tools/kernel-vm -k 7.2 -t 600 -- deno run -A tools/record.ts ${file}`,
    );
  });
}

Deno.test("Every file of recordings is that of a file of cases", () => {
  const files = [...Deno.readDirSync(FOLDER)].map(({ name }) => name).sort();
  assertEquals(files, names.map((name) => `${name}.txt`));
});

function read(file: URL): string {
  try {
    return Deno.readTextFileSync(file);
  } catch {
    return "";
  }
}
