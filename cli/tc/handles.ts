/**
 * Handles of queueing disciplines and classes, as `tc` reads and writes them.
 *
 * @module
 */

import {
  handleOf,
  majorOf,
  minorOf,
  TC_H_ROOT,
  TC_H_UNSPEC,
} from "../../messages/tc/handle.ts";
import type { Argument } from "../parse/form.ts";
import { strtoul, toUnsignedLong } from "../parse/numbers.ts";
import type { Context } from "../runtime/context.ts";
import { classNameOf } from "./class_names.ts";

/** The form of the handle of a class. */
export const CLASS_ID: Argument = {
  name: "CLASSID",
  means: "{ <MAJOR>:<MINOR> | root | none }",
};

const MOST = 0xffffn;

/**
 * Reads the handle of a queueing discipline.
 *
 * @param word The argument, such as `1:`.
 * @returns The handle; `undefined` if it is none.
 */
export function qdiscHandle(word: string): number | undefined {
  if (word === "none") return TC_H_UNSPEC;
  const { value, end } = strtoul(word, 16);
  if (end === 0 || value < 0n || value > MOST) return undefined;
  const next = word[end];
  return next === undefined || next === ":"
    ? handleOf(Number(value), 0)
    : undefined;
}

/**
 * Reads the id of a class.
 *
 * @param word The argument, such as `1:10`.
 * @returns The id; `undefined` if it is none.
 */
export function classIdOf(word: string): number | undefined {
  if (word === "root") return TC_H_ROOT;
  if (word === "none") return TC_H_UNSPEC;
  const { value, end } = strtoul(word, 16);
  const rest = word.slice(end);
  if (end === 0 && rest[0] !== ":") return undefined;
  if (rest === "") return Number(toUnsignedLong(value) & 0xffffffffn);
  if (rest[0] !== ":" || value < 0n || value > MOST) return undefined;
  const minor = strtoul(rest.slice(1), 16);
  if (minor.end < rest.length - 1 || minor.value < 0n || minor.value > MOST) {
    return undefined;
  }
  return handleOf(Number(value), Number(minor.value));
}

/**
 * Writes the id of a class.
 *
 * @param id The id.
 * @returns The text, such as `1:10`, with its name in front if names are asked
 * for and there is one.
 */
export function classIdText(context: Context, id: number): string {
  const text = plainText(id);
  const name = classNameOf(context, id);
  return name === undefined ? text : `${name}#${text}`;
}

function plainText(id: number): string {
  if (id === TC_H_ROOT) return "root";
  if (id === TC_H_UNSPEC) return "none";
  const [major, minor] = [majorOf(id), minorOf(id)];
  return `${major === 0 ? "" : major.toString(16)}:${
    minor === 0 ? "" : minor.toString(16)
  }`;
}
