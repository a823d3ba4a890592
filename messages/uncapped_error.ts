/**
 * Errors that repeat the whole request, as sockets without `NETLINK_CAP_ACK`
 * get them.
 *
 * @see {@link https://docs.kernel.org/userspace-api/netlink/intro.html | Introduction to Netlink}
 *
 * @module
 */

import { type Codec, DecodeError, EncodeError } from "./codec/mod.ts";
import { bytesAt, copy, remember, wireOf } from "./codec/wire.ts";
import {
  type ErrorHeader,
  errorHeader,
  type ExtendedAck,
  extendedAck,
} from "./extended_ack.ts";
import { NLMSG_HDRLEN } from "./header.ts";

/** The body of `NLMSG_ERROR` where `NLM_F_CAPPED` is not set. */
export interface UncappedErrorMessage extends ErrorHeader {
  /** What followed the header of the request. */
  payload: Uint8Array;
  /** What the kernel reports about it. */
  attributes: ExtendedAck;
}

/** Codec of {@linkcode UncappedErrorMessage}. */
export const uncappedErrorMessage: Codec<UncappedErrorMessage> = {
  shape: {
    kind: "custom",
    name: "nlmsgerr with the request",
    samples: [{
      error: -22,
      request: {
        length: 20,
        type: 16,
        flags: 5,
        sequence: 1,
        portId: 0,
      },
      payload: Uint8Array.of(1, 2, 3, 4),
      attributes: {},
    }],
  },
  size: errorHeader.size,
  decode: (view, start, end) => {
    const body = start + errorHeader.size;
    if (body > end) {
      throw new DecodeError(`Cannot decode error: it has ${end - start} bytes`);
    }
    const head = errorHeader.decode(view, start, body);
    const stop = body + head.request.length - NLMSG_HDRLEN;
    if (stop < body || stop > end) {
      throw new DecodeError(
        `Cannot decode error: the request in it is ${head.request.length} bytes long`,
      );
    }
    const payload = new Uint8Array(
      view.buffer,
      view.byteOffset + body,
      stop - body,
    ).slice();
    const padded = body + ((stop - body + 3) & ~3);
    const value: UncappedErrorMessage = {
      ...head,
      payload,
      attributes: extendedAck.decode(view, Math.min(end, padded), end),
    };
    const from = Math.min(end, padded);
    if (end < padded || bytesAt(view, stop, from) !== undefined) {
      remember(value, { tail: copy(view, stop, from) });
    }
    return value;
  },
  encode: (writer, value) => {
    const { length } = value.request;
    if (length !== NLMSG_HDRLEN + value.payload.length) {
      throw new EncodeError(
        length,
        `is not the length of the header and ${value.payload.length} bytes`,
        "request.length",
      );
    }
    errorHeader.encode(writer, value);
    writer.bytes(value.payload);
    const { tail } = wireOf(value) ?? {};
    if (tail !== undefined) writer.bytes(tail);
    const start = writer.length;
    writer.reserve(-(value.payload.length + (tail?.length ?? 0)) & 3);
    const padded = writer.length;
    extendedAck.encode(writer, value.attributes);
    if (tail !== undefined && writer.length === padded) writer.truncate(start);
  },
};
