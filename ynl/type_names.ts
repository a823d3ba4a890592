/**
 * What types are called that are made of a specification.
 *
 * @module
 */

import { camelCase } from "./names.ts";
import type { Spec } from "./spec.ts";

/** What a type is of. */
export type TypeKind = "Attributes" | "Struct" | "Values";

/** Names of types, each of which is there once. */
export class TypeNames {
  /** Name of the type that all operations are in. */
  readonly family: string;
  readonly #names = new Map<string, string>();
  readonly #used = new Set<string>(["RawAttribute", "Partial", "Pick"]);

  /**
   * Names the types of a specification.
   *
   * @param spec The specification.
   */
  constructor({ name, definitions, attributeSets }: Spec) {
    this.family = pascalCase(name);
    this.#used.add(this.family);
    for (const { name, type } of definitions) {
      if (type !== "const") {
        this.#add(name, type === "struct" ? "Struct" : "Values");
      }
    }
    for (const { name } of attributeSets) this.#add(name, "Attributes");
  }

  /**
   * The name of a type.
   *
   * @param name What it is of, as the specification calls it.
   * @param kind What that is.
   * @returns The name; `unknown` for what the specification does not have.
   */
  of(name: string, kind: TypeKind): string {
    return this.#names.get(`${kind} ${name}`) ?? "unknown";
  }

  /** What would have the name of another one is called by its kind, too. */
  #add(name: string, kind: TypeKind): void {
    const key = `${kind} ${name}`;
    if (this.#names.has(key)) return;
    let type = pascalCase(name);
    if (this.#used.has(type)) type += kind;
    while (this.#used.has(type)) type += "_";
    this.#used.add(type);
    this.#names.set(key, type);
  }
}

/**
 * Writes a name as types have it.
 *
 * @param name The name, such as `queue-stats`.
 * @returns The name in PascalCase, such as `QueueStats`.
 */
export function pascalCase(name: string): string {
  const camel = camelCase(name).replace(/[^\w$]/g, "");
  const type = camel.charAt(0).toUpperCase() + camel.slice(1);
  return /^[A-Za-z_$]/.test(type) ? type : `_${type}`;
}
