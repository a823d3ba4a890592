/**
 * Measures several programs in turns, so that whatever else the machine does
 * hits all of them.
 *
 * @module
 */

import type { Contender, Sample } from "./contender.ts";

/** Programs that understand the same commands. */
export interface Contenders {
  /** The C program, where there is a compiler. */
  readonly c?: Contender;
  /** This library. */
  readonly deno: Contender;
}

/** How often to measure. */
export interface Effort {
  /** Rounds that count. */
  readonly repeats: number;
  /** Rounds before those. */
  readonly warmUp: number;
}

/** What a command took, round by round. */
export interface Comparison {
  /** The C program. */
  readonly c: readonly Sample[];
  /** This library. */
  readonly deno: readonly Sample[];
}

/**
 * Has all programs carry out the same commands in turns.
 *
 * @param contenders The programs.
 * @param commands The commands of a round; the last one is measured.
 * @param effort How often.
 * @returns The measurements.
 */
export async function compare(
  { c, deno }: Contenders,
  commands: readonly string[],
  { repeats, warmUp }: Effort,
): Promise<Comparison> {
  const result = { c: [] as Sample[], deno: [] as Sample[] };
  for (let round = -warmUp; round < repeats; round++) {
    for (const name of ["c", "deno"] as const) {
      const contender = name === "c" ? c : deno;
      if (contender === undefined) continue;
      for (const command of commands) {
        const sample = await contender.run(command);
        if (round >= 0 && command === commands.at(-1)) {
          result[name].push(sample);
        }
      }
    }
  }
  const [first, second] = [result.c[0], result.deno[0]];
  if (first !== undefined && first.count !== second?.count) {
    throw new Error(
      `Cannot compare ${
        commands.at(-1)
      }: ${first.count} and ${second?.count} objects`,
    );
  }
  return result;
}
