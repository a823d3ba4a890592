/**
 * Waits for notifications, but not for ever.
 *
 * To be woken by the first notification takes two threads and 30 µs, which is
 * several times what it takes to read one. As long as notifications come
 * faster than that, they are therefore gathered for a moment and read together.
 * Those that come seldom are read at once.
 *
 * @module
 */

import { unrefTimer } from "../../socket/poller.ts";
import type { Listener } from "../connection/listener.ts";

/** Why a wait ended before there was something to read. */
const WAKE = Symbol("It is time to verify");
/** How long to gather notifications that come in a rush, in milliseconds. */
const MOMENT = 1;
/** The longest delay of a timer, in milliseconds. */
const LONGEST = 2 ** 31 - 1;

/** Waits for notifications. */
export class Waiting {
  readonly #listener: Listener;
  #referenced = true;
  #wait: AbortController | undefined;
  /** Whether something has been read since the last wait. */
  #received = false;
  /** Whether the last wait to be woken was short. */
  #rushed = false;

  /**
   * Makes the one who waits.
   *
   * @param listener What is read.
   */
  constructor(listener: Listener) {
    this.#listener = listener;
  }

  /** Notes that something has been read. */
  received(): void {
    this.#received = true;
  }

  /**
   * Waits until there may be something to read, or until it is time.
   *
   * @param time When to stop waiting, in milliseconds of `performance.now()`.
   */
  async until(time: number): Promise<void> {
    const gather = this.#received && this.#rushed;
    this.#received = false;
    const start = performance.now();
    if (gather) {
      await new Promise<void>((resolve) => this.#after(MOMENT, resolve));
    } else {
      await this.#readable(time - start);
      this.#rushed = performance.now() - start < MOMENT;
    }
  }

  async #readable(delay: number): Promise<void> {
    const wait = this.#wait = new AbortController();
    const timer = delay < Infinity
      ? this.#after(Math.max(0, delay), () => wait.abort(WAKE))
      : undefined;
    try {
      await this.#listener.readable(wait.signal);
    } catch (error) {
      if (error !== WAKE) throw error;
    } finally {
      clearTimeout(timer);
      this.#wait = undefined;
    }
  }

  #after(delay: number, call: () => void): ReturnType<typeof setTimeout> {
    const timer = setTimeout(call, Math.min(delay, LONGEST));
    if (!this.#referenced) unrefTimer(timer);
    return timer;
  }

  /**
   * Ends a wait.
   *
   * @param reason The error that it throws.
   */
  abort(reason: unknown): void {
    this.#wait?.abort(reason);
  }

  /** Lets waiting keep the process alive, as it does at first. */
  ref(): void {
    this.#referenced = true;
    this.#listener.ref();
  }

  /** Keeps waiting from keeping the process alive. */
  unref(): void {
    this.#referenced = false;
    this.#listener.unref();
  }
}
