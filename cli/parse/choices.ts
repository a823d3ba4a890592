/**
 * Arguments that are one of a few keywords.
 *
 * @module
 */

import { type CommandError, fail } from "./errors.ts";
import { assign, type Takes, takes, type Word } from "./grammar.ts";
import { type Arguments, matches } from "./arguments.ts";
import type { Io } from "../runtime/io.ts";

const ON_OFF = "{ on | off }";

/** How an argument is compared with a few keywords. */
export interface Comparison {
  /** Exit code if it is none of them; 22 by default. */
  readonly code?: number;
  /**
   * Whether the start of one of them will do; by default, it will not. People
   * are warned where this is the world around.
   */
  readonly start?: true | Pick<Io, "err">;
}

/**
 * Which of a few keywords the next argument is.
 *
 * @param name The option that it belongs to, for the error text.
 * @param choices The choices; holes are choices that have no keyword.
 * @param comparison How they are compared.
 * @returns Position among the choices.
 * @throws {CommandError} If it is none of them.
 */
export function takeOneOf(
  args: Arguments,
  name: string,
  choices: readonly (string | undefined)[],
  comparison?: Comparison,
): number {
  return findOneOf(args.take(), name, choices, comparison);
}

/**
 * Which of a few keywords an argument is.
 *
 * @param name The option that it belongs to, for the error text.
 * @param choices The choices; holes are choices that have no keyword.
 * @param comparison How they are compared.
 * @returns Position among the choices.
 * @throws {CommandError} If it is none of them.
 */
export function findOneOf(
  arg: string,
  name: string,
  choices: readonly (string | undefined)[],
  { code = 22, start }: Comparison = {},
): number {
  const whole = choices.indexOf(arg);
  if (whole >= 0) return whole;
  const found = start === undefined
    ? -1
    : choices.findIndex((choice) =>
      choice !== undefined && matches(arg, choice)
    );
  if (found >= 0) {
    if (typeof start === "object") {
      start.err(
        `WARNING: '${arg}' matches '${choices[found]}' by prefix.\n` +
          "Matching by prefix is deprecated in this context, " +
          "please use the full string.\n",
      );
    }
    return found;
  }
  const list = choices.filter((choice) => choice !== undefined)
    .map((choice) => `"${choice}", `).join("");
  throw fail(
    code,
    `Error: argument of "${name}" must be one of ${list}not "${arg}"`,
  );
}

/**
 * Whether the next argument is `on` and not `off`.
 *
 * @param name The option that it belongs to, for the error text.
 * @param code Exit code if it is neither.
 * @returns Whether it is `on`.
 * @throws {CommandError} If it is neither.
 */
export function takeOnOff(args: Arguments, name: string, code = 22): boolean {
  return takeOneOf(args, name, ["off", "on"], { code }) === 1;
}

/**
 * A keyword followed by `on` or `off`.
 *
 * @param key The property to set.
 * @param name What the error text calls the option.
 * @param code Exit code if it is followed by something else.
 * @returns The keyword.
 */
export function onOff<S>(
  key: Takes<S, boolean>,
  name: string,
  code = 22,
): Word<S> {
  return takes(
    ON_OFF,
    (spec, { args }) =>
      assign<S, boolean>(spec, key, takeOnOff(args, name, code)),
  );
}

/**
 * A keyword followed by `on` or `off` in full.
 *
 * @param key The property to set.
 * @param name What the error text calls the option.
 * @returns The keyword.
 */
export function strictOnOff<S>(key: Takes<S, boolean>, name: string): Word<S> {
  return takes(
    ON_OFF,
    (spec, { args }) =>
      assign<S, boolean>(spec, key, takeStrictOnOff(args, name)),
  );
}

/**
 * Whether the next argument is `on` and not `off`.
 *
 * @param name What the error text calls the option.
 * @returns Whether it is `on`.
 * @throws {CommandError} If it is neither.
 */
export function takeStrictOnOff(args: Arguments, name: string): boolean {
  const arg = args.take();
  if (arg === "on" || arg === "off") return arg === "on";
  throw notOnOff(name, arg);
}

/**
 * An argument is neither `on` nor `off`.
 *
 * @param name What the error text calls the option.
 * @returns What to throw.
 */
export function notOnOff(name: string, arg: string): CommandError {
  return fail(
    1,
    `Error: argument of "${name}" must be "on" or "off", not "${arg}"`,
  );
}

/**
 * A keyword followed by one of a few others, which may be cut short.
 *
 * @param key The property to set.
 * @param choices What each of the keywords stands for, in the order of trying.
 * @param problem Error for other values.
 * @returns The keyword.
 */
export function choice<S, K extends keyof S>(
  key: K,
  choices: Readonly<Record<string, S[K]>>,
  problem: string,
): Word<S> {
  return takes(`{ ${Object.keys(choices).join(" | ")} }`, (spec, { args }) => {
    const found = args.read(
      (arg) => Object.entries(choices).find(([name]) => matches(arg, name)),
      problem,
    );
    spec[key] = found[1];
  });
}
