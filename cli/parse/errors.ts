/**
 * How a command ends early: with a text for people and an exit code.
 *
 * There are two ways, which differ in `-batch`: {@linkcode fail} ends the
 * command (with `-force`, the next one runs), {@linkcode exit} ends the whole
 * program. Commands throw what these return:
 *
 * ```ts ignore
 * throw fail(1, `Cannot find device "${name}"`);
 * throw invalidArgument("invalid mtu", word);
 * await context.talk((kernel) => kernel.request(request)); // refusals: exit code 2
 * ```
 *
 * @module
 */

import type { Form } from "./form.ts";

/**
 * Which usage is shown: of an object, by its name (empty for the whole
 * program), of a link kind, or of a form, with the keywords before it.
 */
export type Help =
  | string
  | { readonly kind: string }
  | { readonly of: string; readonly form: Form };

/** A command that ends early. */
export class CommandError extends Error {
  /** Exit code. */
  readonly code: number;
  /** Whether the program ends, not only the command. */
  readonly exits: boolean;
  /** Whose usage is shown after the text, if that is so. */
  readonly help: Help | undefined;

  /**
   * Makes the error.
   *
   * @param code Exit code.
   * @param exits Whether the program ends, not only the command.
   * @param text Error text, if it was not printed before.
   * @param help Whose usage is shown after the text.
   */
  constructor(code: number, exits: boolean, text = "", help?: Help) {
    super(text);
    this.name = "CommandError";
    this.code = code;
    this.exits = exits;
    this.help = help;
  }

  /**
   * What is shown to people.
   *
   * @param usage Makes usage texts.
   * @returns The text, and the usage after it.
   */
  async text(usage: (help: Help) => Promise<string>): Promise<string> {
    if (this.help === undefined) return this.message;
    return this.message + await usage(this.help);
  }
}

/**
 * Ends the command.
 *
 * @param code Exit code: what a function of `ip` returns, negated.
 * @param text Error text; a line feed is added.
 * @returns What to throw.
 */
export function fail(code: number, text?: string): CommandError {
  return new CommandError(code, false, text === undefined ? "" : text + "\n");
}

/**
 * Ends the program.
 *
 * @param code Exit code.
 * @param text Error text; a line feed is added.
 * @returns What to throw.
 */
export function exit(code: number, text?: string): CommandError {
  return new CommandError(code, true, text === undefined ? "" : text + "\n");
}

/**
 * Ends the program with a usage text, which is made from the grammar.
 *
 * @param help Whose usage.
 * @param before What is shown before it, with its last line feed.
 * @param code Exit code.
 * @returns What to throw.
 */
export function usage(help: Help, before = "", code = 255): CommandError {
  return new CommandError(code, true, before, help);
}

/**
 * An argument is missing at the end.
 *
 * @returns What to throw.
 */
export function incomplete(): CommandError {
  return exit(255, 'Command line is not complete. Try option "help"');
}

/**
 * An option is missing.
 *
 * @param key The option.
 * @returns What to throw.
 */
export function missingArgument(key: string): CommandError {
  return exit(255, `Error: argument "${key}" is required`);
}

/**
 * An argument is wrong.
 *
 * @param problem What is wrong about it.
 * @returns What to throw.
 */
export function invalidArgument(problem: string, arg: string): CommandError {
  return exit(255, `Error: argument "${arg}" is wrong: ${problem}`);
}

/**
 * An option was given twice.
 *
 * @param key The option.
 * @param arg Its second value.
 * @returns What to throw.
 */
export function duplicateArgument(key: string, arg: string): CommandError {
  return exit(
    255,
    `Error: duplicate "${key}": "${arg}" is the second value.`,
  );
}

/**
 * An option was given twice, or an argument is not understood.
 *
 * @param key The option.
 * @returns What to throw.
 */
export function duplicateOrGarbage(key: string, arg: string): CommandError {
  return exit(
    255,
    `Error: either "${key}" is duplicate, or "${arg}" is garbage.`,
  );
}

/**
 * There is no such device.
 *
 * @param name Its name.
 * @returns What to throw.
 */
export function noDevice(name: string): CommandError {
  return fail(1, `Cannot find device "${name}"`);
}

/**
 * How a command ends that something was thrown out of: the only place that
 * decides it.
 *
 * What nobody expected ends the command as a refusal does, so that a batch goes
 * on with `-force`.
 *
 * @param error What was thrown.
 * @returns The text for people, the exit code, and whether the program ends.
 */
export async function ending(error: unknown): Promise<CommandError> {
  if (error instanceof CommandError) return error;
  if (isKernelError(error)) {
    return new CommandError(2, false, await refusal(error));
  }
  const { name, message } = error instanceof Error
    ? error
    : { name: "Error", message: String(error) };
  return EXPECTED.has(name)
    ? fail(2, message)
    : fail(2, `This program is at fault: ${name}: ${message}`);
}

/** Names of errors whose messages are for people. */
const EXPECTED: ReadonlySet<string> = new Set([
  "AnswerLostError",
  "ConnectionClosedError",
  "DumpInterruptedError",
  "EncodeError",
  "MalformedAnswerError",
  "RequestTimeoutError",
  "SocketClosedError",
  "SocketError",
  "UnsupportedError",
]);

/** What is printed about an error of the kernel. */
export interface KernelError extends Error {
  /** Error number. */
  readonly errno: number;
  /** Its name, such as `EEXIST`. */
  readonly code: string;
  /** The kernel's own text, if it gave one. */
  readonly reason?: string | undefined;
  /** Type of an attribute that is missing, if the kernel reported it. */
  readonly missingType?: number | undefined;
}

/**
 * Distinguishes errors of the kernel from others.
 *
 * @param error What was thrown.
 * @returns Whether the kernel refused something, or cannot go on with a list.
 */
export function isKernelError(error: unknown): error is KernelError {
  return error instanceof Error && error.name === "NetlinkError" ||
    isStalled(error);
}

/** A list that the kernel cannot go on with. */
export interface StalledError extends KernelError {
  /** What was listed before. */
  readonly partial: readonly unknown[];
}

/**
 * Whether the kernel cannot go on with a list.
 *
 * @param error What was thrown.
 * @returns Whether that is so.
 */
export function isStalled(error: unknown): error is StalledError {
  return error instanceof Error && error.name === "DumpStalledError";
}

/**
 * Puts an extended acknowledgement as `ip` does.
 *
 * @param severity `Error` or `Warning`.
 * @param reason The kernel's text.
 * @returns A line.
 */
export function acknowledgement(
  severity: "Error" | "Warning",
  reason: string,
): string {
  return `${severity}: ${reason}${reason.endsWith(".") ? "" : "."}\n`;
}

/**
 * Puts a refusal of the kernel as `ip` does.
 *
 * @param error The refusal.
 * @returns A line.
 */
export async function refusal(error: KernelError): Promise<string> {
  if (isStalled(error)) return "EOF on netlink\n";
  const { reason, missingType, errno } = error;
  const missing = missingType === undefined
    ? ""
    : `Missing required attribute type ${missingType}\n`;
  if (reason) return missing + acknowledgement("Error", reason);
  const { errorText } = await import("../../messages/errno.ts");
  return `${missing}RTNETLINK answers: ${errorText(errno)}\n`;
}

/**
 * Ends a command if the kernel refuses something.
 *
 * @param ends What ends it: {@linkcode fail} or {@linkcode exit}.
 * @param code Exit code.
 * @param what What the refusal means for the command; it follows the refusal.
 * @returns What the promise of the kernel's answer catches errors by.
 */
export function refused(
  ends: typeof fail,
  code: number,
  what: string,
): (error: unknown) => Promise<never> {
  return async (error) => {
    if (!isKernelError(error)) throw error;
    throw ends(code, `${await refusal(error)}${what}`);
  };
}
