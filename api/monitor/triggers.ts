/**
 * Notifications after which the kernel has changed other objects as well,
 * without a notification of that.
 *
 * - A link that goes down takes its IPv4 routes and its nexthop objects with
 *   it, and becomes another link for IPv6 a little later; a smaller MTU makes
 *   the metrics of IPv6 routes smaller.
 * - Whatever changes a port of a bridge may move local entries of the
 *   forwarding database to another port with the same address. Bridges report
 *   of their ports in messages of their own, which are no links.
 * - An IPv4 address takes the routes that have it as their source.
 * - A nexthop object takes the routes and the forwarding entries that use it.
 * - A queueing discipline takes those below it, their classes and their filters,
 *   gives way to one that the kernel makes itself, and is named by the link.
 * - The first class below another one makes that an inner one, and the last one
 *   makes it a leaf again.
 * - Actions that are changed are part of filters.
 * - VLANs of a bridge have global options as soon as they are there.
 * - Default settings become those of all links that have none of their own;
 *   settings decide which routes are dead, and virtual interfaces of multicast
 *   routing come and go with one.
 * - Ids of network namespaces are part of links between them.
 *
 * @module
 */

import { RTM_DELADDR } from "../../messages/address/constants.ts";
import { LITTLE_ENDIAN } from "../../messages/codec/mod.ts";
import { AF_INET6, AF_UNSPEC } from "../../messages/families.ts";
import { NLM_F_REPLACE, NLMSG_HDRLEN } from "../../messages/header.ts";
import {
  IFF_LOWER_UP,
  IFF_RUNNING,
  IFF_UP,
  IFLA_MTU,
  RTM_DELLINK,
  RTM_NEWLINK,
} from "../../messages/link/constants.ts";
import {
  NETCONFA_IFINDEX,
  NETCONFA_IFINDEX_DEFAULT,
  RTM_DELNETCONF,
  RTM_NEWNETCONF,
} from "../../messages/netconf/constants.ts";
import {
  RTM_DELNEXTHOP,
  RTM_NEWNEXTHOP,
} from "../../messages/nexthop/constants.ts";
import { RTM_DELNSID, RTM_NEWNSID } from "../../messages/nsid/constants.ts";
import {
  RTM_DELQDISC,
  RTM_DELTCLASS,
  RTM_NEWACTION,
  RTM_NEWQDISC,
  RTM_NEWTCLASS,
} from "../../messages/tc/constants.ts";
import { minorOf } from "../../messages/tc/handle.ts";
import {
  RTM_DELVLAN,
  RTM_NEWVLAN,
} from "../../messages/vlan_database/constants.ts";
import type { Notification } from "../connection/listener.ts";
import type { TriggerName } from "./sources.ts";

type Triggered = readonly TriggerName[];

const NOTHING: Triggered = [];
const PORT: Triggered = ["port"];
const LINK: Triggered = ["link", "port"];
const ADDRESS: Triggered = ["address"];
const NEXTHOP: Triggered = ["nexthop"];
const QDISC: Triggered = ["qdisc"];
const CLASS: Triggered = ["class"];
/** A class takes the queueing discipline below it. */
const CLASS_GONE: Triggered = ["qdisc", "class"];
const ACTION: Triggered = ["action"];
const VLAN: Triggered = ["vlan"];
const NETCONF: Triggered = ["netconf"];
const DEFAULTS: Triggered = ["netconf", "defaults"];
const NSID: Triggered = ["nsid"];

const STATE = IFF_UP | IFF_RUNNING | IFF_LOWER_UP;

/** Size of `struct ifinfomsg`. */
const LINK_HEADER = 16;
/** Size of `struct netconfmsg`, padded. */
const SETTINGS_HEADER = 4;

/** Where `struct tcmsg` has the parent. */
const PARENT_AT = 12;

/** What of a link decides about other objects. */
interface LinkState {
  state: number;
  mtu: number;
}

/** Watches notifications for those that change other objects. */
export class Triggers {
  /** The links, by their indexes. */
  readonly #links = new Map<number, LinkState>();

  /**
   * Returns what a notification may have changed.
   *
   * @param notification The notification.
   * @returns The triggers that it is.
   */
  of(notification: Notification): Triggered {
    switch (notification.type) {
      case RTM_NEWLINK:
      case RTM_DELLINK:
        return this.#ofLink(notification);
      case RTM_DELADDR:
        return ADDRESS;
      case RTM_DELNEXTHOP:
        return NEXTHOP;
      case RTM_NEWNEXTHOP:
        return notification.flags & NLM_F_REPLACE ? NEXTHOP : NOTHING;
      case RTM_NEWQDISC:
      case RTM_DELQDISC:
        return QDISC;
      case RTM_NEWTCLASS:
        return isInner(notification) ? CLASS : NOTHING;
      case RTM_DELTCLASS:
        return CLASS_GONE;
      case RTM_NEWACTION:
        return ACTION;
      case RTM_NEWVLAN:
      case RTM_DELVLAN:
        return VLAN;
      case RTM_NEWNETCONF:
      case RTM_DELNETCONF:
        return ofSettings(notification);
      case RTM_NEWNSID:
      case RTM_DELNSID:
        return NSID;
      default:
        return NOTHING;
    }
  }

  #ofLink({ type, view, start, end }: Notification): Triggered {
    const header = start + NLMSG_HDRLEN;
    if (end - header < LINK_HEADER) return NOTHING;
    // IPv6 reports of its own part of a link, and bridges of their ports.
    const family = view.getUint8(header);
    if (family !== AF_UNSPEC) return family === AF_INET6 ? LINK : PORT;
    const index = view.getInt32(header + 4, LITTLE_ENDIAN);
    if (type === RTM_DELLINK) {
      this.#links.delete(index);
      return LINK;
    }
    const state = view.getUint32(header + 8, LITTLE_ENDIAN) & STATE;
    const mtu = readMtu(view, header + LINK_HEADER, end);
    const known = this.#links.get(index);
    if (known?.state === state && known.mtu === mtu) return PORT;
    this.#links.set(index, { state, mtu });
    return LINK;
  }
}

/** Whether a class is below another one: its parent has a minor number. */
function isInner({ view, start, end }: Notification): boolean {
  const parent = start + NLMSG_HDRLEN + PARENT_AT;
  return parent + 4 <= end &&
    minorOf(view.getUint32(parent, LITTLE_ENDIAN)) !== 0;
}

/** Reads the MTU of a link without decoding all of it. */
function readMtu(view: DataView, start: number, end: number): number {
  return readNumber(view, start, end, IFLA_MTU) ?? 0;
}

function ofSettings({ view, start, end }: Notification): Triggered {
  const attributes = start + NLMSG_HDRLEN + SETTINGS_HEADER;
  const index = readNumber(view, attributes, end, NETCONFA_IFINDEX);
  return index === NETCONFA_IFINDEX_DEFAULT ? DEFAULTS : NETCONF;
}

/** Reads an attribute that is a number without decoding anything else. */
function readNumber(
  view: DataView,
  start: number,
  end: number,
  type: number,
): number | undefined {
  for (let at = start; end - at >= 8;) {
    const length = view.getUint16(at, LITTLE_ENDIAN);
    if (length < 4) break;
    if (view.getUint16(at + 2, LITTLE_ENDIAN) === type) {
      return view.getInt32(at + 4, LITTLE_ENDIAN);
    }
    at += (length + 3) & ~3;
  }
  return undefined;
}
