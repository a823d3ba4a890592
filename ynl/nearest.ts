/**
 * Names that may have been meant.
 *
 * @module
 */

import { nearestName } from "../api/mapping/nearest.ts";

/**
 * Names what may have been meant.
 *
 * @param word What there is not.
 * @param names What there is.
 * @returns The nearest name, or all of them if none is near: the end of an error
 * message.
 */
export function proposals(word: string, names: readonly string[]): string {
  const nearest = nearestName(word, names);
  if (nearest !== undefined) return `; the nearest is ${nearest}`;
  return names.length === 0 ? "" : `; there is ${names.join(", ")}`;
}
