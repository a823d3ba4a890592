/**
 * Runs shell commands, many in one shell, and returns what each did.
 *
 * @module
 */

import { findJudge } from "../support/judge.ts";

/** What a program did. */
export interface Result {
  /** Exit code. */
  readonly code: number;
  /** Standard output. */
  readonly stdout: string;
  /** Standard error. */
  readonly stderr: string;
}

/** Stands between the outputs of two commands; no program here prints it. */
const END = "\x1e";

/**
 * Runs commands one after the other in one shell, in this thread's namespace.
 * A shell of its own for each would take half as long again.
 *
 * @param commands Commands in the language of `sh`.
 * @returns One result for each.
 */
export function runShell(commands: readonly string[]): Result[] {
  if (commands.length === 0) return [];
  const judge = findJudge();
  const env = typeof judge === "string" ? {} : { PATH: judge.path };
  const script = commands.map((command) =>
    `${command}\nprintf '${END}%d\\n' $?\nprintf '${END}\\n' >&2\n`
  ).join("");
  const { stdout, stderr } = new Deno.Command("sh", {
    args: ["-c", script],
    env,
    stdin: "null",
  }).outputSync();
  const decoder = new TextDecoder();
  const outputs = decoder.decode(stdout).split(END);
  const errors = decoder.decode(stderr).split(`${END}\n`);
  return commands.map((command, index) => {
    const next = outputs[index + 1];
    if (next === undefined) {
      throw new Error(`Cannot run ${command}: ${errors.at(-1)}`);
    }
    const first = index === 0;
    const output = outputs[index] ?? "";
    return {
      code: Number.parseInt(next),
      stdout: first ? output : output.slice(output.indexOf("\n") + 1),
      stderr: errors[index] ?? "",
    };
  });
}
