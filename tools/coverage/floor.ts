/**
 * The record of what the headers enumerate and what no schema names.
 *
 * @module
 */
import type { Enumerations } from "./enums.ts";

const FILE = new URL(
  "../../tests/conformance/coverage_floor.json",
  import.meta.url,
);

/** The record. */
export interface Floor {
  /** Attribute types by header and prefix. */
  readonly attributes: Enumerations;
  /** Those of them that no schema names. */
  readonly missing: readonly string[];
  /** What no schema has of a specification, or has otherwise, by its name. */
  readonly specifications: Readonly<Record<string, readonly string[]>>;
}

/** Reads the record. */
export function readFloor(): Floor {
  return JSON.parse(Deno.readTextFileSync(FILE));
}

/**
 * Writes the record.
 *
 * @param floor The record.
 */
export function writeFloor(floor: Floor): void {
  Deno.writeTextFileSync(FILE, `${JSON.stringify(floor, undefined, 2)}\n`);
}
