/**
 * Ports of bonds: `IFLA_BOND_SLAVE_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_link.h | linux/if_link.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_bonding.h | linux/if_bonding.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/drivers/net/bonding/bond_netlink.c | drivers/net/bonding/bond_netlink.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  hardwareAddress,
  s32,
  u16,
  u32,
  u8,
} from "../../codec/mod.ts";

/** The port is active. */
export const BOND_STATE_ACTIVE = 0;
/** The port stands by. */
export const BOND_STATE_BACKUP = 1;

/** Names of the states of a port (`BOND_STATE_*`). */
export const BOND_PORT_STATES = {
  active: BOND_STATE_ACTIVE,
  backup: BOND_STATE_BACKUP,
} as const;

/** The link is up. */
export const BOND_LINK_UP = 0;
/** The link went down a moment ago. */
export const BOND_LINK_FAIL = 1;
/** The link is down. */
export const BOND_LINK_DOWN = 2;
/** The link came up a moment ago. */
export const BOND_LINK_BACK = 3;

/** Names of the states of the link of a port (`BOND_LINK_*`). */
export const BOND_LINK_STATES = {
  up: BOND_LINK_UP,
  going_down: BOND_LINK_FAIL,
  down: BOND_LINK_DOWN,
  going_back: BOND_LINK_BACK,
} as const;

/** LACP messages are sent without being asked. */
export const LACP_STATE_LACP_ACTIVITY = 0x1;
/** The short timeout is used. */
export const LACP_STATE_LACP_TIMEOUT = 0x2;
/** The port can be aggregated. */
export const LACP_STATE_AGGREGATION = 0x4;
/** The port is in the right aggregator. */
export const LACP_STATE_SYNCHRONIZATION = 0x8;
/** Packets are received. */
export const LACP_STATE_COLLECTING = 0x10;
/** Packets are sent. */
export const LACP_STATE_DISTRIBUTING = 0x20;
/** What is known of the other side is a default. */
export const LACP_STATE_DEFAULTED = 0x40;
/** What is known of the other side is out of date. */
export const LACP_STATE_EXPIRED = 0x80;

/** Names of the states of LACP at one end of a port (`LACP_STATE_*`). */
export const LACP_STATES = {
  active: LACP_STATE_LACP_ACTIVITY,
  short_timeout: LACP_STATE_LACP_TIMEOUT,
  aggregating: LACP_STATE_AGGREGATION,
  in_sync: LACP_STATE_SYNCHRONIZATION,
  collecting: LACP_STATE_COLLECTING,
  distributing: LACP_STATE_DISTRIBUTING,
  defaulted: LACP_STATE_DEFAULTED,
  expired: LACP_STATE_EXPIRED,
} as const;

/** Settings and state of a port of a bond: `IFLA_BOND_SLAVE_*`. */
export interface BondPort extends Attributes {
  /** `BOND_STATE_*` (`IFLA_BOND_SLAVE_STATE`). */
  state?: number;
  /** `BOND_LINK_*` (`IFLA_BOND_SLAVE_MII_STATUS`). */
  miiStatus?: number;
  /** How often the link failed (`IFLA_BOND_SLAVE_LINK_FAILURE_COUNT`). */
  linkFailureCount?: number;
  /**
   * Hardware address that the port had before (`IFLA_BOND_SLAVE_PERM_HWADDR`).
   */
  permanentAddress?: string;
  /**
   * Queue of the bond that goes out through the port; 0 for none
   * (`IFLA_BOND_SLAVE_QUEUE_ID`).
   */
  queueId?: number;
  /** Aggregator of the port (`IFLA_BOND_SLAVE_AD_AGGREGATOR_ID`). */
  adAggregatorId?: number;
  /**
   * `LACP_STATE_*` of this side (`IFLA_BOND_SLAVE_AD_ACTOR_OPER_PORT_STATE`).
   */
  adActorOperPortState?: number;
  /**
   * `LACP_STATE_*` of the other side
   * (`IFLA_BOND_SLAVE_AD_PARTNER_OPER_PORT_STATE`).
   */
  adPartnerOperPortState?: number;
  /** Priority for becoming the active port (`IFLA_BOND_SLAVE_PRIO`). */
  priority?: number;
  /** Priority of the port in LACP (`IFLA_BOND_SLAVE_ACTOR_PORT_PRIO`). */
  actorPortPriority?: number;
  /**
   * Whether LACP settled on this side: 0 it is watched, 1 no, 2 yes
   * (`IFLA_BOND_SLAVE_AD_CHURN_ACTOR_STATE`).
   */
  adChurnActorState?: number;
  /**
   * Whether LACP settled on the other side: 0 it is watched, 1 no, 2 yes
   * (`IFLA_BOND_SLAVE_AD_CHURN_PARTNER_STATE`).
   */
  adChurnPartnerState?: number;
}

/** Codec of {@linkcode BondPort}. */
export const bondPort: Codec<BondPort> = attributes({
  state: ["IFLA_BOND_SLAVE_STATE", 1, u8],
  miiStatus: ["IFLA_BOND_SLAVE_MII_STATUS", 2, u8],
  linkFailureCount: ["IFLA_BOND_SLAVE_LINK_FAILURE_COUNT", 3, u32],
  permanentAddress: ["IFLA_BOND_SLAVE_PERM_HWADDR", 4, hardwareAddress],
  queueId: ["IFLA_BOND_SLAVE_QUEUE_ID", 5, u16],
  adAggregatorId: ["IFLA_BOND_SLAVE_AD_AGGREGATOR_ID", 6, u16],
  adActorOperPortState: ["IFLA_BOND_SLAVE_AD_ACTOR_OPER_PORT_STATE", 7, u8],
  adPartnerOperPortState: [
    "IFLA_BOND_SLAVE_AD_PARTNER_OPER_PORT_STATE",
    8,
    u16,
  ],
  priority: ["IFLA_BOND_SLAVE_PRIO", 9, s32],
  actorPortPriority: ["IFLA_BOND_SLAVE_ACTOR_PORT_PRIO", 10, u16],
  adChurnActorState: ["IFLA_BOND_SLAVE_AD_CHURN_ACTOR_STATE", 11, u8],
  adChurnPartnerState: ["IFLA_BOND_SLAVE_AD_CHURN_PARTNER_STATE", 12, u8],
}, { nestedFlag: false });
