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

function groupsOf(groups: Groups): number[] {
  return groups.map(([group]) => group);
}

/** Where changes are reported, of each kind of object that can be watched. */
export const sources: Readonly<Record<MonitoredObject, Source>> = {
  link: {
    groups: groupsOf(objects.link.groups),
    triggers: ["link", "port", "qdisc", "nsid"],
  },
  address: {
    groups: groupsOf(objects.address.groups),
    // IPv6 addresses that outlive a link are tentative again.
    triggers: ["link"],
  },
  route: {
    groups: groupsOf(objects.route.groups),
    triggers: ["link", "address", "nexthop", "netconf"],
  },
  multicastRoute: {
    groups: groupsOf(multicastRouteGroups),
    triggers: ["link", "netconf"],
  },
  rule: {
    groups: groupsOf(objects.rule.groups),
    triggers: ["link"],
  },
  neighbor: { groups: groupsOf(objects.neighbor.groups) },
  forwarding: {
    groups: groupsOf(objects.neighbor.groups),
    triggers: ["port", "nexthop"],
  },
  nexthop: {
    groups: groupsOf(objects.nexthop.groups),
    triggers: ["link", "nexthop", "netconf"],
  },
  netconf: {
    groups: groupsOf(objects.netconf.groups),
    // Only the settings of links that have none of their own change so.
    triggers: ["defaults"],
  },
  nsid: { groups: groupsOf(objects.nsid.groups) },
  prefix: { groups: groupsOf(objects.prefix.groups) },
  mdb: {
    groups: groupsOf(objects.mdb.groups),
    // A VXLAN device goes away with its entries.
    triggers: ["port"],
  },
  bridgeVlan: {
    groups: groupsOf(objects.vlan.groups),
    // A bridge and its ports come with VLANs.
    triggers: ["port"],
  },
  globalVlan: {
    groups: groupsOf(objects.vlan.groups),
    // They come and go with the VLANs of the bridge.
    triggers: ["port", "vlan"],
  },
  vni: {
    groups: groupsOf(objects.tunnel.groups),
    triggers: ["port"],
  },
  action: { groups: groupsOf(objects.action.groups) },
  qdisc: {
    groups: groupsOf(objects.qdisc.groups),
    // A link that goes up gets its first one, and goes away with all of them;
    // one takes those below it, and the kernel's own comes back in its place.
    triggers: ["link", "qdisc"],
  },
  class: {
    groups: groupsOf(objects.class.groups),
    // A queueing discipline comes and goes with classes, and is named by the one
    // that it is in; a class below another one changes that.
    triggers: ["link", "qdisc", "class"],
  },
  filter: {
    groups: groupsOf(objects.filter.groups),
    // Filters go with what they are in, and have the actions that they share.
    triggers: ["link", "qdisc", "action"],
  },
  chain: { groups: groupsOf(objects.chain.groups) },
  stats: { groups: groupsOf(objects.stats.groups) },
};
