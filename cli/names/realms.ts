/**
 * Realms on the command line: `FROM/TO`, `TO`, or one number for both.
 *
 * @module
 */

import type { Names } from "./mod.ts";
import { unsigned } from "../parse/numbers.ts";

/**
 * The realms that an argument stands for.
 *
 * @param names Names of realms.
 * @returns The realm of the source in the upper 16 bits, that of the
 * destination below; `undefined` if the argument is wrong.
 */
export function realmsOf(names: Names, arg: string): number | undefined {
  const slash = arg.indexOf("/");
  const from = slash < 0 ? 0 : names.realms.numberOf(arg.slice(0, slash));
  const rest = arg.slice(slash + 1);
  const to = rest === "" ? 0 : names.realms.numberOf(rest);
  return from === undefined || to === undefined
    ? unsigned(arg, 32)
    : from * 0x10000 + to;
}
