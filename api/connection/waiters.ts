/**
 * Those who wait for answers, with their signals and deadlines.
 *
 * Nearly all answers are there at once, so nothing here happens for most
 * requests: signals are listened to, and one timer runs for all, only while
 * someone really waits.
 *
 * @module
 */

import { RequestTimeoutError } from "./errors.ts";
import type { Exchange, Stage, Waiter } from "./exchange.ts";

/** Options of {@linkcode Waiters.wait}. */
export interface WaitOptions {
  /** Gives up. */
  signal?: AbortSignal | undefined;
  /** How long to wait, in seconds. */
  timeout: number;
  /** Whose request it is, if it is not that of the exchange. */
  owner?: Exchange;
}

/** Someone who waits, and for how long. */
interface TimedWaiter extends Waiter {
  /** The request that cannot go on without. */
  readonly owner: Exchange;
  /** How long to wait, in seconds. */
  readonly timeout: number;
  /** When it is too late, in milliseconds of `performance.now()`. */
  deadline: number;
  /** Datagrams that had come when the deadline was set. */
  datagrams: number;
}

/** The longest delay of `setTimeout`, in milliseconds. */
const LONGEST = 2 ** 31 - 1;

/** Everyone who waits on one connection. */
export class Waiters {
  readonly #all = new Set<TimedWaiter>();
  readonly #onIdle: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #alarm = Infinity;
  /** How many datagrams have come on the connection. */
  datagrams = 0;

  /**
   * Makes the set.
   *
   * @param onIdle Called when nobody waits any more.
   */
  constructor(onIdle: () => void) {
    this.#onIdle = onIdle;
  }

  /** How many there are. */
  get size(): number {
    return this.#all.size;
  }

  /**
   * Waits.
   *
   * @param exchange What for.
   * @param stage How far it has to come.
   * @param options When to give up.
   * @returns When it has come that far, by success or failure.
   */
  wait(
    exchange: Exchange,
    stage: Stage,
    { signal, timeout, owner = exchange }: WaitOptions,
  ): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    if (signal?.aborted) {
      reject(signal.reason);
      return promise;
    }
    const abort = () => waiter.settle(signal!.reason);
    const settle = (...error: [] | [unknown]) => {
      if (!this.#all.delete(waiter)) return;
      exchange.removeWaiter(waiter);
      signal?.removeEventListener("abort", abort);
      if (error.length > 0) reject(error[0]);
      else resolve();
      if (this.#all.size === 0) this.#idle();
    };
    const waiter: TimedWaiter = {
      owner,
      stage,
      timeout,
      deadline: performance.now() + timeout * 1000,
      datagrams: this.datagrams,
      settle,
    };
    this.#all.add(waiter);
    exchange.addWaiter(waiter);
    signal?.addEventListener("abort", abort);
    this.#arm(waiter.deadline);
    return promise;
  }

  #idle(): void {
    clearTimeout(this.#timer);
    this.#alarm = Infinity;
    this.#onIdle();
  }

  #arm(deadline: number): void {
    if (deadline >= this.#alarm) return;
    clearTimeout(this.#timer);
    this.#alarm = deadline;
    const delay = Math.min(deadline - performance.now(), LONGEST);
    this.#timer = setTimeout(() => this.#expire(), Math.ceil(delay));
  }

  #expire(): void {
    this.#alarm = Infinity;
    const now = performance.now();
    let earliest = Infinity;
    for (const waiter of [...this.#all]) {
      // Those who wait for a dump to end are in time as long as it goes on.
      if (waiter.stage === "done" && waiter.datagrams !== this.datagrams) {
        waiter.datagrams = this.datagrams;
        waiter.deadline = now + waiter.timeout * 1000;
      }
      if (waiter.deadline <= now) {
        const { timeout, owner } = waiter;
        waiter.settle(new RequestTimeoutError(timeout, owner.describe()));
      } else earliest = Math.min(earliest, waiter.deadline);
    }
    if (earliest < Infinity) this.#arm(earliest);
  }
}
