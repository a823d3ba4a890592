/**
 * Types of routes (`RTN_*`), which have names without a file.
 *
 * @module
 */

import { nameOf, type ValueNames } from "../../messages/value_names.ts";
import { ROUTE_TYPES } from "../../messages/constants.ts";
import type { Argument } from "../parse/form.ts";
import { fits } from "../parse/grammar.ts";
import { strtoul } from "../parse/numbers.ts";

const NAMES: ValueNames = { none: 0, ...ROUTE_TYPES };

/** Keywords for types in the order of trying; see `Grammar` for their form. */
const KEYWORDS: readonly string[] = [
  "local",
  "nat",
  "broadcast* brd",
  "anycast*",
  "multicast*",
  "prohibit*",
  "unreachable*",
  "blackhole*",
  "xresolve*",
  "unicast*",
  "throw",
];

/** A type of routes. */
export const ROUTE_TYPE: Argument = {
  name: "TYPE",
  means: `{ ${
    KEYWORDS.map((keyword) => keyword.replace(" ", " | ")).join(" | ")
  } }`,
};

/**
 * The name of a type.
 *
 * @param type The type, `RTN_*`.
 * @param numeric Whether to write a number instead.
 * @returns The text.
 */
export function routeTypeName(type: number, numeric: boolean): string {
  return (numeric ? undefined : nameOf(NAMES, type)) ?? String(type);
}

/**
 * The type that an argument stands for.
 *
 * @param arg A name, the start of most of them, or a number.
 * @returns The type, `RTN_*`, or `undefined` if the argument is neither.
 */
export function routeTypeOf(arg: string): number | undefined {
  const found = KEYWORDS.find((spellings) => fits(arg, spellings));
  if (found !== undefined) return NAMES[found.split(/[* ]/)[0]!];
  const { value, end } = strtoul(arg);
  return end > 0 && end === arg.length && value >= 0n && value <= 255n
    ? Number(value)
    : undefined;
}
