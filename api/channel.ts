/**
 * One socket that many requests share: sends them, and takes each answer to
 * the request that it belongs to.
 *
 * @module
 */

import { LITTLE_ENDIAN, Writer } from "../messages/codec/mod.ts";
import { NLMSG_HDRLEN, NLMSG_OVERRUN } from "../messages/header.ts";
import {
  SocketClosedError,
  SocketError,
  TruncatedError,
} from "../socket/error.ts";
import type { Datagram, Transport } from "../socket/transport.ts";
import {
  AnswerLostError,
  ConnectionClosedError,
  MalformedAnswerError,
} from "./error.ts";
import type { Exchange, Stage } from "./exchange.ts";
import { Exchanges } from "./exchanges.ts";
import { type ConnectionOptions, writeRequest } from "./request.ts";
import { nextTurn, turnIsDue } from "./turn.ts";
import { Waiters, type WaitOptions } from "./waiters.ts";

/** One socket that many requests share. */
export class Channel implements Disposable {
  readonly #transport: Transport;
  readonly #debug: ConnectionOptions["debug"];
  readonly #writer = new Writer();
  readonly #exchanges: Exchanges;
  readonly #waiters = new Waiters(() => this.#wait?.abort());
  #wait: AbortController | undefined;
  #pumping = false;
  #closed = false;
  #anyLost = false;
  #lossCause: Error | undefined;
  #view = new DataView(new ArrayBuffer(0));

  /**
   * Makes the channel.
   *
   * @param transport The socket; the channel closes it.
   * @param options How to use it.
   */
  constructor(transport: Transport, options: ConnectionOptions) {
    this.#transport = transport;
    this.#debug = options.debug;
    this.#exchanges = new Exchanges(options.firstSequence ?? 1);
  }

  /** How many requests have not been answered yet. */
  get pending(): number {
    return this.#exchanges.size;
  }

  /**
   * Encodes the request of an exchange and sends it.
   *
   * @param exchange The exchange.
   */
  send(exchange: Exchange): void {
    this.#writer.reset();
    writeRequest(this.#writer, exchange.requests[0]!, exchange.flags);
    this.transmit(exchange, this.#writer, FIRST);
  }

  /**
   * Numbers the requests of an exchange and sends them.
   *
   * @param exchange The exchange.
   * @param writer The requests, encoded one behind the other.
   * @param starts Where each one starts.
   */
  transmit(
    exchange: Exchange,
    writer: Writer,
    starts: readonly number[],
  ): void {
    if (this.#closed) throw new ConnectionClosedError(exchange.describe());
    this.#exchanges.add(exchange, starts.length);
    const { view } = writer;
    for (let i = 0; i < starts.length; i++) {
      view.setUint32(starts[i]! + 8, exchange.first + i, LITTLE_ENDIAN);
    }
    const datagram = writer.finish();
    this.#tap("send", datagram);
    if (this.#transport.sendLong !== undefined && exchange.long) {
      void this.#sendLong(exchange, datagram.slice());
      return;
    }
    try {
      this.#transport.send(datagram);
    } catch (error) {
      this.#exchanges.delete(exchange);
      throw this.#translate(error, exchange);
    }
  }

  async #sendLong(
    exchange: Exchange,
    datagram: Uint8Array<ArrayBuffer>,
  ): Promise<void> {
    try {
      await this.#transport.sendLong!(datagram);
    } catch (error) {
      this.#fail(exchange, error);
    }
  }

  /**
   * Gives an exchange up. The kernel goes on with a dump all the same, and has
   * to come to its end before it starts another.
   *
   * @param exchange The exchange.
   */
  abandon(exchange: Exchange): void {
    if (exchange.done) return;
    if (exchange.mode !== "dump") {
      this.#exchanges.delete(exchange);
      return;
    }
    exchange.abandoned = true;
    exchange.replies = [];
    this.#anyLost = true;
  }

  /**
   * Reads what has come already, until an exchange has come far enough.
   *
   * @param exchange The exchange.
   * @param stage How far it has to come.
   * @returns Whether it has.
   */
  advance(exchange: Exchange, stage: Stage): boolean {
    while (!exchange.reached(stage)) {
      if (!this.#receive()) return exchange.reached(stage);
      if (exchange.reached(stage)) return true;
      if (turnIsDue()) return false;
    }
    return true;
  }

  /**
   * Waits until an exchange has come far enough, by success or failure.
   *
   * @param exchange The exchange.
   * @param stage How far it has to come.
   * @param options When to give up.
   */
  async wait(
    exchange: Exchange,
    stage: Stage,
    options: WaitOptions,
  ): Promise<void> {
    if (exchange.reached(stage)) return;
    if (this.#closed) {
      const { owner = exchange } = options;
      throw new ConnectionClosedError(owner.describe());
    }
    const promise = this.#waiters.wait(exchange, stage, options);
    if (!this.#pumping) void this.#pump();
    await promise;
  }

  /**
   * Wakes those who wait for an exchange that has ended otherwise.
   *
   * @param exchange The exchange.
   */
  settle(exchange: Exchange): void {
    this.#waiters.wake(exchange);
  }

  /** Receives for as long as someone waits. */
  async #pump(): Promise<void> {
    this.#pumping = true;
    try {
      while (this.#waiters.size > 0) {
        if (this.#receive()) {
          await (turnIsDue() ? nextTurn() : undefined);
        } else if (this.#waiters.size > 0) await this.#readable();
      }
    } catch (error) {
      this.#failAll(error);
    } finally {
      this.#pumping = false;
    }
  }

  async #readable(): Promise<void> {
    const wait = this.#wait = new AbortController();
    try {
      await this.#transport.readable(wait.signal);
    } catch (error) {
      if (!wait.signal.aborted) throw error;
    } finally {
      this.#wait = undefined;
    }
  }

  /** Takes one datagram to those it is for; tells whether there was one. */
  #receive(): boolean {
    let datagram: Datagram | undefined;
    try {
      datagram = this.#transport.tryReceive();
    } catch (error) {
      if (!isLoss(error)) {
        this.#failAll(error);
        return false;
      }
      this.#lose(error);
      return true;
    }
    if (datagram === undefined) {
      this.#settleLost();
      return false;
    }
    this.#waiters.datagrams++;
    this.#tap("receive", datagram.bytes);
    // Anyone may send to this port: what counts comes from the kernel itself,
    // and to this socket only.
    if (datagram.sender === 0 && datagram.groups === 0) {
      this.#dispatch(datagram.bytes);
    }
    return true;
  }

  #tap(direction: "send" | "receive", bytes: Uint8Array<ArrayBuffer>): void {
    try {
      this.#debug?.(direction, bytes);
    } catch (error) {
      // It is nobody's request that has failed.
      reportError(error);
    }
  }

  #dispatch(bytes: Uint8Array<ArrayBuffer>): void {
    if (this.#view.buffer !== bytes.buffer) {
      this.#view = new DataView(bytes.buffer);
    }
    const view = this.#view;
    const end = bytes.byteOffset + bytes.length;
    for (let at = bytes.byteOffset; end - at >= NLMSG_HDRLEN;) {
      const length = view.getUint32(at, LITTLE_ENDIAN);
      const exchange = this.#exchanges.find(
        view.getUint32(at + 8, LITTLE_ENDIAN),
      );
      if (length < NLMSG_HDRLEN || length > end - at) {
        if (exchange !== undefined) this.#spoil(exchange, length, end - at);
        return;
      }
      if (exchange !== undefined) {
        exchange.accept(view, at, at + length);
        if (exchange.done) this.#exchanges.delete(exchange);
        if (exchange.waiters !== undefined) this.#waiters.wake(exchange);
      }
      if (view.getUint16(at + 4, LITTLE_ENDIAN) === NLMSG_OVERRUN) {
        this.#lose(undefined);
      }
      at += (length + 3) & ~3;
    }
  }

  /** A message of an impossible length hides all that follows it. */
  #spoil(exchange: Exchange, length: number, left: number): void {
    exchange.error ??= new MalformedAnswerError(
      `the answer claims ${length} bytes, of which ${left} are there`,
      exchange.describe(),
    );
    if (exchange.mode !== "dump") {
      exchange.done = true;
      this.#exchanges.delete(exchange);
    }
    this.#waiters.wake(exchange);
  }

  /** Answers to requests in flight may be among what was lost. */
  #lose(cause: Error | undefined): void {
    this.#lossCause = cause;
    this.#anyLost = true;
    for (const exchange of this.#exchanges) exchange.lost = true;
  }

  /**
   * Ends what will not end by itself. The kernel answers before `send` returns
   * and goes on with a dump within each receive: when nothing is there any
   * more, an answer that may have been lost is lost.
   */
  #settleLost(): void {
    if (!this.#anyLost) return;
    this.#anyLost = false;
    for (const exchange of this.#exchanges) {
      if (!exchange.lost && !exchange.abandoned) continue;
      const { mode } = exchange;
      exchange.done = true;
      this.#exchanges.delete(exchange);
      if (mode === "dump") exchange.interrupted = true;
      else {
        exchange.error ??= new AnswerLostError(exchange.describe(), {
          cause: this.#lossCause,
        });
      }
      this.#waiters.wake(exchange);
    }
  }

  #failAll(error: unknown): void {
    for (const exchange of this.#exchanges) this.#fail(exchange, error);
  }

  #fail(exchange: Exchange, error: unknown): void {
    this.#exchanges.delete(exchange);
    exchange.done = true;
    exchange.error ??= this.#translate(error, exchange);
    this.#waiters.wake(exchange);
  }

  #translate(error: unknown, exchange: Exchange): Error {
    if (this.#closed || error instanceof SocketClosedError) {
      return new ConnectionClosedError(exchange.describe(), { cause: error });
    }
    return error instanceof Error ? error : new Error(String(error));
  }

  /** Closes the socket; all requests that are not done fail. */
  [Symbol.dispose](): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#transport[Symbol.dispose]();
    this.#failAll(new SocketClosedError("receive"));
    this.#wait?.abort();
  }
}

/** Where a lone request starts. */
const FIRST: readonly number[] = [0];

function isLoss(error: unknown): error is SocketError {
  return error instanceof TruncatedError ||
    error instanceof SocketError && error.code === "ENOBUFS";
}
