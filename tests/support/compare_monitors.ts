/**
 * Compares `tc monitor` and `bridge monitor` with the real programs, and with
 * what the library reports, while things happen.
 *
 * @module
 */

import { assertEquals, assertGreater } from "@std/assert";
import type { MonitoredObject } from "../../api/monitor/change.ts";
import type { ObjectReport } from "../../api/monitor/reports.ts";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import { environment, Program, settle } from "./lasting_program.ts";
import { sh } from "./live.ts";

/** What is compared. */
export interface Compared {
  /** The program. */
  readonly program: "bridge" | "tc";
  /** Arguments of each pair of programs; the first has text. */
  readonly runs: readonly (readonly string[])[];
  /** What every program shows, and leaves nothing behind. */
  readonly wake: string;
  /** Arguments of the real programs, after their names. */
  readonly changes: readonly string[];
  /** What the library watches. */
  readonly objects: readonly MonitoredObject[];
  /** What the first program shows of a report; nothing if that is `undefined`. */
  readonly shown: (report: ObjectReport) => string | undefined;
  /** What of a line that is the same; `undefined` if it belongs to another. */
  readonly line: (text: string) => string | undefined;
}

/** How long the library may take, in tenths of a second. */
const LONGEST = 600;

/** Runs commands, each whatever became of the ones before. */
function shell(...commands: string[]): void {
  const prefix = environment.join(" ");
  sh("sh", "-c", [...commands.map((it) => `${prefix} ${it}`), ":"].join("\n"));
}

/**
 * Runs the programs, has something happen, and compares what they show.
 *
 * @param compared What is compared.
 */
export async function compareMonitors(
  { program, runs, wake, changes, objects, shown, line }: Compared,
): Promise<void> {
  const cli = new URL(`../../cli/${program}.ts`, import.meta.url).pathname;
  const theirs = [...environment, program];
  const ours = [Deno.execPath(), "run", "-A", "--no-check", cli];
  using all = new DisposableStack();
  const pairs = runs.map((args) =>
    [theirs, ours].map((command) => all.use(new Program(command, args)))
  );
  const programs = pairs.flat();
  // They are there once they have seen a change.
  while (programs.some(({ size }) => size === 0)) {
    shell(wake);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  await settle(programs);
  const net = all.use(Rtnetlink.open());
  const reports: string[] = [];
  const monitor = all.use(net.monitor(objects, { stateless: true }));
  const watching = (async () => {
    for await (const change of monitor) {
      const text = shown(change as ObjectReport);
      if (text !== undefined) reports.push(text);
    }
  })();
  for (const program of programs) program.start();
  shell(...changes);
  await settle(programs);
  const [first] = runs;
  for (const [i, args] of runs.entries()) {
    const [their, our] = pairs[i]!.map((program) => program.read());
    assertEquals(our, their, args.join(" "));
    assertGreater(their!.out.join("\n").length, 500);
    if (args !== first) continue;
    const lines = their!.out.flatMap((text) => line(text) ?? []);
    // This process has been waiting for programs, and may have to catch up.
    for (let i = 0; i < LONGEST && reports.length < lines.length; i++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    assertEquals(reports, lines, "the library");
    assertGreater(lines.length, changes.length / 2);
  }
  monitor.close();
  await watching;
}
