/**
 * Measures whole processes, from start to end.
 *
 * @module
 */

/** A command line, and a name for it. */
export interface Process {
  /** What it is. */
  readonly name: string;
  /** The program and its arguments. */
  readonly command: readonly string[];
}

/**
 * Runs processes in turns.
 *
 * @param processes The processes.
 * @param repeats How often.
 * @returns Times in nanoseconds by name; none for those that failed.
 */
export async function time(
  processes: readonly Process[],
  repeats: number,
): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>();
  for (let round = 0; round < repeats; round++) {
    for (const { name, command: [program, ...args] } of processes) {
      const start = performance.now();
      const success = await succeeds(program!, args);
      if (!success) continue;
      const list = times.get(name) ?? [];
      list.push((performance.now() - start) * 1e6);
      times.set(name, list);
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
