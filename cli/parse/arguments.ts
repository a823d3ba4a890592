/**
 * The arguments of a command line, taken one after the other.
 *
 * @module
 */

import { valueOf } from "../../messages/value_names.ts";
import { incomplete, invalidArgument } from "./errors.ts";
import type { Form, Formed } from "./form.ts";

/**
 * Declares what may follow a keyword or a command, for help and completion.
 *
 * @typeParam T The entry of a grammar, or the command.
 * @param form What may follow it.
 * @param what What parses it; a function that has a form already is copied.
 * @returns The same with its form.
 */
export function takes<T extends (...args: never[]) => unknown>(
  form: Form,
  what: T,
): T {
  const own: T & Formed = "form" in what ? what.bind(undefined) as T : what;
  own.form = form;
  return own;
}

/**
 * Whether an argument is another one, or the start of it.
 *
 * @param arg What was typed.
 * @param name What may be meant.
 * @returns Whether it is.
 */
export function matches(arg: string, name: string): boolean {
  return arg !== "" && name.startsWith(arg);
}

/** The arguments of a command that were not looked at yet. */
export class Arguments {
  readonly #args: readonly string[];
  #at = 0;

  /** Starts before the first argument. */
  constructor(args: readonly string[]) {
    this.#args = args;
  }

  /** How many are left. */
  get left(): number {
    return this.#args.length - this.#at;
  }

  /**
   * Looks at an argument without taking it.
   *
   * @param offset How many arguments further on.
   * @returns The keyword, or `undefined` if there is none.
   */
  peek(offset = 0): string | undefined {
    return this.#args[this.#at + offset];
  }

  /**
   * Takes the next argument.
   *
   * @returns The keyword.
   * @throws {CommandError} If there is none.
   */
  take(): string {
    if (this.left === 0) throw incomplete();
    return this.#args[this.#at++]!;
  }

  /**
   * Takes the next argument as what it stands for.
   *
   * @typeParam T What it stands for.
   * @param read Reads it; `undefined` if it is not valid.
   * @param problem The error then.
   * @returns What was read.
   * @throws {CommandError} If there is none, or it is not valid.
   */
  read<T>(read: (arg: string) => T | undefined, problem: string): T {
    const arg = this.take();
    const value = read(arg);
    if (value === undefined) throw invalidArgument(problem, arg);
    return value;
  }

  /**
   * Takes the next argument as one of a few names, in full.
   *
   * @typeParam T What they stand for.
   * @param names What each of them stands for.
   * @param problem The error for others.
   * @returns What the name stands for.
   * @throws {CommandError} If there is none, or it is none of the names.
   */
  oneOf<T>(names: Readonly<Record<string, T>>, problem: string): T {
    return this.read((arg) => valueOf(names, arg), problem);
  }

  /**
   * Takes the next argument if it is the given one, or the start of it.
   *
   * @param spellings Spellings as in the keys of {@linkcode Grammar}.
   * @returns Whether it was.
   */
  takeIf(spellings: string): boolean {
    const arg = this.peek();
    if (arg === undefined || !fits(arg, spellings)) return false;
    this.#at++;
    return true;
  }

  /** Gives the last argument back. */
  back(): void {
    this.#at--;
  }

  /**
   * Takes all arguments that are left.
   *
   * @returns The keywords.
   */
  rest(): string[] {
    const rest = this.#args.slice(this.#at);
    this.#at = this.#args.length;
    return rest;
  }
}

/**
 * Whether an argument is one of some spellings.
 *
 * @param arg What was typed.
 * @param spellings Spellings as in the keys of {@linkcode Grammar}.
 * @returns Whether it is.
 */
export function fits(arg: string, spellings: string): boolean {
  for (const spelling of spellings.split(" ")) {
    if (
      spelling.endsWith("*")
        ? matches(arg, spelling.slice(0, -1))
        : arg === spelling
    ) return true;
  }
  return false;
}
