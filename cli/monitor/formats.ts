/**
 * How the messages that `ip monitor` hears are shown.
 *
 * @module
 */

import type { Context } from "../context.ts";
import { RTM_DELADDR, RTM_NEWADDR } from "../../messages/address/constants.ts";
import type { AddressMessage } from "../../messages/address/address.ts";
import { addressMessage } from "../../messages/address/address.ts";
import type { Codec } from "../../messages/codec/mod.ts";
import {
  AF_INET6,
  RTNL_FAMILY_IP6MR,
  RTNL_FAMILY_IPMR,
} from "../../messages/families.ts";
import { RTM_DELLINK, RTM_NEWLINK } from "../../messages/link/constants.ts";
import { type LinkMessage, linkMessage } from "../../messages/link/link.ts";
import {
  RTM_DELNEXTHOP,
  RTM_DELNEXTHOPBUCKET,
  RTM_NEWNEXTHOP,
  RTM_NEWNEXTHOPBUCKET,
} from "../../messages/nexthop/constants.ts";
import {
  type NexthopMessage,
  nexthopMessage,
} from "../../messages/nexthop/nexthop.ts";
import {
  RTM_DELROUTE,
  RTM_F_CLONED,
  RTM_NEWROUTE,
} from "../../messages/route/constants.ts";
import { type RouteMessage, routeMessage } from "../../messages/route/route.ts";
import {
  RTM_DELNEIGH,
  RTM_GETNEIGH,
  RTM_NEWNEIGH,
} from "../../messages/neighbor/constants.ts";
import {
  type NeighborMessage,
  neighborMessage,
} from "../../messages/neighbor/neighbor.ts";
import {
  RTM_DELNETCONF,
  RTM_NEWNETCONF,
} from "../../messages/netconf/constants.ts";
import {
  type NetconfMessage,
  netconfMessage,
} from "../../messages/netconf/netconf.ts";
import { RTM_DELNSID, RTM_NEWNSID } from "../../messages/nsid/constants.ts";
import { type NsidMessage, nsidMessage } from "../../messages/nsid/nsid.ts";
import { RTM_NEWPREFIX } from "../../messages/prefix/constants.ts";
import {
  type PrefixMessage,
  prefixMessage,
} from "../../messages/prefix/prefix.ts";
import { RTM_DELRULE, RTM_NEWRULE } from "../../messages/rule/constants.ts";
import { type RuleMessage, ruleMessage } from "../../messages/rule/rule.ts";
import { RTM_NEWSTATS } from "../../messages/stats/constants.ts";
import { type StatsMessage, statsMessage } from "../../messages/stats/stats.ts";
import { formatAddress } from "../address/format.ts";
import { formatLink } from "../link/format.ts";
import { formatNeighbor } from "../neighbor/format.ts";
import { formatNetconf } from "../netconf/format.ts";
import { formatNsid } from "../netns/format.ts";
import { formatBucket, formatNexthop } from "../nexthop/format.ts";
import { anyRoute, passes } from "../route/filter.ts";
import { formatRoute } from "../route/format.ts";
import { formatRule } from "../rule/format.ts";
import { print as formatStats } from "../stats/mod.ts";
import { type Selected, Selection } from "../stats/selection.ts";
import { formatPrefix } from "./prefix.ts";

/** What is known of a message besides itself. */
export interface Circumstances {
  /** Message type, such as `RTM_NEWLINK`. */
  readonly type: number;
  /** Whether it tells that the object is gone. */
  readonly deleted: boolean;
  /** Index of the only device that is shown; 0 for all of them. */
  readonly device: number;
  /** Id of the network namespace, if it is another. */
  readonly nsid: number | undefined;
}

/** How the messages of a type are shown. */
export interface Format<M> {
  /** Codec of the messages. */
  readonly codec: Codec<M>;
  /** What the messages are about; nothing is shown where there is no label. */
  readonly label: (message: M, context: Context) => string | undefined;
  /** Called once for each message before it is shown. */
  readonly before?: (
    context: Context,
    message: M,
    circumstances: Circumstances,
  ) => void | Promise<void>;
  /** Called once for each message after it was shown. */
  readonly after?: (context: Context, message: M) => void;
  /** Writes a message. */
  readonly show: (
    context: Context,
    message: M,
    circumstances: Circumstances,
  ) => void;
}

const link: Format<LinkMessage> = {
  codec: linkMessage,
  label: () => "[LINK]",
  before: (context, message, { deleted }) => {
    if (deleted) context.links.forget(message.index);
    else context.links.update(message);
  },
  show: (context, message, { deleted, device }) => {
    formatLink(context, message, {
      family: 0,
      asLink: false,
      deleted,
      filter: { flags: 0, flagMask: 0, ...device !== 0 && { index: device } },
    });
  },
};

const address: Format<AddressMessage> = {
  codec: addressMessage,
  label: () => "[ADDR]",
  show: (context, message, { deleted, device }) => {
    if (device !== 0 && device !== message.index) return;
    formatAddress(context, message, { device: true, deleted });
  },
};

const route: Format<RouteMessage> = {
  codec: routeMessage,
  label: ({ family, flags }) => {
    if (flags & RTM_F_CLONED) return undefined;
    return isMulticast(family) ? "[MROUTE]" : "[ROUTE]";
  },
  show: (context, message, { deleted, device }) => {
    if (isMulticast(message.family)) return;
    const filter = anyRoute();
    if (device !== 0) filter.outputDevice = device;
    if (!passes(filter, message, context.family)) return;
    formatRoute(context, message, filter, deleted);
  },
};

function isMulticast(family: number): boolean {
  return family === RTNL_FAMILY_IPMR || family === RTNL_FAMILY_IP6MR;
}

const nexthop: Format<NexthopMessage> = {
  codec: nexthopMessage,
  label: () => "[NEXTHOP]",
  show: (context, message, { deleted }) => {
    if (deleted) context.printer.text("Deleted ");
    formatNexthop(context, message);
  },
};

const bucket: Format<NexthopMessage> = {
  codec: nexthopMessage,
  label: () => "[NEXTHOPBUCKET]",
  show: (context, message, { deleted }) => {
    if (deleted) context.printer.text("Deleted ");
    formatBucket(context, message);
  },
};

const neighbor: Format<NeighborMessage> = {
  codec: neighborMessage,
  label: ({ family }, context) =>
    context.family === 0 || context.family === family ? "[NEIGH]" : undefined,
  show: (context, message, { type, device }) => {
    if (device !== 0 && device !== message.index) return;
    formatNeighbor(context, message, { type, hideDevice: device !== 0 });
  },
};

const rule: Format<RuleMessage> = {
  codec: ruleMessage,
  label: () => "[RULE]",
  show: (context, message, { deleted }) => {
    formatRule(context, message, deleted);
  },
};

/** Ids whose names are forgotten once they have been shown, as ip does. */
const shown = new WeakSet<NsidMessage>();

function idOf({ attributes: { nsid = -1, currentNsid = nsid } }: NsidMessage) {
  return currentNsid;
}

const nsid: Format<NsidMessage> = {
  codec: nsidMessage,
  label: () => "[NSID]",
  before: async ({ namespaces }, message, { deleted }) => {
    if (namespaces.knows(idOf(message))) shown.add(message);
    else if (!deleted) await namespaces.learn(message.attributes.nsid ?? -1);
  },
  show: (context, message, { deleted }) => {
    formatNsid(context, message, deleted);
  },
  after: ({ namespaces }, message) => {
    if (shown.has(message)) namespaces.forget(idOf(message));
  },
};

const netconf: Format<NetconfMessage> = {
  codec: netconfMessage,
  label: () => "[NETCONF]",
  show: (context, message, { deleted, device }) => {
    const { index = 0 } = message.attributes;
    if (device !== 0 && device !== index) return;
    formatNetconf(context, message, deleted);
  },
};

const prefix: Format<PrefixMessage> = {
  codec: prefixMessage,
  label: () => "[PREFIX]",
  show: (context, message) => {
    if (context.family === 0 || context.family === AF_INET6) {
      formatPrefix(context, message);
    }
  },
};

const stats: Format<StatsMessage> = {
  codec: statsMessage,
  label: () => "[STATS]",
  show: (context, message) => {
    const selection = new Selection();
    selection.select(0, "offload");
    selection.select(1, "hw_stats_info");
    const [{ leaf }] = selection.finish() as [Selected];
    formatStats(context, message, [{ leaf, path: [] }]);
  },
};

type Formats = Readonly<
  Record<number, readonly [format: Format<never>, deleted: boolean]>
>;

/** How the messages of each type are shown. */
export const formats: Formats = {
  [RTM_NEWLINK]: [link, false],
  [RTM_DELLINK]: [link, true],
  [RTM_NEWADDR]: [address, false],
  [RTM_DELADDR]: [address, true],
  [RTM_NEWROUTE]: [route, false],
  [RTM_DELROUTE]: [route, true],
  [RTM_NEWNEXTHOP]: [nexthop, false],
  [RTM_DELNEXTHOP]: [nexthop, true],
  [RTM_NEWNEXTHOPBUCKET]: [bucket, false],
  [RTM_DELNEXTHOPBUCKET]: [bucket, true],
  [RTM_NEWNEIGH]: [neighbor, false],
  [RTM_DELNEIGH]: [neighbor, true],
  [RTM_GETNEIGH]: [neighbor, false],
  [RTM_NEWRULE]: [rule, false],
  [RTM_DELRULE]: [rule, true],
  [RTM_NEWNSID]: [nsid, false],
  [RTM_DELNSID]: [nsid, true],
  [RTM_NEWNETCONF]: [netconf, false],
  [RTM_DELNETCONF]: [netconf, true],
  [RTM_NEWPREFIX]: [prefix, false],
  [RTM_NEWSTATS]: [stats, false],
} as unknown as Formats;
