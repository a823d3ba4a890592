/**
 * Settings of IP and MPLS on devices: `struct netconfmsg` and `NETCONFA_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/netconf.h | linux/netconf.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  message,
  s32,
  struct,
  u8,
  type WithAttributes,
} from "../codec/mod.ts";
import { NETCONFA_IFINDEX } from "./constants.ts";

/** Family header of settings (`struct netconfmsg`). */
export interface NetconfHeader {
  /** `AF_INET`, `AF_INET6` or `AF_MPLS` (`ncm_family`). */
  family: number;
}

/** Attributes of settings (`NETCONFA_*`); switches are 0 or 1. */
export interface NetconfAttributes extends Attributes {
  /** Index of the device, or `NETCONFA_IFINDEX_*` (`NETCONFA_IFINDEX`). */
  index?: number;
  /** Whether packets are forwarded (`NETCONFA_FORWARDING`). */
  forwarding?: number;
  /**
   * Whether source addresses are checked: 0 no, 1 strictly, 2 loosely
   * (`NETCONFA_RP_FILTER`).
   */
  reversePathFilter?: number;
  /** Whether multicast packets are forwarded (`NETCONFA_MC_FORWARDING`). */
  multicastForwarding?: number;
  /** Whether the device answers for neighbors elsewhere (`NETCONFA_PROXY_NEIGH`). */
  proxyNeighbor?: number;
  /**
   * Whether routes of links without carrier are ignored
   * (`NETCONFA_IGNORE_ROUTES_WITH_LINKDOWN`).
   */
  ignoreRoutesWithLinkdown?: number;
  /** Whether MPLS packets are accepted (`NETCONFA_INPUT`). */
  input?: number;
  /** Whether directed broadcasts are forwarded (`NETCONFA_BC_FORWARDING`). */
  broadcastForwarding?: number;
  /**
   * Whether IPv6 packets are forwarded whatever the setting for all devices
   * (`NETCONFA_FORCE_FORWARDING`).
   */
  forceForwarding?: number;
}

/** Settings of one device, of all or of those to come. */
export type NetconfMessage = WithAttributes<NetconfHeader, NetconfAttributes>;

/** Codec of {@linkcode NetconfHeader}. */
export const netconfHeader: Codec<NetconfHeader> = struct({
  family: u8,
});

/** Codec of {@linkcode NetconfAttributes}. */
export const netconfAttributes: Codec<NetconfAttributes> = attributes({
  index: ["NETCONFA_IFINDEX", NETCONFA_IFINDEX, s32],
  forwarding: ["NETCONFA_FORWARDING", 2, s32],
  reversePathFilter: ["NETCONFA_RP_FILTER", 3, s32],
  multicastForwarding: ["NETCONFA_MC_FORWARDING", 4, s32],
  proxyNeighbor: ["NETCONFA_PROXY_NEIGH", 5, s32],
  ignoreRoutesWithLinkdown: ["NETCONFA_IGNORE_ROUTES_WITH_LINKDOWN", 6, s32],
  input: ["NETCONFA_INPUT", 7, s32],
  broadcastForwarding: ["NETCONFA_BC_FORWARDING", 8, s32],
  forceForwarding: ["NETCONFA_FORCE_FORWARDING", 9, s32],
});

/** Codec of {@linkcode NetconfMessage}. */
export const netconfMessage: Codec<NetconfMessage> = message(
  netconfHeader,
  netconfAttributes,
);
