/**
 * The specifications of the kernel, where they lie beside the checkout; they are
 * no part of this project.
 *
 * @module
 */
import type { Body } from "./patience.ts";

/** The folders in which they may be. */
const FOLDERS = [
  new URL("../../../shared/specs/", import.meta.url),
  new URL("../../../../shared/specs/", import.meta.url),
];

/** The folder of the specifications, if there is one. */
export const SPECS: URL | undefined = FOLDERS.find((folder) => {
  try {
    return Deno.statSync(folder).isDirectory;
  } catch {
    return false;
  }
});

/** Names of the specifications; none where they are missing. */
export const SPEC_NAMES: readonly string[] = SPECS === undefined
  ? []
  : [...Deno.readDirSync(SPECS)]
    .flatMap(({ name }) => /^(.+)\.yaml$/.exec(name)?.[1] ?? []).sort();

/** Where a specification is. */
export function specFile(name: string): URL {
  return new URL(`${name}.yaml`, SPECS);
}

/**
 * What the reference resolver made of a specification.
 *
 * @param name Name of the specification.
 * @param without Keys to leave out.
 * @returns The specification.
 */
export function resolvedSpec(
  name: string,
  without: readonly string[] = [],
): unknown {
  const file = new URL(`json/${name}.json`, SPECS);
  return JSON.parse(
    Deno.readTextFileSync(file),
    (key, value) => without.includes(key) ? undefined : value,
  );
}

/**
 * Declares a test that needs the specifications.
 *
 * @param name What is tested, a sentence.
 * @param body The test.
 */
export function specTest(name: string, body: Body): void {
  const ignore = SPECS === undefined;
  Deno.test({
    name: ignore ? `${name} (needs the kernel's specifications)` : name,
    ignore,
    fn: body,
  });
}
