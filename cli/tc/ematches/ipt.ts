/**
 * The condition `ipt(…)`: a match of iptables, whose arguments only a library of
 * iptables can parse. There is none for this program, so that none is found, as
 * `tc` has it where iptables is not installed.
 *
 * @module
 */

import { type CommandError, fail } from "../../parse/errors.ts";
import type { Token } from "./lexer.ts";

/** The name of the match: after `-m`, `--match`, or part of the same word. */
function nameOf(words: readonly string[]): string | undefined {
  for (const [i, word] of words.entries()) {
    if (word === "--") return undefined;
    if (/^-6*m$|^--m(a|at|atc|atch)?$/.test(word)) return words[i + 1];
    const joined = /^(?:-6*m|--m(?:a|at|atc|atch)?=)(.+)$/.exec(word);
    if (joined !== null) return joined[1];
  }
  return undefined;
}

/**
 * Refuses the condition.
 *
 * @param args What is in its parentheses.
 * @returns What to throw.
 */
export function refuseIpt(args: readonly Token[]): CommandError {
  const name = nameOf(args.map(({ text }) => text));
  return name === undefined
    ? fail(1, " failed to parse parameters (ipt)")
    : fail(1, ` failed to find match ${name}\n`);
}
