/**
 * Constants, enumerations, flags and structs.
 *
 * @module
 */

import { SpecError } from "../errors.ts";
import { cName } from "../names.ts";
import type {
  Definition,
  Entry,
  Enumeration,
  SpecNumber,
  Struct,
  StructMember,
} from "../spec.ts";
import { narrow, Numbers } from "./numbers.ts";
import {
  endianOf,
  type RawDefinition,
  type RawMember,
  type RawSpec,
  SCALARS,
} from "./raw.ts";

/** The definitions of a specification. */
export class Definitions {
  readonly #spec: RawSpec;
  readonly #raw: readonly RawDefinition[];
  readonly #structs = new Map<string, Struct>();
  readonly #enumerations = new Map<string, Enumeration>();
  /** Structs that have been begun, and perhaps finished. */
  readonly #pending = new Set<string>();
  /** Names of the enumerations whose entries are numbers of bits somewhere. */
  readonly #asFlags = new Set<string>();
  /** What makes numbers explicit. */
  readonly numbers: Numbers;

  /**
   * Makes the object.
   *
   * @param spec The specification.
   */
  constructor(spec: RawSpec) {
    this.#spec = spec;
    this.#raw = spec.definitions ?? [];
    this.numbers = new Numbers(this.#raw);
  }

  /**
   * Makes all definitions explicit.
   *
   * @returns They.
   * @throws {SpecError} If one makes no sense.
   */
  all(): Definition[] {
    return this.#raw.map((raw) => this.#resolve(raw));
  }

  /**
   * Finds an enumeration; {@linkcode all} has made it.
   *
   * @param name Its name.
   * @returns It, or `undefined` if there is none.
   */
  enumeration(name: string): Enumeration | undefined {
    return this.#enumerations.get(name);
  }

  /**
   * Notes what uses an enumeration.
   *
   * @param user An attribute or a member.
   */
  note(user: { readonly enum?: string; readonly enumAsFlags?: boolean }): void {
    if (user.enumAsFlags && user.enum !== undefined) {
      this.#asFlags.add(user.enum);
    }
  }

  /**
   * Marks the enumerations whose entries are numbers of bits somewhere.
   *
   * @param definitions The definitions.
   * @returns The same, with marks.
   */
  marked(definitions: readonly Definition[]): Definition[] {
    return definitions.map((each) =>
      each.type === "enum" && this.#asFlags.has(each.name)
        ? { ...each, usedAsFlags: true }
        : each
    );
  }

  #resolve(raw: RawDefinition): Definition {
    switch (raw.type) {
      case "enum":
      case "flags":
        return this.#enumeration(raw);
      case "struct":
        return this.#struct(raw);
      case "const": {
        const prefix = raw.namePrefix ?? `${this.#spec.name}-`;
        return { ...raw, cName: cName(prefix + raw.name) } as Definition;
      }
      default:
        throw this.#error(`definition ${raw.name} has type ${raw.type}`);
    }
  }

  #enumeration(raw: RawDefinition): Enumeration {
    const isFlags = raw.type === "flags";
    const { name, namePrefix = `${this.#spec.name}-${name}-` } = raw;
    let next = this.#number(raw.valueStart ?? 0, `${name}: value-start`);
    const entries: Entry[] = [];
    for (const entry of raw.entries ?? []) {
      const given = typeof entry === "string" ? { name: entry } : entry;
      if (given.value !== undefined) {
        next = this.#number(given.value, `${name}: ${given.name}`);
      }
      entries.push({
        ...given as Partial<Entry>,
        name: given.name,
        ...isFlags && { bit: Number(next) },
        value: isFlags ? narrow(1n << BigInt(next)) : next,
        cName: cName(namePrefix + given.name),
      });
      next = narrow(BigInt(next) + 1n);
    }
    const made = { ...raw, entries } as unknown as Enumeration;
    this.#enumerations.set(name, made);
    return made;
  }

  #struct(raw: RawDefinition): Struct {
    const known = this.#structs.get(raw.name);
    if (known !== undefined) return known;
    if (this.#pending.has(raw.name)) {
      throw this.#error(`struct ${raw.name} has itself in it`);
    }
    this.#pending.add(raw.name);
    const members: StructMember[] = [];
    let offset = 0;
    let natural = 0;
    let align = 1;
    for (const member of raw.members ?? []) {
      const size = this.#memberSize(raw, member);
      natural = roundUp(natural, size.align);
      members.push({
        ...member as unknown as StructMember,
        offset,
        size: size.packed,
        naturalOffset: natural,
        ...SCALARS.has(member.type) && { endian: endianOf(member) },
      });
      this.note(member);
      offset += size.packed;
      natural += size.natural;
      align = Math.max(align, size.align);
    }
    const naturalSize = roundUp(natural, align);
    const made = {
      ...raw,
      members,
      size: offset,
      naturalSize,
      naturalAlign: align,
      packedDiffers: naturalSize !== offset ||
        members.some(({ offset, naturalOffset }) => offset !== naturalOffset),
    } as unknown as Struct;
    this.#structs.set(raw.name, made);
    return made;
  }

  #memberSize({ name }: RawDefinition, member: RawMember): {
    packed: number;
    natural: number;
    align: number;
  } {
    const scalar = SCALARS.get(member.type);
    if (scalar !== undefined) {
      const size = scalar.bits / 8;
      return { packed: size, natural: size, align: size };
    }
    if (member.type === "bitfield32") {
      return { packed: 8, natural: 8, align: 4 };
    }
    if (member.struct !== undefined) {
      const raw = this.#raw.find((each) =>
        each.type === "struct" && each.name === member.struct
      );
      if (raw === undefined) {
        throw this.#error(`there is no struct ${member.struct}`);
      }
      const { size, naturalSize, naturalAlign } = this.#struct(raw);
      return { packed: size, natural: naturalSize, align: naturalAlign };
    }
    const size = Number(
      this.#number(member.len, `struct ${name}: length of ${member.name}`),
    );
    return { packed: size, natural: size, align: 1 };
  }

  #number(value: unknown, what: string): SpecNumber {
    const number = this.numbers.of(value);
    if (number !== undefined) return number;
    throw this.#error(`${what} is no number: ${value}`);
  }

  #error(reason: string): SpecError {
    return new SpecError(this.#spec.name, reason);
  }
}

function roundUp(value: number, to: number): number {
  return Math.ceil(value / to) * to;
}
