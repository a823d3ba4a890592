/**
 * The options that go before the object.
 *
 * What they do is in the `Options` of a run, which all programs share; which
 * there are is a table of each program, as `cli/ip/options.ts`.
 *
 * @module
 */

import { exit, missingArgument } from "../parse/errors.ts";
import { matches } from "../parse/arguments.ts";
import type { Form, Table } from "../parse/form.ts";

/** The options of a run. */
export interface Options {
  /** Address family, `AF_*`; 0 for any. */
  family: number;
  /** How often `-human-readable` was given. */
  human: number;
  /** Whether multiples are powers of 1024. */
  iec: boolean;
  /** How often `-statistics` was given. */
  stats: number;
  /** Whether `-details` was given. */
  details: boolean;
  /** Whether to show host names instead of addresses. */
  resolve: boolean;
  /** Whether each record is to be on one line. */
  oneline: boolean;
  /** Whether to show the time of each event. */
  timestamp: boolean;
  /** Whether to show it in the short form. */
  timestampShort: boolean;
  /** Whether to go on after errors, and to replace XDP programs. */
  force: boolean;
  /** Whether to print a table with few columns. */
  brief: boolean;
  /** Whether to print JSON. */
  json: boolean;
  /** Whether to indent JSON. */
  pretty: boolean;
  /** When to use colors. */
  color: "never" | "auto" | "always";
  /** Whether to print numbers instead of names. */
  numeric: boolean;
  /** Whether the command is meant for all objects. */
  all: boolean;
  /** Whether to print what the kernel made of a request. */
  echo: boolean;
  /** How many rounds a flush may take; 0 for any number. */
  loops: number;
  /** Size of the receive buffer, in bytes. */
  receiveBuffer?: number;
  /** File with commands; `-` for the input. */
  batch?: string;
  /** Network namespace to work in. */
  netns?: string;
  /** Whether only the version was asked for. */
  version: boolean;
  /** Whether neighboring VLANs are to be shown as ranges. */
  compressVlans: boolean;
  /** Whether to print the bytes of what has no notation. */
  raw: boolean;
  /** Whether to print classes as a tree. */
  graph: boolean;
  /** Whether to print the names that handles of classes have in a file. */
  names: boolean;
  /** The file with these names, if it is not the usual one. */
  nameFile?: string;
}

/**
 * The options of a run without options.
 *
 * @returns The options.
 */
export function defaultOptions(): Options {
  return {
    family: 0,
    human: 0,
    iec: false,
    stats: 0,
    details: false,
    resolve: false,
    oneline: false,
    timestamp: false,
    timestampShort: false,
    force: false,
    brief: false,
    json: false,
    pretty: false,
    color: "never",
    numeric: false,
    all: false,
    echo: false,
    loops: 10,
    version: false,
    compressVlans: false,
    raw: false,
    graph: false,
    names: false,
  };
}

/** What an option does; `next` yields the word after it. */
type Option = (options: Options, next: () => string | undefined) => void;

/**
 * An option, and the form of its argument if it takes one. A name that starts
 * with `=` has to be spelled out, any prefix of the others will do.
 */
export type OptionRow = readonly [names: string, option: Option, form?: Form];

/** The options of a program. */
export interface ProgramOptions {
  /** The options in the order in which they are tried. */
  readonly rows: readonly OptionRow[];
  /** Whether options may begin with two dashes, and `--` ends them. */
  readonly dashes: boolean;
  /** What the error text of an unknown option recommends to try. */
  readonly help: string;
}

/** `-color`, which may have `=WHEN` after its name. */
export const COLOR: OptionRow = ["-color", () => {}];

/** `-netns NAME`. */
export const NETNS: OptionRow = ["-netns", (o, next) => {
  const name = next();
  if (name === undefined) {
    throw exit(
      255,
      'Cannot open network namespace "(null)": No such file or directory',
    );
  }
  o.netns = name;
}, { name: "name", from: "namespace" }];

/** The form of the argument of `-batch`. */
export const BATCH_FILE: Form = { name: "filename", from: "file" };

/**
 * The options with the forms of their arguments.
 *
 * @param program The options of a program.
 * @returns The options in the order of trying.
 */
export function optionForms(program: ProgramOptions): Table {
  return Object.fromEntries(
    program.rows.map(([names, , form]) => [
      names.startsWith("=")
        ? names.slice(1)
        : names.replaceAll(/(?<=\w)(?= |$)/g, "*"),
      form === undefined ? {} : { form },
    ]),
  );
}

/**
 * Takes the options off a command line.
 *
 * @param program The options of the program.
 * @param words The command line.
 * @param options Gets the options, also those before one that is wrong.
 * @returns The options and the words after them.
 * @throws {CommandError} If an option is wrong, or help was asked for.
 */
export function parseOptions(
  program: ProgramOptions,
  words: readonly string[],
  options: Options = defaultOptions(),
): { options: Options; rest: readonly string[] } {
  let at = 0;
  for (; at < words.length && !options.version; at++) {
    let word = words[at]!;
    if (program.dashes && word === "--") {
      at++;
      break;
    }
    if (!word.startsWith("-")) break;
    if (program.dashes && word.startsWith("--")) word = word.slice(1);
    const option = find(program.rows, options, word);
    if (option === undefined) {
      throw exit(255, `Option "${word}" is unknown, try "${program.help}".`);
    }
    option(options, () => words[++at]);
  }
  return { options, rest: words.slice(at) };
}

function find(
  rows: readonly OptionRow[],
  options: Options,
  word: string,
): Option | undefined {
  return rows.find((row) =>
    row === COLOR ? parseColor(options, word) : isOption(row, word)
  )?.[1];
}

function isOption([names]: OptionRow, word: string): boolean {
  return names.startsWith("=")
    ? names.slice(1) === word
    : names.split(" ").some((name) => matches(word, name));
}

/**
 * The argument of an option.
 *
 * @param word The word after the option.
 * @param what What it stands for.
 * @returns The word.
 * @throws {CommandError} If there is none.
 */
export function given(word: string | undefined, what: string): string {
  if (word === undefined) throw missingArgument(what);
  return word;
}

function parseColor(options: Options, word: string): boolean {
  const [name = "", when = ""] = split(word, "=");
  if (!matches(name, "-color")) return false;
  if (when === "" || when === "always") options.color = "always";
  else if (when === "auto" || when === "never") options.color = when;
  else return false;
  return true;
}

function split(word: string, separator: string): [string, string] {
  const at = word.indexOf(separator);
  return at < 0 ? [word, ""] : [word.slice(0, at), word.slice(at + 1)];
}
