/**
 * Work that waits until its result is needed. Programs use few of the many
 * declarations, and are to start fast.
 *
 * @module
 */

/**
 * What a declaration is made of.
 *
 * @typeParam T What the declaration makes.
 * @param declared That, or what makes it when it is needed.
 * @returns What the declaration makes, from the first call on the same value.
 */
export function valueOf<T extends object>(declared: T | (() => T)): T {
  return typeof declared === "function" ? declared() : declared;
}

/**
 * Does some work on the first call, and remembers the result.
 *
 * @typeParam T The result.
 * @param make Does the work.
 * @returns A function that returns the result.
 */
export function once<T>(make: () => T): () => T {
  let value: T | undefined;
  let isMade = false;
  return () => {
    if (!isMade) {
      value = make();
      isMade = true;
    }
    return value!;
  };
}
