/**
 * Keeps long work from holding the event loop.
 *
 * The kernel answers before `send` returns, so a loop of requests, or a dump
 * of many datagrams, can run on for as long as it likes without timers,
 * signals or other sockets getting their turn. Each step asks therefore how
 * long ago the event loop has last turned.
 *
 * @module
 */

/**
 * How long to go on without a turn of the event loop, in milliseconds: little
 * enough that, with a pause of the garbage collector in it, it stays below 15.
 */
const LONGEST = 2;

/** How many steps to go on without a look at the clock, which takes 80 ns. */
const STEPS = 8;

/** Deno declares `setImmediate` from 2.8 on, but has had it since 2.4. */
function immediately(callback: () => void): void {
  (globalThis as unknown as {
    setImmediate(callback: () => void): unknown;
  }).setImmediate(callback);
}

/**
 * Reports an error that is nobody's, as the runtime reports those that nobody
 * catches.
 *
 * @param error The error.
 */
export function reportUncaught(error: unknown): void {
  // Node has no such function.
  if (globalThis.reportError !== undefined) reportError(error);
  else {
    immediately(() => {
      throw error;
    });
  }
}

let steps = 0;
let due = false;
/** When the event loop last turned, as far as is known. */
let last = Infinity;
let next: Promise<void> | undefined;

/**
 * Returns whether it is time to let the event loop turn.
 *
 * @returns Whether to await {@linkcode nextTurn} first.
 */
export function turnIsDue(): boolean {
  if (due || ++steps < STEPS) return due;
  steps = 0;
  const now = performance.now();
  // What came before the first steps, such as loading, holds up nobody.
  if (last === Infinity) last = now;
  return due = now - last > LONGEST;
}

/**
 * Lets the event loop turn once.
 *
 * @returns When that has happened.
 */
export function nextTurn(): Promise<void> {
  due = true;
  return next ??= new Promise((resolve) =>
    immediately(() => {
      next = undefined;
      due = false;
      last = performance.now();
      resolve();
    })
  );
}
