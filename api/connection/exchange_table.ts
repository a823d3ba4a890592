/**
 * The exchanges of a connection that are not done, by sequence number.
 *
 * @module
 */

import type { Exchange } from "./exchange.ts";

/** Sequence numbers are 32 bits wide. */
const GREATEST = 0xffffffff;

/** The exchanges of a connection that are not done. */
export class Exchanges {
  /**
   * The only one, which is the common case: taking the last entry out of a map
   * makes the map shrink, which takes 200 ns.
   */
  #only: Exchange | undefined;
  /** All of them, by their last sequence number, if there are several. */
  readonly #all = new Map<number, Exchange>();
  /** Those that have several sequence numbers. */
  readonly #batches = new Set<Exchange>();
  readonly #greatest: number;
  #next: number;

  /**
   * Makes an empty table.
   *
   * @param first Sequence number of the first request.
   * @param greatest Greatest sequence number, after which 1 follows.
   */
  constructor(first: number, greatest: number = GREATEST) {
    this.#next = first;
    this.#greatest = greatest;
  }

  /** How many there are. */
  get size(): number {
    return this.#only === undefined ? this.#all.size : 1;
  }

  /**
   * Gives an exchange sequence numbers of its own, and adds it.
   *
   * @param exchange The exchange.
   * @param count How many sequence numbers it needs.
   */
  add(exchange: Exchange, count: number): void {
    this.put(exchange, this.reserve(count), count);
  }

  /**
   * Gives out sequence numbers in a row, none of them 0 or in use.
   *
   * @param count How many.
   * @returns The first one.
   */
  reserve(count: number): number {
    let first = this.#next;
    for (let i = 0; i < count;) {
      const sequence = first + i;
      if (sequence === 0 || sequence > this.#greatest) {
        first = 1;
        i = 0;
      } else if (this.size > 0 && this.find(sequence) !== undefined) {
        first = sequence + 1;
        i = 0;
      } else i++;
    }
    this.#next = first + count;
    return first;
  }

  /**
   * Adds an exchange that has sequence numbers.
   *
   * @param exchange The exchange.
   * @param first Its first sequence number.
   * @param count How many it has.
   */
  put(exchange: Exchange, first: number, count: number): void {
    exchange.number(this, first, first + count - 1);
    if (this.size === 0) this.#only = exchange;
    else {
      const only = this.#only;
      if (only !== undefined) this.#all.set(only.last, only);
      this.#only = undefined;
      this.#all.set(exchange.last, exchange);
    }
    if (count > 1) this.#batches.add(exchange);
  }

  /**
   * Finds the exchange that a message belongs to.
   *
   * @param sequence The sequence number of the message.
   * @returns The exchange, unless it is done or was never there.
   */
  find(sequence: number): Exchange | undefined {
    const only = this.#only;
    if (only !== undefined) {
      return only.first <= sequence && sequence <= only.last ? only : undefined;
    }
    const exchange = this.#all.get(sequence);
    if (exchange !== undefined || this.#batches.size === 0) return exchange;
    for (const batch of this.#batches) {
      if (batch.first <= sequence && sequence <= batch.last) return batch;
    }
    return undefined;
  }

  /**
   * Forgets an exchange: what comes for it from now on is dropped.
   *
   * @param exchange The exchange.
   */
  delete(exchange: Exchange): void {
    if (this.#only === exchange) this.#only = undefined;
    else this.#all.delete(exchange.last);
    if (exchange.mode === "batch") this.#batches.delete(exchange);
  }

  /**
   * Lists the exchanges; those found may be deleted meanwhile.
   *
   * @returns The exchanges.
   */
  *[Symbol.iterator](): IterableIterator<Exchange> {
    if (this.#only !== undefined) yield this.#only;
    else yield* this.#all.values();
  }
}
