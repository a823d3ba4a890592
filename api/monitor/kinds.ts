/**
 * The kinds of objects that can be watched: one line each would do, were it not
 * for what is peculiar to them.
 *
 * @module
 */

import {
  type AddressMessage,
  addressMessage,
} from "../../messages/address/address.ts";
import {
  RTM_DELADDR,
  RTM_GETADDR,
  RTM_NEWADDR,
} from "../../messages/address/constants.ts";
import * as families from "../../messages/families.ts";
import type { LinkMessage } from "../../messages/link/link.ts";
import { type MdbMessage, mdbMessage } from "../../messages/mdb/mdb.ts";
import { RTM_DELMDB, RTM_NEWMDB } from "../../messages/mdb/constants.ts";
import {
  type NetconfMessage,
  netconfMessage,
} from "../../messages/netconf/netconf.ts";
import {
  RTM_DELNETCONF,
  RTM_GETNETCONF,
  RTM_NEWNETCONF,
} from "../../messages/netconf/constants.ts";
import {
  type NexthopMessage,
  nexthopMessage,
} from "../../messages/nexthop/nexthop.ts";
import {
  RTM_DELNEXTHOP,
  RTM_GETNEXTHOP,
  RTM_NEWNEXTHOP,
} from "../../messages/nexthop/constants.ts";
import { type NsidMessage, nsidMessage } from "../../messages/nsid/nsid.ts";
import {
  RTM_DELNSID,
  RTM_GETNSID,
  RTM_NEWNSID,
} from "../../messages/nsid/constants.ts";
import {
  type PrefixMessage,
  prefixMessage,
} from "../../messages/prefix/prefix.ts";
import { RTM_NEWPREFIX } from "../../messages/prefix/constants.ts";
import {
  RTM_DELRULE,
  RTM_GETRULE,
  RTM_NEWRULE,
} from "../../messages/rule/constants.ts";
import { type RuleMessage, ruleMessage } from "../../messages/rule/rule.ts";
import { RTM_NEWSTATS } from "../../messages/stats/constants.ts";
import { type StatsMessage, statsMessage } from "../../messages/stats/stats.ts";
import type { RouteMessage } from "../../messages/route/route.ts";
import type { NeighborMessage } from "../../messages/neighbor/neighbor.ts";
import type { TcMessage } from "../../messages/tc/tc.ts";
import { addresses } from "../address/spec.ts";
import { toLinkStats } from "../link/stats.ts";
import { toNetconf } from "../netconf.ts";
import { nexthops } from "../nexthop/spec.ts";
import { readingOf } from "../mapping/reading.ts";
import { rules } from "../rule/spec.ts";
import type { Kind } from "./kind.ts";
import { link } from "./kinds_link.ts";
import { forwarding, neighbor } from "./kinds_neighbor.ts";
import { multicastRoute, route } from "./kinds_route.ts";
import { qdisc, trafficClass, trafficFilter } from "./kinds_tc.ts";
import { BagStore, KeyedStore } from "./store.ts";
import { blank } from "../../messages/codec/mod.ts";

/** The messages of the objects that can be watched. */
export interface MonitoredMessages {
  /** Addresses. */
  address: AddressMessage;
  /** Traffic classes; they can only be heard of. */
  class: TcMessage;
  /**
   * Forwarding databases of bridges and VXLANs. Addresses that other devices
   * listen to are heard of at most.
   */
  forwarding: NeighborMessage;
  /** Traffic filters; they can only be heard of. */
  filter: TcMessage;
  /** Links. */
  link: LinkMessage;
  /** Multicast databases of bridges; they can only be heard of. */
  mdb: MdbMessage;
  /** Multicast routes. */
  multicastRoute: RouteMessage;
  /** Neighbors. */
  neighbor: NeighborMessage;
  /** Configuration of links for IPv4, IPv6 and MPLS. */
  netconf: NetconfMessage;
  /** Nexthop objects. */
  nexthop: NexthopMessage;
  /** Ids of network namespaces. */
  nsid: NsidMessage;
  /** Prefixes of router advertisements; they can only be heard of. */
  prefix: PrefixMessage;
  /** Queueing disciplines. */
  qdisc: TcMessage;
  /** Routes. */
  route: RouteMessage;
  /** Rules. */
  rule: RuleMessage;
  /** Offloaded statistics; they can only be heard of. */
  stats: StatsMessage;
}

const address: Kind<AddressMessage> = {
  newTypes: [RTM_NEWADDR],
  deleteTypes: [RTM_DELADDR],
  codec: addressMessage,
  reading: addresses,
  known: {
    makeStore: () =>
      new KeyedStore<AddressMessage>({
        key: ({ family, index, prefixLength, attributes }) => {
          const { address, local = address } = attributes;
          // IPv6 has an address once a link, whatever its prefix.
          return family === families.AF_INET
            ? `${index} ${local} ${address}/${prefixLength}`
            : `${index} ${local}`;
        },
        // What is left of the lifetimes.
        ignored: new Set(["preferred", "valid"]),
        names: ({ prefixLength, attributes }) => {
          const { address = "", local = address } = attributes;
          return [local, `${local}/${prefixLength}`];
        },
      }),
    consistent: true,
    dumps: [{
      type: RTM_GETADDR,
      message: blank(addressMessage),
    }],
  },
};

/** Whether the devices that a rule names exist right now. */
const DETACHED = 0x8 | 0x10;

const rule: Kind<RuleMessage> = {
  newTypes: [RTM_NEWRULE],
  deleteTypes: [RTM_DELRULE],
  codec: ruleMessage,
  reading: rules,
  // Those of multicast routes are never reported.
  accepts: ({ family }) =>
    family === families.AF_INET || family === families.AF_INET6,
  known: {
    makeStore: () =>
      new BagStore<RuleMessage>({
        key: ({ attributes, ...header }) =>
          JSON.stringify(
            [
              { ...header, flags: header.flags & ~DETACHED },
              Object.entries(attributes).sort(([a], [b]) => a < b ? -1 : 1),
            ],
            (_, value) => typeof value === "bigint" ? `${value}` : value,
          ),
        ignored: new Set(),
        names: ({ attributes: { priority = 0 } }) => [priority],
      }),
    dumps: [{
      type: RTM_GETRULE,
      message: blank(ruleMessage),
    }],
  },
};

const nexthop: Kind<NexthopMessage> = {
  newTypes: [RTM_NEWNEXTHOP],
  deleteTypes: [RTM_DELNEXTHOP],
  codec: nexthopMessage,
  reading: nexthops,
  known: {
    makeStore: () =>
      new KeyedStore<NexthopMessage>({
        key: ({ attributes }) => attributes.id ?? 0,
        ignored: new Set(["groupStats", "unbalancedTime"]),
      }),
    consistent: true,
    dumps: [{
      type: RTM_GETNEXTHOP,
      message: blank(nexthopMessage),
    }],
  },
};

const netconf: Kind<NetconfMessage> = {
  newTypes: [RTM_NEWNETCONF],
  deleteTypes: [RTM_DELNETCONF],
  codec: netconfMessage,
  reading: readingOf(netconfMessage, toNetconf),
  known: {
    makeStore: () =>
      new KeyedStore<NetconfMessage>({
        key: ({ family, attributes }) => `${family} ${attributes.index}`,
        ignored: new Set(),
        // Only the setting that has changed is told.
        merge: (old, now) => ({
          ...now,
          attributes: { ...old.attributes, ...now.attributes },
        }),
        names: ({ attributes: { index = 0 } }) => [index],
      }),
    consistent: true,
    // The kernel takes the families together for those that it has.
    dumps: [{
      type: RTM_GETNETCONF,
      message: { family: families.AF_UNSPEC, attributes: {} },
    }],
  },
};

const nsid: Kind<NsidMessage> = {
  newTypes: [RTM_NEWNSID],
  deleteTypes: [RTM_DELNSID],
  codec: nsidMessage,
  known: {
    makeStore: () =>
      new KeyedStore<NsidMessage>({
        key: ({ attributes }) => attributes.nsid ?? -1,
        ignored: new Set(),
      }),
    dumps: [{ type: RTM_GETNSID, message: { family: 0, attributes: {} } }],
  },
};

const prefix: Kind<PrefixMessage> = {
  newTypes: [RTM_NEWPREFIX],
  deleteTypes: [],
  codec: prefixMessage,
};

const mdb: Kind<MdbMessage> = {
  newTypes: [RTM_NEWMDB],
  deleteTypes: [RTM_DELMDB],
  codec: mdbMessage,
};

const stats: Kind<StatsMessage> = {
  newTypes: [RTM_NEWSTATS],
  deleteTypes: [],
  codec: statsMessage,
  reading: readingOf(statsMessage, toLinkStats),
};

/** The kinds of objects that can be watched. */
export const kinds: {
  readonly [K in keyof MonitoredMessages]: Kind<MonitoredMessages[K]>;
} = {
  link,
  address,
  route,
  multicastRoute,
  rule,
  neighbor,
  forwarding,
  nexthop,
  netconf,
  nsid,
  prefix,
  mdb,
  qdisc,
  class: trafficClass,
  filter: trafficFilter,
  stats,
};
