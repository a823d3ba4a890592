/**
 * The files that `rtmon` writes and `ip monitor file` reads: netlink messages
 * one behind the other, each with the time at which it was received before it.
 *
 * @see {@link https://man7.org/linux/man-pages/man8/rtmon.8.html | rtmon(8)}
 *
 * @module
 */

import { type Codec, LITTLE_ENDIAN, struct, u32, Writer } from "./codec/mod.ts";
import { header, messageEnd, nextMessage, NLMSG_HDRLEN } from "./header.ts";

/** The time at which the messages after it were received (`NLMSG_TSTAMP`). */
export const NLMSG_TSTAMP = 15;

/** The body of `NLMSG_TSTAMP`. */
export interface RtmonTimestamp {
  /** Seconds since 1970. */
  seconds: number;
  /** Microseconds on top of the seconds. */
  microseconds: number;
}

/** Codec of {@linkcode RtmonTimestamp}. */
export const rtmonTimestamp: Codec<RtmonTimestamp> = struct({
  seconds: u32,
  microseconds: u32,
});

/**
 * Writes a time as a message.
 *
 * @param time Milliseconds since 1970.
 * @returns The message, header included.
 */
export function encodeRtmonTimestamp(time: number): Uint8Array<ArrayBuffer> {
  const writer = new Writer();
  header.encode(writer, {
    length: NLMSG_HDRLEN + rtmonTimestamp.size,
    type: NLMSG_TSTAMP,
    flags: 0,
    sequence: 0,
    portId: 0,
  });
  const seconds = Math.floor(time / 1000);
  const microseconds = Math.floor((time - seconds * 1000) * 1000);
  rtmonTimestamp.encode(writer, { seconds, microseconds });
  return writer.finish();
}

/** Where the messages of a file end. */
export interface RtmonEnd {
  /**
   * Whether the file ends there, the last message is cut short, or it claims a
   * length that none has.
   */
  readonly reason: "end" | "truncated" | "malformed";
  /** Where the last message starts. */
  readonly start: number;
  /** The length that it claims; 0 if there is no last message. */
  readonly length: number;
}

/** The longest message that `ip` can read. */
const LONGEST = 16384;

/** One message of a file. */
export interface RtmonSlice {
  /** Message type (`nlmsg_type`). */
  readonly type: number;
  /** Flags, `NLM_F_*` (`nlmsg_flags`). */
  readonly flags: number;
  /** Where its netlink header starts. */
  readonly start: number;
  /** Where the message ends. */
  readonly end: number;
}

/**
 * Finds the messages of a file.
 *
 * @param view The file.
 * @returns The messages; then where they end, and why.
 */
export function* splitRtmon(
  view: DataView,
): Generator<RtmonSlice, RtmonEnd> {
  let start = 0;
  while (start < view.byteLength) {
    const end = messageEnd(view, start, view.byteLength);
    if (end < 0) {
      if (view.byteLength - start < NLMSG_HDRLEN) {
        return { reason: "truncated", start, length: 0 };
      }
      const length = view.getUint32(start, LITTLE_ENDIAN);
      const malformed = length < NLMSG_HDRLEN || length > LONGEST;
      return { reason: malformed ? "malformed" : "truncated", start, length };
    }
    yield {
      type: view.getUint16(start + 4, LITTLE_ENDIAN),
      flags: view.getUint16(start + 6, LITTLE_ENDIAN),
      start,
      end,
    };
    start = nextMessage(start, end);
  }
  return { reason: "end", start, length: 0 };
}
