/**
 * Waiting for something to happen to a link.
 *
 * @module
 */

import { decode } from "../../messages/datagram.ts";
import { RTNLGRP_LINK } from "../../messages/families.ts";
import type { LinkMessage } from "../../messages/link/link.ts";
import { RTM_DELLINK, RTM_NEWLINK } from "../../messages/link/constants.ts";
import { SocketError } from "../../socket/error.ts";
import type { Transport } from "../../socket/transport.ts";
import type { Link } from "./spec.ts";
import type { LinkState } from "./state.ts";

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
 * Says whether a link meets a condition.
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
 * Looks at a link again and again, each time that something happens to links,
 * until it meets a condition.
 *
 * @param transport A socket for notifications; it is closed in the end.
 * @param look Looks at the link.
 * @param condition The condition.
 * @param signal Gives up waiting.
 * @returns The link as it was then; `undefined` if there is none.
 */
export async function waitForLink(
  transport: Transport,
  look: () => Promise<Link | undefined>,
  condition: LinkCondition,
  signal?: AbortSignal,
): Promise<Link | undefined> {
  using socket = transport;
  // What happens between the look and the wait is notified then.
  socket.join(RTNLGRP_LINK);
  for (;;) {
    const link = await look();
    if (meets(link, condition)) return link;
    do {
      await socket.readable(signal);
    } while (!concerns(socket, link));
  }
}

/** Reads all notifications, and says whether the link may have changed. */
function concerns(socket: Transport, link: Link | undefined): boolean {
  let found = false;
  for (;;) {
    try {
      const datagram = socket.tryReceive();
      if (datagram === undefined) return found;
      if (datagram.sender !== 0) continue;
      for (const { header, body } of decode(datagram.bytes).messages) {
        if (header.type !== RTM_NEWLINK && header.type !== RTM_DELLINK) {
          continue;
        }
        const { index } = body as LinkMessage;
        found ||= link === undefined || index === undefined ||
          index === link.index;
      }
    } catch (error) {
      // Notifications were lost, so anything may have happened.
      if (!(error instanceof SocketError && error.code === "ENOBUFS")) {
        throw error;
      }
      found = true;
    }
  }
}
