/**
 * Which links to list, and how much to tell of them.
 *
 * @module
 */

import { AF_BRIDGE, AF_UNSPEC } from "../../messages/families.ts";
import * as c from "../../messages/link/constants.ts";
import type { LinkMessage } from "../../messages/link/link.ts";
import { text } from "../conversions.ts";
import { type Device, device } from "../device.ts";
import { enumeration } from "../names.ts";
import type { Place } from "../place.ts";
import { type HardwareType, hardwareType } from "./hardware_type.ts";
import { blankLink, type LinkGroup, linkGroup } from "./reference.ts";

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
   * The address family that is asked: `"bridge"` tells ports of bridges and
   * their VLANs, `"inet6"` what IPv6 knows of links.
   */
  family?: "unspec" | "inet6" | "bridge" | number;
}

/** What to tell of links in addition, and what not. */
export interface LinkDetails {
  /** Whether to tell virtual functions (`RTEXT_FILTER_VF`). */
  virtualFunctions?: boolean;
  /**
   * Whether to tell counters; `true` unless it is given. Without them, Linux
   * leaves out those of IPv6 only, but they are half of a message (not
   * `RTEXT_FILTER_SKIP_STATS`).
   */
  statistics?: boolean;
  /**
   * Whether to tell the VLANs of bridges and ports, one by one or as ranges
   * (`RTEXT_FILTER_BRVLAN`, `RTEXT_FILTER_BRVLAN_COMPRESSED`).
   */
  bridgeVlans?: boolean | "ranges";
  /** Whether to tell media redundancy instances (`RTEXT_FILTER_MRP`). */
  mrp?: boolean;
  /**
   * Whether to tell connectivity fault management (`RTEXT_FILTER_CFM_CONFIG`,
   * `RTEXT_FILTER_CFM_STATUS`).
   */
  cfm?: boolean;
  /** Whether to tell multiple spanning trees (`RTEXT_FILTER_MST`). */
  multipleSpanningTrees?: boolean;
  /**
   * Network namespace to ask, as this one numbers it (`IFLA_TARGET_NETNSID`).
   */
  netnsId?: number;
}

const families = enumeration({ unspec: 0, inet6: 10, bridge: 7 }, 8);

/**
 * Adds to a request what to tell of links.
 *
 * @param message The request.
 * @param details What to tell.
 */
export function requestDetails(
  { attributes }: LinkMessage,
  details: LinkDetails,
): void {
  const mask = extMask(details);
  // Older kernels refuse nothing here, but what is not given is not sent.
  if (mask !== 0) attributes.extMask = mask;
  if (details.netnsId !== undefined) {
    attributes.targetNetnsId = details.netnsId;
  }
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

function extMask(details: LinkDetails): number {
  const { bridgeVlans = false } = details;
  return bitIf(details.virtualFunctions, c.RTEXT_FILTER_VF) |
    bitIf(details.statistics === false, c.RTEXT_FILTER_SKIP_STATS) |
    bitIf(bridgeVlans === true, c.RTEXT_FILTER_BRVLAN) |
    bitIf(bridgeVlans === "ranges", c.RTEXT_FILTER_BRVLAN_COMPRESSED) |
    bitIf(details.mrp, c.RTEXT_FILTER_MRP) |
    bitIf(
      details.cfm,
      c.RTEXT_FILTER_CFM_CONFIG | c.RTEXT_FILTER_CFM_STATUS,
    ) |
    bitIf(details.multipleSpanningTrees, c.RTEXT_FILTER_MST);
}

function bitIf(condition: boolean | undefined, bits: number): number {
  return condition === true ? bits : 0;
}

/** A filter in the kernel's terms; see {@linkcode selectLinks}. */
export interface LinkSelection {
  /** The request, which asks for what the kernel can filter by itself. */
  readonly message: LinkMessage;
  /** Whether a link is among those that were asked for. */
  readonly matches: (message: LinkMessage) => boolean;
}

/**
 * Puts a filter into the kernel's terms.
 *
 * The kernel filters by master and by kind, but not always: all is looked at
 * again here.
 *
 * @param filter The filter.
 * @param place Who looks up the name of the master.
 * @returns The request, and what to look at.
 */
export function selectLinks(filter: LinkFilter, place: Place): LinkSelection {
  const message = blankLink();
  const { attributes } = message;
  const tests: ((message: LinkMessage) => boolean)[] = [];
  const { master, kind, portKind, up, group, type, family } = filter;
  if (family !== undefined) {
    message.family = families.toKernel(family, place.at("family"))!;
  }
  if (master === null) {
    tests.push(({ attributes }) => (attributes.master ?? 0) === 0);
  } else if (master !== undefined) {
    const index = device.toKernel(master, place.at("master"))!;
    attributes.master = index;
    tests.push(({ attributes }) => attributes.master === index);
  }
  if (kind !== undefined) {
    const name = text.toKernel(kind, place.at("kind"))!;
    attributes.info = { kind: name };
    tests.push(({ attributes }) => attributes.info?.kind === name);
  }
  if (portKind !== undefined) {
    tests.push(({ attributes }) => attributes.info?.slaveKind === portKind);
  }
  if (up !== undefined) {
    tests.push(({ flags }) => (flags & c.IFF_UP) !== 0 === up);
  }
  if (group !== undefined) {
    const number = linkGroup.toKernel(group, place.at("group"))!;
    tests.push(({ attributes }) => (attributes.group ?? 0) === number);
  }
  if (type !== undefined) {
    const number = hardwareType.toKernel(type, place.at("type"))!;
    tests.push((message) => message.type === number);
  }
  return {
    message,
    matches: (message) => tests.every((test) => test(message)),
  };
}
