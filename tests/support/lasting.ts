/**
 * What objects that were made the same way have in common.
 *
 * @module
 */

/** What the kernel counts, or finds out, while an object is there. */
const PASSING =
  /^(message|created|updated|confirmed|used|.*Lifetime|expires|cacheInfo|probes|references|referenceCount|reachableTime|config|statistics)$/;

/**
 * Puts into text what two objects that were made the same way have in common.
 *
 * @param item One of them.
 * @returns The text.
 */
export function lastingText(item: object): string {
  return JSON.stringify(item, (name, value) => {
    if (PASSING.test(name)) return undefined;
    if (typeof value === "bigint") return `${value}n`;
    if (typeof value !== "object" || value === null) return value;
    return Array.isArray(value) ? value : sorted(value);
  });
}

/** The same properties in order, as those of equal objects need not be. */
function sorted(value: object): object {
  return Object.fromEntries(
    Object.entries(value).toSorted(([a], [b]) => a < b ? -1 : 1),
  );
}
