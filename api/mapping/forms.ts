/**
 * Conversions as data. What reads a value is a function for those who call it,
 * and describes it to those that write code.
 *
 * @module
 */

import type { ReadableFields } from "./field.ts";

/** What a conversion does when it reads. */
export type Form =
  | SameForm
  | TruthForm
  | QuotientForm
  | TableForm
  | ListForm
  | MappingForm
  | MemberForm
  | WordForm;

/** The value as it is. */
export interface SameForm {
  /** Discriminates the forms. */
  readonly kind: "same";
}

/** Whether a number is not 0, or one of its bits. */
export interface TruthForm {
  /** Discriminates the forms. */
  readonly kind: "truth";
  /** The bit; the whole number if it is missing. */
  readonly bit?: number;
  /** Whether the number is 0, instead. */
  readonly inverted: boolean;
}

/** A number of smaller units. */
export interface QuotientForm {
  /** Discriminates the forms. */
  readonly kind: "quotient";
  /** How many of them make one. */
  readonly divisor: number;
}

/**
 * What stands for a number; numbers that are not in the table are as they are.
 */
export interface TableForm {
  /** Discriminates the forms. */
  readonly kind: "table";
  /** What stands for each number. */
  readonly table: readonly unknown[];
}

/** Each item of an array. */
export interface ListForm {
  /** Discriminates the forms. */
  readonly kind: "list";
  /** Reads one item. */
  readonly item: Read;
}

/** An object, property by property. */
export interface MappingForm {
  /** Discriminates the forms. */
  readonly kind: "mapping";
  /** The properties. */
  readonly fields: ReadableFields;
}

/** One member of a struct. */
export interface MemberForm {
  /** Discriminates the forms. */
  readonly kind: "member";
  /** The member. */
  readonly name: string;
  /** Reads its value. */
  readonly read: Read;
}

/** A number as it is, but for one that something else stands for. */
export interface WordForm {
  /** Discriminates the forms. */
  readonly kind: "word";
  /** That number. */
  readonly number: number;
  /** What stands for it. */
  readonly word: unknown;
}

/** Reads a value. */
export type Read = (value: never) => unknown;

const forms = new WeakMap<Read, Form | (() => Form | undefined)>();

/**
 * What a function does, if that is known.
 *
 * @param read Reads a value.
 * @returns Its form.
 */
export function formOf(read: Read): Form | undefined {
  const form = forms.get(read);
  return typeof form === "function" ? form() : form;
}

/**
 * Notes what a function does.
 *
 * @typeParam R The function.
 * @param form What it does, or what finds that out.
 * @param read Reads a value.
 * @returns The function.
 */
export function withForm<R extends Read>(
  form: Form | (() => Form | undefined),
  read: R,
): R {
  forms.set(read, form);
  return read;
}

/**
 * Reads a value as it is.
 *
 * @typeParam T The value.
 * @param value The value.
 * @returns The value.
 */
export function same<T>(value: T): T {
  return value;
}

withForm({ kind: "same" }, same);

/** The kernel's 0 and 1 as a boolean. */
export const truth: (value: number) => boolean = withForm(
  { kind: "truth", inverted: false },
  (value: number) => value !== 0,
);

/** The kernel's 1 and 0 as a boolean. */
export const inverse: (value: number) => boolean = withForm(
  { kind: "truth", inverted: true },
  (value: number) => value === 0,
);

/**
 * Reads one bit of numbers.
 *
 * @param bit The bit's value.
 * @param inverted Whether the bit is off for `true`.
 * @returns The function.
 */
export function bitOf(
  bit: number,
  inverted: boolean = false,
): (value: number) => boolean {
  return withForm(
    { kind: "truth", bit, inverted },
    (value: number) => (value & bit) !== 0 !== inverted,
  );
}

/**
 * Reads numbers of smaller units.
 *
 * @param divisor How many of them make one.
 * @returns The function.
 */
export function quotient(divisor: number): (value: number) => number {
  return withForm(
    { kind: "quotient", divisor },
    (value: number) => value / divisor,
  );
}

/**
 * Reads one member of structs.
 *
 * @typeParam S The struct.
 * @typeParam K The member.
 * @typeParam W What it is read to.
 * @param name The member.
 * @param read Reads its value.
 * @returns The function.
 */
export function memberOf<S, K extends keyof S & string, W>(
  name: K,
  read: (value: S[K]) => W,
): (struct: S) => W {
  return withForm(
    { kind: "member", name, read },
    (struct: S) => read(struct[name]),
  );
}

/**
 * Reads numbers as they are, but for one.
 *
 * @typeParam W What stands for that one.
 * @param number The number.
 * @param word What stands for it.
 * @returns The function.
 */
export function wordFor<W>(
  number: number,
  word: W,
): (value: number) => number | W {
  return withForm(
    { kind: "word", number, word },
    (value: number) => value === number ? word : value,
  );
}

/** The longest table, which has to be full. */
const LONGEST = 1024;

/**
 * Reads what stands for numbers.
 *
 * @typeParam W What stands for them.
 * @param names What stands for each; numbers without are as they are. It is
 * called when the first number is read.
 * @returns The function.
 */
export function lookedUp<W>(
  names: () => ReadonlyMap<number, W>,
): (value: number) => W | number {
  let table: readonly (W | number)[] | undefined;
  /** What the table is too short for. */
  let others: ReadonlyMap<number, W> | undefined;

  function fill(): readonly (W | number)[] {
    const all = names();
    const most = Math.max(-1, ...all.keys());
    if (most >= LONGEST) others = all;
    // An array takes a fifth of the time of a map (measured).
    return table = Array.from(
      { length: most < LONGEST ? most + 1 : 0 },
      (_, number) => all.get(number) ?? number,
    );
  }

  function read(value: number): W | number {
    const known = table ?? fill();
    if (value >>> 0 < known.length) return known[value]!;
    return others?.get(value) ?? value;
  }

  return withForm(() => {
    const known = table ?? fill();
    return others === undefined ? { kind: "table", table: known } : undefined;
  }, read);
}
