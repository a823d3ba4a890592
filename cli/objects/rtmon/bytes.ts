/**
 * Answers as the bytes that the kernel sent, header included.
 *
 * @module
 */

import type { Codec, Writer } from "../../../messages/codec/mod.ts";
import { NLMSG_HDRLEN } from "../../../messages/header.ts";

/**
 * Copies a message.
 *
 * @param view Holds the message.
 * @param start Where its netlink header starts.
 * @param end Where it ends.
 * @returns The message, with the bytes that align the next one.
 */
export function messageBytes(
  view: DataView,
  start: number,
  end: number,
): Uint8Array {
  const length = end - start;
  const bytes = new Uint8Array((length + 3) & ~3);
  bytes.set(new Uint8Array(view.buffer, view.byteOffset + start, length));
  return bytes;
}

/** A codec that leaves answers as they are, with their netlink header. */
export class AnswerBytes implements Codec<Uint8Array> {
  /** What the codec is made of. */
  readonly shape = { kind: "bytes" } as const;
  /** The fewest bytes. */
  readonly size = 0;
  /** Copies a message with its header. */
  readonly decode = (
    view: DataView,
    start: number,
    end: number,
  ): Uint8Array => messageBytes(view, start - NLMSG_HDRLEN, end);
  /** Appends bytes. */
  readonly encode = (writer: Writer, value: Uint8Array): void => {
    writer.bytes(value);
  };
}
