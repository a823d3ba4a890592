/**
 * When to look again for what the kernel has changed without a notification.
 *
 * @module
 */

/** How long to wait for more triggers before a verification, in ms. */
const SETTLE = 50;
/** How much longer than a verification took to wait for the next one. */
const IDLE_SHARE = 5;
/** The longest such wait, in milliseconds. */
const LONGEST_PAUSE = 1000;

/** When to verify; what takes long is not done often. */
export class Schedule {
  readonly #every: number;
  #at = Infinity;
  #pause = 0;

  /**
   * Makes the schedule.
   *
   * @param every How often to verify in any case, in seconds.
   */
  constructor(every: number) {
    this.#every = every;
  }

  /** When to verify, in milliseconds of `performance.now()`. */
  get at(): number {
    return this.#at;
  }

  /** How long to wait after the last dumps before the next, in ms. */
  get pause(): number {
    return this.#pause;
  }

  /** Asks for a verification once things have settled. */
  soon(): void {
    const wait = Math.max(SETTLE, this.#pause);
    this.#at = Math.min(this.#at, performance.now() + wait);
  }

  /** Starts a verification: no other one is due. */
  start(): void {
    this.#at = Infinity;
  }

  /**
   * Ends a verification or a resynchronization.
   *
   * @param duration How long it took, in milliseconds.
   */
  finish(duration = 0): void {
    this.#pause = Math.min(IDLE_SHARE * duration, LONGEST_PAUSE);
    const next = performance.now() + this.#every * 1000;
    this.#at = Math.min(this.#at, next);
  }
}
