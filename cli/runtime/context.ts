/**
 * What every command gets.
 *
 * A command is a module that exports `command`:
 *
 * ```ts ignore
 * export async function command(args: Arguments, context: Context): Promise<number> {
 *   const { options, printer, links, names, io } = context;
 *   const messages = await context.talk((kernel) =>
 *     kernel.dumpAll({ type, codec, message })
 *   );
 *   printer.begin();
 *   await context.renderAll(messages, (message) => formatAddress(context, message));
 *   printer.end();
 *   return 0; // the exit code
 * }
 * ```
 *
 * Formatters are synchronous functions of a context and a message. Where they
 * ask for the name of a device that was not looked up yet, `context.render`
 * takes back what they wrote, looks the name up and runs them again.
 *
 * @module
 */

import type { Io } from "./io.ts";
import type { Arguments } from "../parse/arguments.ts";
import type { Connection } from "../../api/connection/connection.ts";
import { LinkMap, Unresolved } from "../names/link_map.ts";
import { NamespaceNames } from "../names/namespaces.ts";
import { Names } from "../names/mod.ts";
import type { Options } from "./options.ts";
import { Printer } from "../print/printer.ts";
import { Programs } from "../names/bpf_programs.ts";
import type { Form, Formed } from "../parse/form.ts";
import type { ProgramOf } from "../program.ts";
import { CommandError, isKernelError, refusal } from "../parse/errors.ts";

/** A command, and what may follow its name. */
export interface Command extends Formed {
  /**
   * Takes the arguments after its name, and returns the exit code.
   *
   * @throws {CommandError} If it ends early.
   */
  (args: Arguments, context: Context): Promise<number>;
  /** What its usage shows, if that is not all that may follow its name. */
  usage?: Form;
}

/** A program of the command line. */
export type Program = ProgramOf<Command>;

/** A program whose command line has a form of its own. */
export interface OwnProgram {
  /** Its name. */
  readonly name: string;
  /** What it shows as its version, without the line feed. */
  readonly version: string;
  /**
   * Runs a command line.
   *
   * @param args The command line, without the name of the program.
   * @param io The world around.
   * @param open Opens connections.
   * @returns The exit code.
   */
  readonly run: (
    args: readonly string[],
    io: Io,
    open: Open,
  ) => Promise<number>;
}

/** Any program of the command line. */
export type AnyProgram = Program | OwnProgram;

/**
 * Opens a connection.
 *
 * @param options The options of the run.
 * @param io Where warnings of the kernel go.
 * @param protocol Netlink protocol, `NETLINK_*`; `NETLINK_ROUTE` by default.
 * @returns The connection.
 */
export type Open = (
  options: Options,
  io: Io,
  protocol?: number,
) => Promise<Connection>;

/** What every command gets. */
export class Context {
  /** The program that runs. */
  readonly program: Program;
  /** The options of the run. */
  readonly options: Options;
  /** The world around. */
  readonly io: Io;
  /** Writes the output. */
  readonly printer: Printer;
  /** Names for numbers. */
  readonly names: Names;
  /** Names and indices of devices. */
  readonly links: LinkMap;
  /** Names of network namespaces. */
  readonly namespaces: NamespaceNames;
  /** BPF programs. */
  readonly programs: Programs;
  /** Address family that was asked for, `AF_*`; commands may narrow it down. */
  family: number;
  /**
   * Whether a batch has shown links: `ip` then goes on to show addresses as it
   * shows links.
   */
  asLink = false;
  readonly #open: Open;
  #connection: Connection | undefined;
  readonly #closing: (() => void)[] = [];

  /**
   * Makes a context.
   *
   * @param program The program that runs.
   * @param options The options of the run.
   * @param io The world around.
   * @param open Opens connections.
   */
  constructor(program: Program, options: Options, io: Io, open: Open) {
    this.program = program;
    this.options = options;
    this.io = io;
    this.family = options.family;
    this.#open = open;
    this.names = new Names(io, options.numeric);
    this.links = new LinkMap(() => this.connect());
    this.namespaces = new NamespaceNames(this);
    this.programs = new Programs();
    this.printer = new Printer((text) => io.out(text), {
      json: options.json,
      pretty: options.pretty,
      oneline: options.oneline,
      color: !options.json && (options.color === "always" ||
        options.color === "auto" && io.isTerminal),
      dark: options.color !== "never" && isDark(io.env("COLORFGBG")),
    });
  }

  /** Whose usage `ip address` shows: that of links if a batch has shown links. */
  get addressUsage(): "address" | "link" {
    return this.asLink ? "link" : "address";
  }

  /**
   * The connection to rtnetlink, which is opened when it is first asked for.
   *
   * @returns The connection.
   */
  async connect(): Promise<Connection> {
    return this.#connection ??= await this.#open(this.options, this.io);
  }

  /**
   * Opens a connection of another protocol than rtnetlink.
   *
   * @param protocol Netlink protocol, `NETLINK_*`.
   * @returns The connection, which the caller has to close.
   */
  async open(protocol: number): Promise<Connection> {
    return await this.#open(this.options, this.io, protocol);
  }

  /**
   * Waits for an answer of the kernel; a refusal is printed and ends
   * the command.
   *
   * @param ask Asks the kernel.
   * @param code Exit code of a refusal; that of the program by default.
   * @param exits Whether a refusal ends the program, not only the command.
   * @returns The answer.
   * @throws {CommandError} If the kernel refuses.
   */
  async talk<T>(
    ask: (connection: Connection) => Promise<T>,
    code = this.program.refusal,
    exits = false,
  ): Promise<T> {
    const kernel = await this.connect();
    try {
      return await ask(kernel);
    } catch (error) {
      if (!isKernelError(error)) throw error;
      throw new CommandError(code, exits, await refusal(error));
    }
  }

  /**
   * Writes one record.
   *
   * @param format Writes it; is run again whenever a name had to be looked up.
   */
  async render(format: () => void): Promise<void> {
    for (let misses = 0;; misses++) {
      const missing = this.#try(format);
      if (missing === undefined) return;
      await missing.resolve();
      // A record with many names is not written once for each of them.
      if (misses > 0) await this.links.resolveAll(() => this.#rehearse(format));
    }
  }

  /** Runs a formatter as far as it gets, and takes back what it writes. */
  #rehearse(format: () => void): void {
    const mark = this.printer.mark();
    this.#try(format);
    this.printer.reset(mark);
  }

  /**
   * Writes many records.
   *
   * @param records The records.
   * @param format Writes one of them.
   */
  async renderAll<T>(
    records: Iterable<T>,
    format: (record: T) => void,
  ): Promise<void> {
    for (const record of records) {
      const missing = this.#try(() => format(record));
      if (missing !== undefined) {
        await missing.resolve();
        await this.render(() => format(record));
      }
      this.printer.flushIfFull();
    }
  }

  #try(format: () => void): Unresolved | undefined {
    const mark = this.printer.mark();
    try {
      format();
      return undefined;
    } catch (error) {
      if (!(error instanceof Unresolved)) throw error;
      this.printer.reset(mark);
      return error;
    }
  }

  /**
   * Makes a context that writes text, for a command that has no JSON.
   *
   * @returns The context, with a connection of its own.
   */
  withoutJson(): Context {
    const options = { ...this.options, json: false };
    return new Context(this.program, options, this.io, this.#open);
  }

  /**
   * Makes a context for another network namespace.
   *
   * @param descriptor An open descriptor of it.
   * @returns The context, with a connection of its own.
   */
  within(descriptor: number): Context {
    // Where names of network namespaces are looked up.
    const netns = `../../../proc/self/fd/${descriptor}`;
    const options = { ...this.options, netns };
    return new Context(this.program, options, this.io, this.#open);
  }

  /**
   * Has something closed when the command line ends.
   *
   * @param close What closes it.
   */
  closeAtEnd(close: () => void): void {
    this.#closing.push(close);
  }

  /** Closes the connection, and what else was to be closed. */
  [Symbol.dispose](): void {
    this.#connection?.[Symbol.dispose]();
    this.#connection = undefined;
    for (const close of this.#closing.splice(0)) close();
  }
}

/**
 * Whether the background is dark. It is light where the last of several colors
 * in `COLORFGBG` is not one of the numbers 0 to 6, and 8.
 */
function isDark(colors: string | undefined): boolean {
  return !colors?.includes(";") || /;[0-68]$/.test(colors);
}
