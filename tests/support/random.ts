/**
 * Random choices, the same each time.
 *
 * @module
 */

/** Makes random choices. */
export class Random {
  #state: number;

  /**
   * Makes the source of choices.
   *
   * @param seed What makes it different from others.
   */
  constructor(seed: number) {
    this.#state = seed;
  }

  /** A whole number from 0 below `n`. */
  below(n: number): number {
    const mixed = Math.imul(this.#state ^ (this.#state >>> 15), 0x2c1b3c6d);
    this.#state = (mixed + 0x9e3779b9) | 0;
    return (this.#state >>> 8) % n;
  }

  /** One of several. */
  pick<T>(...choices: T[]): T {
    return choices[this.below(choices.length)]!;
  }
}
