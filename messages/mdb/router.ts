/**
 * Ports with multicast routers: `MDBA_ROUTER_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_bridge.h | linux/if_bridge.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  list,
  message,
  struct,
  u16,
  u32,
  u8,
  type WithAttributes,
} from "../codec/mod.ts";

/** What the attributes of a router port follow (`MDBA_ROUTER_PORT`). */
export interface MdbRouterPortHeader {
  /** Index of the port. */
  port: number;
}

/** Attributes of a router port (`MDBA_ROUTER_PATTR_*`); times in hundredths of seconds. */
export interface MdbRouterPortAttributes extends Attributes {
  /** Time until it is no longer one (`MDBA_ROUTER_PATTR_TIMER`). */
  timer?: number;
  /** How it became one, `MDB_RTR_TYPE_*` (`MDBA_ROUTER_PATTR_TYPE`). */
  type?: number;
  /** The time for IPv4 (`MDBA_ROUTER_PATTR_INET_TIMER`). */
  ipTimer?: number;
  /** The time for IPv6 (`MDBA_ROUTER_PATTR_INET6_TIMER`). */
  ipv6Timer?: number;
  /** VLAN (`MDBA_ROUTER_PATTR_VID`). */
  vlan?: number;
}

/** A port with a multicast router. */
export type MdbRouterPort = WithAttributes<
  MdbRouterPortHeader,
  MdbRouterPortAttributes
>;

const header: Codec<MdbRouterPortHeader> = struct({
  port: u32,
});

/** Codec of {@linkcode MdbRouterPortAttributes}. */
export const mdbRouterPortAttributes: Codec<MdbRouterPortAttributes> =
  attributes({
    timer: ["MDBA_ROUTER_PATTR_TIMER", 1, u32],
    type: ["MDBA_ROUTER_PATTR_TYPE", 2, u8],
    ipTimer: ["MDBA_ROUTER_PATTR_INET_TIMER", 3, u32],
    ipv6Timer: ["MDBA_ROUTER_PATTR_INET6_TIMER", 4, u32],
    vlan: ["MDBA_ROUTER_PATTR_VID", 5, u16],
  });

const port = message(header, mdbRouterPortAttributes);

/** Codec of router ports in multicast databases (`MDBA_ROUTER`). */
export const mdbRouterPorts: Codec<MdbRouterPort[]> = list(
  port,
  ["MDBA_ROUTER_PORT", 1],
  { nestedFlag: false },
);

/** Ports with multicast routers of VLANs (`MDBA_ROUTER` in another attribute). */
export interface VlanRouterPorts extends Attributes {
  /** The ports (`MDBA_ROUTER`). */
  ports?: MdbRouterPort[];
}

/** Codec of {@linkcode VlanRouterPorts}. */
export const vlanRouterPorts: Codec<VlanRouterPorts> = attributes({
  ports: ["MDBA_ROUTER", 2, mdbRouterPorts],
});
