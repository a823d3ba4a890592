/**
 * What the tests use of `@std/assert`, over `node:assert`, for machines that
 * cannot reach JSR. The published package is not concerned.
 *
 * @module
 */
import {
  AssertionError,
  deepStrictEqual,
  notDeepStrictEqual,
} from "node:assert";

export { AssertionError };

/** Constructor of any class, abstract ones included. */
// deno-lint-ignore no-explicit-any
export type AnyConstructor = abstract new (...args: any[]) => any;

/** Constructor of an error class. */
export type ErrorClass<E extends Error = Error> = abstract new (
  // deno-lint-ignore no-explicit-any
  ...args: any[]
) => E;

/** Throws unless `condition` is truthy. */
export function assert(condition: unknown, message = ""): asserts condition {
  if (!condition) fail(message || "Expected a truthy value", condition, true);
}

/** Throws unless both are deeply equal. */
export function assertEquals<T>(
  actual: T,
  expected: T,
  message?: string,
): void {
  explain(message, () => deepStrictEqual(actual, expected));
}

/** Throws if both are deeply equal. */
export function assertNotEquals<T>(
  actual: T,
  expected: T,
  message?: string,
): void {
  explain(message, () => notDeepStrictEqual(actual, expected));
}

/** Throws unless both are the same value (`Object.is`). */
export function assertStrictEquals<T>(
  actual: unknown,
  expected: T,
  message?: string,
): asserts actual is T {
  if (!Object.is(actual, expected)) {
    refuse(`Expected ${show(expected)}, got ${show(actual)}`, message);
  }
}

/** Throws if `value` is `undefined` or `null`. */
export function assertExists<T>(
  value: T,
  message?: string,
): asserts value is NonNullable<T> {
  if (value === undefined || value === null) {
    refuse(`Expected a value, got ${value}`, message);
  }
}

/** Throws unless `actual > expected`. */
export function assertGreater<T>(
  actual: T,
  expected: T,
  message?: string,
): void {
  if (!(actual > expected)) {
    refuse(`Expected ${show(actual)} > ${show(expected)}`, message);
  }
}

/** Throws unless `actual >= expected`. */
export function assertGreaterOrEqual<T>(
  actual: T,
  expected: T,
  message?: string,
): void {
  if (!(actual >= expected)) {
    refuse(`Expected ${show(actual)} >= ${show(expected)}`, message);
  }
}

/** Throws unless `actual < expected`. */
export function assertLess<T>(actual: T, expected: T, message?: string): void {
  if (!(actual < expected)) {
    refuse(`Expected ${show(actual)} < ${show(expected)}`, message);
  }
}

/** Throws unless `actual <= expected`. */
export function assertLessOrEqual<T>(
  actual: T,
  expected: T,
  message?: string,
): void {
  if (!(actual <= expected)) {
    refuse(`Expected ${show(actual)} <= ${show(expected)}`, message);
  }
}

/** Throws unless `actual` is an instance of `type`. */
export function assertInstanceOf<T extends AnyConstructor>(
  actual: unknown,
  type: T,
  message?: string,
): asserts actual is InstanceType<T> {
  if (!(actual instanceof type)) {
    refuse(
      `Expected an instance of ${type.name}, got ${show(actual)}`,
      message,
    );
  }
}

/** Throws unless `actual` contains `expected`. */
export function assertStringIncludes(
  actual: string,
  expected: string,
  message?: string,
): void {
  if (!actual.includes(expected)) {
    refuse(`Expected ${show(actual)} to contain ${show(expected)}`, message);
  }
}

/** Throws unless `expected` matches `actual`. */
export function assertMatch(
  actual: string,
  expected: RegExp,
  message?: string,
): void {
  if (actual.search(expected) < 0) {
    refuse(`Expected ${show(actual)} to match ${expected}`, message);
  }
}

/** Throws always. */
export function fail(
  message?: string,
  actual?: unknown,
  expected?: unknown,
): never {
  throw new AssertionError({ message: message ?? "Failed", actual, expected });
}

/** Throws unless `body` throws; hands back what it threw. */
export function assertThrows(body: () => unknown, message?: string): unknown;
/** Throws unless `body` throws an `E` whose message contains `includes`. */
export function assertThrows<E extends Error = Error>(
  body: () => unknown,
  type: ErrorClass<E>,
  includes?: string,
  message?: string,
): E;
export function assertThrows(
  body: () => unknown,
  ...rest: Expectation
): unknown {
  let error;
  try {
    body();
  } catch (thrown) {
    error = { thrown };
  }
  return judge("throw", error, rest);
}

/** Rejects unless `body` rejects; resolves to what it rejected with. */
export function assertRejects(
  body: () => PromiseLike<unknown>,
  message?: string,
): Promise<unknown>;
/** Rejects unless `body` rejects with an `E` whose message contains `includes`. */
export function assertRejects<E extends Error = Error>(
  body: () => PromiseLike<unknown>,
  type: ErrorClass<E>,
  includes?: string,
  message?: string,
): Promise<E>;
export async function assertRejects(
  body: () => PromiseLike<unknown>,
  ...rest: Expectation
): Promise<unknown> {
  let promise;
  try {
    promise = body();
  } catch (error) {
    fail(`Expected a rejection, but it threw at once: ${show(error)}`);
  }
  let error;
  try {
    await promise;
  } catch (thrown) {
    error = { thrown };
  }
  return judge("reject", error, rest);
}

type Expectation = [
  typeOrMessage?: ErrorClass | string,
  includes?: string,
  message?: string,
];

function judge(
  verb: string,
  error: { thrown: unknown } | undefined,
  [typeOrMessage, includes, message]: Expectation,
): unknown {
  if (typeof typeOrMessage !== "function") message = typeOrMessage;
  if (error === undefined) return refuse(`Expected it to ${verb}`, message);
  const { thrown } = error;
  if (typeof typeOrMessage !== "function") return thrown;
  assertInstanceOf(thrown, typeOrMessage, message);
  if (includes !== undefined) {
    assertStringIncludes((thrown as Error).message, includes, message);
  }
  return thrown;
}

function explain(message: string | undefined, body: () => void): void {
  try {
    body();
  } catch (error) {
    if (error instanceof Error && message !== undefined) {
      error.message = `${message}\n${error.message}`;
    }
    throw error;
  }
}

function refuse(fact: string, message: string | undefined): never {
  throw new AssertionError({
    message: message === undefined ? fact : `${fact}: ${message}`,
  });
}

function show(value: unknown): string {
  return Deno.inspect(value, { depth: 4 });
}
