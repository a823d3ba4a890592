/**
 * Plays a file of recordings back, and prints as JSON what is different in each
 * line of each case. Run it with no permission but to read that file: what needs
 * more than that is different.
 *
 * @module
 */
import { programOf } from "../programs.ts";
import { recordingsOf } from "./files.ts";
import { parseRecordings } from "./format.ts";
import { replay } from "./replay.ts";

const [file = ""] = Deno.args;
const program = programOf(file);
const text = Deno.readTextFileSync(recordingsOf(file));
const differences: (string | null)[][] = [];
for (const { lines } of parseRecordings(text).cases) {
  const found: (string | null)[] = [];
  for (const line of lines) {
    found.push("dropped" in line ? null : await replay(program, line) ?? null);
  }
  differences.push(found);
}
await new Blob([JSON.stringify(differences)]).stream()
  .pipeTo(Deno.stdout.writable);
