/**
 * Notifications after which the kernel has changed other objects as well,
 * without a notification of that.
 *
 * A link that goes down takes its IPv4 routes and its nexthop objects with it,
 * and becomes another link for IPv6 a little later; an IPv4 address takes those that have it as their source; a nexthop object
 * takes the routes that use it.
 *
 * @module
 */

import { RTM_DELADDR } from "../../messages/address/mod.ts";
import { LITTLE_ENDIAN } from "../../messages/codec/mod.ts";
import {
  AF_INET6,
  AF_UNSPEC,
  RTNLGRP_IPV4_IFADDR,
  RTNLGRP_IPV6_IFINFO,
  RTNLGRP_LINK,
  RTNLGRP_NEXTHOP,
} from "../../messages/families.ts";
import { NLM_F_REPLACE, NLMSG_HDRLEN } from "../../messages/header.ts";
import { RTM_DELLINK, RTM_NEWLINK } from "../../messages/link/mod.ts";
import { RTM_DELNEXTHOP, RTM_NEWNEXTHOP } from "../../messages/nexthop/mod.ts";
import type { Notification } from "./listener.ts";

/** What may change other objects: a link's state, addresses, nexthops. */
export type TriggerName = "link" | "address" | "nexthop";

/** The groups that tell of each trigger. */
export const triggerGroups: Readonly<Record<TriggerName, readonly number[]>> = {
  link: [RTNLGRP_LINK, RTNLGRP_IPV6_IFINFO],
  address: [RTNLGRP_IPV4_IFADDR],
  nexthop: [RTNLGRP_NEXTHOP],
};

const IFF_UP = 0x1;
const IFF_RUNNING = 0x40;
const IFF_LOWER_UP = 0x10000;
const STATE = IFF_UP | IFF_RUNNING | IFF_LOWER_UP;

/** Watches notifications for those that change other objects. */
export class Triggers {
  /** Whether each link is up, by its index. */
  readonly #links = new Map<number, number>();

  /**
   * Tells what a notification may have changed.
   *
   * @param notification The notification.
   * @returns The trigger, if it is one.
   */
  of(notification: Notification): TriggerName | undefined {
    switch (notification.type) {
      case RTM_NEWLINK:
      case RTM_DELLINK:
        return this.#linkChanged(notification) ? "link" : undefined;
      case RTM_DELADDR:
        return "address";
      case RTM_DELNEXTHOP:
        return "nexthop";
      case RTM_NEWNEXTHOP:
        return notification.flags & NLM_F_REPLACE ? "nexthop" : undefined;
      default:
        return undefined;
    }
  }

  #linkChanged({ type, view, start, end }: Notification): boolean {
    const header = start + NLMSG_HDRLEN;
    if (end - header < 16) return false;
    // IPv6 tells of its own part of a link, and bridges of their ports.
    const family = view.getUint8(header);
    if (family !== AF_UNSPEC) return family === AF_INET6;
    const index = view.getInt32(header + 4, LITTLE_ENDIAN);
    if (type === RTM_DELLINK) {
      this.#links.delete(index);
      return true;
    }
    const state = view.getUint32(header + 8, LITTLE_ENDIAN) & STATE;
    if (this.#links.get(index) === state) return false;
    this.#links.set(index, state);
    return true;
  }
}
