/**
 * How routes, next hops and rules are shown as they change.
 *
 * @module
 */

import {
  RTNL_FAMILY_IP6MR,
  RTNL_FAMILY_IPMR,
} from "../../../messages/families.ts";
import {
  type NexthopMessage,
  nexthopMessage,
} from "../../../messages/nexthop/nexthop.ts";
import { RTM_F_CLONED } from "../../../messages/route/constants.ts";
import {
  type RouteMessage,
  routeMessage,
} from "../../../messages/route/route.ts";
import { type RuleMessage, ruleMessage } from "../../../messages/rule/rule.ts";
import { formatMulticastRoute } from "../mroute/format.ts";
import { formatBucket, formatNexthop } from "../nexthop/format.ts";
import { anyRoute, passes } from "../route/filter.ts";
import { formatRoute } from "../route/format.ts";
import { formatRule } from "../rule/format.ts";
import { passesRule } from "../rule/filter.ts";
import type { Format } from "./format.ts";

/** Routes. */
export const route: Format<RouteMessage> = {
  codec: routeMessage,
  flagged: "none",
  shortEnds: true,
  label: ({ family, flags }) => {
    if (flags & RTM_F_CLONED) return undefined;
    return isMulticast(family) ? "[MROUTE]" : "[ROUTE]";
  },
  show: (context, message, { deleted, device }) => {
    const { inputDevice = 0 } = message.attributes;
    if (isMulticast(message.family)) {
      if (device !== 0 && device !== inputDevice) return;
      formatMulticastRoute(context, message, 0, deleted);
      return;
    }
    const filter = anyRoute();
    if (device !== 0) filter.outputDevice = device;
    if (!passes(filter, message, context.family)) return;
    formatRoute(context, message, filter, deleted);
  },
};

function isMulticast(family: number): boolean {
  return family === RTNL_FAMILY_IPMR || family === RTNL_FAMILY_IP6MR;
}

/** Next hop objects. */
export const nexthop: Format<NexthopMessage> = {
  codec: nexthopMessage,
  flagged: "all",
  label: () => "[NEXTHOP]",
  show: (context, message, { deleted }) => {
    if (deleted) context.printer.text("Deleted ");
    formatNexthop(context, message);
  },
};

/** Buckets of groups of next hops. */
export const bucket: Format<NexthopMessage> = {
  codec: nexthopMessage,
  flagged: "all",
  label: () => "[NEXTHOPBUCKET]",
  show: (context, message) => {
    formatBucket(context, message);
  },
};

/** Rules. */
export const rule: Format<RuleMessage> = {
  codec: ruleMessage,
  label: () => "[RULE]",
  tooShort: () => "",
  show: (context, message, { deleted }) => {
    // Rules for multicast come by the groups of IPv4 and IPv6.
    if (!passesRule(context, {}, message)) return;
    formatRule(context, message, deleted);
  },
};
