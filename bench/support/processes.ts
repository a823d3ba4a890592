/**
 * Measures whole processes, from start to end.
 *
 * @module
 */
import { childrenTime } from "./processor.ts";

/** A command line, and a name for it. */
export interface Process {
  /** What it is. */
  readonly name: string;
  /** The program and its arguments. */
  readonly command: readonly string[];
}

/** What a process took, in nanoseconds. */
export interface ProcessTime {
  /** By the clock. */
  readonly clock: number;
  /** Of the processor. */
  readonly cpu: number;
}

/**
 * Runs processes in turns.
 *
 * @param processes The processes.
 * @param repeats How often.
 * @returns What each took; nothing for those that failed.
 */
export async function time<P extends Process>(
  processes: readonly P[],
  repeats: number,
): Promise<Map<P | undefined, ProcessTime[]>> {
  const times = new Map<P | undefined, ProcessTime[]>();
  for (let round = 0; round < repeats; round++) {
    for (const process of processes) {
      const [program, ...args] = process.command;
      const before = childrenTime();
      const start = performance.now();
      const success = await succeeds(program!, args);
      if (!success) continue;
      const clock = (performance.now() - start) * 1e6;
      const list = times.get(process) ?? [];
      list.push({ clock, cpu: childrenTime() - before });
      times.set(process, list);
    }
  }
  return times;
}

async function succeeds(program: string, args: string[]): Promise<boolean> {
  try {
    const { success } = await new Deno.Command(program, {
      args,
      stdin: "null",
      stdout: "null",
      stderr: "null",
    }).spawn().status;
    return success;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
