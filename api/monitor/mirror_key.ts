/**
 * What objects are called, and what names one of them as the kernel does.
 *
 * @module
 */

import { blank, ipAddress, Writer } from "../../messages/codec/mod.ts";
import { AF_INET, AF_INET6 } from "../../messages/families.ts";
import { mac, parsePrefix } from "../mapping/address_conversions.ts";
import { uint32, uint8 } from "../mapping/conversions.ts";
import { type Device, device } from "../mapping/device.ts";
import { blankForwarding } from "../forwarding/spec.ts";
import { FieldPath } from "../mapping/field_path.ts";
import {
  type RouteFamily,
  routeFamily,
  type RouteTable,
  routeTable,
} from "../mapping/routing_names.ts";
import { RT_TABLE_MAIN } from "../../messages/constants.ts";
import type { MonitoredMessages } from "./change.ts";
import { neighborMessage } from "../../messages/neighbor/neighbor.ts";
import { type RouteMessage, routeMessage } from "../../messages/route/route.ts";

/**
 * What an object is called: the name, an alternative name or the index of a
 * link; the destination of a route or a multicast route, such as `10.0.0.0/8`,
 * `default` or an MPLS label; an address, with or without its prefix length;
 * the address of a neighbor; the hardware address of a forwarding entry; the id
 * of a nexthop or a namespace; the priority of a rule; the group of a multicast
 * entry; the index of the link of settings, queueing disciplines, classes,
 * filters, VLANs and networks, or the number of the shared block of filters.
 */
export type MirrorKey = string | number;

/** What identifies one route, as the kernel distinguishes them. */
export interface MirrorRouteKey {
  /** The destination, such as `10.0.0.0/8` or `default`. */
  to: string;
  /** Address family; that of the destination, or else `inet`. */
  family?: RouteFamily;
  /**
   * Its table.
   *
   * @default {"main"}
   */
  table?: RouteTable;
  /** Its metric; 0 for IPv4 and 1024 for IPv6, as the kernel has it. */
  metric?: number;
  /**
   * Its type of service.
   *
   * @default {0}
   */
  tos?: number;
  /** Source that it is for, in CIDR notation. */
  from?: string;
}

/** What identifies one neighbor. */
export interface MirrorNeighborKey {
  /** Its device; a name is looked up in the mirror. */
  device: Device;
  /** Its address. */
  address: string;
}

/** What identifies one forwarding entry of a bridge or a VXLAN device. */
export interface MirrorForwardingKey {
  /** The bridge or the VXLAN device; a name is looked up in the mirror. */
  device: Device;
  /** The hardware address. */
  linkAddress: string;
  /** Its VLAN. */
  vlan?: number;
  /** Its network in a VXLAN device of several. */
  sourceVni?: number;
}

/** What identifies one object, besides what it is called. */
export interface MirrorKeys {
  /** Forwarding entries. */
  forwarding: MirrorForwardingKey;
  /** Neighbors. */
  neighbor: MirrorNeighborKey;
  /** Routes. */
  route: MirrorRouteKey;
}

/** Names of one object of a kind. */
export type MirrorKeyOf<K extends keyof MonitoredMessages> =
  | MirrorKey
  | (K extends keyof MirrorKeys ? MirrorKeys[K] : never);

/**
 * The names under which a store may have objects that are called so.
 *
 * @param object What kind of object.
 * @param key What they are called.
 * @returns The names, in the order in which to try them.
 */
export function namesOf(
  object: keyof MonitoredMessages,
  key: MirrorKey,
): MirrorKey[] {
  if (typeof key !== "string" || object === "link") return [key];
  // The same name, spelled otherwise.
  const other = object === "forwarding"
    ? key.toLowerCase()
    : canonicalPrefix(key);
  return other === undefined || other === key ? [key] : [key, other];
}

/** Writes an address or a prefix as messages have it. */
function canonicalPrefix(text: string): string | undefined {
  const slash = text.indexOf("/");
  const address = canonicalAddress(slash < 0 ? text : text.slice(0, slash));
  if (address === undefined || slash < 0) return address;
  return address + text.slice(slash);
}

const scratch: Writer = new Writer();

/** Writes an address as messages have it; `undefined` if it is none. */
function canonicalAddress(text: string): string | undefined {
  scratch.reset();
  try {
    ipAddress.encode(scratch, text);
  } catch {
    return undefined;
  }
  return ipAddress.decode(scratch.view, 0, scratch.length, {});
}

/** Metric of IPv6 routes that are added without one (`IP6_RT_PRIO_USER`). */
const IPV6_METRIC = 1024;

type Identify<K extends keyof MirrorKeys> = (
  key: MirrorKeys[K],
  fieldPath: FieldPath,
) => Iterable<MonitoredMessages[K]>;

const identities: { readonly [K in keyof MirrorKeys]: Identify<K> } = {
  route: function* (key, fieldPath) {
    checkNames(
      key,
      ["to", "family", "table", "metric", "tos", "from"],
      fieldPath,
    );
    const { to, from } = key;
    // Most prefixes are spelled as the messages have them.
    if (from === undefined && typeof to === "string") {
      yield keyMessage(key, asItStands(to), undefined, fieldPath);
    }
    const destination = prefixAt(to, fieldPath.at("to"));
    const source = from === undefined
      ? undefined
      : prefixAt(from, fieldPath.at("from"));
    yield keyMessage(key, destination, source, fieldPath);
  },
  neighbor: (key, fieldPath) => {
    checkNames(key, ["device", "address"], fieldPath);
    const message = blank(neighborMessage);
    message.index = device.toKernel(key.device, fieldPath.at("device"))!;
    const prefix = prefixAt(key.address, fieldPath.at("address"));
    message.family = prefix!.family;
    message.attributes.destination = prefix!.address;
    return [message];
  },
  forwarding: (key, fieldPath) => {
    checkNames(key, ["device", "linkAddress", "vlan", "sourceVni"], fieldPath);
    const index = device.toKernel(key.device, fieldPath.at("device"))!;
    const linkAddress = mac.toKernel(
      key.linkAddress,
      fieldPath.at("linkAddress"),
    )!
      .toLowerCase();
    const { vlan, sourceVni } = key;
    const attributes = {
      linkAddress,
      ...(vlan !== undefined && { vlan }),
      ...(sourceVni !== undefined && { sourceVni }),
    };
    const message = { ...blankForwarding(), index, attributes };
    // One of a bridge, or else of a VXLAN device.
    return [
      { ...message, attributes: { ...attributes, master: index } },
      message,
    ];
  },
};

/** An address and the length of the prefix that begins with it. */
interface FamilyPrefix {
  readonly family: number;
  readonly address: string;
  readonly length: number;
}

function keyMessage(
  { family: name, table, metric, tos }: MirrorRouteKey,
  destination: FamilyPrefix | undefined,
  source: FamilyPrefix | undefined,
  fieldPath: FieldPath,
): RouteMessage {
  const message = blank(routeMessage);
  const { attributes } = message;
  message.family = name === undefined
    ? destination?.family ?? source?.family ?? AF_INET
    : routeFamily.toKernel(name, fieldPath.at("family"))!;
  if (tos !== undefined) {
    message.tos = uint8.toKernel(tos, fieldPath.at("tos"))!;
  }
  attributes.table = table === undefined
    ? RT_TABLE_MAIN
    : routeTable.toKernel(table, fieldPath.at("table"))!;
  attributes.priority = metric !== undefined
    ? uint32.toKernel(metric, fieldPath.at("metric"))!
    : message.family === AF_INET6
    ? IPV6_METRIC
    : 0;
  if (destination !== undefined) {
    message.destinationLength = destination.length;
    attributes.destination = destination.address;
  }
  if (source !== undefined) {
    message.sourceLength = source.length;
    attributes.source = source.address;
  }
  return message;
}

/** Reads a prefix without a check: what is none is not found. */
function asItStands(text: string): FamilyPrefix | undefined {
  if (text === "default") return undefined;
  const ipv6 = text.includes(":");
  const family = ipv6 ? AF_INET6 : AF_INET;
  const slash = text.indexOf("/");
  return slash < 0
    ? { family, address: text, length: ipv6 ? 128 : 32 }
    : { family, address: text.slice(0, slash), length: +text.slice(slash + 1) };
}

function checkNames(
  key: object,
  names: readonly string[],
  fieldPath: FieldPath,
): void {
  for (const name in key) {
    if (names.includes(name)) continue;
    const value: unknown = key[name as keyof typeof key];
    throw fieldPath.noProperty(name, value, names);
  }
}

function prefixAt(
  text: string,
  fieldPath: FieldPath,
): FamilyPrefix | undefined {
  if (text === "default") return undefined;
  const { address, length } = parsePrefix(text, fieldPath);
  const family = address.includes(":") ? AF_INET6 : AF_INET;
  return { family, address: canonicalAddress(address)!, length };
}

/**
 * Messages with the keys that an object may have in its store.
 *
 * @param object What kind of object.
 * @param key What identifies the object.
 * @param fieldPath Where devices are looked up.
 * @returns The messages, in the order in which to try them.
 * @throws {TypeError} If objects of the kind have no such names, or a value is
 * not of the right sort.
 * @throws {RangeError} If a value is too small or too large.
 */
export function messagesNamed<K extends keyof MonitoredMessages>(
  object: K,
  key: object,
  fieldPath: FieldPath,
): Iterable<MonitoredMessages[K]> {
  if (key === null || !Object.hasOwn(identities, object)) {
    throw fieldPath.wrong(key, "a name or a number is expected");
  }
  const identify = identities[object as keyof MirrorKeys];
  return identify(key as never, fieldPath) as Iterable<never>;
}

/**
 * Where names in keys are looked up.
 *
 * @param indexOf Returns the index of a device, -1 for one that is not there;
 * `undefined` if the mirror has no links.
 * @returns Where keys stand.
 */
export function keyPath(
  indexOf: (name: string) => number | undefined,
): FieldPath {
  const refuse = (
    value: string | number,
    path: string,
    state: string,
  ): never => {
    const text = JSON.stringify(value);
    throw new TypeError(`Cannot use ${text} as ${path}: ${state}`);
  };
  return new FieldPath("", {
    device: (name, path) =>
      indexOf(name) ?? refuse(name, path, "there are no links in the mirror"),
    deviceName: (index, path) =>
      refuse(index, path, "names are not looked up here"),
    namespace: (name, path) =>
      refuse(name, path, "namespaces are not looked up here"),
  });
}
