/**
 * Whole datagrams: several messages, each with its header.
 *
 * @module
 */

import {
  bytes,
  type Codec,
  EncodeError,
  LITTLE_ENDIAN,
  Writer,
} from "./codec/mod.ts";
import { doneMessage, errorMessage } from "./extended_ack.ts";
import { NETLINK_ROUTE } from "./families.ts";
import { generalCodec, isGeneral } from "./general_message.ts";
import {
  type Header,
  header,
  messageEnd,
  nextMessage,
  NLM_F_CAPPED,
  NLM_F_DUMP,
  NLM_F_REQUEST,
  NLMSG_DONE,
  NLMSG_ERROR,
  NLMSG_HDRLEN,
} from "./header.ts";
import { messageType } from "./registry.ts";
import { uncappedErrorMessage } from "./uncapped_error.ts";

/** A netlink message: its header, and what follows. */
export interface Message {
  /** The header; encoding computes {@linkcode Header.length}. */
  header: Header;
  /**
   * What follows the header, as the codec of the message type reads it: a
   * `LinkMessage`, for example. A `Uint8Array` where this library does not
   * support the type, or cannot make sense of the bytes.
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
 * @param size Bytes of the body: requests for dumps may be shorter than the
 * family header of their type, and begin with a `struct rtgenmsg` then.
 * @param protocol The protocol, `NETLINK_*`.
 * @returns The codec; one for plain bytes where the type is not known.
 */
export function codecOf(
  { type, flags }: Pick<Header, "type" | "flags">,
  error = 0,
  size = Infinity,
  protocol: number = NETLINK_ROUTE,
): Codec<unknown> {
  if (type === NLMSG_ERROR) {
    const capped = error === 0 || (flags & NLM_F_CAPPED) !== 0;
    return (capped ? errorMessage : uncappedErrorMessage) as Codec<unknown>;
  }
  if (type === NLMSG_DONE) return doneMessage as Codec<unknown>;
  const known = messageType(protocol, type);
  const isRequest = (flags & NLM_F_REQUEST) !== 0;
  const isDump = isRequest && (flags & NLM_F_DUMP) === NLM_F_DUMP;
  const codec = (isDump ? known?.dumpCodec : undefined) ??
    (isRequest ? known?.requestCodec : undefined) ?? known?.codec ??
    bytes as Codec<unknown>;
  // Types of rtnetlink come in groups of four: NEW, DEL, GET, SET.
  const mayBeShort = protocol === NETLINK_ROUTE && isRequest &&
    (type & 3) === 2;
  return mayBeShort && size < codec.size
    ? generalCodec(codec) as Codec<unknown> | undefined ?? codec
    : codec;
}

/**
 * Decodes a datagram. Nothing is lost: what cannot be read is there as bytes.
 *
 * @param datagram The bytes.
 * @param protocol The protocol, `NETLINK_*`; rtnetlink by default.
 * @returns The messages.
 */
export function decode(
  datagram: Uint8Array,
  protocol: number = NETLINK_ROUTE,
): DecodedDatagram {
  const view = new DataView(
    datagram.buffer,
    datagram.byteOffset,
    datagram.length,
  );
  const messages: Message[] = [];
  let at = 0;
  for (let end; (end = messageEnd(view, at, datagram.length)) >= 0;) {
    const head = header.decode(view, at, at + NLMSG_HDRLEN);
    const body = decodeBody(head, view, at + NLMSG_HDRLEN, end, protocol);
    messages.push({ header: head, body });
    at = nextMessage(at, end);
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
  protocol: number,
): unknown {
  const size = end - start;
  try {
    const error = head.type === NLMSG_ERROR && size >= 4
      ? view.getInt32(start, LITTLE_ENDIAN)
      : 0;
    const codec = codecOf(head, error, size, protocol);
    if (size >= codec.size) return codec.decode(view, start, end);
  } catch (error) {
    // A DecodeError is one, and so is what a view throws: whatever a codec
    // makes of one message, the others are not lost.
    if (!(error instanceof RangeError)) throw error;
  }
  return bytes.decode(view, start, end);
}

function encoderOf(
  head: Header,
  body: unknown,
  protocol: number,
): Codec<unknown> {
  const error = (body as { error?: number }).error ?? 0;
  const codec = codecOf(head, error, Infinity, protocol);
  return isGeneral(codec, body) ? codecOf(head, 0, 0, protocol) : codec;
}

/**
 * Encodes messages as one datagram. Each message is padded to a multiple of
 * four bytes, the last one too.
 *
 * @param messages The messages.
 * @param protocol The protocol, `NETLINK_*`; rtnetlink by default.
 * @returns The datagram.
 * @throws {EncodeError} If a value does not fit; its path begins with the index
 * of the message.
 */
export function encode(
  messages: readonly Message[],
  protocol: number = NETLINK_ROUTE,
): Uint8Array<ArrayBuffer> {
  const writer = new Writer();
  for (const [i, { header: head, body }] of messages.entries()) {
    const start = writer.length;
    try {
      header.encode(writer, head);
      const codec = body instanceof Uint8Array
        ? bytes
        : encoderOf(head, body, protocol);
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
