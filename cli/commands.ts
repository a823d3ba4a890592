/**
 * The objects, and where their commands are.
 *
 * @module
 */

import type { Command } from "./context.ts";
import { matches } from "./grammar.ts";

/** Loads the command of an object. */
export type Load = () => Promise<{ command: Command }>;

/**
 * The objects in the order in which they are tried; any prefix of a name will
 * do. A command is loaded only if it is run.
 */
const COMMANDS: readonly (readonly [name: string, load: Load])[] = [
  ["address", () => import("./address/mod.ts")],
  ["route", () => import("./route/mod.ts")],
  ["link", () => import("./link/mod.ts")],
  ["monitor", () => import("./monitor/mod.ts")],
  ["nexthop", () => import("./nexthop/mod.ts")],
  ["netns", () => import("./netns/mod.ts")],
  ["help", () => import("./help_command.ts")],
];

/**
 * Finds the command of an object.
 *
 * @param word The object's name, or the start of it.
 * @returns Loads the command, or `undefined` if there is none.
 */
export function findCommand(word: string): Load | undefined {
  if (word === "decode") return () => import("./decode/mod.ts");
  return COMMANDS.find(([name]) => matches(word, name))?.[1];
}
