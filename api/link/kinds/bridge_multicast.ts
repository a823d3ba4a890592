/**
 * Multicast settings of bridges.
 *
 * @module
 */

import { MULTICAST_ROUTERS } from "../../../messages/link/bridge/constants_kind.ts";
import { BR_BOOLOPT_MCAST_VLAN_SNOOPING } from "../../../messages/link/bridge/constants_kind.ts";
import {
  type BridgeData,
  type BridgeQuerierState,
  bridgeQuerierState,
} from "../../../messages/link/kinds/bridge.ts";
import { ipv4, ipv6 } from "../../mapping/address_conversions.ts";
import { boolean, centiseconds64, number } from "../../mapping/conversions.ts";
import { enumeration, maskedBit } from "../../mapping/enumerations.ts";
import {
  type Conversion,
  type Field,
  mapping,
  readOnly,
  sharedFields,
} from "../../mapping/mapping.ts";

/** Whether multicast routers are reached. */
export type MulticastRouter = keyof typeof MULTICAST_ROUTERS | number;

/** How {@linkcode MulticastRouter} is stored. */
export const multicastRouter: Conversion<MulticastRouter, number> = enumeration(
  MULTICAST_ROUTERS,
  8,
);

/** Who sends multicast queries. */
export interface BridgeQuerier {
  /** IPv4 address of the querier (`BRIDGE_QUERIER_IP_ADDRESS`). */
  ipv4?: string;
  /** Index of the port that it is behind (`BRIDGE_QUERIER_IP_PORT`). */
  ipv4Port?: number;
  /**
   * What is left until it is gone, in seconds
   * (`BRIDGE_QUERIER_IP_OTHER_TIMER`).
   */
  ipv4Timer?: number;
  /** IPv6 address of the querier (`BRIDGE_QUERIER_IPV6_ADDRESS`). */
  ipv6?: string;
  /** Index of the port that it is behind (`BRIDGE_QUERIER_IPV6_PORT`). */
  ipv6Port?: number;
  /**
   * What is left until it is gone, in seconds
   * (`BRIDGE_QUERIER_IPV6_OTHER_TIMER`).
   */
  ipv6Timer?: number;
}

/** Multicast settings of a bridge. */
export interface BridgeMulticastOptions {
  /** Whether memberships are snooped (`IFLA_BR_MCAST_SNOOPING`). */
  multicastSnooping?: boolean;
  /**
   * Whether memberships are snooped for each VLAN
   * (`BR_BOOLOPT_MCAST_VLAN_SNOOPING`).
   */
  multicastVlanSnooping?: boolean;
  /** Whether the bridge counts as a router (`IFLA_BR_MCAST_ROUTER`). */
  multicastRouter?: MulticastRouter;
  /**
   * Whether queries come from the bridge's own address
   * (`IFLA_BR_MCAST_QUERY_USE_IFADDR`).
   */
  multicastQueryUseAddress?: boolean;
  /** Whether the bridge sends queries (`IFLA_BR_MCAST_QUERIER`). */
  multicastQuerier?: boolean;
  /**
   * Longest chain of the hash table, which has no effect any more
   * (`IFLA_BR_MCAST_HASH_ELASTICITY`).
   */
  multicastHashElasticity?: number;
  /** Size of the hash table (`IFLA_BR_MCAST_HASH_MAX`). */
  multicastHashMax?: number;
  /**
   * Queries that are sent before a group counts as left
   * (`IFLA_BR_MCAST_LAST_MEMBER_CNT`).
   */
  multicastLastMemberCount?: number;
  /** Queries that are sent at the start (`IFLA_BR_MCAST_STARTUP_QUERY_CNT`). */
  multicastStartupQueryCount?: number;
  /**
   * Time between queries to the last member, in seconds
   * (`IFLA_BR_MCAST_LAST_MEMBER_INTVL`).
   */
  multicastLastMemberInterval?: number;
  /**
   * Time after which a silent group is left, in seconds
   * (`IFLA_BR_MCAST_MEMBERSHIP_INTVL`).
   */
  multicastMembershipInterval?: number;
  /**
   * Time after which a silent querier is gone, in seconds
   * (`IFLA_BR_MCAST_QUERIER_INTVL`).
   */
  multicastQuerierInterval?: number;
  /** Time between queries, in seconds (`IFLA_BR_MCAST_QUERY_INTVL`). */
  multicastQueryInterval?: number;
  /**
   * Time within which members answer, in seconds
   * (`IFLA_BR_MCAST_QUERY_RESPONSE_INTVL`).
   */
  multicastQueryResponseInterval?: number;
  /**
   * Time between queries at the start, in seconds
   * (`IFLA_BR_MCAST_STARTUP_QUERY_INTVL`).
   */
  multicastStartupQueryInterval?: number;
  /** Whether messages are counted (`IFLA_BR_MCAST_STATS_ENABLED`). */
  multicastStatistics?: boolean;
  /** Version of IGMP, 2 or 3 (`IFLA_BR_MCAST_IGMP_VERSION`). */
  multicastIgmpVersion?: number;
  /** Version of MLD, 1 or 2 (`IFLA_BR_MCAST_MLD_VERSION`). */
  multicastMldVersion?: number;
  /**
   * Who sends queries; reported by the kernel (`IFLA_BR_MCAST_QUERIER_STATE`).
   */
  multicastQuerierState?: BridgeQuerier;
}

/** How {@linkcode BridgeMulticastOptions} are stored. */
export const bridgeMulticastFields: {
  readonly [P in keyof BridgeMulticastOptions]-?: Field<
    Exclude<BridgeMulticastOptions[P], undefined>,
    BridgeData
  >;
} = sharedFields<BridgeMulticastOptions, BridgeData>({
  multicastSnooping: boolean,
  multicastVlanSnooping: maskedBit("multiBooleanOptions", {
    value: "value",
    mask: "mask",
    bit: 1 << BR_BOOLOPT_MCAST_VLAN_SNOOPING,
  }),
  multicastRouter: multicastRouter,
  multicastQueryUseAddress: ["multicastQueryUseIfaddr", boolean],
  multicastQuerier: boolean,
  multicastHashElasticity: number,
  multicastHashMax: number,
  multicastLastMemberCount: number,
  multicastStartupQueryCount: number,
  multicastLastMemberInterval: centiseconds64,
  multicastMembershipInterval: centiseconds64,
  multicastQuerierInterval: centiseconds64,
  multicastQueryInterval: centiseconds64,
  multicastQueryResponseInterval: centiseconds64,
  multicastStartupQueryInterval: centiseconds64,
  multicastStatistics: ["multicastStatsEnabled", boolean],
  multicastIgmpVersion: number,
  multicastMldVersion: number,
  multicastQuerierState: readOnly(
    "multicastQuerierState",
    mapping<BridgeQuerier, BridgeQuerierState>({
      ipv4: ["ipAddress", ipv4],
      ipv4Port: ["ipPort", number],
      ipv4Timer: ["ipOtherTimer", centiseconds64],
      ipv6: ["ipv6Address", ipv6],
      ipv6Port: number,
      ipv6Timer: ["ipv6OtherTimer", centiseconds64],
    }, bridgeQuerierState),
  ),
});
