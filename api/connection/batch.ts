/**
 * Batches: many requests with few datagrams.
 *
 * @module
 */

import { Writer } from "../../messages/codec/mod.ts";
import { NLM_F_ACK } from "../../messages/header.ts";
import type { Channel } from "./channel.ts";
import { AnswerLostError, BatchError, type BatchFailure } from "./errors.ts";
import { Exchange } from "./exchange.ts";
import {
  type AnyRequest,
  type BatchOptions,
  setFlags,
  type Warning,
  writeRequest,
} from "./request.ts";
import { retraced } from "./stack.ts";
import { nextTurn, turnIsDue } from "./event_loop.ts";
import type { WaitOptions } from "./waiters.ts";

/** Most requests in one datagram; more are no faster. */
export const MOST_REQUESTS = 32;
/** Most bytes in one datagram, well below the least usual send buffer. */
export const MOST_BYTES = 1 << 16;

/** Options of {@linkcode runBatch}. */
export interface RunBatchOptions extends Omit<BatchOptions, "onWarning"> {
  /** Called with the kernel's warnings. */
  onWarning: ((warning: Warning) => void) | undefined;
  /** How long to wait for an answer, in seconds. */
  timeout: number;
}

/** Requests that share a datagram. */
interface Chunk {
  requests: AnyRequest[];
  /** Where each one starts in the datagram. */
  starts: number[];
  /** Its place in the batch. */
  indexes: number[];
}

/** A batch that is being carried out. */
class Batch {
  readonly #channel: Channel;
  readonly #options: RunBatchOptions;
  readonly #writer = new Writer();
  readonly failures: BatchFailure[] = [];
  #chunk: Chunk = { requests: [], starts: [], indexes: [] };
  /** How many requests have been taken. */
  taken = 0;

  constructor(channel: Channel, options: RunBatchOptions) {
    this.#channel = channel;
    this.#options = options;
  }

  /** Adds a request; returns whether the datagram is full. */
  add(request: AnyRequest): boolean {
    const writer = this.#writer;
    const chunk = this.#chunk;
    const { length } = writer;
    const index = this.taken++;
    const flags = this.#options.acknowledge === "each" ? NLM_F_ACK : 0;
    try {
      chunk.starts.push(writeRequest(writer, request, flags));
      chunk.requests.push(request);
      chunk.indexes.push(index);
    } catch (error) {
      writer.truncate(length);
      this.failures.push({ index, error: error as Error });
    }
    return chunk.requests.length === MOST_REQUESTS ||
      writer.length > MOST_BYTES;
  }

  /** Sends the datagram, and waits until the kernel has carried it out. */
  async flush(): Promise<void> {
    const { requests, starts, indexes } = this.#chunk;
    if (requests.length === 0) return;
    while (turnIsDue()) await nextTurn();
    const { signal, timeout, onWarning, nonblocking } = this.#options;
    signal?.throwIfAborted();
    const exchange = new Exchange(requests, "batch", onWarning, nonblocking);
    setFlags(this.#writer, starts.at(-1)!, NLM_F_ACK);
    this.#channel.transmit(exchange, this.#writer, starts);
    this.#writer.reset();
    this.#chunk = { requests: [], starts: [], indexes: [] };
    const failures = await settleBatch(this.#channel, exchange, {
      signal,
      timeout,
    });
    for (const { index, error } of failures) {
      this.failures.push({ index: indexes[index]!, error });
    }
  }
}

/**
 * Waits until the kernel has carried out the requests of a datagram.
 *
 * @param channel Where they were sent.
 * @param exchange Their exchange.
 * @param options When to give up.
 * @returns Those that failed.
 * @throws {AnswerLostError} If answers were lost.
 */
export async function settleBatch(
  channel: Channel,
  exchange: Exchange,
  options: WaitOptions,
): Promise<readonly BatchFailure[]> {
  if (!channel.advance(exchange, "done")) {
    try {
      await channel.wait(exchange, "done", options);
    } finally {
      channel.abandon(exchange);
    }
  }
  if (exchange.error !== undefined) throw retraced(exchange.error);
  if (exchange.lost) throw new AnswerLostError(exchange.describe());
  return exchange.failures;
}

/**
 * Has the kernel do many things.
 *
 * @param channel Where to send them.
 * @param requests The requests.
 * @param options How to send them.
 * @throws {BatchError} If requests failed.
 */
export async function runBatch(
  channel: Channel,
  requests: Iterable<AnyRequest>,
  options: RunBatchOptions,
): Promise<void> {
  options.signal?.throwIfAborted();
  const batch = new Batch(channel, options);
  const { failures } = batch;
  let unsent = 0;
  for (const request of requests) {
    if (options.stopOnError && failures.length > 0) {
      unsent++;
      continue;
    }
    if (batch.add(request)) await batch.flush();
  }
  await batch.flush();
  if (failures.length === 0) return;
  failures.sort((a, b) => a.index - b.index);
  throw new BatchError(
    failures,
    batch.taken - failures.length,
    unsent,
  );
}
