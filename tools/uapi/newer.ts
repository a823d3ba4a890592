/**
 * The record of what has been compared with newer headers than the system's.
 *
 * @module
 */

const FOLDER = new URL("../../tests/conformance/", import.meta.url);
const NEWER = new URL("newer_headers.json", FOLDER);
const ELSEWHERE = new URL("not_in_headers.json", FOLDER);

/**
 * Reads the record.
 *
 * @returns Values of constants, and sizes of structs, by name.
 */
export function readNewer(): Map<string, bigint> {
  const record: Record<string, string> = JSON.parse(
    Deno.readTextFileSync(NEWER),
  );
  return new Map(
    Object.entries(record).map(([name, value]) => [name, BigInt(value)]),
  );
}

/**
 * Writes the record.
 *
 * @param values Values of constants, and sizes of structs, by name.
 */
export function writeNewer(values: ReadonlyMap<string, bigint>): void {
  const sorted = [...values].sort(([a], [b]) => a < b ? -1 : 1)
    .map(([name, value]) => [name, `${value}`]);
  Deno.writeTextFileSync(
    NEWER,
    `${JSON.stringify(Object.fromEntries(sorted), undefined, 2)}\n`,
  );
}

/**
 * Reads the constants that no header for programs has, and that somebody looked
 * up in the kernel's own.
 *
 * @returns Their values by name.
 */
export function readElsewhere(): Map<string, bigint> {
  const record: Record<string, Record<string, number>> = JSON.parse(
    Deno.readTextFileSync(ELSEWHERE),
  );
  return new Map(
    Object.values(record).flatMap((constants) =>
      Object.entries(constants).map(([name, value]) => [name, BigInt(value)])
    ),
  );
}
