/**
 * Whole datagrams of `NETLINK_ROUTE`: several messages, each with its header.
 *
 * @module
 */

import {
  bytes,
  type Codec,
  DecodeError,
  EncodeError,
  LITTLE_ENDIAN,
  Writer,
} from "./codec/mod.ts";
import { doneMessage, errorMessage } from "./extended_ack.ts";
import {
  type Header,
  header,
  NLM_F_CAPPED,
  NLM_F_REQUEST,
  NLMSG_DONE,
  NLMSG_ERROR,
  NLMSG_HDRLEN,
} from "./header.ts";
import { routeMessageType } from "./registry.ts";
import { uncappedErrorMessage } from "./uncapped_error.ts";

/** A netlink message: its header, and what follows. */
export interface Message {
  /** The header; encoding computes {@linkcode Header.length}. */
  header: Header;
  /**
   * What follows the header, as the codec of the message type reads it: a
   * `LinkMessage`, for example. A `Uint8Array` where this library does not know
   * the type, or cannot make sense of the bytes.
   */
  body: unknown;
}

/** A datagram. */
export interface DecodedDatagram {
  /** The messages. */
  messages: Message[];
  /** Bytes after the last message that could be read, if there are any. */
  rest?: Uint8Array;
}

/**
 * The codec of a message's body.
 *
 * @param header The message's header.
 * @param error The error number, if it is an `NLMSG_ERROR`.
 * @returns The codec; one for plain bytes where the type is not known.
 */
export function codecOf(
  { type, flags }: Pick<Header, "type" | "flags">,
  error = 0,
): Codec<unknown> {
  if (type === NLMSG_ERROR) {
    const capped = error === 0 || (flags & NLM_F_CAPPED) !== 0;
    return (capped ? errorMessage : uncappedErrorMessage) as Codec<unknown>;
  }
  if (type === NLMSG_DONE) return doneMessage as Codec<unknown>;
  const known = routeMessageType(type);
  const isRequest = (flags & NLM_F_REQUEST) !== 0;
  return (isRequest ? known?.requestCodec : undefined) ?? known?.codec ??
    bytes as Codec<unknown>;
}

/**
 * Decodes a datagram of `NETLINK_ROUTE`. Nothing is lost: what cannot be read is
 * there as bytes.
 *
 * @param datagram The bytes.
 * @returns The messages.
 */
export function decode(datagram: Uint8Array): DecodedDatagram {
  const view = new DataView(
    datagram.buffer,
    datagram.byteOffset,
    datagram.length,
  );
  const messages: Message[] = [];
  let at = 0;
  while (datagram.length - at >= NLMSG_HDRLEN) {
    const length = view.getUint32(at, LITTLE_ENDIAN);
    if (length < NLMSG_HDRLEN || length > datagram.length - at) break;
    const head = header.decode(view, at, at + NLMSG_HDRLEN);
    const body = decodeBody(head, view, at + NLMSG_HDRLEN, at + length);
    messages.push({ header: head, body });
    at += (length + 3) & ~3;
  }
  return at < datagram.length
    ? { messages, rest: datagram.slice(at) }
    : { messages };
}

function decodeBody(
  head: Header,
  view: DataView,
  start: number,
  end: number,
): unknown {
  try {
    const error = head.type === NLMSG_ERROR && end - start >= 4
      ? view.getInt32(start, LITTLE_ENDIAN)
      : 0;
    const codec = codecOf(head, error);
    if (end - start >= codec.size) return codec.decode(view, start, end);
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
  }
  return bytes.decode(view, start, end);
}

/**
 * Encodes messages as one datagram.
 *
 * @param messages The messages.
 * @returns The datagram.
 * @throws {EncodeError} If a value does not fit; its path begins with the index
 * of the message.
 */
export function encode(messages: readonly Message[]): Uint8Array<ArrayBuffer> {
  const writer = new Writer();
  for (const [i, { header: head, body }] of messages.entries()) {
    const start = writer.length;
    try {
      header.encode(writer, head);
      const error = (body as { error?: number }).error;
      const codec = body instanceof Uint8Array ? bytes : codecOf(head, error);
      codec.encode(writer, body as never);
    } catch (error) {
      if (error instanceof EncodeError) error.within(i);
      throw error;
    }
    writer.view.setUint32(start, writer.length - start, LITTLE_ENDIAN);
    writer.reserve(-writer.length & 3);
  }
  return writer.finish();
}
