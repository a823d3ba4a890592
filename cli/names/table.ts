/**
 * Tables of names for numbers: built-in ones, and those of the files that
 * administrators add to.
 *
 * @module
 */

import { namesByNumber, type ValueNames } from "../../messages/value_names.ts";
import type { Io } from "../runtime/io.ts";
import { strtoul } from "../parse/numbers.ts";

/** Where a table comes from. */
export interface TableSource {
  /** Names that need no file. */
  readonly builtin: ValueNames;
  /** File with more names, such as `rt_protos`. */
  readonly file?: string;
  /** Whether there is also a directory of such files, such as `rt_protos.d`. */
  readonly directory?: boolean;
  /**
   * What the file has on most machines, used where reading it is not
   * permitted.
   */
  readonly usual?: ValueNames;
  /** The largest number that can have a name. */
  readonly most: number;
  /** The largest number that may be given as a number; {@linkcode most} by default. */
  readonly limit?: number;
  /** Whether a number is cut to 32 bits with a sign before its size is looked at. */
  readonly wraps?: boolean;
  /** How a number without a name is written. */
  readonly format?: (value: number) => string;
  /** The base of numbers on the command line. */
  readonly base?: 0 | 16;
  /** Whether the file is looked at even for numbers that have built-in names. */
  readonly eager?: boolean;
}

/** Directories with tables; what is in an earlier one counts. */
const DIRECTORIES: readonly string[] = [
  "/etc/iproute2",
  "/usr/share/iproute2",
  "/usr/lib/iproute2",
];

/** Names for numbers. */
export class NameTable {
  readonly #source: TableSource;
  readonly #io: Io;
  readonly #numeric: boolean;
  readonly #names: Map<number, string>;
  #loaded = false;

  /**
   * Makes a table; its files are read when they are needed.
   *
   * @param source Where its names come from.
   * @param io Reads the files.
   * @param numeric Whether to write numbers instead of names.
   */
  constructor(source: TableSource, io: Io, numeric: boolean) {
    this.#source = source;
    this.#io = io;
    this.#numeric = numeric;
    this.#names = new Map(
      [...namesByNumber(source.builtin)].sort(([a], [b]) => a - b),
    );
  }

  /**
   * The name of a number.
   *
   * @param value The number.
   * @returns Its name, or the number as text.
   */
  nameOf(value: number): string {
    if (!this.#numeric) {
      const name = this.find(value);
      if (name !== undefined) return name;
    }
    return this.#source.format?.(value) ?? String(value);
  }

  /**
   * The name of a number, even with `-Numeric`.
   *
   * @param value The number.
   * @returns Its name, or `undefined` if it has none.
   */
  find(value: number): string | undefined {
    if (this.#source.eager || !this.#names.has(value)) this.#load();
    return this.#names.get(value);
  }

  /**
   * The number that an argument stands for.
   *
   * @param arg A name or a number.
   * @returns The number, or `undefined` if the argument is neither.
   */
  numberOf(arg: string): number | undefined {
    const found = this.named(arg);
    if (found !== undefined) return found;
    const { most, limit = most, base = 0, wraps } = this.#source;
    const { value: exact, end } = strtoul(arg, base);
    const value = wraps ? wrapped(exact) : exact;
    return end > 0 && end === arg.length && value >= 0n &&
        value <= BigInt(limit)
      ? Number(value)
      : undefined;
  }

  /**
   * The number that has a name.
   *
   * @param arg The name.
   * @returns The number, or `undefined` if there is none.
   */
  named(arg: string): number | undefined {
    this.#load();
    return [...this.#names].filter(([, name]) => name === arg)
      .map(([id]) => id).sort((a, b) => (a & 255) - (b & 255) || a - b)[0];
  }

  /**
   * All names that there are.
   *
   * @returns The names.
   */
  names(): string[] {
    this.#load();
    return [...this.#names.values()];
  }

  #load(): void {
    if (this.#loaded) return;
    this.#loaded = true;
    const { file, directory, usual = {} } = this.#source;
    if (file === undefined) return;
    if (!this.#io.mayRead(`${DIRECTORIES[0]}/${file}`)) {
      for (const [name, id] of Object.entries(usual)) {
        this.#names.set(id, name);
      }
      return;
    }
    for (const directory of DIRECTORIES) {
      const text = this.#io.readTextFile(`${directory}/${file}`);
      if (text === undefined) continue;
      this.#read(`${directory}/${file}`, text);
      break;
    }
    if (directory) this.#loadDirectories(`${file}.d`);
  }

  #loadDirectories(name: string): void {
    const seen = new Set<string>();
    for (const directory of DIRECTORIES) {
      for (const entry of this.#io.readDirectory(`${directory}/${name}`)) {
        if (entry.startsWith(".") || !entry.endsWith(".conf")) continue;
        if (entry.length <= 5 || seen.has(entry)) continue;
        seen.add(entry);
        const path = `${directory}/${name}/${entry}`;
        this.#read(path, this.#io.readTextFile(path) ?? "");
      }
    }
  }

  #read(path: string, text: string): void {
    for (const line of text.split(/(?<=\n)/)) {
      const entry = line.replace(/^[ \t]+/, "");
      if (entry === "" || entry === "\n" || entry.startsWith("#")) continue;
      const found = /^(?:0x([0-9a-fA-F]+)|\s*([+-]?\d+))\s+(\S+)/.exec(entry);
      if (found === null) {
        this.#io.err(`Database ${path} is corrupted at ${entry}\n`);
        return;
      }
      const id = found[1] === undefined
        ? Number(found[2])
        : parseInt(found[1], 16);
      if (id >= 0 && id <= this.#source.most) this.#names.set(id, found[3]!);
    }
  }
}

/** What C makes of a number that is assigned to an `int` by way of a `long`. */
function wrapped(value: bigint): bigint {
  const long = 1n << 63n;
  if (value >= long) return BigInt.asIntN(32, long - 1n);
  return BigInt.asIntN(32, value < -long ? -long : value);
}
