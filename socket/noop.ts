/**
 * A message without effect, and its acknowledgement.
 *
 * @module
 */

import { LITTLE_ENDIAN } from "../messages/codec/codec.ts";
import {
  NLM_F_ACK,
  NLM_F_REQUEST,
  NLMSG_ERROR,
  NLMSG_HDRLEN,
  NLMSG_NOOP,
} from "../messages/header.ts";

/** A message without effect, to be acknowledged; its sequence number is 0. */
export const NOOP: Uint8Array<ArrayBuffer> = new Uint8Array(
  new Uint32Array([
    NLMSG_HDRLEN,
    NLMSG_NOOP | (NLM_F_REQUEST | NLM_F_ACK) << 16,
    0,
    0,
  ]).buffer,
);

/**
 * Returns whether a datagram begins with the acknowledgement of a no-op.
 *
 * @param bytes The datagram.
 * @param sender Port id of its sender.
 * @returns Whether it does.
 */
export function isNoopAck(
  bytes: Uint8Array<ArrayBuffer>,
  sender: number,
): boolean {
  if (sender !== 0 || bytes.length < NLMSG_HDRLEN) return false;
  const { buffer, byteOffset } = bytes;
  const view = new DataView(buffer, byteOffset);
  return view.getUint16(4, LITTLE_ENDIAN) === NLMSG_ERROR &&
    view.getUint32(8, LITTLE_ENDIAN) === 0;
}
