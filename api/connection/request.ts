/**
 * What can be asked of the kernel, and how.
 *
 * @module
 */

import {
  type Codec,
  LITTLE_ENDIAN,
  type Shape,
  type Writer,
} from "../../messages/codec/mod.ts";
import {
  NLM_F_ACK,
  NLM_F_DUMP,
  NLM_F_REQUEST,
  NLMSG_HDRLEN,
} from "../../messages/header.ts";
import type { RequestDescription } from "./errors.ts";

/** The flags that a request gets by how its answers end. */
export const MODE_FLAGS = {
  request: NLM_F_ACK,
  get: 0,
  dump: NLM_F_DUMP,
  batch: 0,
} as const;

/** How the answers to a request end. */
export type Mode = keyof typeof MODE_FLAGS;

/**
 * Reads the answers to a request; a codec of other messages is one.
 *
 * @typeParam R What they are read to.
 */
export interface Reply<R> {
  /**
   * Reads the answer between `start` and `end`; {@linkcode SKIPPED} if it is
   * not wanted.
   */
  readonly decode: (
    view: DataView,
    start: number,
    end: number,
  ) => R | typeof SKIPPED;
  /**
   * Reads the objects of a datagram one after the other, faster than one by
   * one. It stops at what is no object of the dump, and at what cannot be read.
   *
   * @param view The datagram.
   * @param start Where the header of the first message starts.
   * @param end Where the datagram ends.
   * @param sequence Sequence number of the dump.
   * @param objects Where to add the objects that are wanted.
   * @returns Where the first message starts that has not been read.
   */
  readonly decodeRun?: (
    view: DataView,
    start: number,
    end: number,
    sequence: number,
    objects: unknown[],
  ) => number;
}

/** Stands for an answer that is not wanted, such as one that a filter drops. */
export const SKIPPED: unique symbol = Symbol("netlink.skipped");

/**
 * A request.
 *
 * @typeParam T The message.
 * @typeParam R The answers, if they are other messages.
 */
export interface Request<T, R = T> {
  /** What is asked for, such as `RTM_NEWLINK` (`nlmsg_type`). */
  type: number;
  /**
   * Flags, `NLM_F_*`, besides those that the call itself sets:
   * `NLM_F_REQUEST`, and `NLM_F_ACK` or `NLM_F_DUMP` (`nlmsg_flags`).
   */
  flags?: number;
  /** Codec of the message. */
  codec: Codec<T>;
  /** The message. */
  message: T;
  /** Reads the answers, if they are other messages or to be read otherwise. */
  reply?: Reply<R>;
  /**
   * What it does, as it follows "Cannot" in error messages, where a message
   * type of rtnetlink does not show that.
   */
  action?: string;
  /**
   * Finds the names of devices that the message has the index of, for errors.
   */
  nameOf?: (index: number) => string | undefined;
  /**
   * Whether the kernel may take long, as it does to delete a link: the event
   * loop goes on meanwhile, which costs about 30 µs.
   *
   * @default {false}
   */
  long?: boolean;
}

/** Any {@linkcode Request}, whatever its message is. */
export interface AnyRequest {
  /** What is asked for, such as `RTM_NEWLINK` (`nlmsg_type`). */
  readonly type: number;
  /** Flags, `NLM_F_*`, besides those that the call itself sets. */
  readonly flags?: number;
  /** Codec of the message. */
  readonly codec: AnyCodec;
  /** The message. */
  readonly message: unknown;
  /** Reads the answers, if they are other messages or to be read otherwise. */
  readonly reply?: Reply<unknown>;
  /** What it does, where its type does not show that. */
  readonly action?: string;
  /**
   * Finds the names of devices that the message has the index of, for errors.
   */
  readonly nameOf?: (index: number) => string | undefined;
  /** Whether the kernel may take long. */
  readonly long?: boolean;
}

/** Any {@linkcode Codec}, whatever its values are. */
export interface AnyCodec {
  /** What the codec is made of. */
  readonly shape: Shape;
  /** The fewest bytes a value takes. */
  readonly size: number;
  /** Reads a value. */
  readonly decode: (view: DataView, start: number, end: number) => unknown;
  /** Appends a value. */
  readonly encode: (writer: Writer, value: never) => void;
}

/** A warning of the kernel about a request that it carried out. */
export interface Warning {
  /** The kernel's text (`NLMSGERR_ATTR_MSG`). */
  readonly message: string;
  /** The property that it is about, if the kernel reports it. */
  readonly attribute: string | undefined;
  /** Whatever the kernel's subsystem added. */
  readonly cookie: Uint8Array | undefined;
  /** The request. */
  readonly request: RequestDescription;
}

/** Options of all requests. */
export interface RequestOptions {
  /** Gives the request up: the call rejects with the signal's reason. */
  signal?: AbortSignal;
  /**
   * How long to wait for an answer, in seconds; for a dump, for the next part
   * of it. `Infinity` waits for ever. The time does not run while the event
   * loop stands still: see {@linkcode ConnectionOptions.nonblocking}.
   *
   * @default {30}
   */
  timeout?: number;
  /**
   * Whether the event loop goes on while the kernel carries the request out;
   * the connection's own, if not given: see
   * {@linkcode ConnectionOptions.nonblocking}.
   */
  nonblocking?: boolean;
  /**
   * Is called with the kernel's warnings about a request that it carries out;
   * the connection's own, if not given.
   */
  onWarning?: (warning: Warning) => void;
}

/** Options of dumps. */
export interface DumpOptions extends RequestOptions {
  /**
   * Whether to hand out objects as they come, even though the dump may turn
   * out to be inconsistent in the end. Otherwise it is read to its end first,
   * and again if objects changed meanwhile.
   *
   * @default {false}
   */
  streaming?: boolean;
}

/** Options of batches. */
export interface BatchOptions extends RequestOptions {
  /**
   * Whether the kernel acknowledges each request, or only the last one of each
   * datagram and those that fail, which is faster.
   *
   * @default {"last"}
   */
  acknowledge?: "last" | "each";
  /**
   * Whether to send nothing more once requests have failed. Those that are in
   * the same datagram are carried out all the same.
   *
   * @default {false}
   */
  stopOnError?: boolean;
}

/** Options of a connection. */
export interface ConnectionOptions {
  /**
   * How long requests wait for an answer, in seconds, unless they set
   * otherwise.
   *
   * @default {30}
   */
  timeout?: number;
  /**
   * Whether the event loop goes on while the kernel carries requests out.
   *
   * The kernel carries a request out while it is sent, and goes on with a dump
   * while an answer is received. It may have to wait there for a lock that
   * others hold, such as whoever deletes thousands of links; the event loop
   * then stands still, and neither timers nor signals have an effect. With
   * this, both take place in another thread, one request after the other, which
   * costs some 50 to 100 µs each, and `timeout` and `signal` take effect at
   * once. A request that has been sent cannot be called back: the kernel may
   * carry it out later.
   *
   * @default {false}
   */
  nonblocking?: boolean;
  /**
   * Is called with the kernel's warnings about requests that it carries out.
   */
  onWarning?: (warning: Warning) => void;
  /**
   * Sees all datagrams. The bytes are valid only during the call.
   */
  debug?: (
    direction: "send" | "receive",
    bytes: Uint8Array<ArrayBuffer>,
  ) => void;
  /**
   * Sequence number of the first request.
   *
   * @default {1}
   */
  firstSequence?: number;
}

/**
 * Appends a request, header and message, without its sequence number.
 *
 * @param writer Where to.
 * @param request The request.
 * @param more `NLM_F_*` besides those of the request.
 * @returns Where it starts.
 */
export function writeRequest(
  writer: Writer,
  { type, flags = 0, codec, message }: AnyRequest,
  more: number,
): number {
  return writeMessage(writer, type, flags | more, codec, message as never);
}

/**
 * Appends a request, header and message, without its sequence number.
 *
 * @typeParam M The message.
 * @param writer Where to.
 * @param type What is asked for (`nlmsg_type`).
 * @param flags `NLM_F_*` besides `NLM_F_REQUEST`.
 * @param codec Codec of the message.
 * @param message The message.
 * @returns Where it starts.
 */
export function writeMessage<M>(
  writer: Writer,
  type: number,
  flags: number,
  codec: Pick<Codec<M>, "encode">,
  message: M,
): number {
  const start = writer.reserve(NLMSG_HDRLEN);
  codec.encode(writer, message);
  const { view } = writer;
  view.setUint32(start, writer.length - start, LITTLE_ENDIAN);
  view.setUint16(start + 4, type, LITTLE_ENDIAN);
  view.setUint16(start + 6, flags | NLM_F_REQUEST, LITTLE_ENDIAN);
  writer.reserve(-writer.length & 3);
  return start;
}

/**
 * Sets flags of a request that has been written.
 *
 * @param writer Where it is.
 * @param start Where it starts.
 * @param flags `NLM_F_*` besides those that it has.
 */
export function setFlags(writer: Writer, start: number, flags: number): void {
  const { view } = writer;
  const old = view.getUint16(start + 6, LITTLE_ENDIAN);
  view.setUint16(start + 6, old | flags, LITTLE_ENDIAN);
}
