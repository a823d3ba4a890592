/**
 * Waits for notifications, but not for ever.
 *
 * @module
 */

import type { Listener } from "./listener.ts";

/** Why a wait ended before there was something to read. */
const WAKE = new Error("Cannot wait: it is time to verify");

/** Until when to wait, and how. */
export interface WaitOptions {
  /** When to stop waiting, as `performance.now()` tells time. */
  readonly time: number;
  /** Whether waiting keeps the process alive. */
  readonly referenced: boolean;
}

/**
 * Waits until there is something to read, or until it is time.
 *
 * @param listener What is read.
 * @param wait Ends the wait early.
 * @param options Until when.
 */
export async function waitUntil(
  listener: Listener,
  wait: AbortController,
  { time, referenced }: WaitOptions,
): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  if (time < Infinity) {
    const delay = Math.max(0, time - performance.now());
    timer = setTimeout(() => wait.abort(WAKE), Math.min(delay, 2 ** 31 - 1));
    if (!referenced) Deno.unrefTimer(timer);
  }
  try {
    await listener.readable(wait.signal);
  } catch (error) {
    if (error !== WAKE) throw error;
  } finally {
    clearTimeout(timer);
  }
}
