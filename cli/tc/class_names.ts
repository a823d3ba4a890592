/**
 * Names of classes, which files have: `-names` and `-conf`.
 *
 * @module
 */

import { handleOf } from "../../messages/tc/handle.ts";
import type { Arguments } from "../parse/arguments.ts";
import { fail } from "../parse/errors.ts";
import type { Command, Context } from "../runtime/context.ts";

/** Where names of classes are; one of these files has to be there. */
const FILES = ["/etc/iproute2/tc_cls", "/usr/share/iproute2/tc_cls"];

const known: WeakMap<Context, ReadonlyMap<number, string>> = new WeakMap();

/** A line that is wrong, which ends the reading. */
class Corrupted extends Error {}

/** Reads a line: `1:10 NAME`, `0x1000a NAME` or `65546 NAME`. */
function entryOf(line: string): [id: number, name: string] | undefined {
  const text = line.replace(/^[ \t]+/, "");
  if (text === "" || text.startsWith("#")) return undefined;
  const pair = /^\s*(?:0x)?([\da-f]+):\s*(?:0x)?([\da-f]+)\s*(\S+)/i.exec(text);
  if (pair !== null) {
    const [, major = "", minor = "", name = ""] = pair;
    const id = handleOf(Number.parseInt(major, 16), Number.parseInt(minor, 16));
    return [id, name];
  }
  const [, hexadecimal, decimal, name] =
    /^(?:0x([\da-f]+)|(-?\d+))\s*(\S+)/i.exec(text) ?? [];
  if (name === undefined) throw new Corrupted(text);
  return [
    hexadecimal === undefined
      ? Number(decimal)
      : Number.parseInt(hexadecimal, 16),
    name,
  ];
}

/** Adds the names of a file; false if they are not whole. */
function load({ io }: Context, path: string, names: Map<number, string>) {
  const lines = io.readTextFile(path)?.split("\n");
  if (lines === undefined) return undefined;
  try {
    for (const line of lines) {
      const [id, name] = entryOf(line) ?? [-1, ""];
      if (id === id >>> 0 && id <= 0x7fffffff) names.set(id, name);
    }
    return true;
  } catch (error) {
    if (!(error instanceof Corrupted)) throw error;
    io.err(`Database ${path} is corrupted at ${error.message}\n\n`);
    return false;
  }
}

/**
 * Reads the names, if they are asked for.
 *
 * @param _args Not looked at.
 * @returns 0.
 * @throws {CommandError} If a file that was named is not there.
 */
export const command: Command = (
  _args: Arguments,
  context: Context,
): Promise<number> => {
  const { options: { names: wanted, nameFile } } = context;
  if (!wanted) return Promise.resolve(0);
  const names = new Map<number, string>();
  if (nameFile !== undefined && load(context, nameFile, names) === undefined) {
    throw fail(255, `Can't open class names file: ${nameFile}`);
  }
  const [first, second] = FILES as [string, string];
  const isWhole = load(context, first, names) ?? load(context, second, names);
  if (isWhole) known.set(context, names);
  return Promise.resolve(0);
};

/**
 * The name of a class.
 *
 * @param id Its handle.
 * @returns The name; `undefined` if it has none.
 */
export function classNameOf(context: Context, id: number): string | undefined {
  return known.get(context)?.get(id);
}
