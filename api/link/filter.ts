/**
 * Which links to list, and how much to read of them.
 *
 * @module
 */

import { AF_BRIDGE, AF_UNSPEC } from "../../messages/families.ts";
import * as c from "../../messages/link/constants.ts";
import { type LinkMessage, linkMessage } from "../../messages/link/link.ts";
import { boolean, int32, text } from "../mapping/conversions.ts";
import { type Device, deviceOrNull } from "../mapping/device.ts";
import { conditions } from "../mapping/conditions.ts";
import {
  type Filter,
  filter,
  type FilterCondition,
} from "../mapping/filter.ts";
import { enumeration } from "../mapping/enumerations.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { type HardwareType, hardwareType } from "./hardware_type.ts";
import { type LinkGroup, linkGroup } from "./reference.ts";
import { blank } from "../../messages/codec/mod.ts";

/** Which links to list; what is not given does not matter. */
export interface LinkFilter {
  /** Links with this master; `null` for links without one. */
  master?: Device | null;
  /** Links of this kind, such as `vlan`. */
  kind?: string;
  /** Links whose master is of this kind, such as `bridge`. */
  portKind?: string;
  /** Links that are up, or links that are down. */
  up?: boolean;
  /** Links of this group. */
  group?: LinkGroup;
  /** Links with frames of this type, such as `ether`. */
  type?: HardwareType;
  /**
   * The address family that is asked: `"bridge"` reports ports of bridges and
   * their VLANs, `"inet6"` the state of IPv6 on links.
   */
  family?: "unspec" | "inet6" | "bridge" | number;
}

/** What to report of links in addition, and what not. */
export interface LinkDetails {
  /** Whether to report virtual functions (`RTEXT_FILTER_VF`). */
  virtualFunctions?: boolean;
  /**
   * Whether to report counters; `true` unless it is given. Without them, Linux
   * leaves out those of IPv6 only, but they are half of a message (not
   * `RTEXT_FILTER_SKIP_STATS`).
   */
  statistics?: boolean;
  /**
   * Whether to report the VLANs of bridges and ports, one by one or as ranges
   * (`RTEXT_FILTER_BRVLAN`, `RTEXT_FILTER_BRVLAN_COMPRESSED`).
   */
  bridgeVlans?: boolean | "ranges";
  /** Whether to report media redundancy instances (`RTEXT_FILTER_MRP`). */
  mrp?: boolean;
  /**
   * Whether to report connectivity fault management (`RTEXT_FILTER_CFM_CONFIG`,
   * `RTEXT_FILTER_CFM_STATUS`).
   */
  cfm?: boolean;
  /** Whether to report multiple spanning trees (`RTEXT_FILTER_MST`). */
  multipleSpanningTrees?: boolean;
  /**
   * Network namespace to ask, as this one numbers it (`IFLA_TARGET_NETNSID`).
   */
  netnsId?: number;
}

const families = enumeration({ unspec: 0, inet6: 10, bridge: 7 }, 8);

const { ask, bit, equal, where } = conditions<LinkMessage>();

/** Bits of the extended mask, where something is on, or off. */
function bits(on: number, off = 0): FilterCondition<boolean, LinkMessage> {
  return ask(boolean, ({ attributes }, value) => {
    const mask = value === 1 ? on : off;
    // Older kernels refuse nothing here, but what is not given is not sent.
    if (mask !== 0) attributes.extMask = (attributes.extMask ?? 0) | mask;
  }, { detail: true });
}

/** How {@linkcode LinkDetails} are put into the kernel's terms. */
const linkDetails: Filter<LinkDetails, LinkMessage> = filter({
  virtualFunctions: bits(c.RTEXT_FILTER_VF),
  statistics: bits(0, c.RTEXT_FILTER_SKIP_STATS),
  bridgeVlans: {
    detail: true,
    prepare: (value, fieldPath, request) =>
      value === "ranges"
        ? bits(c.RTEXT_FILTER_BRVLAN_COMPRESSED).prepare(
          true,
          fieldPath,
          request,
        )
        : bits(c.RTEXT_FILTER_BRVLAN).prepare(value, fieldPath, request),
  },
  mrp: bits(c.RTEXT_FILTER_MRP),
  cfm: bits(c.RTEXT_FILTER_CFM_CONFIG | c.RTEXT_FILTER_CFM_STATUS),
  multipleSpanningTrees: bits(c.RTEXT_FILTER_MST),
  netnsId: ask(
    int32,
    ({ attributes }, id) => attributes.targetNetnsId = id,
    { detail: true },
  ),
}, () => blank(linkMessage));

/**
 * Adds to a request what to report of links.
 *
 * @param message The request.
 * @param options What to report, among other options.
 * @param fieldPath Where the options stand.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a value is too small or too large.
 */
export function requestDetails(
  message: LinkMessage,
  options: LinkDetails,
  fieldPath: FieldPath,
): void {
  if (!hasDetails(options)) return;
  const details = linkDetails.pick(options);
  const { attributes } = linkDetails.select(details, fieldPath).message;
  Object.assign(message.attributes, attributes);
}

function hasDetails(options: object): boolean {
  for (const name in options) if (linkDetails.names.has(name)) return true;
  return false;
}

/**
 * Options without those of links.
 *
 * @typeParam O The options.
 * @param options The options.
 * @returns What is left.
 */
export function withoutDetails<O extends LinkDetails>(
  options: O,
): Omit<O, keyof LinkDetails> {
  if (!hasDetails(options)) return options;
  const rest = { ...options };
  for (const name of linkDetails.names) delete rest[name as keyof LinkDetails];
  return rest;
}

/**
 * Has the kernel make room for the largest link in a list.
 *
 * It does so for any extended mask, and otherwise makes datagrams of 32 KiB,
 * where a link that does not fit ends the list. For each family this takes a
 * bit that adds nothing to the answer; IPv6 refuses attributes, and has none
 * that large.
 *
 * @param message The request.
 */
export function makeRoom({ family, attributes }: LinkMessage): void {
  const mask = EMPTY_MASKS[family];
  if (mask !== undefined) attributes.extMask ??= mask;
}

const EMPTY_MASKS: Readonly<Record<number, number>> = {
  [AF_UNSPEC]: c.RTEXT_FILTER_MRP,
  [AF_BRIDGE]: c.RTEXT_FILTER_SKIP_STATS,
};

/**
 * How {@linkcode LinkFilter} is put into the kernel's terms.
 *
 * The kernel filters by master and by kind, but not always.
 */
export const linkFilter: Filter<LinkFilter, LinkMessage> = filter({
  master: where({
    value: deviceOrNull,
    send: ({ attributes }, master) => {
      if (master !== 0) attributes.master = master;
    },
    reads: ["attributes.master"],
    accepts: (wanted) => (master = 0) => master === wanted,
  }),
  kind: where({
    value: text,
    send: ({ attributes }, kind) => attributes.info = { kind },
    reads: ["attributes.info"],
    accepts: (wanted) => (info) => info?.kind === wanted,
  }),
  portKind: where({
    value: text,
    reads: ["attributes.info"],
    accepts: (wanted) => (info) => info?.slaveKind === wanted,
  }),
  up: bit("flags", c.IFF_UP),
  group: equal("attributes.group", linkGroup, { missing: 0 }),
  type: equal("type", hardwareType),
  // What the kernel sends is of the family whose view it is, or of none.
  family: ask(families, (request, family) => request.family = family),
}, () => blank(linkMessage));
