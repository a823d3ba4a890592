/**
 * Records what the real program prints, and what our command line asks the kernel
 * for the same words:
 *
 *     tools/kernel-vm -k 7.2 -t 3000 -- deno run -A tools/record.ts [FILE…]
 *
 * runs the differential cases (those files that are named, or all), and writes
 * `tests/fixtures/cli/FILE.txt`. `tests/cli/recorded_test.ts` plays them back,
 * and needs neither `ip` nor a kernel for that. Command lines that depend on
 * more than netlink messages and files are left out, with the reason.
 *
 * @module
 */
import { quote } from "../tests/differential/case.ts";
import { difference } from "../tests/differential/compare.ts";
import {
  type CaseFile,
  caseFiles,
  reasonToSkip,
} from "../tests/differential/files.ts";
import { type Comparison, runCase } from "../tests/differential/run_case.ts";
import { FOLDER, recordingsOf } from "../tests/support/recorded/files.ts";
import { printRecordings } from "../tests/support/recorded/format.ts";
import { runTaped, type Taped } from "../tests/support/recorded/record.ts";
import {
  comparable,
  type Dropped,
  type Input,
  type Inputs,
  type RecordedCase,
  type RecordedFile,
  type Recording,
} from "../tests/support/recorded/recording.ts";
import { findJudge, reasonAgainstJudge } from "../tests/support/judge.ts";
import { virtualMachine } from "../tests/support/live.ts";

const judge = findJudge();
const needs = virtualMachine === undefined
  ? "needs tools/kernel-vm"
  : reasonAgainstJudge();
if (typeof judge === "string" || needs !== undefined) {
  print(`Cannot record: ${needs}`);
  Deno.exit(1);
}
const { version } = judge;
// Namespaces are empty at first, whichever tunnels were tried before.
Deno.writeTextFileSync("/proc/sys/net/core/fb_tunnels_only_for_init_net", "1");
Deno.mkdirSync(FOLDER, { recursive: true });
for (const file of caseFiles(Deno.args)) await recordFile(file);

/** Records a file, plays it back, and drops what cannot be played back. */
async function recordFile(
  { name, program, cases }: CaseFile,
): Promise<void> {
  const recorded: RecordedCase[] = [];
  for (const subject of cases) {
    const skipped = reasonToSkip(subject);
    if (skipped !== undefined) {
      recorded.push({ name: subject.name, skipped, lines: [] });
      continue;
    }
    const comparisons: Comparison[] = [];
    const outcome = await runCase(program, subject, runTaped, comparisons);
    for (const failure of outcome.failures) {
      print(`FAILED ${name}:${subject.line} ${subject.name}\n${failure}`);
    }
    recorded.push({
      name: subject.name,
      ...outcome.skipped !== undefined && { skipped: outcome.skipped },
      lines: comparisons.map(lineOf),
    });
  }
  const file: RecordedFile = {
    iproute2: version,
    kernel: Deno.osRelease(),
    cases: recorded,
  };
  write(name, file);
  const checked = drop(file, await differences(name));
  write(name, checked);
  const all = checked.cases.flatMap(({ lines }) => lines);
  const dropped = all.filter((line) => "dropped" in line);
  const { size } = Deno.statSync(recordingsOf(name));
  print(
    `${name}: ${all.length} lines, ${dropped.length} dropped, ${size} bytes`,
  );
}

function write(name: string, file: RecordedFile): void {
  Deno.writeTextFileSync(recordingsOf(name), printRecordings(file));
}

/** What is different when a file is played back without any permission. */
async function differences(name: string): Promise<(string | null)[][]> {
  const script = new URL("../tests/support/recorded/check.ts", import.meta.url);
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "--no-check", "--no-prompt"],
      ...[`--allow-read=${FOLDER.pathname}`, script.pathname, name],
    ],
  }).output();
  const decoder = new TextDecoder();
  if (!success) throw new Error(decoder.decode(stderr));
  return JSON.parse(decoder.decode(stdout));
}

function drop(
  file: RecordedFile,
  differences: readonly (readonly (string | null)[])[],
): RecordedFile {
  const cases = file.cases.map(({ lines, ...rest }, index) => ({
    ...rest,
    lines: lines.map((line, at) => {
      const different = differences[index]?.[at] ?? undefined;
      if (different === undefined) return line;
      print(`dropped ${line.words.map(quote).join(" ")}: ${different}`);
      return { words: line.words, dropped: reason(different) };
    }),
  }));
  return { ...file, cases };
}

function reason(different: string): string {
  if (different.includes("--allow-ffi")) return "calls the C library";
  return /^reads \w+ \/proc\//.test(different)
    ? "shows processes, which are others each time"
    : "depends on more than messages and files";
}

function lineOf({ words, masked, theirs, ours }: Comparison) {
  const { tape, ...result } = ours as Taped;
  const placed = words.map(withoutFolder);
  const show = (output: string) => comparable(withoutFolder(output), masked);
  const expected = {
    code: theirs.code,
    stdout: show(theirs.stdout),
    stderr: show(theirs.stderr),
  };
  const differs = result.code !== theirs.code ||
    difference(expected.stdout, show(result.stdout)) !== undefined ||
    difference(expected.stderr, show(result.stderr)) !== undefined;
  const dropped = tape.problem ??
    (differs ? "differs from the original" : undefined);
  if (dropped !== undefined) {
    return { words: placed, dropped } satisfies Dropped;
  }
  return {
    words: placed,
    masked,
    sessions: tape.sessions,
    inputs: placedInputs(tape.inputs),
    expected,
  } satisfies Recording;
}

function placedInputs(inputs: Inputs): Inputs {
  return new Map(
    [...inputs].map(([key, value]): [string, Input] => [
      withoutFolder(key),
      typeof value === "string" ? withoutComments(key, value) : value,
    ]),
  );
}

/** Replaces the folder of a case, which has another name each time. */
function withoutFolder(text: string): string {
  return text.replaceAll(/\/[\w/.-]*\/differential-\w+/g, "$TMP");
}

/** Names and numbers are facts; prose about them is not ours to keep. */
function withoutComments(key: string, text: string): string {
  return key.includes(" /etc/iproute2/")
    ? withoutFolder(text).replaceAll(/^\s*(#.*)?\n/gm, "")
    : withoutFolder(text);
}

function print(text: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(`${text}\n`));
}
