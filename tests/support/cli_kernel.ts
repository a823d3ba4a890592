/**
 * Runs commands on a kernel of a test's own.
 *
 * @module
 */
import { Connection } from "../../api/connection/connection.ts";
import { run } from "../../cli/main.ts";
import type { Program } from "../../cli/runtime/context.ts";
import { ip } from "./ip.ts";
import { FakeKernel, type Serve } from "./fake_kernel.ts";
import { testIo } from "./io.ts";

/** What came of a command. */
export interface Outcome {
  /** Exit code. */
  readonly code: number;
  /** What was written to the output. */
  readonly out: string;
  /** What was written about errors. */
  readonly err: string;
  /** The kernel that was asked. */
  readonly kernel: FakeKernel;
}

/**
 * Runs a command.
 *
 * @param words The command line, without the name of the program.
 * @param serve Answers for the kernel.
 * @param program The program; `ip` by default.
 * @returns What came of it.
 */
export async function runOn(
  words: string,
  serve: Serve,
  program: Program = ip,
): Promise<Outcome> {
  const kernel = new FakeKernel(serve);
  const io = testIo();
  const open = () => Promise.resolve(new Connection(kernel));
  const code = await run(program, words.split(" "), io, open);
  const out = new TextDecoder().decode(io.written);
  return { code, out, err: io.errors, kernel };
}
