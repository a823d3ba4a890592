/**
 * Takes what is in the parentheses of a condition, word by word.
 *
 * @module
 */

import type { EmatchKinds } from "../../../messages/tc/ematches/kinds.ts";
import { strtoul } from "../../parse/numbers.ts";
import type { Token } from "./lexer.ts";

/** What is in the parentheses of a condition is wrong. */
export class EmatchError extends Error {
  /** The kind of condition. */
  readonly kind: keyof EmatchKinds;
  /** What is in its parentheses. */
  readonly args: readonly Token[];
  /** Which word is wrong, if it is one. */
  readonly at: Token | undefined;

  /**
   * Makes the error.
   *
   * @param kind The kind of condition.
   * @param args What is in its parentheses.
   * @param at Which word is wrong, if it is one.
   * @param text What is wrong.
   */
  constructor(
    kind: keyof EmatchKinds,
    args: readonly Token[],
    at: Token | undefined,
    text: string,
  ) {
    super(text);
    this.name = "EmatchError";
    this.kind = kind;
    this.args = args;
    this.at = at;
  }
}

const ULONG_MAX = 0xffffffffffffffffn;

/**
 * A number as C's `strtoul` reads it; what follows it does not matter.
 *
 * @param word The argument.
 * @returns The number; `undefined` if the word does not begin with one.
 */
export function numberOf({ text }: Token): bigint | undefined {
  const { value, end } = strtoul(text);
  if (end === 0 || value >= ULONG_MAX || value === -1n) return undefined;
  return BigInt.asUintN(64, value);
}

/** Takes words. */
export class Taker {
  readonly #kind: keyof EmatchKinds;
  readonly #args: readonly Token[];
  #at = 0;

  /**
   * Starts before the first word.
   *
   * @param kind The kind of condition.
   * @param args What is in its parentheses.
   */
  constructor(kind: keyof EmatchKinds, args: readonly Token[]) {
    this.#kind = kind;
    this.#args = args;
  }

  /** The word after the last one that was taken, which is left. */
  get peek(): Token | undefined {
    return this.#args[this.#at];
  }

  /**
   * Takes a word.
   *
   * @returns The word; `undefined` after the last one.
   */
  next(): Token | undefined {
    return this.#args[this.#at++];
  }

  /**
   * Takes what has to follow a word.
   *
   * @returns What follows.
   * @throws {EmatchError} If nothing does.
   */
  argument(): Token {
    const word = this.#args[this.#at - 1];
    const next = this.next();
    if (next === undefined) throw this.error("missing argument", word);
    return next;
  }

  /**
   * Takes a number that has to follow a word.
   *
   * @param problem What is wrong with what is none.
   * @returns The number.
   * @throws {EmatchError} If it is none.
   */
  number(problem: string): bigint {
    const word = this.argument();
    const value = numberOf(word);
    if (value === undefined) throw this.error(problem, word);
    return value;
  }

  /**
   * Takes a number that has to be there.
   *
   * @param name What it is called.
   * @param problem What is wrong with what is none.
   * @returns The number.
   * @throws {EmatchError} If it is none.
   */
  required(name: string, problem: string): bigint {
    const word = this.next();
    if (word === undefined) throw this.error(`missing ${name}`);
    const value = numberOf(word);
    if (value === undefined) throw this.error(problem, word);
    return value;
  }

  /**
   * An error.
   *
   * @param text What is wrong.
   * @param at Which word is.
   * @returns What to throw.
   */
  error(text: string, at?: Token): EmatchError {
    return this.plain(`${this.#kind}: ${text}`, at);
  }

  /**
   * An error that does not name the kind.
   *
   * @param text What is wrong.
   * @param at Which word is.
   * @returns What to throw.
   */
  plain(text: string, at?: Token): EmatchError {
    return new EmatchError(this.#kind, this.#args, at, text);
  }
}
