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

const bridgeBooleanOptions: Codec<BridgeBooleanOptions> = struct({
  value: u32,
  mask: u32,
});

/** Codec of {@linkcode BridgeQuerierState}. */
export const bridgeQuerierState: Codec<BridgeQuerierState> = attributes({
  ipAddress: ["BRIDGE_QUERIER_IP_ADDRESS", 1, ipv4Address],
  ipPort: ["BRIDGE_QUERIER_IP_PORT", 2, u32],
  ipOtherTimer: ["BRIDGE_QUERIER_IP_OTHER_TIMER", 3, u64],
  ipv6Address: ["BRIDGE_QUERIER_IPV6_ADDRESS", 5, ipv6Address],
  ipv6Port: ["BRIDGE_QUERIER_IPV6_PORT", 6, u32],
  ipv6OtherTimer: ["BRIDGE_QUERIER_IPV6_OTHER_TIMER", 7, u64],
}, { pad: ["BRIDGE_QUERIER_PAD", 4] });

/** Codec of {@linkcode BridgeData}. */
export const bridgeData: Codec<BridgeData> = attributes({
  forwardDelay: ["IFLA_BR_FORWARD_DELAY", 1, u32],
  helloTime: ["IFLA_BR_HELLO_TIME", 2, u32],
  maxAge: ["IFLA_BR_MAX_AGE", 3, u32],
  ageingTime: ["IFLA_BR_AGEING_TIME", 4, u32],
  stpState: ["IFLA_BR_STP_STATE", 5, u32],
  priority: ["IFLA_BR_PRIORITY", 6, u16],
  vlanFiltering: ["IFLA_BR_VLAN_FILTERING", 7, u8],
  vlanProtocol: ["IFLA_BR_VLAN_PROTOCOL", 8, be16],
  groupForwardMask: ["IFLA_BR_GROUP_FWD_MASK", 9, u16],
  rootId: ["IFLA_BR_ROOT_ID", 10, bridgeId],
  bridgeId: ["IFLA_BR_BRIDGE_ID", 11, bridgeId],
  rootPort: ["IFLA_BR_ROOT_PORT", 12, u16],
  rootPathCost: ["IFLA_BR_ROOT_PATH_COST", 13, u32],
  topologyChange: ["IFLA_BR_TOPOLOGY_CHANGE", 14, u8],
  topologyChangeDetected: ["IFLA_BR_TOPOLOGY_CHANGE_DETECTED", 15, u8],
  helloTimer: ["IFLA_BR_HELLO_TIMER", 16, u64],
  tcnTimer: ["IFLA_BR_TCN_TIMER", 17, u64],
  topologyChangeTimer: ["IFLA_BR_TOPOLOGY_CHANGE_TIMER", 18, u64],
  gcTimer: ["IFLA_BR_GC_TIMER", 19, u64],
  groupAddress: ["IFLA_BR_GROUP_ADDR", 20, hardwareAddress],
  fdbFlush: ["IFLA_BR_FDB_FLUSH", 21, flag],
  multicastRouter: ["IFLA_BR_MCAST_ROUTER", 22, u8],
  multicastSnooping: ["IFLA_BR_MCAST_SNOOPING", 23, u8],
  multicastQueryUseIfaddr: ["IFLA_BR_MCAST_QUERY_USE_IFADDR", 24, u8],
  multicastQuerier: ["IFLA_BR_MCAST_QUERIER", 25, u8],
  multicastHashElasticity: ["IFLA_BR_MCAST_HASH_ELASTICITY", 26, u32],
  multicastHashMax: ["IFLA_BR_MCAST_HASH_MAX", 27, u32],
  multicastLastMemberCount: ["IFLA_BR_MCAST_LAST_MEMBER_CNT", 28, u32],
  multicastStartupQueryCount: ["IFLA_BR_MCAST_STARTUP_QUERY_CNT", 29, u32],
  multicastLastMemberInterval: ["IFLA_BR_MCAST_LAST_MEMBER_INTVL", 30, u64],
  multicastMembershipInterval: ["IFLA_BR_MCAST_MEMBERSHIP_INTVL", 31, u64],
  multicastQuerierInterval: ["IFLA_BR_MCAST_QUERIER_INTVL", 32, u64],
  multicastQueryInterval: ["IFLA_BR_MCAST_QUERY_INTVL", 33, u64],
  multicastQueryResponseInterval: [
    "IFLA_BR_MCAST_QUERY_RESPONSE_INTVL",
    34,
    u64,
  ],
  multicastStartupQueryInterval: ["IFLA_BR_MCAST_STARTUP_QUERY_INTVL", 35, u64],
  nfCallIptables: ["IFLA_BR_NF_CALL_IPTABLES", 36, u8],
  nfCallIp6tables: ["IFLA_BR_NF_CALL_IP6TABLES", 37, u8],
  nfCallArptables: ["IFLA_BR_NF_CALL_ARPTABLES", 38, u8],
  vlanDefaultPvid: ["IFLA_BR_VLAN_DEFAULT_PVID", 39, u16],
  vlanStatsEnabled: ["IFLA_BR_VLAN_STATS_ENABLED", 41, u8],
  multicastStatsEnabled: ["IFLA_BR_MCAST_STATS_ENABLED", 42, u8],
  multicastIgmpVersion: ["IFLA_BR_MCAST_IGMP_VERSION", 43, u8],
  multicastMldVersion: ["IFLA_BR_MCAST_MLD_VERSION", 44, u8],
  vlanStatsPerPort: ["IFLA_BR_VLAN_STATS_PER_PORT", 45, u8],
  multiBooleanOptions: ["IFLA_BR_MULTI_BOOLOPT", 46, bridgeBooleanOptions],
  multicastQuerierState: [
    "IFLA_BR_MCAST_QUERIER_STATE",
    47,
    bridgeQuerierState,
  ],
  fdbLearnedCount: ["IFLA_BR_FDB_N_LEARNED", 48, u32],
  fdbMaxLearned: ["IFLA_BR_FDB_MAX_LEARNED", 49, u32],
  stpMode: ["IFLA_BR_STP_MODE", 50, u32],
}, { nestedFlag: false, pad: ["IFLA_BR_PAD", 40] });
