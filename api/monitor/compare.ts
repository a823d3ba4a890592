/**
 * Returns whether two messages describe the same state of an object.
 *
 * @module
 */

type Properties = Readonly<Record<string, unknown>>;

/**
 * Returns whether two values are the same, apart from properties that change
 * all the time, such as counters.
 *
 * @param a One value.
 * @param b The other value.
 * @param ignored Names of the properties that do not count, at any depth.
 * @returns Whether they are the same.
 */
export function same(
  a: unknown,
  b: unknown,
  ignored: ReadonlySet<string>,
): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object") return false;
  if (a === null || b === null) return false;
  if (a instanceof Uint8Array || b instanceof Uint8Array) {
    return a instanceof Uint8Array && b instanceof Uint8Array &&
      a.length === b.length && a.every((byte, i) => byte === b[i]);
  }
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length &&
      a.every((item, i) => same(item, b[i], ignored));
  }
  return sameProperties(a as Properties, b as Properties, ignored);
}

function sameProperties(
  a: Properties,
  b: Properties,
  ignored: ReadonlySet<string>,
): boolean {
  for (const name in a) {
    if (!ignored.has(name) && !same(a[name], b[name], ignored)) return false;
  }
  for (const name in b) {
    if (b[name] !== undefined && a[name] === undefined && !ignored.has(name)) {
      return false;
    }
  }
  return true;
}
