/**
 * How names of specifications are written elsewhere.
 *
 * @module
 */

/**
 * The property that carries something.
 *
 * @param name Its name in the specification, such as `rx-queue`.
 * @returns The name in camelCase, such as `rxQueue`.
 */
export function camelCase(name: string): string {
  return name.replace(/[-_ ]+(\w)/g, (_, letter) => letter.toUpperCase());
}

/**
 * The name in C.
 *
 * @param name Its name in the specification, with its prefix.
 * @returns The name in capitals, such as `NETDEV_A_QUEUE_ID`.
 */
export function cName(name: string): Uppercase<string> {
  return name.toUpperCase().replace(/[- ]/g, "_") as Uppercase<string>;
}

/**
 * Writes the keys of all objects in camelCase.
 *
 * @param value Any value of a YAML document.
 * @returns The same with other keys.
 */
export function camelKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelKeys);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map((
      [key, item],
    ) => [camelCase(key), camelKeys(item)]),
  );
}
