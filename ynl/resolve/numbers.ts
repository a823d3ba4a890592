/**
 * Numbers of specifications: literals, constants, and limits of integers.
 *
 * @module
 */

import type { SpecNumber } from "../spec.ts";
import { type RawDefinition, type RawNumber, SCALARS } from "./raw.ts";

/** What makes numbers explicit. */
export class Numbers {
  readonly #constants = new Map<string, RawNumber>();

  /**
   * Makes it.
   *
   * @param definitions The definitions, whose constants stand for numbers.
   */
  constructor(definitions: readonly RawDefinition[]) {
    for (const { type, name, namePrefix = "", value } of definitions) {
      if (type !== "const" || value === undefined) continue;
      this.#constants.set(name, value).set(namePrefix + name, value);
    }
  }

  /**
   * Makes a number explicit.
   *
   * @param value The number, the name of a constant or of a limit such as
   * `u32-max`, or `NAME - 1`.
   * @returns The number; `undefined` if it is none.
   */
  of(value: unknown): SpecNumber | undefined {
    if (typeof value === "number" || typeof value === "bigint") return value;
    if (typeof value !== "string") return undefined;
    const less = /^([\w-]+?) - 1$/.exec(value);
    if (less !== null) {
      const base = this.of(less[1]);
      return base === undefined ? undefined : narrow(BigInt(base) - 1n);
    }
    const limit = /^([us]\d+)-(min|max)$/.exec(value);
    const scalar = SCALARS.get(limit?.[1] ?? "");
    if (scalar !== undefined) {
      const { bits, signed } = scalar;
      const span = 1n << BigInt(bits);
      const min = signed ? -span / 2n : 0n;
      return narrow(limit![2] === "min" ? min : min + span - 1n);
    }
    const constant = this.#constants.get(value);
    if (constant !== undefined && constant !== value) return this.of(constant);
    return /^(\d+|0[xX][\dA-Fa-f]+)$/.test(value)
      ? narrow(BigInt(value))
      : undefined;
  }
}

/**
 * Writes a number in the form that specifications have it in.
 *
 * @param value The number.
 * @returns The same as a `number`, if it is one exactly.
 */
export function narrow(value: bigint): SpecNumber {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
