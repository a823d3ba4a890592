/**
 * Random numbers that come again with their seed.
 *
 * @module
 */

/** A source of random numbers. */
export class SeededRandom {
  #state: number;

  /** Starts at a seed, a 32-bit integer. */
  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** An integer of 32 bits (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  }

  /** An integer from 0 up to, but without, `limit`. */
  below(limit: number): number {
    return limit <= 1 ? 0 : this.next() % limit;
  }

  /** True once in `n` times. */
  oneIn(n: number): boolean {
    return this.below(n) === 0;
  }

  /** One of some items. */
  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }
}
