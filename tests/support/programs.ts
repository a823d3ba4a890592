/**
 * The programs of the command line.
 *
 * @module
 */
import { program as bridge } from "../../cli/bridge/program.ts";
import { program as ip } from "../../cli/ip/program.ts";
import type { AnyProgram, Program } from "../../cli/runtime/context.ts";
import { program as tc } from "../../cli/tc/program.ts";
import { program as wg } from "../../cli/wg/program.ts";
import { program as ynl } from "../../cli/ynl/program.ts";

/** The programs that tables describe, by their names. */
export const PROGRAMS: Readonly<Record<string, Program>> = { ip, bridge, tc };

/** All programs by their names. */
export const ALL: Readonly<Record<string, AnyProgram>> = {
  ...PROGRAMS,
  wg,
  ynl,
};

/**
 * Finds the program that a file of cases or of recordings is about: the word
 * before the first `_` of its name, or `ip`.
 *
 * @param file The name of the file.
 * @returns The program.
 */
export function programOf(file: string): AnyProgram {
  return ALL[file.split("_")[0]!] ?? ip;
}
