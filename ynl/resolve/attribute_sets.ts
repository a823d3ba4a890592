/**
 * Sets of attributes.
 *
 * @module
 */

import { SpecError } from "../errors.ts";
import { cName } from "../names.ts";
import type {
  AttributeSet,
  Checks,
  SpecAttribute,
  SpecNumber,
} from "../spec.ts";
import type { Definitions } from "./definitions.ts";
import { narrow } from "./numbers.ts";
import type { RawAttribute, RawSet, RawSpec } from "./raw.ts";
import { wireOf } from "./wire.ts";

/** The sets of attributes of a specification. */
export class AttributeSets {
  readonly #spec: RawSpec;
  readonly #definitions: Definitions;
  readonly #raw: ReadonlyMap<string, RawSet>;
  readonly #sets = new Map<string, AttributeSet>();
  /** Sets that have been begun, and perhaps finished. */
  readonly #pending = new Set<string>();

  /**
   * Makes the object.
   *
   * @param spec The specification.
   * @param definitions Its definitions.
   */
  constructor(spec: RawSpec, definitions: Definitions) {
    this.#spec = spec;
    this.#definitions = definitions;
    this.#raw = new Map(spec.attributeSets.map((set) => [set.name, set]));
  }

  /**
   * Makes all sets explicit.
   *
   * @returns They.
   * @throws {SpecError} If one makes no sense.
   */
  all(): AttributeSet[] {
    return this.#spec.attributeSets.map((raw) => this.#set(raw));
  }

  #set(raw: RawSet): AttributeSet {
    const known = this.#sets.get(raw.name);
    if (known !== undefined) return known;
    if (this.#pending.has(raw.name)) {
      throw this.#error(`attribute set ${raw.name} is a subset of itself`);
    }
    this.#pending.add(raw.name);
    if (!Array.isArray(raw.attributes)) {
      throw this.#error(`attribute set ${raw.name} has no attributes`);
    }
    const names = new Set(raw.attributes.map(({ name }) => name));
    const given = raw.subsetOf === undefined
      ? this.#numbered(raw)
      : this.#inherited(raw, raw.subsetOf);
    const attributes = given.map((attribute): SpecAttribute => {
      this.#definitions.note(attribute);
      const checks = this.#checks(attribute);
      return {
        ...attribute as unknown as SpecAttribute,
        ...checks && { checksResolved: checks },
        wire: wireOf(attribute, names),
      };
    });
    const made = {
      ...raw,
      attributes,
      maxValue: Math.max(0, ...attributes.map(({ value }) => value)),
    } as unknown as AttributeSet;
    this.#sets.set(raw.name, made);
    return made;
  }

  /** Attributes with their numbers: one more than before, unless given. */
  #numbered({ name, namePrefix, attributes }: RawSet): RawAttribute[] {
    const family = this.#spec.name;
    const prefix = namePrefix ??
      (name === family ? `${family}-a-` : `${family}-a-${name}-`);
    let next = 1;
    return attributes.map((attribute) => {
      if (attribute.value !== undefined) {
        const given = this.#definitions.numbers.of(attribute.value);
        if (given === undefined) {
          throw this.#error(`${name}/${attribute.name} has no number`);
        }
        next = Number(given);
      }
      const own = attribute.namePrefix ?? prefix;
      return {
        ...attribute,
        value: next++,
        cName: cName(own + attribute.name),
      };
    });
  }

  /** Attributes of another set; what the subset has itself counts. */
  #inherited({ attributes }: RawSet, parent: string): RawAttribute[] {
    const raw = this.#raw.get(parent);
    if (raw === undefined) {
      throw this.#error(`there is no attribute set ${parent}`);
    }
    const inherited = new Map(
      this.#set(raw).attributes.map((each) => [each.name, each]),
    );
    return attributes.flatMap((attribute) => {
      const found = inherited.get(attribute.name);
      if (found === undefined) return [];
      return { ...found as unknown as RawAttribute, ...attribute };
    });
  }

  #checks({ checks }: RawAttribute): Checks | undefined {
    if (checks === undefined) return undefined;
    const resolved: Record<string, SpecNumber | boolean> = {};
    for (const [name, value] of Object.entries(checks)) {
      const number = name === "flagsMask"
        ? this.#mask(String(value))
        : typeof value === "boolean"
        ? value
        : this.#definitions.numbers.of(value);
      if (number !== undefined) resolved[name] = number;
    }
    return resolved;
  }

  /** All bits that an enumeration has a name for. */
  #mask(name: string): SpecNumber | undefined {
    const entries = this.#definitions.enumeration(name)?.entries;
    return entries && narrow(
      entries.reduce(
        (mask, { bit, value }) => mask | 1n << BigInt(bit ?? value),
        0n,
      ),
    );
  }

  #error(reason: string): SpecError {
    return new SpecError(this.#spec.name, reason);
  }
}
