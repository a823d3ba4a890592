/**
 * Objects of families, declared property by property: lists, requests for one of
 * them, error messages and reports come from one table.
 *
 * @module
 */

import type { Attributes, Codec } from "../../messages/codec/mod.ts";
import { once } from "../../messages/codec/once.ts";
import {
  type GenericMessage,
  genericMessage,
} from "../../messages/generic/header.ts";
import type { FamilyDefinition } from "../connection/generic_family.ts";
import {
  type Filter,
  filter,
  type FilterConditions,
} from "../mapping/filter.ts";
import {
  type Fields,
  type Mapping,
  mapping,
  originalMessage,
} from "../mapping/mapping.ts";
import { withMessage } from "../mapping/origin.ts";

/**
 * What an object is read from.
 *
 * @typeParam A The attributes.
 */
export interface ReadFrom<A> {
  /** The message that this was read from. */
  readonly message: GenericMessage<A>;
}

/**
 * An object, as it is declared.
 *
 * @typeParam T The object.
 * @typeParam A Its attributes.
 * @typeParam F What it takes to list some.
 */
export interface FamilyObjectDeclaration<T, A, F> {
  /** Codec of the attributes. */
  readonly codec: Codec<A>;
  /** The command that asks for it. */
  readonly get: number;
  /** How its properties are read and written. */
  readonly fields: () => Fields<Omit<T, "message">, A>;
  /** Fills in what the kernel leaves out. */
  readonly reported?: (attributes: A) => A;
  /** Which properties name one, and the attributes that these become. */
  readonly key?: {
    readonly [P in keyof T]?: keyof A | readonly (keyof A)[];
  };
  /** Which of these may be missing. */
  readonly optional?: readonly (keyof T)[];
  /** What lists are filtered by. */
  readonly filter: () => FilterConditions<F, GenericMessage<A>>;
  /** What every request for a list has. */
  readonly request?: () => A;
  /** Error codes that mean that there is none. */
  readonly missing?: readonly string[];
}

/**
 * The family of an object that shares no definition with others.
 *
 * @typeParam A The attributes of the object.
 */
export interface FamilyOfObject<A> {
  /** Name of the family. */
  readonly family: string;
  /** Version of the family's interface that is spoken. */
  readonly version: number;
  /** What it is called in errors: `Cannot get …`. */
  readonly noun: string;
  /** What other commands do, as it follows "Cannot" in errors. */
  readonly actions?: Readonly<Record<number, string>>;
  /** Which object a request is about, for error messages: no secrets. */
  readonly subject?: FamilyDefinition<A>["subject"];
}

/**
 * An object.
 *
 * @typeParam T The object.
 * @typeParam A Its attributes.
 * @typeParam F What it takes to list some.
 */
export interface FamilyObject<T, A, F>
  extends Omit<FamilyObjectDeclaration<T, A, F>, "fields" | "filter"> {
  /** How its properties are read and written. */
  readonly mapping: Mapping<T, A>;
  /** What lists are filtered by. */
  readonly filter: Filter<F, GenericMessage<A>>;
  /** Its messages, and what its commands do. */
  readonly definition: FamilyDefinition<A>;
  /** Reads it. */
  readonly read: (message: GenericMessage<A>) => T;
}

/**
 * Declares an object.
 *
 * @typeParam T The object.
 * @typeParam A Its attributes.
 * @typeParam F What it takes to list some.
 * @param declaration The object.
 * @returns The object.
 */
export function familyObject<
  T extends ReadFrom<A>,
  A extends Attributes,
  F extends object = Record<never, never>,
>(
  declaration:
    & FamilyObjectDeclaration<NoInfer<T>, NoInfer<A>, NoInfer<F>>
    & (FamilyOfObject<A> | { readonly definition: FamilyDefinition<A> }),
): FamilyObject<T, A, F> {
  const { fields, filter: conditions, ...rest } = declaration;
  const { codec, get } = rest;
  const definition = "definition" in rest
    ? rest.definition
    : definitionOf(rest, codec, get);
  const made = once(() =>
    mapping<T, A>(
      { ...fields(), message: originalMessage } as unknown as Fields<T, A>,
      codec,
    )
  );
  return {
    ...rest,
    get mapping() {
      return made();
    },
    filter: filter<F, GenericMessage<A>>(conditions, () => ({
      cmd: get,
      version: definition.version,
      reserved: 0,
      attributes: rest.request?.() ?? {} as A,
    })),
    definition,
    read: (message) => {
      const { attributes } = message;
      const value = made().fromKernel(
        rest.reported?.(attributes) ?? attributes,
      );
      return withMessage(value, message);
    },
  };
}

function definitionOf<A extends Attributes>(
  { family, version, noun, actions, subject }: FamilyOfObject<A>,
  codec: Codec<A>,
  get: number,
): FamilyDefinition<A> {
  return {
    name: family,
    version,
    codec: genericMessage(codec),
    actions: { ...actions, [get]: `get ${noun}` },
    ...subject !== undefined && { subject },
  };
}
