/**
 * Requests and their answers.
 *
 * @module
 */

import type { Transport } from "../socket/transport.ts";
import { runBatch } from "./batch.ts";
import { Channel } from "./channel.ts";
import { Dumps } from "./dumps.ts";
import { MalformedAnswerError } from "./error.ts";
import { Exchange, type Mode } from "./exchange.ts";
import { checkRequestOptions } from "./options.ts";
import type {
  AnyRequest,
  BatchOptions,
  ConnectionOptions,
  DumpOptions,
  Request,
  RequestOptions,
} from "./request.ts";
import { retraced } from "./stack.ts";
import { nextTurn, turnIsDue } from "./turn.ts";

export {
  type AnyCodec,
  type AnyRequest,
  type BatchOptions,
  type ConnectionOptions,
  type DumpOptions,
  type Reply,
  type Request,
  type RequestOptions,
  SKIPPED,
  type Warning,
} from "./request.ts";

/** How long to wait for an answer, in seconds. */
const TIMEOUT = 30;

/**
 * A socket that any number of requests share at the same time.
 *
 * Errors are those of `error.ts`: what the kernel refuses is a
 * {@linkcode NetlinkError}. Messages that cannot be encoded throw an
 * `EncodeError`, and a socket that fails a `SocketError`.
 *
 * @example Usage
 * ```ts ignore
 * using connection = new Connection(new NetlinkSocket(NETLINK_ROUTE));
 * const links = await connection.dumpAll({
 *   type: RTM_GETLINK,
 *   codec: linkMessage,
 *   message: { family: 0, type: 0, index: 0, flags: 0, change: 0, attributes: {} },
 * });
 * ```
 */
export class Connection implements Disposable {
  readonly #channel: Channel;
  readonly #options: ConnectionOptions;
  readonly #dumps: Dumps;

  /**
   * Makes a connection.
   *
   * @param transport The socket; the connection closes it.
   * @param options How to use it.
   */
  constructor(transport: Transport, options: ConnectionOptions = {}) {
    this.#channel = new Channel(transport, options);
    this.#options = options;
    this.#dumps = new Dumps(this.#channel);
  }

  /** How many requests the kernel has not answered yet. */
  get pending(): number {
    return this.#channel.pending;
  }

  /**
   * Has the kernel do something, and waits until it is done (`NLM_F_ACK`).
   *
   * @typeParam T The message.
   * @typeParam R The answers.
   * @param request The request.
   * @param options How to send it.
   * @returns The answers, if the kernel sent any.
   * @throws {NetlinkError} If the kernel refuses.
   * @throws {RequestTimeoutError} If the kernel does not answer in time.
   * @throws {ConnectionClosedError} If the connection is or gets closed.
   * @throws {AnswerLostError} If the answer was lost.
   */
  async request<T, R = T>(
    request: Request<T, R>,
    options: RequestOptions = {},
  ): Promise<R[]> {
    while (turnIsDue()) await nextTurn();
    const exchange = this.#start(request, "request", options);
    if (!this.#channel.advance(exchange, "settled")) {
      await this.#settle(exchange, options);
    }
    if (exchange.error !== undefined) throw retraced(exchange.error);
    return exchange.replies as R[];
  }

  /**
   * Asks for one object.
   *
   * @typeParam T The message.
   * @typeParam R The answer.
   * @param request The request.
   * @param options How to send it.
   * @returns The object.
   * @throws {NetlinkError} If the kernel refuses.
   * @throws {RequestTimeoutError} If the kernel does not answer in time.
   * @throws {ConnectionClosedError} If the connection is or gets closed.
   * @throws {AnswerLostError} If the answer was lost.
   */
  async get<T, R = T>(
    request: Request<T, R>,
    options: RequestOptions = {},
  ): Promise<R> {
    while (turnIsDue()) await nextTurn();
    const exchange = this.#start(request, "get", options);
    if (!this.#channel.advance(exchange, "settled")) {
      await this.#settle(exchange, options);
    }
    if (exchange.error !== undefined) throw retraced(exchange.error);
    if (exchange.replies.length === 0) {
      throw new MalformedAnswerError(
        "the kernel sent no object",
        exchange.describe(),
      );
    }
    return exchange.replies[0] as R;
  }

  /**
   * Asks for all objects, and hands them out one by one.
   *
   * Unless {@linkcode DumpOptions.streaming}, nothing is handed out before the
   * dump is complete, and it is repeated if objects changed meanwhile.
   *
   * @typeParam T The message.
   * @typeParam R The objects.
   * @param request The request.
   * @param options How to send it.
   * @returns The objects.
   * @throws {DumpInterruptedError} If objects changed each time.
   * @throws {NetlinkError} If the kernel refuses.
   * @throws {RequestTimeoutError} If the kernel does not answer in time.
   * @throws {ConnectionClosedError} If the connection is or gets closed.
   */
  async *dump<T, R = T>(
    request: Request<T, R>,
    options: DumpOptions = {},
  ): AsyncGenerator<R, void> {
    for await (const chunk of this.dumpChunks(request, options)) {
      for (const object of chunk) yield object;
    }
  }

  /**
   * Asks for all objects, and hands them out in arrays, one or a few datagrams
   * each; that is faster than {@linkcode Connection.dump}.
   *
   * @typeParam T The message.
   * @typeParam R The objects.
   * @param request The request.
   * @param options How to send it.
   * @returns The objects.
   * @throws {DumpInterruptedError} If objects changed each time.
   * @throws {NetlinkError} If the kernel refuses.
   * @throws {RequestTimeoutError} If the kernel does not answer in time.
   * @throws {ConnectionClosedError} If the connection is or gets closed.
   */
  dumpChunks<T, R = T>(
    request: Request<T, R>,
    options: DumpOptions = {},
  ): AsyncGenerator<R[], void> {
    checkRequestOptions(options);
    return this.#dumps.chunks(
      () => this.#exchange(request, "dump", options),
      { ...options, timeout: this.#timeout(options) },
    ) as AsyncGenerator<R[], void>;
  }

  /**
   * Asks for all objects, and collects them; it is the fastest way to have
   * them all.
   *
   * @typeParam T The message.
   * @typeParam R The objects.
   * @param request The request.
   * @param options How to send it.
   * @returns The objects.
   * @throws {DumpInterruptedError} If objects changed each time.
   * @throws {NetlinkError} If the kernel refuses.
   * @throws {RequestTimeoutError} If the kernel does not answer in time.
   * @throws {ConnectionClosedError} If the connection is or gets closed.
   */
  async dumpAll<T, R = T>(
    request: Request<T, R>,
    options: RequestOptions = {},
  ): Promise<R[]> {
    checkRequestOptions(options);
    return await this.#dumps.all(
      () => this.#exchange(request, "dump", options),
      { ...options, timeout: this.#timeout(options) },
    ) as R[];
  }

  /**
   * Has the kernel do many things, several with each datagram.
   *
   * The kernel carries them out one after the other, and goes on after one
   * that fails.
   *
   * @param requests The requests; they are taken when it is their turn.
   * @param options How to send them.
   * @throws {BatchError} If requests failed; it tells which, and why.
   * @throws {RequestTimeoutError} If the kernel does not answer in time.
   * @throws {ConnectionClosedError} If the connection is or gets closed.
   * @throws {AnswerLostError} If answers were lost.
   */
  async batch(
    requests: Iterable<AnyRequest>,
    options: BatchOptions = {},
  ): Promise<void> {
    checkRequestOptions(options);
    await runBatch(this.#channel, requests, {
      ...options,
      onWarning: options.onWarning ?? this.#options.onWarning,
      nonblocking: options.nonblocking ?? this.#options.nonblocking ?? false,
      timeout: this.#timeout(options),
    });
  }

  #timeout(options: RequestOptions): number {
    return options.timeout ?? this.#options.timeout ?? TIMEOUT;
  }

  #exchange(
    request: AnyRequest,
    mode: Mode,
    options: RequestOptions,
  ): Exchange {
    const onWarning = options.onWarning ?? this.#options.onWarning;
    const exchange = new Exchange([request], mode, onWarning);
    if (options.nonblocking ?? this.#options.nonblocking) {
      exchange.nonblocking = true;
    }
    return exchange;
  }

  #start(
    request: AnyRequest,
    mode: Mode,
    options: RequestOptions,
  ): Exchange {
    checkRequestOptions(options);
    options.signal?.throwIfAborted();
    const exchange = this.#exchange(request, mode, options);
    try {
      this.#channel.send(exchange);
    } catch (error) {
      throw retraced(error);
    }
    return exchange;
  }

  /** Waits for an answer that is not there yet. */
  async #settle(exchange: Exchange, options: RequestOptions): Promise<void> {
    const { signal } = options;
    try {
      const timeout = this.#timeout(options);
      await this.#channel.wait(exchange, "settled", { signal, timeout });
    } finally {
      this.#channel.abandon(exchange);
    }
  }

  /** Closes the socket; requests that wait get a `ConnectionClosedError`. */
  close(): void {
    this.#channel[Symbol.dispose]();
  }

  /** Same as {@linkcode Connection.close}. */
  [Symbol.dispose](): void {
    this.close();
  }
}
