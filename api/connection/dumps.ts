/**
 * Dumps: all objects of a kind, retried until consistent, or a
 * `DumpInterruptedError`.
 *
 * The kernel runs one dump a socket at a time. Whoever wants the next one
 * therefore reads the running one to its end first, into the buffer of the
 * one who asked for it: were there a lock instead, a loop over one dump inside
 * a loop over another would wait for ever.
 *
 * @module
 */

import type { Channel } from "./channel.ts";
import { delay } from "./delay.ts";
import { DumpInterruptedError, DumpStalledError } from "./errors.ts";
import type { Exchange } from "./exchange.ts";
import { retraced } from "./stack.ts";
import { nextTurn, turnIsDue } from "./event_loop.ts";
import type { WaitOptions } from "./waiters.ts";

/** How often an interrupted dump is tried. */
const ATTEMPTS = 5;

/** Options of {@linkcode Dumps}. */
export interface DumpsOptions extends WaitOptions {
  /** Whether to hand out objects as they come. */
  streaming?: boolean;
}

/** The dumps of one connection. */
export class Dumps {
  readonly #channel: Channel;
  /** The dump that was started last, or is to be. */
  #latest: Turn | undefined;

  /**
   * Makes the dumps of a connection.
   *
   * @param channel Its channel.
   */
  constructor(channel: Channel) {
    this.#channel = channel;
  }

  /**
   * Collects all objects.
   *
   * @param make Makes the exchange of an attempt.
   * @param options When to give up.
   * @returns The objects.
   */
  async all(
    make: () => Exchange,
    options: DumpsOptions,
  ): Promise<unknown[]> {
    for (let attempt = 1;; attempt++) {
      const exchange = await this.#start(make(), options);
      let objects: unknown[];
      try {
        await this.#advance(exchange, "settled", options);
        // An array that has grown has room for half as many again.
        objects = exchange.take().slice();
      } finally {
        this.#channel.abandon(exchange);
      }
      if (exchange.error !== undefined) throw retraced(exchange.error);
      if (exchange.stalled) throw stalled(exchange, objects);
      if (!exchange.interrupted && !exchange.lost) return objects;
      await retry(attempt, exchange, objects, options);
    }
  }

  /**
   * Hands out all objects in arrays.
   *
   * @param make Makes the exchange of an attempt.
   * @param options When to give up.
   * @returns The objects.
   */
  async *chunks(
    make: () => Exchange,
    options: DumpsOptions,
  ): AsyncGenerator<unknown[], void> {
    for (let attempt = 1;; attempt++) {
      const exchange = await this.#start(make(), options);
      const chunks: unknown[][] = [];
      try {
        for (let settled = false; !settled;) {
          await this.#advance(exchange, "progress", options);
          settled = exchange.reached("settled");
          const chunk = exchange.take();
          if (chunk.length === 0) continue;
          if (options.streaming) yield chunk;
          else chunks.push(chunk);
        }
      } finally {
        this.#channel.abandon(exchange);
      }
      if (exchange.error !== undefined) throw retraced(exchange.error);
      if (exchange.stalled) throw stalled(exchange, chunks.flat());
      if (!exchange.interrupted && !exchange.lost) return yield* chunks;
      if (options.streaming) {
        throw new DumpInterruptedError([], 1, exchange.describe());
      }
      await retry(attempt, exchange, chunks.flat(), options);
    }
  }

  /** Starts a dump when the others have come to their end. */
  async #start(exchange: Exchange, options: DumpsOptions): Promise<Exchange> {
    while (turnIsDue()) await nextTurn();
    options.signal?.throwIfAborted();
    const turn: Turn = { exchange, before: this.#latest };
    this.#latest = turn;
    try {
      while (turn.before !== undefined) {
        const { before } = turn;
        await this.#finish(before.exchange, { ...options, owner: exchange });
        if (before.exchange.stalled) throw stalled(exchange, []);
        turn.before = before.before;
      }
      this.#channel.prepareDump();
      this.#channel.send(exchange);
    } catch (error) {
      exchange.end();
      throw retraced(error, options.signal);
    }
    return exchange;
  }

  async #finish(exchange: Exchange, options: DumpsOptions): Promise<void> {
    if (exchange.stalled) this.#channel.resume(exchange);
    if (exchange.done || this.#channel.advance(exchange, "done")) return;
    await this.#channel.wait(exchange, "done", options);
  }

  /** Goes on for as long as datagrams are there, and only then starts to wait. */
  async #advance(
    exchange: Exchange,
    stage: "progress" | "settled",
    options: DumpsOptions,
  ): Promise<void> {
    const { signal } = options;
    do {
      if (turnIsDue()) await nextTurn();
      if (signal?.aborted) throw retraced(signal.reason, signal);
      if (this.#channel.advance(exchange, stage)) return;
    } while (turnIsDue());
    await this.#channel.wait(exchange, stage, options);
  }
}

/** A dump's place in the queue. */
interface Turn {
  /** The dump. */
  readonly exchange: Exchange;
  /** The one whose end it waits for. */
  before: Turn | undefined;
}

function stalled(exchange: Exchange, partial: unknown[]): DumpStalledError {
  return new DumpStalledError(partial, exchange.describe());
}

/** Waits a little before the next attempt, or gives up. */
async function retry(
  attempt: number,
  exchange: Exchange,
  partial: unknown[],
  { signal }: DumpsOptions,
): Promise<void> {
  if (attempt === ATTEMPTS) {
    throw new DumpInterruptedError(partial, attempt, exchange.describe());
  }
  // What changed was often caused by our own last request, and is over soon.
  await delay(2 ** attempt, signal);
}
