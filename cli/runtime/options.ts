/**
 * The options that go before the object, as `ip` has them.
 *
 * @module
 */

import {
  AF_BRIDGE,
  AF_INET,
  AF_INET6,
  AF_MPLS,
  AF_PACKET,
} from "../../messages/families.ts";
import {
  exit,
  invalidArgument,
  missingArgument,
  usage,
} from "../parse/errors.ts";
import { matches } from "../parse/arguments.ts";
import type { Form, Table } from "../parse/form.ts";
import { unsigned } from "../parse/numbers.ts";

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
  };
}

/** Address families by the names that `-family` takes. */
const FAMILIES: Readonly<Record<string, number>> = {
  inet: AF_INET,
  inet6: AF_INET6,
  link: AF_PACKET,
  mpls: AF_MPLS,
  bridge: AF_BRIDGE,
};

/** What an option does; `next` yields the word after it. */
type Option = (options: Options, next: () => string | undefined) => void;

/** An option, and the form of its argument if it takes one. */
type OptionRow = readonly [names: string, option: Option, form?: Form];

/**
 * The options in the order in which they are tried: those that start with `=`
 * have to be spelled out, any prefix of the others will do.
 */
const OPTIONS: readonly OptionRow[] = [
  [
    "-loops",
    (o, next) => o.loops = Number.parseInt(given(next(), "loop count")) || 0,
    { name: "maximum-addr-flush-attempts" },
  ],
  [
    "-family",
    (o, next) => o.family = family(given(next(), "family type")),
    `{ ${Object.keys(FAMILIES).join(" | ")} }`,
  ],
  ["=-4", (o) => o.family = AF_INET],
  ["=-6", (o) => o.family = AF_INET6],
  ["=-0", (o) => o.family = AF_PACKET],
  ["=-M", (o) => o.family = AF_MPLS],
  ["=-B", (o) => o.family = AF_BRIDGE],
  ["-human -human-readable", (o) => o.human++],
  ["-iec", (o) => o.iec = true],
  ["-stats -statistics", (o) => o.stats++],
  ["-details", (o) => o.details = true],
  ["-resolve", (o) => o.resolve = true],
  ["-oneline", (o) => o.oneline = true],
  ["-timestamp", (o) => o.timestamp = true],
  ["-tshort", (o) => o.timestamp = o.timestampShort = true],
  ["-Version", (o) => o.version = true],
  ["-force", (o) => o.force = true],
  ["-batch", (o, next) => o.batch = given(next(), "batch file"), {
    name: "filename",
    from: "file",
  }],
  ["-brief", (o) => o.brief = true],
  ["-json", (o) => o.json = true],
  ["-pretty", (o) => o.pretty = true],
  [
    "-rcvbuf",
    (o, next) => o.receiveBuffer = bufferSize(given(next(), "rcvbuf size")),
    {
      name: "size",
    },
  ],
];

/** The options that are tried after `-color`. */
const MORE_OPTIONS: readonly OptionRow[] = [
  ["-help", () => {
    throw usage("");
  }],
  ["-netns", (o, next) => {
    const name = next();
    if (name === undefined) {
      throw exit(
        255,
        'Cannot open network namespace "(null)": No such file or directory',
      );
    }
    o.netns = name;
  }, { name: "name", from: "namespace" }],
  ["-Numeric", (o) => o.numeric = true],
  ["-all", (o) => o.all = true],
  ["=-echo", (o) => o.echo = true],
];

/**
 * The options with the forms of their arguments.
 *
 * @returns The options in the order of trying.
 */
export function optionForms(): Table {
  const color: OptionRow = ["-color", () => {}];
  return Object.fromEntries(
    [...OPTIONS, color, ...MORE_OPTIONS].map(([names, , form]) => [
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
 * @param words The command line.
 * @param options Gets the options, also those before one that is wrong.
 * @returns The options and the words after them.
 * @throws {CommandError} If an option is wrong, or help was asked for.
 */
export function parseOptions(
  words: readonly string[],
  options: Options = defaultOptions(),
): { options: Options; rest: readonly string[] } {
  let at = 0;
  for (; at < words.length && !options.version; at++) {
    let word = words[at]!;
    if (word === "--") {
      at++;
      break;
    }
    if (!word.startsWith("-")) break;
    if (word.startsWith("--")) word = word.slice(1);
    const next = () => words[++at];
    const option = find(OPTIONS, word);
    if (option !== undefined) option(options, next);
    else if (!parseColor(options, word)) {
      const option = find(MORE_OPTIONS, word);
      if (option === undefined) {
        throw exit(255, `Option "${word}" is unknown, try "ip -help".`);
      }
      option(options, next);
    }
  }
  return { options, rest: words.slice(at) };
}

function find(table: readonly OptionRow[], word: string): Option | undefined {
  return table.find(([names]) =>
    names.startsWith("=")
      ? names.slice(1) === word
      : names.split(" ").some((name) => matches(word, name))
  )?.[1];
}

function given(word: string | undefined, what: string): string {
  if (word === undefined) throw missingArgument(what);
  return word;
}

function family(word: string): number {
  if (word === "help") throw usage("");
  if (!Object.hasOwn(FAMILIES, word)) {
    throw invalidArgument("invalid protocol family", word);
  }
  return FAMILIES[word]!;
}

function bufferSize(word: string): number {
  const size = unsigned(word, 32);
  if (size === undefined) {
    throw exit(255, `Invalid rcvbuf size '${word}'`);
  }
  return Number(size);
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
