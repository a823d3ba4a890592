/**
 * Specifications as they are written, before anything is made explicit; keys
 * are in camelCase.
 *
 * @module
 */

import { SpecError } from "../errors.ts";
import type { Endian, Operation } from "../spec.ts";

/** A number, or what stands for one. */
export type RawNumber = number | bigint | string;

/** What everything that has a name has. */
export interface Raw {
  readonly name: string;
  readonly [key: string]: unknown;
}

/** A definition. */
export interface RawDefinition extends Raw {
  readonly type: string;
  readonly value?: RawNumber;
  readonly namePrefix?: string;
  readonly valueStart?: RawNumber;
  readonly entries?: readonly (string | RawEntry)[];
  readonly members?: readonly RawMember[];
}

/** An entry of an enumeration. */
export interface RawEntry extends Raw {
  readonly value?: RawNumber;
}

/** A member of a struct. */
export interface RawMember extends Raw {
  readonly type: string;
  readonly struct?: string;
  readonly len?: RawNumber;
  readonly byteOrder?: string;
  readonly enum?: string;
  readonly enumAsFlags?: boolean;
}

/** A set of attributes. */
export interface RawSet extends Raw {
  readonly subsetOf?: string;
  readonly namePrefix?: string;
  readonly attributes: readonly RawAttribute[];
}

/** An attribute; those of subsets need have no more than their name. */
export interface RawAttribute extends Raw {
  readonly type?: string;
  readonly value?: RawNumber;
  readonly namePrefix?: string;
  readonly byteOrder?: string;
  readonly subType?: string;
  readonly struct?: string;
  readonly nestedAttributes?: string;
  readonly typeValue?: readonly string[];
  readonly subMessage?: string;
  readonly selector?: string;
  readonly multiAttr?: boolean;
  readonly enum?: string;
  readonly enumAsFlags?: boolean;
  readonly checks?: Readonly<Record<string, RawNumber | boolean>>;
}

/** The operations. */
export interface RawOperations {
  readonly enumModel?: string;
  readonly namePrefix?: string;
  readonly asyncPrefix?: string;
  readonly fixedHeader?: string;
  readonly list: readonly RawOperation[];
}

/** An operation. */
export type RawOperation =
  & Raw
  & Partial<Omit<Operation, "name">>
  & { readonly value?: number };

/** A specification. */
export interface RawSpec extends Raw {
  readonly protocol?: string;
  readonly protonum?: number;
  readonly version?: number;
  readonly definitions?: readonly RawDefinition[];
  readonly attributeSets: readonly RawSet[];
  readonly operations: RawOperations;
}

/**
 * Looks whether a document has the outlines of a specification.
 *
 * @param value The document, with keys in camelCase.
 * @returns The specification.
 * @throws {SpecError} If it is something else.
 */
export function asRawSpec(value: unknown): RawSpec {
  const { name, definitions = [], attributeSets, operations } = (value ??
    {}) as Partial<RawSpec>;
  if (typeof name !== "string") {
    throw new SpecError("of a family", "it has no name");
  }
  const lists = {
    "definitions": definitions,
    "attribute-sets": attributeSets,
    "operations.list": operations?.list,
  };
  for (const [what, list] of Object.entries(lists)) {
    if (!Array.isArray(list)) {
      throw new SpecError(name, `${what} is not a list`);
    }
    for (const [i, item] of list.entries()) {
      if (typeof item?.name !== "string") {
        throw new SpecError(name, `${what}[${i}] has no name`);
      }
    }
  }
  return value as RawSpec;
}

/** The integers that specifications have, by their names. */
export const SCALARS: ReadonlyMap<string, Scalar> = new Map<string, Scalar>(
  [8, 16, 32, 64].flatMap((bits) => [
    [`u${bits}`, { bits, signed: false }],
    [`s${bits}`, { bits, signed: true }],
  ]),
);

/** An integer. */
interface Scalar {
  readonly bits: number;
  readonly signed: boolean;
}

/** The byte order of something. */
export function endianOf({ byteOrder }: { byteOrder?: unknown }): Endian {
  return byteOrder === "big-endian"
    ? "big"
    : byteOrder === "little-endian"
    ? "little"
    : "host";
}
