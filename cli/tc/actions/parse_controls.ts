/**
 * Two things that happen to packets, with a slash between: `drop/pipe`.
 *
 * @module
 */

import type { Arguments } from "../../parse/arguments.ts";
import { incomplete } from "../../parse/errors.ts";
import { controlOf, takeControl } from "./control.ts";
import { badAction } from "./errors.ts";

/**
 * Takes what happens to packets that exceed a rate, and to others.
 *
 * @param args The words; the slash may be one of them.
 * @returns Both; the second one is `undefined` if there is none.
 * @throws {ActionError} If they are not understood.
 */
export function takeControls(
  args: Arguments,
): [exceed: number, conform: number | undefined] {
  const word = args.peek();
  if (word === undefined) throw incomplete();
  const at = word.indexOf("/");
  if (at < 0) {
    const exceed = takeControl(args, true);
    if (!args.takeIf("/")) return [exceed, undefined];
    if (args.left === 0) throw incomplete();
    return [exceed, takeControl(args, true)];
  }
  const exceed = controlOf(word.slice(0, at), true);
  const conform = controlOf(word.slice(at + 1), true);
  if (exceed === undefined || conform === undefined) throw badAction("");
  args.take();
  return [exceed, conform];
}
