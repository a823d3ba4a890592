/**
 * A kernel made of a function, at datagram level: bytes in; bytes, sender and
 * groups out. What it hands out is borrowed as a socket's datagrams are: the
 * next receive overwrites it.
 *
 * @module
 */

import { type Codec, Writer } from "../../messages/codec/mod.ts";
import { type ExtendedAck, extendedAck } from "../../messages/extended_ack.ts";
import {
  type Header,
  header,
  NLM_F_ACK_TLVS,
  NLM_F_CAPPED,
  NLM_F_MULTI,
  NLMSG_DONE,
  NLMSG_ERROR,
  NLMSG_HDRLEN,
} from "../../messages/header.ts";
import { SocketClosedError, SocketError } from "../../socket/error.ts";
import type { Datagram, Transport } from "../../socket/transport.ts";

/** A request that the fake kernel got. */
export interface FakeRequest extends Header {
  /** The whole request. */
  bytes: Uint8Array<ArrayBuffer>;
}

/** What a receive finds: a datagram, or the error that it throws. */
export type Found = Error | Uint8Array<ArrayBuffer> | Partial<Datagram>;

/** What a receive finds, or a function that makes it at that moment. */
export type Incoming = Found | (() => Found | undefined);

/** Answers one request. */
export type Serve = (request: FakeRequest) => Incoming[];

/** A kernel made of a function. */
export class FakeKernel implements Transport {
  /** The datagrams that were sent to it. */
  readonly sent: Uint8Array<ArrayBuffer>[] = [];
  /** The requests in them. */
  readonly requests: FakeRequest[] = [];
  /** The groups that were joined. */
  readonly groups = new Set<number>();
  /** Answers requests. */
  serve: Serve;
  /** Thrown by the next sends, in order. */
  readonly sendErrors: Error[] = [];
  /** How often someone has started to wait. */
  waits = 0;
  /** Whether a wait keeps the process alive. */
  referenced = true;
  /** Whether it has been closed. */
  closed = false;
  readonly #queue: Incoming[] = [];
  readonly #waiters = new Set<PromiseWithResolvers<void>>();
  #borrowed: Uint8Array<ArrayBuffer> | undefined;

  /**
   * Makes a kernel.
   *
   * @param serve Answers one request; silent if not given.
   */
  constructor(serve: Serve = () => []) {
    this.serve = serve;
  }

  /** How many datagrams nobody has received yet. */
  get queued(): number {
    return this.#queue.length;
  }

  /** How many wait for a datagram. */
  get waiting(): number {
    return this.#waiters.size;
  }

  /**
   * Waits until a number of requests have come and somebody waits for answers:
   * a busy event loop may hold requests back for a turn.
   */
  async awaited(requests = 1): Promise<void> {
    while (this.requests.length < requests || this.#waiters.size === 0) {
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }

  /** Puts datagrams, or errors, where the next receives find them. */
  deliver(...incoming: Incoming[]): void {
    this.#queue.push(...incoming);
    if (incoming.length > 0) this.#wake();
  }

  /** Puts something where the next receive finds it first. */
  deliverFirst(incoming: Incoming): void {
    this.#queue.unshift(incoming);
    this.#wake();
  }

  #wake(): void {
    for (const waiter of this.#waiters) waiter.resolve();
    this.#waiters.clear();
  }

  send(datagram: Uint8Array<ArrayBuffer>): void {
    if (this.closed) throw new SocketClosedError("send");
    const error = this.sendErrors.shift();
    if (error !== undefined) throw error;
    const copy = datagram.slice();
    this.sent.push(copy);
    const view = new DataView(copy.buffer);
    for (let at = 0; at < copy.length;) {
      const head = header.decode(view, at, at + NLMSG_HDRLEN);
      const bytes = copy.slice(at, at + head.length);
      const request = { ...head, bytes };
      this.requests.push(request);
      this.deliver(...this.serve(request));
      at += (head.length + 3) & ~3;
    }
  }

  tryReceive(): Datagram | undefined {
    this.#borrowed?.fill(0xa5);
    this.#borrowed = undefined;
    if (this.closed) throw new SocketClosedError("receive");
    const next = this.#queue.shift();
    const incoming = typeof next === "function" ? next() : next;
    if (incoming === undefined) return undefined;
    if (incoming instanceof Error) throw incoming;
    const { bytes = new Uint8Array(), sender = 0, groups = 0, ...rest } =
      incoming instanceof Uint8Array ? { bytes: incoming } : incoming;
    this.#borrowed = bytes.slice();
    return { bytes: this.#borrowed, sender, groups, ...rest };
  }

  readable(signal?: AbortSignal): Promise<void> {
    this.waits++;
    const waiter = Promise.withResolvers<void>();
    if (signal?.aborted) waiter.reject(signal.reason);
    else if (this.closed) waiter.reject(new SocketClosedError("receive"));
    else if (this.#queue.length > 0) waiter.resolve();
    else {
      this.#waiters.add(waiter);
      signal?.addEventListener("abort", () => {
        if (this.#waiters.delete(waiter)) waiter.reject(signal.reason);
      });
    }
    return waiter.promise;
  }

  join(group: number): void {
    this.groups.add(group);
  }

  leave(group: number): void {
    this.groups.delete(group);
  }

  ref(): void {
    this.referenced = true;
  }

  unref(): void {
    this.referenced = false;
  }

  [Symbol.dispose](): void {
    this.closed = true;
    for (const waiter of this.#waiters) {
      waiter.reject(new SocketClosedError("receive"));
    }
    this.#waiters.clear();
  }
}

/** One message. */
export function message(
  head: Partial<Header>,
  body: (writer: Writer) => void = () => {},
): Uint8Array<ArrayBuffer> {
  const writer = new Writer();
  header.encode(writer, {
    length: 0,
    type: 0,
    flags: 0,
    sequence: 0,
    portId: 0,
    ...head,
  });
  body(writer);
  writer.view.setUint32(0, head.length ?? writer.length, true);
  writer.reserve(-writer.length & 3);
  return writer.finish().slice();
}

/** Several messages in one datagram. */
export function datagram(
  ...messages: Uint8Array<ArrayBuffer>[]
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(
    messages.reduce((n, { length }) => n + length, 0),
  );
  let at = 0;
  for (const message of messages) {
    bytes.set(message, at);
    at += message.length;
  }
  return bytes;
}

/** An object in answer to a request. */
export function object<T>(
  { sequence }: Pick<Header, "sequence">,
  codec: Codec<T>,
  value: T,
  { type = 16, flags = NLM_F_MULTI }: Partial<Header> = {},
): Uint8Array<ArrayBuffer> {
  return message(
    { type, flags, sequence },
    (writer) => codec.encode(writer, value),
  );
}

/** An acknowledgement, or with an error number, an error. */
export function ack(
  { bytes, sequence }: Pick<FakeRequest, "bytes" | "sequence">,
  errno = 0,
  attributes?: ExtendedAck,
): Uint8Array<ArrayBuffer> {
  const flags = attributes === undefined ? 0 : NLM_F_ACK_TLVS;
  return message(
    { type: NLMSG_ERROR, flags: flags | NLM_F_CAPPED, sequence },
    (writer) => {
      const start = writer.reserve(4);
      writer.view.setInt32(start, -errno, true);
      writer.bytes(bytes.subarray(0, NLMSG_HDRLEN));
      if (attributes !== undefined) extendedAck.encode(writer, attributes);
    },
  );
}

/** The end of a dump. */
export function done(
  { sequence }: Pick<Header, "sequence">,
  { errno = 0, flags = 0, attributes }: {
    errno?: number;
    flags?: number;
    attributes?: ExtendedAck;
  } = {},
): Uint8Array<ArrayBuffer> {
  const tlvs = attributes === undefined ? 0 : NLM_F_ACK_TLVS;
  return message(
    { type: NLMSG_DONE, flags: NLM_F_MULTI | flags | tlvs, sequence },
    (writer) => {
      const start = writer.reserve(4);
      writer.view.setInt32(start, -errno, true);
      if (attributes !== undefined) extendedAck.encode(writer, attributes);
    },
  );
}

/** The receive buffer has overflowed. */
export function overflow(): SocketError {
  return new SocketError("recvfrom", 105, "receive");
}
