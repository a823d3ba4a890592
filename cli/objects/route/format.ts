/**
 * How a route is shown.
 *
 * @module
 */

import { nameOf } from "../../../messages/value_names.ts";
import type { Context } from "../../runtime/context.ts";
import { hostName } from "../../names/hosts.ts";
import type { ColorUse } from "../../print/printer.ts";
import { routeTypeName } from "../../names/route_type.ts";
import {
  RT_SCOPE_UNIVERSE,
  RT_TABLE_MAIN,
  RTN_MULTICAST,
  RTN_UNICAST,
  RTPROT_BOOT,
} from "../../../messages/constants.ts";
import {
  AF_INET,
  AF_INET6,
  RTNL_FAMILY_IP6MR,
  RTNL_FAMILY_IPMR,
} from "../../../messages/families.ts";
import {
  ROUTER_PREFERENCES,
  RTM_F_CLONED,
} from "../../../messages/route/constants.ts";
import type { RouteMessage } from "../../../messages/route/route.ts";
import { formatEncapsulation } from "./encap/kinds.ts";
import { hostBits, isOneAddress, type RouteFilter, tableOf } from "./filter.ts";
import { formatCacheFlags, formatCacheInfo } from "./format_cache.ts";
import { formatFlags } from "./format_flags.ts";
import { formatMetrics } from "./format_metrics.ts";
import {
  familyColor,
  formatDevice,
  formatGateway,
  formatNewDestination,
  formatNextHops,
  formatRealms,
  formatVia,
} from "./format_next_hops.ts";
import { labels } from "../../print/format.ts";
import { formatNexthopOfRoute } from "../nexthop/of_route.ts";

/**
 * Writes a route.
 *
 * @param message The route.
 * @param filter What all routes have in common.
 * @param deleted Whether this is about its end.
 */
export function formatRoute(
  context: Context,
  message: RouteMessage,
  filter: RouteFilter,
  deleted = false,
): void {
  const { printer } = context;
  printer.openObject(null);
  if (deleted) printer.value("deleted", true, "Deleted ");
  formatSelector(context, message);
  formatWay(context, message, filter);
  formatOrigin(context, message, filter);
  formatFlags(printer, message.flags);
  formatMark(context, message.attributes.mark);
  formatRest(context, message, filter);
  printer.text("\n");
  printer.closeObject();
}

/** The family that addresses of a route are of. */
function realFamily({ type, family }: RouteMessage): number {
  if (type !== RTN_MULTICAST) return family;
  if (family === RTNL_FAMILY_IPMR) return AF_INET;
  return family === RTNL_FAMILY_IP6MR ? AF_INET6 : family;
}

/** Which packets the route is for. */
function formatSelector(context: Context, message: RouteMessage): void {
  const { printer, options } = context;
  const { type, destinationLength, sourceLength, attributes } = message;
  if (type !== RTN_UNICAST || options.details) {
    const name = routeTypeName(type, options.numeric);
    printer.value("type", name, `${name} `);
  }
  const { destination, destinationLabels, source } = attributes;
  const given = destination ?? labels(destinationLabels);
  if (given !== undefined) {
    formatPrefix(context, message, "dst", given, destinationLength);
  } else {
    const text = destinationLength === 0
      ? "default"
      : `0/${destinationLength} `;
    printer.value("dst", text, `${text} `);
  }
  if (source !== undefined) {
    formatPrefix(context, message, "from", source, sourceLength);
  } else if (sourceLength !== 0) {
    printer.value("src", `0/${sourceLength}`, `from 0/${sourceLength} `);
  }
}

function formatPrefix(
  context: Context,
  message: RouteMessage,
  key: "dst" | "from",
  address: string,
  length: number,
): void {
  const color: ColorUse = familyColor(realFamily(message));
  const text = length === hostBits(message.family)
    ? hostName(context, address)
    : `${address}/${length}`;
  const before = key === "from" ? "from " : "";
  context.printer.colored(color, key, text, `${before}${text} `);
}

/** Where the packets go. */
function formatWay(
  context: Context,
  message: RouteMessage,
  filter: RouteFilter,
): void {
  const { printer, names } = context;
  const { family, tos, attributes } = message;
  const { nexthopId, newLabels, gateway, via, outputDevice } = attributes;
  printer.named("nhid", nexthopId);
  if (newLabels !== undefined) formatNewDestination(context, family, newLabels);
  formatEncapsulation(context, attributes);
  if (tos !== 0 && filter.tos === undefined) {
    const name = names.dsFields.nameOf(tos);
    printer.named("tos", name);
  }
  if (gateway !== undefined && !isOneAddress(filter.via, family)) {
    formatGateway(context, family, gateway);
  }
  if (via !== undefined) formatVia(context, via);
  if (outputDevice !== undefined && filter.outputDevice === undefined) {
    formatDevice(context, outputDevice, "dev");
  }
}

/** Which table the route is in, who made it, and how it is preferred. */
function formatOrigin(
  context: Context,
  message: RouteMessage,
  filter: RouteFilter,
): void {
  const { printer, names, options: { details } } = context;
  const { family, protocol, scope, attributes } = message;
  const table = tableOf(message);
  if (table !== 0 && (table !== RT_TABLE_MAIN || details) && !filter.table) {
    const name = names.tables.nameOf(table);
    printer.named("table", name);
  }
  if (!(message.flags & RTM_F_CLONED)) {
    if (
      filter.protocol === undefined && (protocol !== RTPROT_BOOT || details)
    ) {
      const name = names.protocols.nameOf(protocol);
      printer.value("protocol", name, `proto ${name} `);
    }
    if (
      filter.scope === undefined && (scope !== RT_SCOPE_UNIVERSE || details)
    ) {
      const name = names.scopes.nameOf(scope);
      printer.named("scope", name);
    }
  }
  const { preferredSource, priority } = attributes;
  if (
    preferredSource !== undefined &&
    !isOneAddress(filter.preferredSource, family)
  ) {
    printer.text("src ");
    printer.colored(
      familyColor(family),
      "prefsrc",
      preferredSource,
      `${preferredSource} `,
    );
  }
  if (priority !== undefined && filter.metric === undefined) {
    printer.named("metric", priority);
  }
}

function formatMark({ printer }: Context, mark = 0): void {
  if (mark === 0) return;
  const text = mark >= 16 ? `0x${mark.toString(16)}` : String(mark);
  printer.value("mark", mark, `mark ${text} `);
}

/** Everything else, with the next hops at the end. */
function formatRest(
  context: Context,
  message: RouteMessage,
  filter: RouteFilter,
): void {
  const { printer } = context;
  const { family, flags, attributes } = message;
  const { flow, uid, cacheInfo, metrics, inputDevice } = attributes;
  if (flow !== undefined && filter.realmMask !== 0xffffffff) {
    formatRealms(context, flow);
  }
  printer.named("uid", uid);
  if (family === AF_INET && (flags & RTM_F_CLONED)) {
    formatCacheFlags(printer, flags);
  }
  if ((family === AF_INET || family === AF_INET6) && cacheInfo !== undefined) {
    formatCacheInfo(context, cacheInfo);
  }
  if (metrics !== undefined) formatMetrics(printer, metrics);
  if (inputDevice !== undefined && filter.inputDevice === undefined) {
    formatDevice(context, inputDevice, "iif");
  }
  formatPreference(context, attributes.preference);
  const { ttlPropagate } = attributes;
  if (ttlPropagate !== undefined) {
    printer.value(
      "ttl-propogate",
      ttlPropagate !== 0,
      `ttl-propogate ${ttlPropagate ? "enabled" : "disabled"}`,
    );
  }
  if (attributes.nexthopId !== undefined && context.options.details) {
    formatNexthopOfRoute(context, attributes.nexthopId);
  }
  if (attributes.multipath !== undefined) formatNextHops(context, message);
}

function formatPreference(
  { printer }: Context,
  preference: number | undefined,
): void {
  if (preference === undefined) return;
  const name = nameOf(ROUTER_PREFERENCES, preference);
  if (name === undefined) printer.value("pref", preference, String(preference));
  else printer.value("pref", name, `pref ${name}`);
}
