/**
 * Names of values: which name a number has in a table of names.
 *
 * @module
 */

/** Names and the number of each. */
export type ValueNames = Readonly<Record<string, number>>;

const byNumber: WeakMap<ValueNames, ReadonlyMap<number, string>> =
  new WeakMap();

/**
 * The names of a table by their numbers; of several names of a number, the
 * first one.
 *
 * @param names The table.
 * @returns The names.
 */
export function namesByNumber(names: ValueNames): ReadonlyMap<number, string> {
  let known = byNumber.get(names);
  if (known === undefined) {
    const entries = Object.entries(names).map(([name, n]) =>
      [n, name] as const
    );
    known = new Map(entries.reverse());
    byNumber.set(names, known);
  }
  return known;
}

/**
 * What a name stands for. What every object inherits, such as `constructor`, is
 * in no table.
 *
 * @typeParam T What names stand for.
 * @param names The table.
 * @param name The name.
 * @returns Its value, or `undefined` if the table does not have it.
 */
export function valueOf<T>(
  names: Readonly<Record<string, T>>,
  name: string,
): T | undefined {
  return Object.hasOwn(names, name) ? names[name] : undefined;
}

/**
 * The name of a number.
 *
 * @param names The table.
 * @param value The number.
 * @returns The name, or `undefined` if it has none.
 */
export function nameOf(names: ValueNames, value: number): string | undefined {
  return namesByNumber(names).get(value);
}
