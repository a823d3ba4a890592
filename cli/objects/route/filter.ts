/**
 * Which routes `ip route show`, `flush` and `save` are about.
 *
 * @module
 */

import { addressBits, type Prefix, readAddress } from "../../parse/prefixes.ts";
import {
  RT_TABLE_LOCAL,
  RT_TABLE_MAIN,
  RTN_BROADCAST,
  RTN_LOCAL,
} from "../../../messages/constants.ts";
import { AF_INET6, AF_MPLS } from "../../../messages/families.ts";
import { RTM_F_CLONED } from "../../../messages/route/constants.ts";
import type {
  RouteAttributes,
  RouteMessage,
} from "../../../messages/route/route.ts";

/** Which routes to take; what they have in common is not printed. */
export interface RouteFilter {
  /** Table; 0 for all of them. */
  table: number;
  /** Whether clones are wanted instead of routes, or both are. */
  cached: boolean | "both";
  /** Who installed the route. */
  protocol?: number;
  /** How far the destination is. */
  scope?: number;
  /** Type. */
  type?: number;
  /** Whether it is about a VRF, whose local routes do not count. */
  vrf?: boolean;
  /** Type of service. */
  tos?: number;
  /** Index of the input device. */
  inputDevice?: number;
  /** Index of the output device. */
  outputDevice?: number;
  /** Firewall mark. */
  mark?: number;
  /** Metric. */
  metric?: number;
  /** Realms. */
  realms?: number;
  /** Which bits of the realms count. */
  realmMask?: number;
  /** Preferred source address. */
  preferredSource?: Prefix;
  /** Gateway. */
  via?: Prefix;
  /** Destinations are in this prefix. */
  root?: Prefix;
  /** Destinations contain this prefix. */
  match?: Prefix;
  /** Sources are in this prefix. */
  sourceRoot?: Prefix;
  /** Sources contain this prefix. */
  sourceMatch?: Prefix;
  /** Whether a route of IPv6 was seen in another table than the main one. */
  hasTables?: boolean;
}

/**
 * A filter that lets routes of any table pass.
 *
 * @returns The filter.
 */
export function anyRoute(): RouteFilter {
  return { table: 0, cached: "both" };
}

/**
 * The table of a route.
 *
 * @param message The route's message.
 * @returns Its number.
 */
export function tableOf({ table, attributes }: RouteMessage): number {
  return attributes.table ?? table;
}

/**
 * Whether a filter lets a route pass.
 *
 * @param filter The filter.
 * @param message The route's message.
 * @param family The only family that counts, or 0 for any.
 * @returns Whether it does.
 */
export function passes(
  filter: RouteFilter,
  message: RouteMessage,
  family: number,
): boolean {
  if (family !== 0 && message.family !== family) return false;
  const cloned = (message.flags & RTM_F_CLONED) !== 0;
  if (filter.cached !== "both" && filter.cached !== cloned) return false;
  return isOfTable(filter, message) && hasNumbers(filter, message) &&
    hasPrefixes(filter, message);
}

function isOfTable(filter: RouteFilter, message: RouteMessage): boolean {
  const table = tableOf(message);
  const isIpv6 = message.family === AF_INET6;
  if (isIpv6 && table !== RT_TABLE_MAIN) filter.hasTables = true;
  if (filter.table === 0) return true;
  if (!isIpv6 || filter.hasTables) return filter.table === table;
  // Kernels without tables for IPv6 have local routes among the others.
  if (filter.table === RT_TABLE_LOCAL) return message.type === RTN_LOCAL;
  return filter.table === RT_TABLE_MAIN && message.type !== RTN_LOCAL;
}

function hasNumbers(filter: RouteFilter, message: RouteMessage): boolean {
  const { attributes: given } = message;
  const { realms = 0, realmMask = 0 } = filter;
  const isLocal = message.type === RTN_LOCAL || message.type === RTN_BROADCAST;
  return isOrAny(filter.protocol, message.protocol) &&
    isOrAny(filter.scope, message.scope) &&
    isOrAny(filter.type, message.type) &&
    !(filter.vrf && isLocal) &&
    isOrAny(filter.tos, message.tos) &&
    (((given.flow ?? 0) ^ realms) & realmMask) === 0 &&
    isOrAny(filter.inputDevice, given.inputDevice ?? 0) &&
    isThrough(filter.outputDevice, given) &&
    isOrAny(filter.mark, given.mark ?? 0) &&
    isOrAny(filter.metric, given.priority ?? 0);
}

/** Whether a route, or one of its next hops, is through a device. */
function isThrough(
  wanted: number | undefined,
  { outputDevice, multipath }: RouteAttributes,
): boolean {
  // Routes such as blackholes have none, and are left to the kernel.
  if (outputDevice === undefined && multipath === undefined) return true;
  return isOrAny(wanted, outputDevice ?? 0) ||
    multipath?.some((hop) => hop.outputDevice === wanted) === true;
}

function isOrAny(wanted: number | undefined, value: number): boolean {
  return wanted === undefined || wanted === value;
}

function hasPrefixes(filter: RouteFilter, message: RouteMessage): boolean {
  const { family, destinationLength, sourceLength, attributes } = message;
  const { root, match, sourceRoot, sourceMatch, via, preferredSource } = filter;
  const destination = () => destinationBytes(attributes);
  const source = () => bytesOf(attributes.source);
  return isInside(root, family, destinationLength, destination) &&
    isAround(match, family, destinationLength, destination) &&
    isInside(sourceRoot, family, sourceLength, source) &&
    isAround(sourceMatch, family, sourceLength, source) &&
    isVia(via, message) &&
    isFrom(preferredSource, family, attributes.preferredSource);
}

function isInside(
  prefix: Prefix | undefined,
  family: number,
  length: number,
  bytes: () => Uint8Array,
): boolean {
  if (prefix === undefined || !counts(prefix)) return true;
  return isFamily(prefix, family) && prefix.length <= length &&
    equal(prefix.bytes, bytes(), prefix.length);
}

function isAround(
  prefix: Prefix | undefined,
  family: number,
  length: number,
  bytes: () => Uint8Array,
): boolean {
  if (prefix === undefined || !counts(prefix)) return true;
  return isFamily(prefix, family) && prefix.length >= length &&
    equal(prefix.bytes, bytes(), length);
}

function counts({ family, given }: Prefix): boolean {
  return family !== 0 || given;
}

function isFamily(prefix: Prefix, family: number): boolean {
  return prefix.family === 0 || prefix.family === family;
}

function isVia(
  prefix: Prefix | undefined,
  { family, attributes: { gateway, via } }: RouteMessage,
): boolean {
  if (prefix === undefined || prefix.family === 0) return true;
  return (via?.family ?? family) === prefix.family &&
    equal(prefix.bytes, bytesOf(via?.address ?? gateway), prefix.length);
}

function isFrom(
  prefix: Prefix | undefined,
  family: number,
  address: string | undefined,
): boolean {
  if (prefix === undefined || prefix.family === 0) return true;
  return family === prefix.family &&
    equal(prefix.bytes, bytesOf(address), prefix.length);
}

function destinationBytes(
  { destination, destinationLabels }: RouteAttributes,
): Uint8Array {
  if (destinationLabels === undefined) return bytesOf(destination);
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, destinationLabels[0] ?? 0);
  return bytes;
}

function bytesOf(address: string | undefined): Uint8Array {
  const read = address === undefined ? undefined : readAddress(address, 0);
  return read?.bytes ?? new Uint8Array();
}

/** Whether two addresses have the same first bits; missing bytes are 0. */
function equal(left: Uint8Array, right: Uint8Array, bits: number): boolean {
  for (let at = 0; at * 8 < bits; at++) {
    const rest = Math.min(8, bits - at * 8);
    const difference = (left[at] ?? 0) ^ (right[at] ?? 0);
    if (difference >> (8 - rest) !== 0) return false;
  }
  return true;
}

/**
 * Whether a prefix of a filter is one address, so that all routes that pass
 * have just that one.
 *
 * @param prefix The prefix.
 * @param family The family of the routes.
 * @returns Whether it is.
 */
export function isOneAddress(
  prefix: Prefix | undefined,
  family: number,
): boolean {
  return (prefix?.length ?? 0) === (hostBits(family));
}

/**
 * How many bits an address of a family has.
 *
 * @param family The family, `AF_*`.
 * @returns How many.
 */
export function hostBits(family: number): number {
  return family === AF_MPLS ? 20 : addressBits(family);
}
