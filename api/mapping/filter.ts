/**
 * Filters: which objects to list, declared property by property.
 *
 * A filter is a table with one {@linkcode FilterCondition} for each property. The
 * compiler checks it against the interface of the filter and against the
 * message: every property has a condition, and what a condition reads is there
 * and of that type. The table gives the request, the test of what the kernel
 * sends back, and the refusal of names and values that are not known.
 *
 * @module
 */

import { once, valueOf } from "../../messages/codec/once.ts";
import { checkObject, type FieldPath } from "./field_path.ts";
import type { Stored } from "./field.ts";

/**
 * A property of a message: one of its header, or `attributes.` and one of its
 * attributes.
 *
 * @typeParam M The message.
 */
export type MessagePath<M> =
  | Exclude<keyof M & string, "attributes">
  | (M extends { attributes: infer A } ? `attributes.${keyof A & string}`
    : never);

/**
 * What a message has at a {@linkcode MessagePath}.
 *
 * @typeParam M The message.
 * @typeParam P The path.
 */
export type ValueAt<M, P> = P extends `attributes.${infer N}`
  ? M extends { attributes: infer A } ? N extends keyof A ? A[N] : never : never
  : P extends keyof M ? M[P]
  : never;

/**
 * What a message has at several paths.
 *
 * @typeParam M The message.
 * @typeParam R The paths.
 */
export type ValuesAt<M, R extends readonly unknown[]> = {
  [I in keyof R]: ValueAt<M, R[I]>;
};

/**
 * A test of some properties of a message.
 *
 * @typeParam M The message.
 */
export interface Check<M> {
  /** The properties whose values are tested. */
  readonly reads: readonly MessagePath<M>[];
  /** Whether the values at {@linkcode Check.reads}, in that order, fit. */
  readonly accepts: (...values: never[]) => boolean;
  /**
   * What the only value has to be, if it is there and that is all there is to
   * it.
   */
  readonly wanted?: unknown;
  /**
   * The bit of that value that counts; {@linkcode Check.wanted} is this bit, or
   * 0.
   */
  readonly bit?: number;
}

/**
 * What one property of a filter asks for.
 *
 * @typeParam W The property's value.
 * @typeParam M The message.
 */
export interface FilterCondition<W, M> {
  /**
   * Checks a value, and puts into the request what the kernel can filter by.
   *
   * @throws {TypeError} If the value is not of the right sort.
   * @throws {RangeError} If it is too small or too large.
   */
  readonly prepare: (
    value: W,
    fieldPath: FieldPath,
    request: M,
  ) => Check<M> | undefined;
  /** The value that holds if a filter has none. */
  readonly absent?: W;
  /** Whether it is about what the kernel reports, not about which objects. */
  readonly detail?: boolean;
}

/**
 * One condition for each property of a filter.
 *
 * @typeParam F The filter.
 * @typeParam M The message.
 */
export type FilterConditions<F, M> = {
  readonly [P in keyof F]-?: FilterCondition<Stored<F[P]>, M>;
};

/**
 * A filter in the kernel's terms.
 *
 * @typeParam M The message.
 */
export interface Selection<M> {
  /** The request, which asks for what the kernel can filter by itself. */
  readonly message: M;
  /**
   * Whether a message is among those that were asked for, as kernels do not
   * filter by everything, and old ones by nothing; all of them are if it is
   * missing.
   */
  readonly test: ((message: M) => boolean) | undefined;
  /** The parts of {@linkcode Selection.test}, all of which have to accept. */
  readonly checks: readonly Check<M>[];
}

/**
 * Stands for all objects, where a filter or a key needs at least one condition.
 */
export interface All {
  /** Always `true`: all objects are meant. */
  readonly all: true;
}

/**
 * A declared filter.
 *
 * @typeParam F The filter.
 * @typeParam M The message.
 */
export interface Filter<F, M> {
  /** Names of its properties. */
  readonly names: ReadonlySet<string>;
  /**
   * Puts a filter into the kernel's terms.
   *
   * @throws {TypeError} If a property is unknown, or a value is not of the
   * right sort.
   * @throws {RangeError} If a value is too small or too large.
   */
  readonly select: (filter: F, fieldPath: FieldPath) => Selection<M>;
  /**
   * Makes sure that a filter has a condition, or states that all are meant.
   *
   * @returns The filter, which is empty if all are meant.
   * @throws {TypeError} If it has no condition, or an unknown property.
   */
  readonly demand: (filter: F | All, fieldPath: FieldPath) => F;
  /** The conditions that an object gives which may have more properties. */
  readonly pick: (object: object) => F;
}

/**
 * Declares a filter.
 *
 * @typeParam F The interface that documents the filter.
 * @typeParam M The message.
 * @param conditions One for each property of `F`. They are prepared in this
 * order.
 * @param blank Makes a request for everything.
 * @returns The filter.
 */
export function filter<F extends object, M extends object>(
  conditions:
    | FilterConditions<NoInfer<F>, M>
    | (() => FilterConditions<NoInfer<F>, M>),
  blank: () => M,
): Filter<F, M> {
  const byName = once(() =>
    new Map<string, FilterCondition<unknown, M>>(
      Object.entries(valueOf(conditions)) as [
        string,
        FilterCondition<unknown, M>,
      ][],
    )
  );

  function select(filter: F, fieldPath: FieldPath): Selection<M> {
    const table = byName();
    checkNames(filter, table, fieldPath);
    const message = blank();
    const checks: Check<M>[] = [];
    for (const [name, { prepare, absent }] of table) {
      const { [name]: value = absent } = filter as Record<string, unknown>;
      if (value === undefined) continue;
      const check = prepare(value, fieldPath.at(name), message);
      if (check !== undefined) checks.push(check);
    }
    return { message, test: testOf(checks), checks };
  }

  function demand(filter: F | All, fieldPath: FieldPath): F {
    if (isAll(filter)) {
      const { all, ...others } = filter;
      if (all !== true) {
        throw fieldPath.at("all").wrong(all, "true is expected");
      }
      const [more] = Object.keys(others);
      if (more !== undefined) {
        throw fieldPath.at(more).wrong(
          (others as Record<string, unknown>)[more],
          "all objects are meant",
        );
      }
      return {} as F;
    }
    const table = byName();
    checkNames(filter, table, fieldPath);
    for (const [name, value] of Object.entries(filter)) {
      if (isGiven(value, table.get(name)!)) return filter;
    }
    throw fieldPath.wrong(
      filter,
      "at least one condition, or { all: true }, is expected",
    );
  }

  function pick(object: object): F {
    const table = byName();
    const entries = Object.entries(object).filter(([name, value]) =>
      table.has(name) && value !== undefined
    );
    return Object.fromEntries(entries) as F;
  }

  const names = once(() => new Set(byName().keys()));
  return {
    get names() {
      return names();
    },
    select,
    demand,
    pick,
  };
}

function isAll(filter: object): filter is All {
  return typeof filter === "object" && filter !== null &&
    Object.hasOwn(filter, "all");
}

/** Whether a value keeps anything out. */
function isGiven<M>(
  value: unknown,
  { absent, detail = false }: FilterCondition<unknown, M>,
): boolean {
  if (value === undefined || value === absent || detail) return false;
  return !Array.isArray(value) || value.length > 0;
}

/**
 * Makes sure that an object has no properties but those that are known.
 *
 * @param object The object.
 * @param known The names of its properties.
 * @param fieldPath Where it stands.
 * @param secret Whether values are left out of messages.
 * @throws {TypeError} If it is no object, or has another property.
 */
export function checkNames(
  object: object,
  known: { has(name: string): boolean; keys(): Iterable<string> },
  fieldPath: FieldPath,
  secret = false,
): void {
  checkObject(object, fieldPath);
  for (const name of Object.keys(object)) {
    if (known.has(name)) continue;
    const value = (object as Record<string, unknown>)[name];
    throw fieldPath.noProperty(name, secret ? "…" : value, known.keys());
  }
}

function testOf<M>(
  checks: readonly Check<M>[],
): ((message: M) => boolean) | undefined {
  const tests = checks.map(singleTest);
  const [first] = tests;
  if (tests.length < 2) return first;
  return (message) => {
    for (let i = 0; i < tests.length; i++) {
      if (!tests[i]!(message)) return false;
    }
    return true;
  };
}

/** A {@linkcode Check} as a test of a message. */
function singleTest<M>({ reads, accepts }: Check<M>): (message: M) => boolean {
  type Accepts = (...values: unknown[]) => boolean;
  const test = accepts as unknown as Accepts;
  const getters = reads.map(getter);
  const [first, second, third, fourth] = getters;
  // Spelled out for few values, as spreading an array is five times as slow.
  switch (getters.length) {
    case 1:
      return (message) => test(first!(message));
    case 2:
      return (message) => test(first!(message), second!(message));
    case 3:
      return (message) =>
        test(first!(message), second!(message), third!(message));
    case 4:
      return (message) =>
        test(
          first!(message),
          second!(message),
          third!(message),
          fourth!(message),
        );
    default:
      return (message) => test(...getters.map((get) => get(message)));
  }
}

function getter(path: string): (message: unknown) => unknown {
  if (!path.startsWith("attributes.")) {
    return (message) => (message as Record<string, unknown>)[path];
  }
  const name = path.slice("attributes.".length);
  return (message) =>
    (message as { attributes: Record<string, unknown> }).attributes[name];
}
