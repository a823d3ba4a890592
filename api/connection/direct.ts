/**
 * Requests without promises, where the answer is there at once.
 *
 * @module
 */

import type { Writer } from "../../messages/codec/mod.ts";
import { NLM_F_ACK } from "../../messages/header.ts";
import { MOST_BYTES, MOST_REQUESTS, settleBatch } from "./batch.ts";
import type { BatchFailure } from "./batch_error.ts";
import type { Channel } from "./channel.ts";
import { MalformedAnswerError } from "./errors.ts";
import { Exchange } from "./exchange.ts";
import { checkRequestOptions } from "./options.ts";
import {
  type AnyRequest,
  type BatchOptions,
  type ConnectionOptions,
  type Mode,
  type RequestOptions,
  setFlags,
} from "./request.ts";
import { retraced } from "./stack.ts";
import { nextTurn, turnIsDue } from "./event_loop.ts";

/** How long to wait for an answer, in seconds. */
const TIMEOUT = 30;

/** The options of requests that have none: they need no check. */
export const NO_OPTIONS: RequestOptions = Object.freeze({});

/** Requests that are encoded already. */
export interface EncodedRequests {
  /** The requests, one behind the other. */
  readonly writer: Writer;
  /** Where each one starts. */
  readonly starts: readonly number[];
  /** Makes one again, for errors. */
  readonly request: (index: number) => AnyRequest;
}

/** Sends the requests of a connection. */
export class Direct {
  readonly #channel: Channel;
  readonly #options: ConnectionOptions;

  /**
   * Makes the sender.
   *
   * @param channel The socket.
   * @param options Options of the connection.
   */
  constructor(channel: Channel, options: ConnectionOptions) {
    this.#channel = channel;
    this.#options = options;
  }

  /** The object that {@linkcode Direct.start} has got. */
  get answer(): unknown {
    return this.#channel.answer;
  }

  /**
   * How long a request waits for an answer.
   *
   * @param options Options of the request.
   * @returns The time in seconds.
   */
  timeout(options: RequestOptions): number {
    return options.timeout ?? this.#options.timeout ?? TIMEOUT;
  }

  /**
   * Makes the exchange of a request.
   *
   * @param request The request.
   * @param mode How the answers end.
   * @param options How to send it.
   * @returns The exchange.
   */
  exchange(
    request: AnyRequest,
    mode: Mode,
    options: RequestOptions,
  ): Exchange {
    const onWarning = options.onWarning ?? this.#options.onWarning;
    const nonblocking = options.nonblocking ?? this.#options.nonblocking;
    return new Exchange([request], mode, onWarning, nonblocking);
  }

  /**
   * Sends a request, and takes its answer if that is there at once.
   *
   * @param request The request.
   * @param mode How the answers end.
   * @param options How to send it.
   * @returns The exchange, which {@linkcode Direct.settle} waits for; `undefined`
   * if the request has been carried out, and {@linkcode Direct.answer} is what it
   * asked for.
   */
  start(
    request: AnyRequest,
    mode: "request" | "get",
    options: RequestOptions,
  ): Exchange | undefined {
    if (options !== NO_OPTIONS) checkRequestOptions(options);
    options.signal?.throwIfAborted();
    const channel = this.#channel;
    try {
      if (options.nonblocking ?? this.#options.nonblocking) {
        const exchange = this.exchange(request, mode, options);
        channel.send(exchange);
        return exchange;
      }
      const onWarning = options.onWarning ?? this.#options.onWarning;
      return channel.ask(request, mode, onWarning);
    } catch (error) {
      throw retraced(error);
    }
  }

  /**
   * Whether requests that are encoded already can be sent by
   * {@linkcode Direct.sendAll}.
   *
   * @param options How to send them.
   * @returns Whether they can.
   */
  takesEncoded(options: BatchOptions): boolean {
    const { acknowledge = "last", stopOnError = false } = options;
    return acknowledge === "last" && !stopOnError && this.#channel.isIdle &&
      !(options.nonblocking ?? this.#options.nonblocking ?? false);
  }

  /**
   * Sends requests that are encoded already, many with each datagram.
   *
   * @param encoded The requests.
   * @param options How to send them.
   * @returns Those that failed, by their place among the requests.
   */
  async sendAll(
    { writer, starts, request }: EncodedRequests,
    options: BatchOptions,
  ): Promise<BatchFailure[]> {
    checkRequestOptions(options);
    const { signal } = options;
    const onWarning = options.onWarning ?? this.#options.onWarning;
    const failures: BatchFailure[] = [];
    for (let from = 0; from < starts.length;) {
      while (turnIsDue()) await nextTurn();
      signal?.throwIfAborted();
      let to = from + 1;
      while (
        to < starts.length && to - from < MOST_REQUESTS &&
        starts[to]! - starts[from]! <= MOST_BYTES
      ) to++;
      const first = from;
      const exchange = this.#sendSome(
        writer,
        starts[from]!,
        starts[to - 1]!,
        starts[to] ?? writer.length,
        () => Array.from({ length: to - first }, (_, i) => request(first + i)),
        onWarning,
      );
      if (exchange !== undefined) {
        const timeout = this.timeout(options);
        const wait = { signal, timeout };
        const failed = await settleBatch(this.#channel, exchange, wait);
        for (const { index, error } of failed) {
          failures.push({ index: first + index, error });
        }
      }
      from = to;
    }
    return failures;
  }

  #sendSome(
    writer: Writer,
    start: number,
    last: number,
    end: number,
    requests: () => readonly AnyRequest[],
    onWarning: Exchange["onWarning"],
  ): Exchange | undefined {
    setFlags(writer, last, NLM_F_ACK);
    try {
      return this.#channel.askAll(writer, start, end, requests, onWarning);
    } catch (error) {
      throw retraced(error);
    }
  }

  /**
   * Waits for the answers of an exchange.
   *
   * @param exchange The exchange.
   * @param options How it was sent.
   * @returns The answers; at least one of an exchange that gets an object.
   */
  async settle(
    exchange: Exchange,
    options: RequestOptions,
  ): Promise<readonly unknown[]> {
    const channel = this.#channel;
    if (!channel.advance(exchange, "settled")) {
      const { signal } = options;
      try {
        const timeout = this.timeout(options);
        await channel.wait(exchange, "settled", { signal, timeout });
      } finally {
        channel.abandon(exchange);
      }
    }
    if (exchange.error !== undefined) throw retraced(exchange.error);
    if (exchange.mode === "get" && exchange.replies.length === 0) {
      throw new MalformedAnswerError(
        "the kernel sent no object",
        exchange.describe(),
      );
    }
    return exchange.replies;
  }
}

const directs = new WeakMap<object, Direct>();

/**
 * What sends the requests of a connection.
 *
 * @param connection The connection.
 * @returns The sender.
 */
export function directOf(connection: object): Direct {
  return directs.get(connection)!;
}

/**
 * Notes what sends the requests of a connection.
 *
 * @param connection The connection.
 * @param direct The sender.
 * @returns The sender.
 */
export function setDirect(connection: object, direct: Direct): Direct {
  directs.set(connection, direct);
  return direct;
}
