/**
 * What sets one program of the command line apart from another: its name, its
 * options, its objects, and how it ends.
 *
 * Each program is a table of this form (`cli/ip/program.ts`,
 * `cli/bridge/program.ts` …), and `cli/main.ts` runs any of them.
 *
 * @module
 */

import { matches } from "./parse/arguments.ts";
import { CommandError, type Help } from "./parse/errors.ts";
import type { Options, ProgramOptions } from "./runtime/options.ts";

/** The version of iproute2 whose command lines these are. */
export const IPROUTE2 = "7.3.0";
/** The version of this package. */
export const VERSION = "0.1.0";

/**
 * Loads the command of an object.
 *
 * @typeParam C What a command is.
 */
export type Load<C> = () => Promise<{ command: C }>;

/** How a program goes on after a text that ends a command. */
export interface Ending {
  /** Exit code. */
  readonly code: number;
  /** Whether the program ends, not only the command. */
  readonly exits: boolean;
}

/**
 * A program of the command line.
 *
 * @typeParam C What a command is: `Command` of `cli/runtime/context.ts`.
 */
export interface ProgramOf<C> {
  /** Its name in texts. */
  readonly name: string;
  /** What `-Version` shows, without the line feed. */
  readonly version: string;
  /** The options that go before the object. */
  readonly options: ProgramOptions;
  /**
   * The objects in the order in which they are tried, with their names; any
   * prefix of a name will do. A command is loaded only if it is run. Those that
   * the original has and this program has not load nothing.
   */
  readonly objects:
    readonly (readonly [names: string, load: Load<C> | undefined])[];
  /** Objects that the original has not, whose names have to be spelled out. */
  readonly own: Readonly<Record<string, Load<C>>>;
  /**
   * What is run before the command of an object, unless there is a batch of
   * them.
   */
  readonly prepare?: (options: Options) => Load<C> | undefined;
  /** How the usage of the program or of an object ends it. */
  readonly usage: Ending;
  /** How a verb that an object does not have ends it. */
  readonly unknownVerb: Ending;
  /** Exit code if there is no such object. */
  readonly unknownObject: number;
  /** Exit code if the kernel refuses something. */
  readonly refusal: number;
}

/**
 * The objects that a program has.
 *
 * @typeParam C What a command is.
 * @param program The program.
 * @returns Their names in the order of the alphabet; other spellings included.
 */
export function objectNames<C>(program: ProgramOf<C>): string[] {
  const names = program.objects.filter(([, load]) => load !== undefined)
    .flatMap(([names]) => names.split(" "));
  return [...names, ...Object.keys(program.own)].sort();
}

/**
 * The objects that a program has, as a grammar has words.
 *
 * @typeParam C What a command is.
 * @param program The program.
 * @returns What loads each, in the order of trying; the keys are those of a
 * `Grammar`.
 */
export function objectTable<C>(
  program: ProgramOf<C>,
): Record<string, Load<C>> {
  const table: Record<string, Load<C>> = { ...program.own };
  for (const [names, load] of program.objects) {
    if (load === undefined) continue;
    table[names.split(" ").map((name) => `${name}*`).join(" ")] = load;
  }
  return table;
}

/**
 * Finds the command of an object.
 *
 * @typeParam C What a command is.
 * @param program The program.
 * @param word The object's name, or the start of it.
 * @returns Loads the command; or why there is none.
 */
export function findCommand<C>(
  program: ProgramOf<C>,
  word: string,
): Load<C> | "unknown" | "missing" {
  const { own } = program;
  if (Object.hasOwn(own, word)) return own[word]!;
  const found = find(program, word);
  if (found === undefined) return "unknown";
  return found[1] ?? "missing";
}

/**
 * The other spellings of an object.
 *
 * @typeParam C What a command is.
 * @param program The program.
 * @param name One of its names.
 * @returns Its names without this one.
 */
export function otherNames<C>(program: ProgramOf<C>, name: string): string[] {
  const names = find(program, name)?.[0].split(" ") ?? [];
  return names.filter((other) => other !== name);
}

function find<C>(
  program: ProgramOf<C>,
  word: string,
): ProgramOf<C>["objects"][number] | undefined {
  return program.objects.find(([names]) =>
    names.split(" ").some((name) => matches(word, name))
  );
}

/**
 * Shows a usage, and ends as the program does then.
 *
 * @param program The program.
 * @param help Whose usage; that of the whole program by default.
 * @returns What to throw.
 */
export function usageIn(
  { usage: { code, exits } }: Pick<ProgramOf<unknown>, "usage">,
  help: Help = "",
): CommandError {
  return new CommandError(code, exits, "", help);
}
