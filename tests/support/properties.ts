/**
 * Compares objects by some of their properties.
 *
 * @module
 */

import { assertEquals } from "@std/assert";

/**
 * Puts two objects together, also within.
 *
 * @param first The one.
 * @param second The other, whose properties come before those of the first.
 * @returns All properties.
 */
export function merged(
  first: object,
  second: object = {},
): Record<string, unknown> {
  const all: Record<string, unknown> = { ...second };
  for (const [name, value] of Object.entries(first)) {
    if (name in all && !(isObject(value) && isObject(all[name]))) continue;
    all[name] = isObject(value)
      ? merged(value, all[name] as object | undefined)
      : value;
  }
  return all;
}

/**
 * Makes sure of the properties that are expected; there may be others.
 *
 * @param actual What there is.
 * @param expected What has to be there.
 */
export function assertHas(actual: object, expected: object): void {
  const [shared, wanted] = [actual, expected].map((object) =>
    shown(object, expected)
  );
  assertEquals(shared, wanted);
}

/** Those properties of an object that another one names. */
function shown(object: object, names: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(names).map(([name, inner]) => {
      const value = (object as Record<string, unknown>)[name];
      const isPair = isObject(value) && isObject(inner);
      return [name, isPair ? shown(value, inner) : value];
    }),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
