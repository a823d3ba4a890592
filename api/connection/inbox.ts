/**
 * Reads the kernel's datagrams: takes each message to the exchange that it
 * belongs to, and finds out which exchanges will not end by themselves.
 *
 * @module
 */

import { LITTLE_ENDIAN } from "../../messages/codec/mod.ts";
import {
  messageEnd,
  nextMessage,
  NLM_F_ACK_TLVS,
  NLMSG_ERROR,
  NLMSG_HDRLEN,
  NLMSG_MIN_TYPE,
  NLMSG_OVERRUN,
} from "../../messages/header.ts";
import type { Exchange } from "./exchange.ts";
import type { Exchanges } from "./exchange_table.ts";
import { type Reply, SKIPPED } from "./request.ts";

/** How many empty datagrams in a row make sure that a dump cannot go on. */
const STALLED = 4;

/**
 * The fewest bytes that an acknowledgement has: a header and an error number.
 */
const SUCCESS = NLMSG_HDRLEN + 4;

/** Reads the datagrams of a connection. */
export class Inbox {
  readonly #exchanges: Exchanges;
  #view = new DataView(new ArrayBuffer(0));
  /** What the view shows a part of: to ask it for its buffer takes 15 ns. */
  #bytes: Uint8Array | undefined;
  #anyLost = false;
  #lossCause: Error | undefined;
  /** How many empty datagrams have come in a row. */
  #empty = 0;

  /**
   * Makes the inbox of a connection.
   *
   * @param exchanges The exchanges that are not done.
   */
  constructor(exchanges: Exchanges) {
    this.#exchanges = exchanges;
  }

  /**
   * Whether a datagram reports that a request has been carried out, and nothing
   * else.
   *
   * @param bytes The datagram.
   * @param sequence Sequence number of the request.
   * @returns Whether it does.
   */
  isSuccess(bytes: Uint8Array<ArrayBuffer>, sequence: number): boolean {
    const at = bytes.byteOffset;
    if (!this.#isSingle(bytes, at, sequence) || bytes.length < SUCCESS) {
      return false;
    }
    const view = this.#view;
    return view.getUint16(at + 4, LITTLE_ENDIAN) === NLMSG_ERROR &&
      (view.getUint16(at + 6, LITTLE_ENDIAN) & NLM_F_ACK_TLVS) === 0 &&
      view.getInt32(at + NLMSG_HDRLEN, LITTLE_ENDIAN) === 0;
  }

  /**
   * Reads an object, if a datagram is the answer to a request and nothing else.
   *
   * @param bytes The datagram.
   * @param sequence Sequence number of the request.
   * @param reply Reads the object.
   * @returns The object; {@linkcode SKIPPED} if there is none.
   */
  readSingle<R>(
    bytes: Uint8Array<ArrayBuffer>,
    sequence: number,
    { decode }: Reply<R>,
  ): R | typeof SKIPPED {
    const at = bytes.byteOffset;
    if (!this.#isSingle(bytes, at, sequence)) return SKIPPED;
    const view = this.#view;
    const type = view.getUint16(at + 4, LITTLE_ENDIAN);
    if (type < NLMSG_MIN_TYPE) return SKIPPED;
    try {
      return decode(view, at + NLMSG_HDRLEN, at + bytes.length);
    } catch {
      // The exchange takes it again, and reports what is wrong.
      return SKIPPED;
    }
  }

  /** Whether a datagram is one whole message for a request. */
  #isSingle(
    bytes: Uint8Array<ArrayBuffer>,
    at: number,
    sequence: number,
  ): boolean {
    const view = this.#viewOf(bytes);
    this.#empty = 0;
    return bytes.length >= NLMSG_HDRLEN &&
      view.getUint32(at, LITTLE_ENDIAN) === bytes.length &&
      view.getUint32(at + 8, LITTLE_ENDIAN) === sequence;
  }

  /** A view of all that a datagram is a part of. */
  #viewOf(bytes: Uint8Array<ArrayBuffer>): DataView {
    if (this.#bytes !== bytes) {
      this.#bytes = bytes;
      if (this.#view.buffer !== bytes.buffer) {
        this.#view = new DataView(bytes.buffer);
      }
    }
    return this.#view;
  }

  /**
   * Takes each message of a datagram to its exchange.
   *
   * @param bytes The datagram; not needed any more after that.
   * @param isEcho Whether it can only be what requests with `NLM_F_ECHO` made.
   */
  dispatch(bytes: Uint8Array<ArrayBuffer>, isEcho = false): void {
    const view = this.#viewOf(bytes);
    this.#empty = 0;
    const stop = bytes.byteOffset + bytes.length;
    for (let at = bytes.byteOffset; stop - at >= NLMSG_HDRLEN;) {
      const end = messageEnd(view, at, stop);
      const exchange = this.#exchanges.find(
        view.getUint32(at + 8, LITTLE_ENDIAN),
      );
      if (end < 0) {
        const length = view.getUint32(at, LITTLE_ENDIAN);
        exchange?.spoil(
          `the answer claims ${length} bytes, of which ${stop - at} are there`,
        );
        return;
      }
      const isWanted = exchange !== undefined && (!isEcho || exchange.echoes);
      if (isWanted) {
        const next = exchange.acceptRun(view, at, stop);
        if (next > at) {
          at = next;
          continue;
        }
        exchange.accept(view, at, end);
      }
      if (view.getUint16(at + 4, LITTLE_ENDIAN) === NLMSG_OVERRUN) {
        this.lose(undefined);
      }
      at = nextMessage(at, end);
    }
  }

  /**
   * Notes an empty datagram. The kernel sends them without end when it cannot
   * go on with a dump, as the next object is too large for a datagram.
   */
  acceptEmpty(): void {
    if (++this.#empty < STALLED) return;
    for (const exchange of this.#exchanges) {
      if (exchange.mode === "dump") exchange.stall();
    }
  }

  /**
   * Lets a dump that could not go on try again.
   *
   * @param exchange The dump.
   */
  resume(exchange: Exchange): void {
    exchange.resume();
    this.#empty = 0;
  }

  /**
   * Notes that answers to requests in flight may be among what was lost.
   *
   * @param cause The error that reported it.
   */
  lose(cause: Error | undefined): void {
    this.#lossCause = cause;
    this.#anyLost = true;
    for (const exchange of this.#exchanges) exchange.lose();
  }

  /**
   * Gives an exchange up.
   *
   * @param exchange The exchange.
   */
  abandon(exchange: Exchange): void {
    exchange.abandon();
    // A dump is over when there is nothing to receive.
    if (!exchange.done) this.#anyLost = true;
  }

  /**
   * Ends what will not end by itself, when there is nothing to receive.
   *
   * The kernel answers before sending ends, and goes on with a dump within
   * each receive: an answer that may have been lost and is not there is lost.
   */
  settleLost(): void {
    if (!this.#anyLost) return;
    this.#anyLost = false;
    for (const exchange of this.#exchanges) {
      if (!exchange.lost && !exchange.abandoned) continue;
      if (exchange.sending) this.#anyLost = true;
      else exchange.endLost(this.#lossCause);
    }
  }
}
