/**
 * Requests and their answers.
 *
 * @module
 */

import type { Transport } from "../../socket/transport.ts";
import { runBatch } from "./batch.ts";
import { Channel } from "./channel.ts";
import { Dumps } from "./dumps.ts";
import { Direct, NO_OPTIONS, setDirect } from "./direct.ts";
import { checkOptions, checkRequestOptions, openChecks } from "./options.ts";
import type {
  AnyRequest,
  BatchOptions,
  ConnectionOptions,
  DumpOptions,
  Request,
  RequestOptions,
} from "./request.ts";
import { nextTurn, turnIsDue } from "./event_loop.ts";

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
  readonly #direct: Direct;
  readonly #dumps: Dumps;

  /**
   * Makes a connection.
   *
   * @param transport The socket; the connection closes it.
   * @param options How to use it.
   * @throws {TypeError} If an option is unknown or of the wrong sort.
   */
  constructor(transport: Transport, options: ConnectionOptions = {}) {
    // Whoever opens a socket with it hands over the options of both.
    checkOptions(options, openChecks);
    this.#channel = new Channel(transport, options);
    this.#options = options;
    this.#direct = setDirect(this, new Direct(this.#channel, options));
    this.#dumps = new Dumps(this.#channel);
  }

  /**
   * Whether the event loop goes on while the kernel carries requests out that
   * do not set it: see {@linkcode ConnectionOptions.nonblocking}.
   */
  get nonblocking(): boolean {
    return this.#options.nonblocking ?? false;
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
    options: RequestOptions = NO_OPTIONS,
  ): Promise<R[]> {
    while (turnIsDue()) await nextTurn();
    const exchange = this.#direct.start(request, "request", options);
    if (exchange === undefined) return [];
    return await this.#direct.settle(exchange, options) as R[];
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
    options: RequestOptions = NO_OPTIONS,
  ): Promise<R> {
    while (turnIsDue()) await nextTurn();
    const exchange = this.#direct.start(request, "get", options);
    if (exchange === undefined) return this.#direct.answer as R;
    const [object] = await this.#direct.settle(exchange, options);
    return object as R;
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
      () => this.#direct.exchange(request, "dump", options),
      { ...options, timeout: this.#direct.timeout(options) },
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
    options: RequestOptions = NO_OPTIONS,
  ): Promise<R[]> {
    checkRequestOptions(options);
    return await this.#dumps.all(
      () => this.#direct.exchange(request, "dump", options),
      { ...options, timeout: this.#direct.timeout(options) },
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
   * @throws {BatchError} If requests failed; it has which, and why.
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
      timeout: this.#direct.timeout(options),
    });
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
