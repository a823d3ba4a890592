/**
 * What sub-commands of `wg` work with.
 *
 * @module
 */

import type { Connection } from "../../api/connection/connection.ts";
import { exit } from "../parse/errors.ts";
import type { Io } from "../runtime/io.ts";

/** What a sub-command gets. */
export interface World {
  /** Input, output, files and variables. */
  readonly io: Io;
  /**
   * Opens a connection, which the caller has to close.
   *
   * @param protocol Netlink protocol, `NETLINK_*`.
   * @returns The connection.
   */
  open(protocol: number): Promise<Connection>;
}

/**
 * A sub-command.
 *
 * @param args What follows its name.
 * @param world What it works with.
 * @returns The exit code.
 * @throws {CommandError} If it fails.
 */
export type Command = (
  args: readonly string[],
  world: World,
) => Promise<number>;

/**
 * Ends the program.
 *
 * @param text What is wrong; a line feed is added.
 * @returns What to throw.
 */
export function failure(text: string): Error {
  return exit(1, text);
}

/**
 * Whether an argument asks for a usage.
 *
 * @param word The argument.
 * @returns Whether it does.
 */
export function asksForHelp(word: string | undefined): boolean {
  return word === "-h" || word === "--help" || word === "help";
}
