/**
 * The kinds of objects that can be watched: one line each would do, were it not
 * for what is peculiar to them.
 *
 * @module
 */

import { objects } from "../../messages/objects.ts";
import {
  type AddressMessage,
  addressMessage,
} from "../../messages/address/address.ts";
import * as families from "../../messages/families.ts";
import {
  type NetconfMessage,
  netconfMessage,
} from "../../messages/netconf/netconf.ts";
import {
  type NexthopMessage,
  nexthopMessage,
} from "../../messages/nexthop/nexthop.ts";
import { type NsidMessage, nsidMessage } from "../../messages/nsid/nsid.ts";
import {
  type PrefixMessage,
  prefixMessage,
} from "../../messages/prefix/prefix.ts";
import { type RuleMessage, ruleMessage } from "../../messages/rule/rule.ts";
import { type StatsMessage, statsMessage } from "../../messages/stats/stats.ts";
import { addresses } from "../address/spec.ts";
import { toLinkStats } from "../link/stats.ts";
import { toNetconf } from "../netconf/netconf.ts";
import { nexthops } from "../nexthop/spec.ts";
import { readingOf } from "../reading/reading.ts";
import { rules } from "../rule/spec.ts";
import type { Kind } from "./kind.ts";
import { bridgeVlan, globalVlan, mdb, vni } from "./kinds_bridge.ts";
import type { MonitoredMessages } from "./change.ts";
import { link } from "./kinds_link.ts";
import { forwarding, neighbor } from "./kinds_neighbor.ts";
import { multicastRoute, route } from "./kinds_route.ts";
import {
  qdisc,
  trafficAction,
  trafficChain,
  trafficClass,
  trafficFilter,
} from "./kinds_tc.ts";
import { BagStore, KeyedStore } from "./store.ts";

const address: Kind<AddressMessage> = {
  object: objects.address,
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
  },
};

/** Whether the devices that a rule names exist right now. */
const DETACHED = 0x8 | 0x10;

const rule: Kind<RuleMessage> = {
  object: objects.rule,
  codec: ruleMessage,
  reading: rules,
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
  },
};

const nexthop: Kind<NexthopMessage> = {
  object: objects.nexthop,
  codec: nexthopMessage,
  reading: nexthops,
  known: {
    makeStore: () =>
      new KeyedStore<NexthopMessage>({
        key: ({ attributes }) => attributes.id ?? 0,
        ignored: new Set(["groupStats", "unbalancedTime"]),
      }),
    consistent: true,
  },
};

const netconf: Kind<NetconfMessage> = {
  object: objects.netconf,
  codec: netconfMessage,
  reading: readingOf(netconfMessage, toNetconf),
  known: {
    makeStore: () =>
      new KeyedStore<NetconfMessage>({
        key: ({ family, attributes }) => `${family} ${attributes.index}`,
        ignored: new Set(),
        // Only the setting that has changed is reported.
        merge: (old, now) => ({
          ...now,
          attributes: { ...old.attributes, ...now.attributes },
        }),
        names: ({ attributes: { index = 0 } }) => [index],
      }),
    consistent: true,
  },
};

const nsid: Kind<NsidMessage> = {
  object: objects.nsid,
  codec: nsidMessage,
  known: {
    makeStore: () =>
      new KeyedStore<NsidMessage>({
        key: ({ attributes }) => attributes.nsid ?? -1,
        ignored: new Set(),
      }),
  },
};

const prefix: Kind<PrefixMessage> = {
  object: objects.prefix,
  codec: prefixMessage,
};

const stats: Kind<StatsMessage> = {
  object: objects.stats,
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
  bridgeVlan,
  globalVlan,
  vni,
  action: trafficAction,
  qdisc,
  class: trafficClass,
  filter: trafficFilter,
  chain: trafficChain,
  stats,
};
