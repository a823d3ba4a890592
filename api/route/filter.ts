/**
 * Which routes to list.
 *
 * @module
 */

import {
  AF_INET,
  AF_INET6,
  RTNL_FAMILY_IP6MR,
  RTNL_FAMILY_IPMR,
} from "../../messages/families.ts";
import { RTM_F_CLONED } from "../../messages/route/constants.ts";
import { type RouteMessage, routeMessage } from "../../messages/route/route.ts";
import { integer, uint32, uint8 } from "../mapping/conversions.ts";
import { type Device, device } from "../mapping/device.ts";
import { conditions } from "../mapping/conditions.ts";
import { type Filter, filter } from "../mapping/filter.ts";
import {
  addressBits,
  beginsWith,
  type PrefixBits,
  prefixBits,
} from "../mapping/prefixes.ts";
import {
  type RouteFamily,
  routeFamily,
  type RouteProtocol,
  routeProtocol,
  type RouteScope,
  routeScope,
  type RouteTable,
  routeTable,
  type RouteType,
  routeType,
} from "../mapping/routing_names.ts";
import type { Conversion } from "../mapping/mapping.ts";
import { isEthernet } from "./gateway.ts";
import { blank } from "../../messages/codec/mod.ts";

/** Which routes to list; what is not given does not matter. */
export interface RouteFilter {
  /** Routes of this family. */
  family?: RouteFamily;
  /** Routes in this table. */
  table?: RouteTable;
  /** Routes that this one added. */
  protocol?: RouteProtocol;
  /** Routes of this type. */
  type?: RouteType;
  /** Routes to destinations that are this far. */
  scope?: RouteScope;
  /** Routes for this type of service. */
  tos?: number;
  /** Routes through this device, other than as one of several. */
  device?: Device;
  /** Routes through this gateway, other than as one of several. */
  gateway?: string;
  /** Routes that prefer this source address. */
  source?: string;
  /** Routes with this metric. */
  metric?: number;
  /** Routes through this next hop object. */
  nexthopId?: number;
  /** Routes to exactly this destination, in CIDR notation or `default`. */
  to?: string;
  /** Routes for packets from exactly this source, in CIDR notation. */
  from?: string;
  /** Routes to destinations in this prefix. */
  root?: string;
  /** Routes to destinations that contain this prefix or address. */
  match?: string;
  /** Whether to list clones in the cache, instead of routes. */
  cached?: boolean;
}

/** A destination: a prefix, an MPLS label, or `default` of any family. */
type Destination = PrefixBits | { readonly label: number } | "default";

const destination: Pick<Conversion<string, Destination>, "toKernel"> = {
  toKernel: (value, fieldPath) => {
    if (value === "default") return value;
    return typeof value === "string" && /^\d+$/.test(value)
      ? { label: integer(0, 0xfffff).toKernel(Number(value), fieldPath)! }
      : prefixBits.toKernel(value, fieldPath);
  },
};

/** A gateway: an IP address, or the Ethernet address of one, in lower case. */
const gateway: Pick<Conversion<string, PrefixBits | string>, "toKernel"> = {
  toKernel: (value, fieldPath) =>
    isEthernet(value)
      ? value.toLowerCase()
      : addressBits.toKernel(value, fieldPath),
};

const { bit, equal, where } = conditions<RouteMessage>();

/** Whether a route of a family can have a destination of a version. */
function isOf(family: number, { version }: PrefixBits): boolean {
  return version === 6
    ? family === AF_INET6 || family === RTNL_FAMILY_IP6MR
    : family === AF_INET || family === RTNL_FAMILY_IPMR;
}

/** The kernel lists the routes of one family faster than those of all. */
function askFamily(request: RouteMessage, { version }: PrefixBits): void {
  if (request.family === 0) request.family = version === 6 ? AF_INET6 : AF_INET;
}

/** Routes whose destination or source is exactly a prefix. */
function isPrefix(
  wanted: PrefixBits,
  family: number,
  length: number,
  address: string | undefined,
): boolean {
  if (length !== wanted.length || !isOf(family, wanted)) return false;
  return length === 0 || address !== undefined && beginsWith(wanted, address);
}

/** How {@linkcode RouteFilter} is put into the kernel's terms. */
export const routeFilter: Filter<RouteFilter, RouteMessage> = filter({
  family: equal("family", routeFamily, { sent: true }),
  table: where({
    value: routeTable,
    send: ({ attributes }, table) => attributes.table = table,
    reads: ["table", "attributes.table"],
    accepts: (wanted) => (short, table = short) => table === wanted,
  }),
  protocol: equal("protocol", routeProtocol, { sent: true }),
  type: equal("type", routeType, { sent: true }),
  scope: equal("scope", routeScope),
  tos: equal("tos", uint8),
  device: equal("attributes.outputDevice", device, { sent: true }),
  gateway: where({
    value: gateway,
    reads: ["attributes.gateway", "attributes.via"],
    accepts: (wanted) => (gateway, via) => {
      const address = gateway ?? via?.address;
      return address !== undefined &&
        (typeof wanted === "string"
          ? address === wanted
          : beginsWith(wanted, address));
    },
  }),
  source: where({
    value: addressBits,
    reads: ["attributes.preferredSource"],
    accepts: (wanted) => (source) =>
      source !== undefined && beginsWith(wanted, source),
  }),
  metric: equal("attributes.priority", uint32, { missing: 0 }),
  nexthopId: equal("attributes.nexthopId", uint32),
  to: where({
    value: destination,
    send: (request, wanted) => {
      if (wanted !== "default" && "version" in wanted) {
        askFamily(request, wanted);
      }
    },
    reads: [
      "family",
      "destinationLength",
      "attributes.destination",
      "attributes.destinationLabels",
    ],
    accepts: (wanted) => (family, length, address, labels) => {
      if (wanted === "default") return length === 0 && labels === undefined;
      return "label" in wanted
        ? labels !== undefined && labels[0]! >>> 12 === wanted.label
        : isPrefix(wanted, family, length, address);
    },
  }),
  from: where({
    value: prefixBits,
    send: askFamily,
    reads: ["family", "sourceLength", "attributes.source"],
    accepts: (wanted) => (family, length, address) =>
      isPrefix(wanted, family, length, address),
  }),
  root: where({
    value: prefixBits,
    send: askFamily,
    reads: ["family", "destinationLength", "attributes.destination"],
    accepts: (wanted) => (family, length, address) =>
      length >= wanted.length && isOf(family, wanted) &&
      (wanted.length === 0 ||
        address !== undefined && beginsWith(wanted, address)),
  }),
  match: where({
    value: prefixBits,
    send: askFamily,
    reads: ["family", "destinationLength", "attributes.destination"],
    accepts: (wanted) => (family, length, address) =>
      length <= wanted.length && isOf(family, wanted) &&
      (length === 0 ||
        address !== undefined && beginsWith(wanted, address, length)),
  }),
  cached: bit("flags", RTM_F_CLONED, {
    send: (request) => {
      request.flags = RTM_F_CLONED;
    },
    absent: false,
  }),
}, () => blank(routeMessage));
