/**
 * How long a test may take.
 *
 * @module
 */

/** What a test does. */
export type Body = (context: Deno.TestContext) => void | Promise<void>;

const LIMITS = new WeakMap<Body, number>();

/**
 * Lets a test take longer than a minute.
 *
 * @param seconds How long it may take.
 * @param body What the test does.
 * @returns The same function.
 */
export function patient(seconds: number, body: Body): Body {
  LIMITS.set(body, seconds);
  return body;
}

/** Returns how long a test may take, in seconds. */
export function limitOf(body: Body): number {
  return LIMITS.get(body) ?? Number(Deno.env.get("TEST_TIME_LIMIT") ?? 60);
}
