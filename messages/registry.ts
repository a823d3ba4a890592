/**
 * Which codec belongs to which message type: what tools and tests loop over.
 *
 * @module
 */

import type { Codec } from "./codec/mod.ts";
import {
  linkMessage,
  RTM_DELLINK,
  RTM_DELLINKPROP,
  RTM_GETLINK,
  RTM_GETLINKPROP,
  RTM_NEWLINK,
  RTM_NEWLINKPROP,
  RTM_SETLINK,
} from "./link/mod.ts";
import {
  RTM_GETSTATS,
  RTM_NEWSTATS,
  RTM_SETSTATS,
  statsMessage,
  statsRequest,
} from "./stats/mod.ts";

/** A message type and how its messages are read and written. */
export interface MessageType {
  /** Number, such as 16. */
  readonly type: number;
  /** UAPI name, such as `RTM_NEWLINK`. */
  readonly name: string;
  /** Codec of what follows the netlink header. */
  readonly codec: Codec<unknown>;
}

/** Types that share one codec. */
function share<T>(
  codec: Codec<T>,
  types: Readonly<Record<string, number>>,
): MessageType[] {
  return Object.entries(types).map(([name, type]) => ({
    type,
    name,
    codec: codec as Codec<unknown>,
  }));
}

/** Every message type of `NETLINK_ROUTE` that this library knows. */
export const routeMessageTypes: readonly MessageType[] = [
  ...share(linkMessage, {
    RTM_NEWLINK,
    RTM_DELLINK,
    RTM_GETLINK,
    RTM_SETLINK,
    RTM_NEWLINKPROP,
    RTM_DELLINKPROP,
    RTM_GETLINKPROP,
  }),
  ...share(statsMessage, { RTM_NEWSTATS }),
  ...share(statsRequest, { RTM_GETSTATS, RTM_SETSTATS }),
];

const byType = new Map(routeMessageTypes.map((type) => [type.type, type]));

/**
 * Finds a message type of `NETLINK_ROUTE`.
 *
 * @param type Its number.
 * @returns The type, if this library knows it.
 */
export function routeMessageType(type: number): MessageType | undefined {
  return byType.get(type);
}
