/**
 * Where the kernel reports changes: all that has to be known of a kind of object
 * before it is watched, and no schema, so that it loads in no time.
 *
 * @module
 */

import * as families from "../../messages/families.ts";
import {
  type Groups,
  multicastRouteGroups,
  objects,
} from "../../messages/objects.ts";
import type { MonitoredObject } from "./change.ts";

/**
 * What may change other objects: a link's state or MTU, any message about a
 * link or a port, addresses, nexthops, queueing disciplines, classes in others,
 * shared actions, VLANs of bridges, settings and those of links that have none of
 * their own, ids of namespaces.
 */
export type TriggerName =
  | "link"
  | "port"
  | "address"
  | "nexthop"
  | "qdisc"
  | "class"
  | "action"
  | "vlan"
  | "netconf"
  | "defaults"
  | "nsid";

/** The groups in which each trigger is reported. */
export const triggerGroups: Readonly<Record<TriggerName, readonly number[]>> = {
  link: [families.RTNLGRP_LINK, families.RTNLGRP_IPV6_IFINFO],
  port: [families.RTNLGRP_LINK],
  address: [families.RTNLGRP_IPV4_IFADDR],
  nexthop: [families.RTNLGRP_NEXTHOP],
  qdisc: [families.RTNLGRP_TC],
  class: [families.RTNLGRP_TC],
  action: [families.RTNLGRP_TC],
  vlan: [families.RTNLGRP_BRVLAN],
  netconf: [families.RTNLGRP_IPV4_NETCONF, families.RTNLGRP_IPV6_NETCONF],
  defaults: [families.RTNLGRP_IPV4_NETCONF, families.RTNLGRP_IPV6_NETCONF],
  nsid: [families.RTNLGRP_NSID],
};

/** Where changes of a kind of object are reported. */
export interface Source {
  /** Multicast groups in which it is reported, `RTNLGRP_*`. */
  readonly groups: readonly number[];
  /**
   * What makes the kernel drop or change such objects without a notification,
   * so that they have to be dumped again.
   */
  readonly triggers?: readonly TriggerName[];
}

/** What is reported as another kind of object is. */
const REPORTED_AS: Readonly<
  Record<Exclude<MonitoredObject, keyof typeof objects>, Groups>
> = {
  multicastRoute: multicastRouteGroups,
  forwarding: objects.neighbor.groups,
  bridgeVlan: objects.vlan.groups,
  globalVlan: objects.vlan.groups,
  vni: objects.tunnel.groups,
};

/** What is reported, but cannot be watched under this name. */
const UNWATCHED: ReadonlySet<string> = new Set<
  Exclude<keyof typeof objects, MonitoredObject>
>(["multicastAddress", "anycastAddress", "vlan", "tunnel"]);

/** What changes objects without a notification about them. */
const TRIGGERS: Readonly<
  Partial<Record<MonitoredObject, readonly TriggerName[]>>
> = {
  link: ["link", "port", "qdisc", "nsid"],
  // IPv6 addresses that outlive a link are tentative again.
  address: ["link"],
  route: ["link", "address", "nexthop", "netconf"],
  multicastRoute: ["link", "netconf"],
  rule: ["link"],
  forwarding: ["port", "nexthop"],
  nexthop: ["link", "nexthop", "netconf"],
  // Only the settings of links that have none of their own change so.
  netconf: ["defaults"],
  // A VXLAN device goes away with its entries.
  mdb: ["port"],
  // A bridge and its ports come with VLANs.
  bridgeVlan: ["port"],
  // They come and go with the VLANs of the bridge.
  globalVlan: ["port", "vlan"],
  vni: ["port"],
  // A link that goes up gets its first one, and goes away with all of them; one
  // takes those below it, and the kernel's own comes back in its place.
  qdisc: ["link", "qdisc"],
  // A queueing discipline comes and goes with classes, and is named by the one
  // that it is in; a class below another one changes that.
  class: ["link", "qdisc", "class"],
  // Filters go with what they are in, and have the actions that they share.
  filter: ["link", "qdisc", "action"],
};

function source([name, groups]: [string, Groups]): [string, Source] {
  const triggers = TRIGGERS[name as MonitoredObject];
  return [name, {
    groups: groups.map(([group]) => group),
    ...triggers !== undefined && { triggers },
  }];
}

/**
 * Where changes are reported, of each kind of object that can be watched: of all
 * that are reported.
 */
export const sources: Readonly<Record<MonitoredObject, Source>> = Object
  .fromEntries([
    ...Object.entries(objects)
      .filter(([name, { groups }]) => groups.length > 0 && !UNWATCHED.has(name))
      .map(([name, { groups }]) => source([name, groups])),
    ...Object.entries(REPORTED_AS).map(source),
  ]) as Record<MonitoredObject, Source>;
