/**
 * Runs our program in this process.
 *
 * @module
 */
import { type Io, processIo } from "../../cli/runtime/io.ts";
import type { AnyProgram, Open } from "../../cli/runtime/context.ts";
import { run } from "../../cli/main.ts";
import type { Result } from "./theirs.ts";

/** Exit code of a program that Deno ends because of an error. */
const CRASH = 1;

/** No command here takes longer, unless it hangs. */
const LONGEST_MS = 20_000;

/**
 * Runs a program as we have it.
 *
 * @param program The program.
 * @param words Its arguments.
 * @param world What it reads; the files and variables of this process by default.
 * @param open Opens connections; sockets by default.
 * @returns What it did.
 */
export async function runOurs(
  program: AnyProgram,
  words: readonly string[],
  world: Io = processIo(),
  open?: Open,
): Promise<Result> {
  const out: Uint8Array[] = [];
  let stderr = "";
  const encoder = new TextEncoder();
  const io: Io = {
    ...world,
    isTerminal: false,
    out: (data) =>
      void out.push(
        typeof data === "string" ? encoder.encode(data) : data.slice(),
      ),
    err: (text) => void (stderr += text),
    lines: () => [],
    input: () => new Uint8Array(),
  };
  const hang = Promise.withResolvers<never>();
  const timer = setTimeout(
    () =>
      hang.reject(new Error(`Cannot wait for ${words.join(" ")}: it hangs`)),
    LONGEST_MS,
  );
  try {
    const code = await Promise.race([
      run(program, [...words], io, open),
      hang.promise,
    ]);
    return { code, stdout: await new Blob(out as BlobPart[]).text(), stderr };
  } catch (error) {
    // A crash is a difference like any other.
    return { code: CRASH, stdout: "", stderr: Deno.inspect(error) };
  } finally {
    clearTimeout(timer);
  }
}
