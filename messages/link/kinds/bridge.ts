/**
 * Bridges: `IFLA_BR_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_link.h | linux/if_link.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_bridge.h | linux/if_bridge.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/bridge/br_netlink.c | net/bridge/br_netlink.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  be16,
  type Codec,
  flag,
  hardwareAddress,
  ipv4Address,
  ipv6Address,
  struct,
  u16,
  u32,
  u64,
  u8,
} from "../../codec/mod.ts";
import * as c from "../bridge/constants_kind.ts";
import { type BridgeId, bridgeId } from "../bridge/id.ts";

/** Options that are on or off (`struct br_boolopt_multi`). */
export interface BridgeBooleanOptions {
  /** Which options are on, bit x for the `BR_BOOLOPT_*` x (`optval`). */
  value: number;
  /** Which options are meant (`optmask`). */
  mask: number;
}

/** Who sends multicast queries: `BRIDGE_QUERIER_*`. */
export interface BridgeQuerierState extends Attributes {
  /** IPv4 address of the querier (`BRIDGE_QUERIER_IP_ADDRESS`). */
  ipAddress?: string;
  /** Index of the port that it is behind (`BRIDGE_QUERIER_IP_PORT`). */
  ipPort?: number;
  /**
   * What is left until it is gone, in hundredths of a second
   * (`BRIDGE_QUERIER_IP_OTHER_TIMER`).
   */
  ipOtherTimer?: bigint;
  /** IPv6 address of the querier (`BRIDGE_QUERIER_IPV6_ADDRESS`). */
  ipv6Address?: string;
  /** Index of the port that it is behind (`BRIDGE_QUERIER_IPV6_PORT`). */
  ipv6Port?: number;
  /**
   * What is left until it is gone, in hundredths of a second
   * (`BRIDGE_QUERIER_IPV6_OTHER_TIMER`).
   */
  ipv6OtherTimer?: bigint;
}

/** `IFLA_INFO_DATA` of a bridge: `IFLA_BR_*`. */
export interface BridgeData extends Attributes {
  /**
   * Time spent in each of the listening and the learning state, in hundredths
   * of a second (`IFLA_BR_FORWARD_DELAY`).
   */
  forwardDelay?: number;
  /**
   * Time between two hello messages, in hundredths of a second
   * (`IFLA_BR_HELLO_TIME`).
   */
  helloTime?: number;
  /**
   * Time after which a silent bridge is gone, in hundredths of a second
   * (`IFLA_BR_MAX_AGE`).
   */
  maxAge?: number;
  /**
   * Time after which a silent hardware address is forgotten, in hundredths of a
   * second (`IFLA_BR_AGEING_TIME`).
   */
  ageingTime?: number;
  /**
   * Spanning tree: 0 off, 1 run by the kernel, 2 by user space
   * (`IFLA_BR_STP_STATE`).
   */
  stpState?: number;
  /** Priority of the bridge in the spanning tree (`IFLA_BR_PRIORITY`). */
  priority?: number;
  /** Whether VLANs are filtered, 0 or 1 (`IFLA_BR_VLAN_FILTERING`). */
  vlanFiltering?: number;
  /** EtherType of VLAN tags, 0x8100 or 0x88a8 (`IFLA_BR_VLAN_PROTOCOL`). */
  vlanProtocol?: number;
  /**
   * Which link-local groups are forwarded, bit x for 01:80:c2:00:00:0x
   * (`IFLA_BR_GROUP_FWD_MASK`).
   */
  groupForwardMask?: number;
  /** Root of the spanning tree (`IFLA_BR_ROOT_ID`). */
  rootId?: BridgeId;
  /** This bridge in the spanning tree (`IFLA_BR_BRIDGE_ID`). */
  bridgeId?: BridgeId;
  /** Number of the port towards the root (`IFLA_BR_ROOT_PORT`). */
  rootPort?: number;
  /** Cost of the path to the root (`IFLA_BR_ROOT_PATH_COST`). */
  rootPathCost?: number;
  /** Whether the topology changes, 0 or 1 (`IFLA_BR_TOPOLOGY_CHANGE`). */
  topologyChange?: number;
  /**
   * Whether this bridge noticed the change, 0 or 1
   * (`IFLA_BR_TOPOLOGY_CHANGE_DETECTED`).
   */
  topologyChangeDetected?: number;
  /**
   * What is left of the hello timer, in hundredths of a second
   * (`IFLA_BR_HELLO_TIMER`).
   */
  helloTimer?: bigint;
  /**
   * What is left of the topology change notification timer, in hundredths of a
   * second (`IFLA_BR_TCN_TIMER`).
   */
  tcnTimer?: bigint;
  /**
   * What is left of the topology change timer, in hundredths of a second
   * (`IFLA_BR_TOPOLOGY_CHANGE_TIMER`).
   */
  topologyChangeTimer?: bigint;
  /**
   * What is left of the garbage collection timer, in hundredths of a second
   * (`IFLA_BR_GC_TIMER`).
   */
  gcTimer?: bigint;
  /**
   * Hardware address that spanning tree messages go to (`IFLA_BR_GROUP_ADDR`).
   */
  groupAddress?: string;
  /** Forgets the addresses that were learned (`IFLA_BR_FDB_FLUSH`). */
  fdbFlush?: true;
  /**
   * Whether the bridge counts as a multicast router: 0 no, 1 learned, 2 yes
   * (`IFLA_BR_MCAST_ROUTER`).
   */
  multicastRouter?: number;
  /**
   * Whether multicast memberships are snooped, 0 or 1
   * (`IFLA_BR_MCAST_SNOOPING`).
   */
  multicastSnooping?: number;
  /**
   * Whether queries come from the bridge's own address, 0 or 1
   * (`IFLA_BR_MCAST_QUERY_USE_IFADDR`).
   */
  multicastQueryUseIfaddr?: number;
  /**
   * Whether the bridge sends multicast queries, 0 or 1
   * (`IFLA_BR_MCAST_QUERIER`).
   */
  multicastQuerier?: number;
  /**
   * Longest chain of the multicast hash table, which has no effect any more
   * (`IFLA_BR_MCAST_HASH_ELASTICITY`).
   */
  multicastHashElasticity?: number;
  /** Size of the multicast hash table (`IFLA_BR_MCAST_HASH_MAX`). */
  multicastHashMax?: number;
  /**
   * Queries sent before a group counts as left
   * (`IFLA_BR_MCAST_LAST_MEMBER_CNT`).
   */
  multicastLastMemberCount?: number;
  /** Queries sent at the start (`IFLA_BR_MCAST_STARTUP_QUERY_CNT`). */
  multicastStartupQueryCount?: number;
  /**
   * Time between queries to the last member, in hundredths of a second
   * (`IFLA_BR_MCAST_LAST_MEMBER_INTVL`).
   */
  multicastLastMemberInterval?: bigint;
  /**
   * Time after which a silent group is left, in hundredths of a second
   * (`IFLA_BR_MCAST_MEMBERSHIP_INTVL`).
   */
  multicastMembershipInterval?: bigint;
  /**
   * Time after which a silent querier is gone, in hundredths of a second
   * (`IFLA_BR_MCAST_QUERIER_INTVL`).
   */
  multicastQuerierInterval?: bigint;
  /**
   * Time between queries, in hundredths of a second
   * (`IFLA_BR_MCAST_QUERY_INTVL`).
   */
  multicastQueryInterval?: bigint;
  /**
   * Time within which members answer, in hundredths of a second
   * (`IFLA_BR_MCAST_QUERY_RESPONSE_INTVL`).
   */
  multicastQueryResponseInterval?: bigint;
  /**
   * Time between queries at the start, in hundredths of a second
   * (`IFLA_BR_MCAST_STARTUP_QUERY_INTVL`).
   */
  multicastStartupQueryInterval?: bigint;
  /**
   * Whether iptables sees bridged packets, 0 or 1 (`IFLA_BR_NF_CALL_IPTABLES`).
   */
  nfCallIptables?: number;
  /**
   * Whether ip6tables sees bridged packets, 0 or 1
   * (`IFLA_BR_NF_CALL_IP6TABLES`).
   */
  nfCallIp6tables?: number;
  /**
   * Whether arptables sees bridged packets, 0 or 1
   * (`IFLA_BR_NF_CALL_ARPTABLES`).
   */
  nfCallArptables?: number;
  /** VLAN of new ports; 0 for none (`IFLA_BR_VLAN_DEFAULT_PVID`). */
  vlanDefaultPvid?: number;
  /**
   * Whether packets are counted for each VLAN, 0 or 1
   * (`IFLA_BR_VLAN_STATS_ENABLED`).
   */
  vlanStatsEnabled?: number;
  /**
   * Whether multicast messages are counted, 0 or 1
   * (`IFLA_BR_MCAST_STATS_ENABLED`).
   */
  multicastStatsEnabled?: number;
  /** Version of IGMP, 2 or 3 (`IFLA_BR_MCAST_IGMP_VERSION`). */
  multicastIgmpVersion?: number;
  /** Version of MLD, 1 or 2 (`IFLA_BR_MCAST_MLD_VERSION`). */
  multicastMldVersion?: number;
  /**
   * Whether packets are counted for each VLAN of each port, 0 or 1
   * (`IFLA_BR_VLAN_STATS_PER_PORT`).
   */
  vlanStatsPerPort?: number;
  /** Options that are on or off (`IFLA_BR_MULTI_BOOLOPT`). */
  multiBooleanOptions?: BridgeBooleanOptions;
  /** Who sends multicast queries (`IFLA_BR_MCAST_QUERIER_STATE`). */
  multicastQuerierState?: BridgeQuerierState;
  /** Addresses that were learned (`IFLA_BR_FDB_N_LEARNED`). */
  fdbLearnedCount?: number;
  /**
   * Most addresses that are learned; 0 for no limit
   * (`IFLA_BR_FDB_MAX_LEARNED`).
   */
  fdbMaxLearned?: number;
  /** Who runs the spanning tree, `BR_STP_MODE_*` (`IFLA_BR_STP_MODE`). */
  stpMode?: number;
}

const bridgeBooleanOptions: Codec<BridgeBooleanOptions> = struct<
  BridgeBooleanOptions
>({ value: u32, mask: u32 });

/** Codec of {@linkcode BridgeQuerierState}. */
export const bridgeQuerierState: Codec<BridgeQuerierState> = attributes<
  BridgeQuerierState
>({
  ipAddress: [c.BRIDGE_QUERIER_IP_ADDRESS, ipv4Address],
  ipPort: [c.BRIDGE_QUERIER_IP_PORT, u32],
  ipOtherTimer: [c.BRIDGE_QUERIER_IP_OTHER_TIMER, u64],
  ipv6Address: [c.BRIDGE_QUERIER_IPV6_ADDRESS, ipv6Address],
  ipv6Port: [c.BRIDGE_QUERIER_IPV6_PORT, u32],
  ipv6OtherTimer: [c.BRIDGE_QUERIER_IPV6_OTHER_TIMER, u64],
}, { pad: c.BRIDGE_QUERIER_PAD });

/** Codec of {@linkcode BridgeData}. */
export const bridgeData: Codec<BridgeData> = attributes<BridgeData>({
  forwardDelay: [c.IFLA_BR_FORWARD_DELAY, u32],
  helloTime: [c.IFLA_BR_HELLO_TIME, u32],
  maxAge: [c.IFLA_BR_MAX_AGE, u32],
  ageingTime: [c.IFLA_BR_AGEING_TIME, u32],
  stpState: [c.IFLA_BR_STP_STATE, u32],
  priority: [c.IFLA_BR_PRIORITY, u16],
  vlanFiltering: [c.IFLA_BR_VLAN_FILTERING, u8],
  vlanProtocol: [c.IFLA_BR_VLAN_PROTOCOL, be16],
  groupForwardMask: [c.IFLA_BR_GROUP_FWD_MASK, u16],
  rootId: [c.IFLA_BR_ROOT_ID, bridgeId],
  bridgeId: [c.IFLA_BR_BRIDGE_ID, bridgeId],
  rootPort: [c.IFLA_BR_ROOT_PORT, u16],
  rootPathCost: [c.IFLA_BR_ROOT_PATH_COST, u32],
  topologyChange: [c.IFLA_BR_TOPOLOGY_CHANGE, u8],
  topologyChangeDetected: [c.IFLA_BR_TOPOLOGY_CHANGE_DETECTED, u8],
  helloTimer: [c.IFLA_BR_HELLO_TIMER, u64],
  tcnTimer: [c.IFLA_BR_TCN_TIMER, u64],
  topologyChangeTimer: [c.IFLA_BR_TOPOLOGY_CHANGE_TIMER, u64],
  gcTimer: [c.IFLA_BR_GC_TIMER, u64],
  groupAddress: [c.IFLA_BR_GROUP_ADDR, hardwareAddress],
  fdbFlush: [c.IFLA_BR_FDB_FLUSH, flag],
  multicastRouter: [c.IFLA_BR_MCAST_ROUTER, u8],
  multicastSnooping: [c.IFLA_BR_MCAST_SNOOPING, u8],
  multicastQueryUseIfaddr: [c.IFLA_BR_MCAST_QUERY_USE_IFADDR, u8],
  multicastQuerier: [c.IFLA_BR_MCAST_QUERIER, u8],
  multicastHashElasticity: [c.IFLA_BR_MCAST_HASH_ELASTICITY, u32],
  multicastHashMax: [c.IFLA_BR_MCAST_HASH_MAX, u32],
  multicastLastMemberCount: [c.IFLA_BR_MCAST_LAST_MEMBER_CNT, u32],
  multicastStartupQueryCount: [c.IFLA_BR_MCAST_STARTUP_QUERY_CNT, u32],
  multicastLastMemberInterval: [c.IFLA_BR_MCAST_LAST_MEMBER_INTVL, u64],
  multicastMembershipInterval: [c.IFLA_BR_MCAST_MEMBERSHIP_INTVL, u64],
  multicastQuerierInterval: [c.IFLA_BR_MCAST_QUERIER_INTVL, u64],
  multicastQueryInterval: [c.IFLA_BR_MCAST_QUERY_INTVL, u64],
  multicastQueryResponseInterval: [c.IFLA_BR_MCAST_QUERY_RESPONSE_INTVL, u64],
  multicastStartupQueryInterval: [c.IFLA_BR_MCAST_STARTUP_QUERY_INTVL, u64],
  nfCallIptables: [c.IFLA_BR_NF_CALL_IPTABLES, u8],
  nfCallIp6tables: [c.IFLA_BR_NF_CALL_IP6TABLES, u8],
  nfCallArptables: [c.IFLA_BR_NF_CALL_ARPTABLES, u8],
  vlanDefaultPvid: [c.IFLA_BR_VLAN_DEFAULT_PVID, u16],
  vlanStatsEnabled: [c.IFLA_BR_VLAN_STATS_ENABLED, u8],
  multicastStatsEnabled: [c.IFLA_BR_MCAST_STATS_ENABLED, u8],
  multicastIgmpVersion: [c.IFLA_BR_MCAST_IGMP_VERSION, u8],
  multicastMldVersion: [c.IFLA_BR_MCAST_MLD_VERSION, u8],
  vlanStatsPerPort: [c.IFLA_BR_VLAN_STATS_PER_PORT, u8],
  multiBooleanOptions: [c.IFLA_BR_MULTI_BOOLOPT, bridgeBooleanOptions],
  multicastQuerierState: [c.IFLA_BR_MCAST_QUERIER_STATE, bridgeQuerierState],
  fdbLearnedCount: [c.IFLA_BR_FDB_N_LEARNED, u32],
  fdbMaxLearned: [c.IFLA_BR_FDB_MAX_LEARNED, u32],
  stpMode: [c.IFLA_BR_STP_MODE, u32],
}, { nestedFlag: false, pad: c.IFLA_BR_PAD });
