/**
 * Conditions of filters: what the entries of a {@linkcode filter} table are
 * made of. Most compare a property with what was asked for, some look at bits
 * of it or compute something, and some only put something into the request.
 *
 * @module
 */

import { boolean } from "./conversions.ts";
import type {
  Check,
  FilterCondition,
  FilterConditions,
  MessagePath,
  ValueAt,
  ValuesAt,
} from "./filter.ts";
import type { Conversion, Pairs } from "./mapping.ts";

/**
 * A condition that compares one property.
 *
 * @typeParam K The property's value in the kernel's terms.
 */
export interface EqualOptions<K> {
  /** Whether the kernel filters by it, too: it is put into the request. */
  sent?: boolean;
  /** The value of a message that does not have the property. */
  missing?: K;
}

/**
 * A condition that tests one bit.
 *
 * @typeParam M The message.
 */
export interface BitOptions<M> {
  /** Asks the kernel for objects that have it set. */
  send?: (request: M) => void;
  /** Whether it has to be set if a filter does not name it. */
  absent?: boolean;
}

/**
 * A condition of any kind.
 *
 * @typeParam W The value in people's terms.
 * @typeParam K The value in the kernel's terms.
 * @typeParam M The message.
 * @typeParam R What it reads.
 */
export interface ConditionDeclaration<
  W,
  K,
  M,
  R extends readonly MessagePath<M>[],
> {
  /** How the value is checked and converted. */
  readonly value: Pick<Conversion<W, K>, "toKernel">;
  /** Puts what the kernel filters by into the request. */
  readonly send?: (request: M, value: K) => void;
  /** The properties of the message that decide whether it fits. */
  readonly reads: R;
  /** Makes the test of the values of these properties. */
  readonly accepts: (wanted: K) => (...values: ValuesAt<M, R>) => boolean;
  /** The value that holds if a filter has none. */
  readonly absent?: W;
}

/**
 * The attributes of a message.
 *
 * @typeParam M The message.
 */
export type AttributesOf<M> = M extends { attributes: infer A } ? A : never;

/**
 * Makes conditions on one kind of message.
 *
 * @typeParam M The message.
 */
export interface ConditionMakers<M> {
  /** A property of the message has to have the value. */
  equal<W, P extends MessagePath<M>>(
    path: P,
    conversion: Pick<
      Conversion<W, Exclude<ValueAt<M, P>, undefined>>,
      "toKernel"
    >,
    options?: EqualOptions<Exclude<ValueAt<M, P>, undefined>>,
  ): FilterCondition<W, M>;
  /** A bit of a property of the message has to be set, or not to be. */
  bit(
    path: MessagePath<M>,
    bit: number,
    options?: BitOptions<M>,
  ): FilterCondition<boolean, M>;
  /** Attributes of the message have to have the values. */
  equals<W>(pairs: Pairs<W, AttributesOf<M>>): FilterConditions<W, M>;
  /** Some properties of the message have to fit the value. */
  where<W, K, const R extends readonly MessagePath<M>[]>(
    declaration: ConditionDeclaration<W, K, M, R>,
  ): FilterCondition<W, M>;
  /** The kernel is asked, and does what it is asked for. */
  ask<W, K>(
    conversion: Pick<Conversion<W, K>, "toKernel">,
    send: (request: M, value: K) => void,
    options?: Pick<FilterCondition<W, M>, "detail">,
  ): FilterCondition<W, M>;
}

/**
 * Makers of conditions on one kind of message.
 *
 * @typeParam M The message.
 * @returns The makers.
 */
export function conditions<M extends object>(): ConditionMakers<M> {
  return { equal, bit, equals, where, ask };
}

function equals<W, M>(
  pairs: Pairs<W, AttributesOf<M>>,
): FilterConditions<W, M> {
  const entries = Object.entries(pairs) as [
    string,
    readonly [string, Conversion<unknown, unknown>],
  ][];
  return Object.fromEntries(
    entries.map(([name, [property, conversion]]) => [
      name,
      equal(`attributes.${property}` as MessagePath<M>, conversion),
    ]),
  ) as unknown as FilterConditions<W, M>;
}

function equal<W, K, M>(
  path: MessagePath<M>,
  { toKernel }: Pick<Conversion<W, K>, "toKernel">,
  { sent = false, missing }: EqualOptions<K> = {},
): FilterCondition<W, M> {
  return {
    prepare: (given, fieldPath, request) => {
      const wanted = toKernel(given, fieldPath);
      if (wanted === undefined) return undefined;
      if (sent) put(request as object, path, wanted);
      const accepts = missing === undefined
        ? (value: K | undefined) => value === wanted
        : (value: K | undefined = missing) => value === wanted;
      return { reads: [path], accepts, wanted };
    },
  };
}

function bit<M>(
  path: MessagePath<M>,
  bit: number,
  { send, absent }: BitOptions<M> = {},
): FilterCondition<boolean, M> {
  return {
    prepare: (given, fieldPath, request) => {
      const isSet = boolean.toKernel(given, fieldPath) === 1;
      if (isSet) send?.(request);
      const wanted = isSet ? bit | 0 : 0;
      const accepts = (value: number) => (value & bit) === wanted;
      return { reads: [path], accepts, wanted, bit };
    },
    ...absent !== undefined && { absent },
  };
}

function where<W, K, M, const R extends readonly MessagePath<M>[]>(
  { value, send, reads, accepts, absent }: ConditionDeclaration<W, K, M, R>,
): FilterCondition<W, M> {
  return {
    prepare: (given, fieldPath, request) => {
      const wanted = value.toKernel(given, fieldPath);
      if (wanted === undefined) return undefined;
      send?.(request, wanted);
      return { reads, accepts: accepts(wanted) as Check<M>["accepts"] };
    },
    ...absent !== undefined && { absent },
  };
}

function ask<W, K, M>(
  { toKernel }: Pick<Conversion<W, K>, "toKernel">,
  send: (request: M, value: K) => void,
  options: Pick<FilterCondition<W, M>, "detail"> = {},
): FilterCondition<W, M> {
  return {
    ...options,
    prepare: (given, fieldPath, request) => {
      const value = toKernel(given, fieldPath);
      if (value !== undefined) send(request, value);
      return undefined;
    },
  };
}

function put(request: object, path: string, value: unknown): void {
  if (path.startsWith("attributes.")) {
    const { attributes } = request as { attributes: Record<string, unknown> };
    attributes[path.slice("attributes.".length)] = value;
  } else (request as Record<string, unknown>)[path] = value;
}
