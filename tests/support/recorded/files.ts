/**
 * Where recordings are kept.
 *
 * @module
 */

/** The folder of the recordings. */
export const FOLDER = new URL("../../fixtures/cli/", import.meta.url);

/**
 * Where the recordings of a file of cases are.
 *
 * @param name Name of the file of cases, without its ending.
 * @returns The file.
 */
export function recordingsOf(name: string): URL {
  return new URL(`${name}.txt`, FOLDER);
}
