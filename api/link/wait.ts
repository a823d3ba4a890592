/**
 * Waiting for something to happen to a link.
 *
 * @module
 */

import { isLoss } from "../../socket/error.ts";
import { LITTLE_ENDIAN } from "../../messages/codec/codec.ts";
import { RTNLGRP_LINK } from "../../messages/families.ts";
import {
  messageEnd,
  nextMessage,
  NLMSG_HDRLEN,
  NLMSG_OVERRUN,
} from "../../messages/header.ts";
import { RTM_DELLINK, RTM_NEWLINK } from "../../messages/link/constants.ts";
import type { Transport } from "../../socket/transport.ts";
import type { Device } from "../mapping/device.ts";
import { AnswerLostError } from "../connection/errors.ts";
import type { Link } from "./spec.ts";
import { FieldPath } from "../mapping/field_path.ts";
import { type LinkState, linkState } from "./state.ts";

/**
 * What to wait for: an operational state, that a link is there, that there is
 * none any more, or whatever a function finds of it.
 */
export type LinkCondition =
  | LinkState
  | "present"
  | "absent"
  | ((link: Link | undefined) => boolean);

/**
 * Returns whether a link meets a condition.
 *
 * @param link The link; `undefined` if there is none.
 * @param condition The condition.
 * @returns Whether it does.
 */
export function meets(
  link: Link | undefined,
  condition: LinkCondition,
): boolean {
  if (typeof condition === "function") return condition(link);
  if (condition === "absent") return link === undefined;
  if (condition === "present") return link !== undefined;
  return link !== undefined && link.state === condition;
}

/**
 * Makes sure that there can be such a condition.
 *
 * @param condition The condition.
 * @throws {TypeError} If it is no function, and no such word is known.
 */
export function checkCondition(condition: LinkCondition): void {
  if (typeof condition === "function") return;
  if (condition === "present" || condition === "absent") return;
  const fieldPath = FieldPath.root.at("condition");
  try {
    linkState.toKernel(condition, fieldPath);
  } catch {
    throw fieldPath.wrong(
      condition,
      "present, absent, a state such as up, or a function is expected",
    );
  }
}

/** A link did not meet a condition in time. */
export class LinkTimeoutError extends Error {
  /** The link that was waited for. */
  readonly link: Device;
  /** What was waited for. */
  readonly condition: LinkCondition;
  /** How long it was waited for, in seconds. */
  readonly timeout: number;

  /**
   * Makes the error.
   *
   * @param link The link that was waited for.
   * @param condition What was waited for.
   * @param timeout How long it was waited for, in seconds.
   */
  constructor(link: Device, condition: LinkCondition, timeout: number) {
    const name = typeof link === "object" ? link.index : link;
    const what = typeof condition === "string"
      ? `until it is ${condition}`
      : "for its condition";
    super(`Cannot wait for link ${name} ${what}: it took over ${timeout} s`);
    this.name = "LinkTimeoutError";
    this.link = link;
    this.condition = condition;
    this.timeout = timeout;
  }
}

/** How {@linkcode waitForLink} waits. */
export interface LinkWait {
  /** The link. */
  readonly link: Device;
  /** What to wait for. */
  readonly condition: LinkCondition;
  /** Gives up waiting. */
  readonly signal: AbortSignal | undefined;
  /** How long to wait, in seconds. */
  readonly timeout: number;
}

/** The longest delay of `setTimeout`, in milliseconds. */
const LONGEST = 2 ** 31 - 1;

/**
 * Looks at a link again and again, each time that something happens to links,
 * until it meets a condition.
 *
 * @param transport A socket for notifications; it is closed in the end.
 * @param look Looks at the link.
 * @param wait What to wait for, and how long.
 * @returns The link as it was then; `undefined` if there is none.
 * @throws {LinkTimeoutError} If that takes too long.
 */
export async function waitForLink(
  transport: Transport,
  look: (signal: AbortSignal) => Promise<Link | undefined>,
  { link, condition, signal, timeout }: LinkWait,
): Promise<Link | undefined> {
  using socket = transport;
  const stop = new AbortController();
  const late = new LinkTimeoutError(link, condition, timeout);
  const timer = timeout * 1000 <= LONGEST
    ? setTimeout(() => stop.abort(late), timeout * 1000)
    : undefined;
  const signals = signal === undefined ? [stop.signal] : [stop.signal, signal];
  const either = AbortSignal.any(signals);
  try {
    either.throwIfAborted();
    // What happens between the look and the wait is notified then.
    socket.join(RTNLGRP_LINK);
    for (;;) {
      const found = await lookOnce(look, either);
      if (meets(found, condition)) return found;
      do {
        await socket.readable(either);
      } while (!concerns(socket, found));
    }
  } finally {
    clearTimeout(timer);
  }
}

async function lookOnce(
  look: (signal: AbortSignal) => Promise<Link | undefined>,
  signal: AbortSignal,
): Promise<Link | undefined> {
  for (;;) {
    try {
      return await look(signal);
    } catch (error) {
      if (!(error instanceof AnswerLostError)) throw error;
    }
  }
}

/** Reads all notifications, and returns whether the link may have changed. */
function concerns(socket: Transport, link: Link | undefined): boolean {
  let found = false;
  for (;;) {
    try {
      const datagram = socket.tryReceive();
      if (datagram === undefined) return found;
      if (datagram.sender !== 0) continue;
      found ||= mayConcern(datagram.bytes, link);
    } catch (error) {
      if (!isLoss(error)) throw error;
      // Notifications were lost, so anything may have happened.
      found = true;
    }
  }
}

/** Where `ifi_index` is in a message, in bytes. */
const INDEX = NLMSG_HDRLEN + 4;

/** Whether some message is about a link; what cannot be read may be. */
function mayConcern(bytes: Uint8Array, link: Link | undefined): boolean {
  const { buffer, byteOffset, byteLength } = bytes;
  const view = new DataView(buffer, byteOffset, byteLength);
  for (let at = 0; at < byteLength;) {
    const end = messageEnd(view, at, byteLength);
    if (end < 0) return true;
    const type = view.getUint16(at + 4, LITTLE_ENDIAN);
    if (type === NLMSG_OVERRUN) return true;
    if (type === RTM_NEWLINK || type === RTM_DELLINK) {
      if (link === undefined || end - at < INDEX + 4) return true;
      if (view.getInt32(at + INDEX, LITTLE_ENDIAN) === link.index) return true;
    }
    at = nextMessage(at, end);
  }
  return false;
}
