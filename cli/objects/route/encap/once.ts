/**
 * Options that may be given only once, as encapsulations have them.
 *
 * @module
 */

import { duplicateOrGarbage, invalidArgument } from "../../../parse/errors.ts";
import type { Arguments } from "../../../parse/grammar.ts";
import { unsigned } from "../../../parse/numbers.ts";

/** Remembers which options were given before. */
export class Once {
  readonly #seen = new Set<string>();

  /**
   * Takes the value of an option.
   *
   * @param args The arguments after the option.
   * @param name What the option is called.
   * @returns The value.
   * @throws {CommandError} If it is missing, or not the first one.
   */
  take(args: Arguments, name: string): string {
    const arg = args.take();
    this.mark(name, arg);
    return arg;
  }

  /**
   * Takes the value of an option that is a number.
   *
   * @param args The arguments after the option.
   * @param name What the option is called.
   * @param bits How many bits the number may take.
   * @returns The number.
   * @throws {CommandError} If it is missing or wrong, or not the first one.
   */
  number(args: Arguments, name: string, bits: 8 | 16 | 32): number {
    const arg = this.take(args, name);
    const value = unsigned(arg, bits);
    if (value === undefined) {
      throw invalidArgument(`"${name}" value is invalid\n`, arg);
    }
    return value;
  }

  /**
   * Notes that an option was given.
   *
   * @param name What the option is called.
   * @param arg What the error text has as its value.
   * @throws {CommandError} If it was given before.
   */
  mark(name: string, arg: string): void {
    if (this.#seen.has(name)) throw duplicateOrGarbage(name, arg);
    this.#seen.add(name);
  }

  /**
   * Whether an option was given.
   *
   * @param name What the option is called.
   * @returns Whether it was.
   */
  has(name: string): boolean {
    return this.#seen.has(name);
  }
}
