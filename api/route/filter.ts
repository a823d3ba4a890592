/**
 * Which routes to list.
 *
 * @module
 */

import { RTM_F_CLONED } from "../../messages/route/constants.ts";
import type { RouteMessage } from "../../messages/route/route.ts";
import { ip, isWithin, parsePrefix, type Prefix } from "../addresses.ts";
import { uint32 } from "../conversions.ts";
import { type Device, device } from "../device.ts";
import type { Place } from "../place.ts";
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
} from "../routing.ts";
import { familyOf } from "./gateway.ts";
import { blankRoute } from "./spec.ts";

/** Which routes to list; what is missing lets all pass. */
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
  /** Routes to destinations in this prefix. */
  root?: string;
  /** Routes to destinations that contain this prefix or address. */
  match?: string;
  /** Whether to list clones in the cache, instead of routes. */
  cached?: boolean;
}

/** Whether a route is among those that were asked for. */
type Test = (message: RouteMessage) => boolean;

const tests = new WeakMap<RouteMessage, Test>();

/**
 * The request for the routes that a filter lets pass.
 *
 * @param filter The filter.
 * @param place Where it stands.
 * @returns The message.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a value is too small or too large.
 */
export function selectRoutes(filter: RouteFilter, place: Place): RouteMessage {
  const message = blankRoute();
  const { attributes } = message;
  const { family, table, protocol, type, cached = false } = filter;
  if (family !== undefined) {
    message.family = routeFamily.toKernel(family, place.at("family"))!;
  }
  if (table !== undefined) {
    attributes.table = routeTable.toKernel(table, place.at("table"))!;
  }
  if (protocol !== undefined) {
    message.protocol = routeProtocol.toKernel(protocol, place.at("protocol"))!;
  }
  if (type !== undefined) {
    message.type = routeType.toKernel(type, place.at("type"))!;
  }
  if (filter.device !== undefined) {
    const at = place.at("device");
    attributes.outputDevice = device.toKernel(filter.device, at)!;
  }
  if (cached) message.flags = RTM_F_CLONED;
  tests.set(message, allOf(testsFor(filter, message, place)));
  return message;
}

/**
 * Whether a route is among those that were asked for.
 *
 * @param message The route.
 * @param _ The filter.
 * @param selected The request, as {@linkcode selectRoutes} made it.
 * @returns Whether it is.
 */
export function isSelected(
  message: RouteMessage,
  _: RouteFilter,
  selected: RouteMessage,
): boolean {
  return tests.get(selected)?.(message) ?? true;
}

function allOf(list: readonly Test[]): Test {
  return (message) => list.every((test) => test(message));
}

function testsFor(
  filter: RouteFilter,
  { family, protocol, type, attributes }: RouteMessage,
  place: Place,
): Test[] {
  const { cached = false } = filter;
  const list: Test[] = [
    ({ flags }) => (flags & RTM_F_CLONED) !== 0 === cached,
  ];
  const { table, outputDevice } = attributes;
  if (filter.family !== undefined) list.push((m) => m.family === family);
  if (table !== undefined) {
    list.push((m) => (m.attributes.table ?? m.table) === table);
  }
  if (filter.protocol !== undefined) list.push((m) => m.protocol === protocol);
  if (filter.type !== undefined) list.push((m) => m.type === type);
  if (outputDevice !== undefined) {
    list.push((m) => m.attributes.outputDevice === outputDevice);
  }
  if (filter.scope !== undefined) {
    const scope = routeScope.toKernel(filter.scope, place.at("scope"));
    list.push((m) => m.scope === scope);
  }
  return [
    ...list,
    ...attributeTests(filter, place),
    ...prefixTests(filter, place),
  ];
}

function attributeTests(filter: RouteFilter, place: Place): Test[] {
  const list: Test[] = [];
  if (filter.gateway !== undefined) {
    const wanted = ip.toKernel(filter.gateway, place.at("gateway"))!;
    list.push(({ attributes: { gateway, via } }) =>
      isSame(wanted, gateway ?? via?.address)
    );
  }
  if (filter.source !== undefined) {
    const wanted = ip.toKernel(filter.source, place.at("source"))!;
    list.push(({ attributes }) => isSame(wanted, attributes.preferredSource));
  }
  if (filter.metric !== undefined) {
    const metric = uint32.toKernel(filter.metric, place.at("metric"));
    list.push(({ attributes: { priority = 0 } }) => priority === metric);
  }
  if (filter.nexthopId !== undefined) {
    const id = uint32.toKernel(filter.nexthopId, place.at("nexthopId"));
    list.push(({ attributes: { nexthopId } }) => nexthopId === id);
  }
  return list;
}

/** Whether two addresses are the same, however they are written. */
function isSame(wanted: string, address: string | undefined): boolean {
  return address !== undefined && isWithin(wanted, address);
}

function prefixTests(filter: RouteFilter, place: Place): Test[] {
  const list: Test[] = [];
  if (filter.to === "default") {
    list.push(({ destinationLength, attributes }) =>
      destinationLength === 0 && attributes.destinationLabels === undefined
    );
  } else if (filter.to !== undefined && /^\d+$/.test(filter.to)) {
    const label = Number(filter.to);
    list.push(({ attributes: { destinationLabels } }) =>
      destinationLabels !== undefined && destinationLabels[0]! >>> 12 === label
    );
  } else if (filter.to !== undefined) {
    const prefix = parsePrefix(filter.to, place.at("to"));
    list.push((m) => isInside(prefix, m) && isAround(prefix, m));
  }
  if (filter.root !== undefined) {
    const prefix = parsePrefix(filter.root, place.at("root"));
    list.push((m) => isInside(prefix, m));
  }
  if (filter.match !== undefined) {
    const prefix = parsePrefix(filter.match, place.at("match"));
    list.push((m) => isAround(prefix, m));
  }
  return list;
}

function isInside(
  { address, length }: Prefix,
  { family, destinationLength, attributes: { destination } }: RouteMessage,
): boolean {
  if (familyOf(address) !== family || destinationLength < length) return false;
  return length === 0 || destination !== undefined &&
      isWithin(`${address}/${length}`, destination);
}

function isAround(
  { address, length }: Prefix,
  { family, destinationLength, attributes: { destination } }: RouteMessage,
): boolean {
  if (familyOf(address) !== family || destinationLength > length) return false;
  return destinationLength === 0 || destination !== undefined &&
      isWithin(`${destination}/${destinationLength}`, address);
}
