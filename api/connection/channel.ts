/**
 * One socket that many requests share: sends them, and takes each answer to
 * the request that it belongs to.
 *
 * @module
 */

import { LITTLE_ENDIAN, Writer } from "../../messages/codec/mod.ts";
import { messageEnd, nextMessage, NLM_F_ECHO } from "../../messages/header.ts";
import { isLoss, SocketClosedError } from "../../socket/error.ts";
import type { Datagram, Transport } from "../../socket/transport.ts";
import { ConnectionClosedError } from "./errors.ts";
import { Exchange, type Stage } from "./exchange.ts";
import { Exchanges } from "./exchange_table.ts";
import { Inbox } from "./inbox.ts";
import {
  type AnyRequest,
  type ConnectionOptions,
  type Mode,
  MODE_FLAGS,
  SKIPPED,
  writeRequest,
} from "./request.ts";
import { retraced } from "./stack.ts";
import { nextTurn, reportUncaught, turnIsDue } from "./event_loop.ts";
import { Waiters, type WaitOptions } from "./waiters.ts";

/** One socket that many requests share. */
export class Channel implements Disposable {
  readonly #transport: Transport;
  readonly #debug: ConnectionOptions["debug"];
  readonly #writer = new Writer();
  readonly #exchanges: Exchanges;
  readonly #inbox: Inbox;
  readonly #waiters = new Waiters(() => this.#wait?.abort());
  #wait: AbortController | undefined;
  #pumping = false;
  #prepared = false;
  /** The last dump that does not hold up the event loop, while it runs. */
  #longDump: Exchange | undefined;
  #receiving = false;
  /** Ends when all that does not hold up the event loop has been sent. */
  #sends: Promise<void> = Promise.resolve();
  #closed = false;
  /** The object that {@linkcode Channel.ask} has got. */
  answer: unknown;

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
    this.#inbox = new Inbox(this.#exchanges);
  }

  /** How many requests have not been answered yet. */
  get pending(): number {
    return this.#exchanges.size;
  }

  /** Prepares the socket for dumps, before the first one. */
  prepareDump(): void {
    if (this.#prepared) return;
    this.#prepared = true;
    try {
      this.#transport.prepareDump?.();
    } catch (error) {
      // Sending the request fails as well, unless something was only lost.
      if (isLoss(error)) this.#inbox.lose(error);
    }
  }

  /** Whether nothing is in flight that another answer could be for. */
  get isIdle(): boolean {
    return this.#exchanges.size === 0 && this.#longDump === undefined;
  }

  /**
   * Sends a request, and takes its answer if that is there at once and plain,
   * as it mostly is: that takes no exchange.
   *
   * @param request The request.
   * @param mode How the answers end.
   * @param onWarning Called with the kernel's warnings.
   * @returns The exchange, if there is more to it. Otherwise the request has
   * been carried out, and what it asked for is {@linkcode Channel.answer}.
   */
  ask(
    request: AnyRequest,
    mode: "request" | "get",
    onWarning: Exchange["onWarning"],
  ): Exchange | undefined {
    const isLong = request.long === true && this.#transport.sendLong;
    const { flags = 0 } = request;
    const isPlain = this.isIdle && !this.#closed && !isLong &&
      (flags & NLM_F_ECHO) === 0;
    if (!isPlain) {
      const exchange = new Exchange([request], mode, onWarning);
      this.send(exchange);
      return exchange;
    }
    const writer = this.#writer;
    writer.reset();
    writeRequest(writer, request, MODE_FLAGS[mode]);
    const sequence = this.#exchanges.reserve(1);
    writer.view.setUint32(8, sequence, LITTLE_ENDIAN);
    const datagram = writer.finish();
    return this.#trade(datagram, sequence, 1, request, mode, onWarning);
  }

  /**
   * Sends some requests with one datagram, the last of which asks for an
   * acknowledgement, and takes that if it is there at once and all that there
   * is: that takes no exchange.
   *
   * @param writer The requests, and perhaps others, encoded one behind the
   * other.
   * @param start Where the first one starts.
   * @param end Where the last one ends.
   * @param requests Makes the requests, for an exchange.
   * @param onWarning Called with the kernel's warnings.
   * @returns The exchange, if there is more to it.
   */
  askAll(
    writer: Writer,
    start: number,
    end: number,
    requests: () => readonly AnyRequest[],
    onWarning: Exchange["onWarning"],
  ): Exchange | undefined {
    if (this.#closed) {
      const exchange = new Exchange(requests(), "batch", onWarning);
      throw new ConnectionClosedError(exchange.describe());
    }
    const { view } = writer;
    let count = 0;
    for (let at = start; at < end; count++) {
      at = nextMessage(at, messageEnd(view, at, end));
    }
    const first = this.#exchanges.reserve(count);
    let sequence = first;
    for (let at = start; at < end;) {
      view.setUint32(at + 8, sequence++, LITTLE_ENDIAN);
      at = nextMessage(at, messageEnd(view, at, end));
    }
    const datagram = writer.finish().subarray(start, end);
    return this.#trade(datagram, first, count, requests, "batch", onWarning);
  }

  /**
   * Sends requests, and receives; the exchange, if their answer is not plain.
   */
  #trade(
    sent: Uint8Array<ArrayBuffer>,
    first: number,
    count: number,
    requests: AnyRequest | (() => readonly AnyRequest[]),
    mode: Mode,
    onWarning: Exchange["onWarning"],
  ): Exchange | undefined {
    const isIdle = this.isIdle;
    this.#tap("send", sent);
    try {
      this.#transport.send(sent);
    } catch (error) {
      throw requestError(error, exchangeOf(requests, mode, onWarning));
    }
    if (!isIdle) {
      const exchange = exchangeOf(requests, mode, onWarning);
      this.#exchanges.put(exchange, first, count);
      return exchange;
    }
    let error: unknown;
    let datagram: Datagram | undefined;
    try {
      datagram = this.#transport.tryReceive();
    } catch (reason) {
      error = reason;
    }
    if (datagram?.sender === 0 && datagram.groups === 0) {
      const { bytes } = datagram;
      if (mode === "get") {
        const { codec, reply = codec } = requests as AnyRequest;
        const value = this.#inbox.readSingle(bytes, first, reply);
        if (value !== SKIPPED) return this.#finish(bytes, value);
      } else if (this.#inbox.isSuccess(bytes, first + count - 1)) {
        return this.#finish(bytes, undefined);
      }
    }
    const exchange = exchangeOf(requests, mode, onWarning);
    this.#exchanges.put(exchange, first, count);
    if (error === undefined) this.#accept(datagram);
    else this.#lose(error);
    return exchange;
  }

  #finish(bytes: Uint8Array<ArrayBuffer>, answer: unknown): undefined {
    this.#waiters.datagrams++;
    this.#tap("receive", bytes);
    this.answer = answer;
    return undefined;
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
      exchange.send();
      if (exchange.nonblocking && exchange.mode === "dump") {
        this.#longDump = exchange;
      }
      const copy = datagram.slice();
      const send = () => this.#sendLong(exchange, copy);
      if (exchange.nonblocking) this.#sends = this.#sends.then(send);
      else void send();
      return;
    }
    try {
      this.#transport.send(datagram);
    } catch (error) {
      const failure = requestError(error, exchange);
      exchange.end(failure);
      throw failure;
    }
  }

  async #sendLong(
    exchange: Exchange,
    datagram: Uint8Array<ArrayBuffer>,
  ): Promise<void> {
    try {
      // Whoever gave up before it was sent need not have it carried out.
      if (exchange.abandoned || exchange.done) exchange.end();
      else await this.#transport.sendLong!(datagram);
    } catch (error) {
      exchange.end(requestError(error, exchange));
    } finally {
      exchange.sent();
      // The answer is there. Who sends much would outrun who waits for it.
      this.advance(exchange, "done");
    }
  }

  /**
   * Gives an exchange up. The kernel goes on with a dump all the same, and has
   * to come to its end before it starts another.
   *
   * @param exchange The exchange.
   */
  abandon(exchange: Exchange): void {
    if (!exchange.done) this.#inbox.abandon(exchange);
  }

  /**
   * Gives a dump that could not go on another chance: what kept it from going
   * on may have been deleted meanwhile.
   *
   * @param exchange The dump.
   */
  resume(exchange: Exchange): void {
    this.#inbox.resume(exchange);
  }

  /**
   * Reads what has come already, until an exchange has come far enough.
   *
   * @param exchange The exchange.
   * @param stage How far it has to come.
   * @returns Whether it has.
   */
  advance(exchange: Exchange, stage: Stage): boolean {
    if (this.#receivesElsewhere) return exchange.reached(stage);
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
    try {
      await promise;
    } catch (error) {
      // Time runs out in a timer, where nobody is known to wait.
      throw retraced(error, options.signal);
    }
  }

  /** Receives for as long as someone waits. */
  async #pump(): Promise<void> {
    this.#pumping = true;
    try {
      while (this.#waiters.size > 0) {
        const received = this.#receivesElsewhere
          ? await this.#receiveLong()
          : this.#receive();
        if (received) {
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

  /** Takes one datagram to those it is for; returns whether there was one. */
  #receive(): boolean {
    let datagram: Datagram | undefined;
    try {
      datagram = this.#transport.tryReceive();
    } catch (error) {
      return this.#lose(error);
    }
    return this.#accept(datagram);
  }

  /** The same, in another thread. */
  async #receiveLong(): Promise<boolean> {
    let datagram: Datagram | undefined;
    this.#receiving = true;
    try {
      datagram = await this.#transport.receiveLong!();
    } catch (error) {
      return this.#lose(error);
    } finally {
      this.#receiving = false;
    }
    return this.#accept(datagram);
  }

  /**
   * Whether another thread receives, as the kernel goes on with a dump within
   * each receive.
   */
  get #receivesElsewhere(): boolean {
    const dump = this.#longDump;
    if (dump === undefined) return false;
    if (dump.done && !this.#receiving) {
      this.#longDump = undefined;
      return false;
    }
    return this.#transport.receiveLong !== undefined;
  }

  #lose(error: unknown): boolean {
    if (isLoss(error)) this.#inbox.lose(error);
    else this.#failAll(error);
    return isLoss(error);
  }

  #failAll(error: unknown): void {
    for (const exchange of this.#exchanges) {
      exchange.end(requestError(error, exchange));
    }
  }

  #accept(datagram: Datagram | undefined): boolean {
    if (datagram === undefined) {
      this.#inbox.settleLost();
      return false;
    }
    this.#waiters.datagrams++;
    this.#tap("receive", datagram.bytes);
    // Anyone may send to this port: what counts comes from the kernel itself.
    // What it sends to groups, too, can only be the echo of a request.
    if (datagram.sender !== 0) return true;
    if (datagram.bytes.length === 0) this.#inbox.acceptEmpty();
    else {
      this.#inbox.dispatch(datagram.bytes, datagram.groups !== 0);
    }
    return true;
  }

  #tap(direction: "send" | "receive", bytes: Uint8Array<ArrayBuffer>): void {
    try {
      this.#debug?.(direction, bytes);
    } catch (error) {
      // It is nobody's request that has failed.
      reportUncaught(error);
    }
  }

  /** Closes the socket; all requests that are not done fail. */
  [Symbol.dispose](): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#transport[Symbol.dispose]();
    // The first error of a process takes several milliseconds.
    if (this.#exchanges.size > 0) {
      this.#failAll(new SocketClosedError("receive"));
    }
    this.#wait?.abort();
  }
}

function exchangeOf(
  requests: AnyRequest | (() => readonly AnyRequest[]),
  mode: Mode,
  onWarning: Exchange["onWarning"],
): Exchange {
  const list = typeof requests === "function" ? requests() : [requests];
  return new Exchange(list, mode, onWarning);
}

/** Turns an error of the socket into one of a request. */
function requestError(error: unknown, exchange: Exchange): Error {
  if (error instanceof SocketClosedError) {
    return new ConnectionClosedError(exchange.describe(), { cause: error });
  }
  return error instanceof Error ? error : new Error(String(error));
}

/** Where a lone request starts. */
const FIRST: readonly number[] = [0];
