/**
 * VLAN databases of bridges: `struct br_vlan_msg` and `BRIDGE_VLANDB_*`. All
 * times are in hundredths of seconds.
 *
 * Questions are {@linkcode VlanDatabaseRequest}s: the kernel numbers their
 * attributes like those of {@linkcode VlanDatabaseMessage}s.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_bridge.h | linux/if_bridge.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/bridge/br_vlan_options.c | net/bridge/br_vlan_options.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  message,
  multi,
  struct,
  u16,
  u32,
  u64,
  u8,
  type WithAttributes,
} from "../codec/mod.ts";
import { type BridgeVlanInfo, bridgeVlanInfo } from "../link/bridge/spec.ts";
import {
  type BridgeQuerierState,
  bridgeQuerierState,
} from "../link/kinds/bridge.ts";
import { type VlanRouterPorts, vlanRouterPorts } from "../mdb/router.ts";

/** Family header of VLAN databases (`struct br_vlan_msg`). */
export interface VlanDatabaseHeader {
  /** Address family, `AF_BRIDGE` (`family`). */
  family: number;
  /** Index of the port or the bridge (`ifindex`). */
  index: number;
}

/** The tunnel that VLANs map to (`BRIDGE_VLANDB_TINFO_*`). */
export interface VlanTunnelInfo extends Attributes {
  /** Number of the tunnel (`BRIDGE_VLANDB_TINFO_ID`). */
  id?: number;
  /** `RTM_SETLINK` to add, `RTM_DELLINK` to delete (`BRIDGE_VLANDB_TINFO_CMD`). */
  command?: number;
}

/** Counters of VLANs of a port (`BRIDGE_VLANDB_STATS_*`). */
export interface VlanStats extends Attributes {
  /** Bytes received (`BRIDGE_VLANDB_STATS_RX_BYTES`). */
  rxBytes?: bigint;
  /** Packets received (`BRIDGE_VLANDB_STATS_RX_PACKETS`). */
  rxPackets?: bigint;
  /** Bytes sent (`BRIDGE_VLANDB_STATS_TX_BYTES`). */
  txBytes?: bigint;
  /** Packets sent (`BRIDGE_VLANDB_STATS_TX_PACKETS`). */
  txPackets?: bigint;
}

/** A range of VLANs of a port (`BRIDGE_VLANDB_ENTRY_*`). */
export interface VlanEntry extends Attributes {
  /** The first VLAN, and its flags (`BRIDGE_VLANDB_ENTRY_INFO`). */
  info?: BridgeVlanInfo;
  /** The last VLAN, if there are several (`BRIDGE_VLANDB_ENTRY_RANGE`). */
  range?: number;
  /** Spanning tree state, `BR_STATE_*` (`BRIDGE_VLANDB_ENTRY_STATE`). */
  state?: number;
  /** The tunnel that they map to (`BRIDGE_VLANDB_ENTRY_TUNNEL_INFO`). */
  tunnelInfo?: VlanTunnelInfo;
  /** Counters (`BRIDGE_VLANDB_ENTRY_STATS`). */
  stats?: VlanStats;
  /** `MDB_RTR_TYPE_*` (`BRIDGE_VLANDB_ENTRY_MCAST_ROUTER`). */
  multicastRouter?: number;
  /** Number of multicast groups (`BRIDGE_VLANDB_ENTRY_MCAST_N_GROUPS`). */
  multicastGroups?: number;
  /**
   * Most multicast groups, zero for no limit
   * (`BRIDGE_VLANDB_ENTRY_MCAST_MAX_GROUPS`).
   */
  multicastMaxGroups?: number;
  /**
   * 1 if the bridge answers for neighbors
   * (`BRIDGE_VLANDB_ENTRY_NEIGH_SUPPRESS`).
   */
  neighborSuppress?: number;
  /**
   * 1 if gratuitous neighbor messages are forwarded all the same
   * (`BRIDGE_VLANDB_ENTRY_NEIGH_FORWARD_GRAT`).
   */
  neighborForwardGratuitous?: number;
}

/** A range of VLANs of a bridge (`BRIDGE_VLANDB_GOPTS_*`). */
export interface VlanGlobalOptions extends Attributes {
  /** The first VLAN (`BRIDGE_VLANDB_GOPTS_ID`). */
  id?: number;
  /** The last VLAN, if there are several (`BRIDGE_VLANDB_GOPTS_RANGE`). */
  range?: number;
  /** 1 if multicast is snooped on (`BRIDGE_VLANDB_GOPTS_MCAST_SNOOPING`). */
  multicastSnooping?: number;
  /** Version of IGMP (`BRIDGE_VLANDB_GOPTS_MCAST_IGMP_VERSION`). */
  multicastIgmpVersion?: number;
  /** Version of MLD (`BRIDGE_VLANDB_GOPTS_MCAST_MLD_VERSION`). */
  multicastMldVersion?: number;
  /**
   * Queries after the last member has left
   * (`BRIDGE_VLANDB_GOPTS_MCAST_LAST_MEMBER_CNT`).
   */
  multicastLastMemberCount?: number;
  /** Queries at startup (`BRIDGE_VLANDB_GOPTS_MCAST_STARTUP_QUERY_CNT`). */
  multicastStartupQueryCount?: number;
  /**
   * Time between queries after the last member has left
   * (`BRIDGE_VLANDB_GOPTS_MCAST_LAST_MEMBER_INTVL`).
   */
  multicastLastMemberInterval?: bigint;
  /**
   * Time after which a group has no members
   * (`BRIDGE_VLANDB_GOPTS_MCAST_MEMBERSHIP_INTVL`).
   */
  multicastMembershipInterval?: bigint;
  /**
   * Time after which another querier has gone
   * (`BRIDGE_VLANDB_GOPTS_MCAST_QUERIER_INTVL`).
   */
  multicastQuerierInterval?: bigint;
  /** Time between queries (`BRIDGE_VLANDB_GOPTS_MCAST_QUERY_INTVL`). */
  multicastQueryInterval?: bigint;
  /**
   * Longest time until members answer
   * (`BRIDGE_VLANDB_GOPTS_MCAST_QUERY_RESPONSE_INTVL`).
   */
  multicastQueryResponseInterval?: bigint;
  /**
   * Time between queries at startup
   * (`BRIDGE_VLANDB_GOPTS_MCAST_STARTUP_QUERY_INTVL`).
   */
  multicastStartupQueryInterval?: bigint;
  /** 1 if the bridge sends queries (`BRIDGE_VLANDB_GOPTS_MCAST_QUERIER`). */
  multicastQuerier?: number;
  /**
   * Ports with multicast routers (`BRIDGE_VLANDB_GOPTS_MCAST_ROUTER_PORTS`).
   */
  multicastRouterPorts?: VlanRouterPorts;
  /** Who sends queries (`BRIDGE_VLANDB_GOPTS_MCAST_QUERIER_STATE`). */
  multicastQuerierState?: BridgeQuerierState;
  /** Spanning tree instance (`BRIDGE_VLANDB_GOPTS_MSTI`). */
  mstInstance?: number;
}

/** Attributes of VLAN databases (`BRIDGE_VLANDB_*`). */
export interface VlanDatabaseAttributes extends Attributes {
  /** VLANs of a port (`BRIDGE_VLANDB_ENTRY`). */
  entries?: VlanEntry[];
  /** Options of VLANs of a bridge (`BRIDGE_VLANDB_GLOBAL_OPTIONS`). */
  globalOptions?: VlanGlobalOptions[];
}

/** VLANs of one port or of one bridge. */
export type VlanDatabaseMessage = WithAttributes<
  VlanDatabaseHeader,
  VlanDatabaseAttributes
>;

/** Attributes of questions (`BRIDGE_VLANDB_DUMP_*`). */
export interface VlanDatabaseRequestAttributes extends Attributes {
  /** `BRIDGE_VLANDB_DUMPF_*` (`BRIDGE_VLANDB_DUMP_FLAGS`). */
  flags?: number;
}

/** A question about VLANs. */
export type VlanDatabaseRequest = WithAttributes<
  VlanDatabaseHeader,
  VlanDatabaseRequestAttributes
>;

/** Codec of {@linkcode VlanDatabaseHeader}. */
export const vlanDatabaseHeader: Codec<VlanDatabaseHeader> = struct({
  family: u8,
  index: u32,
});

/** Codec of {@linkcode VlanTunnelInfo}. */
export const vlanTunnelInfo: Codec<VlanTunnelInfo> = attributes(
  {
    id: ["BRIDGE_VLANDB_TINFO_ID", 1, u32],
    command: ["BRIDGE_VLANDB_TINFO_CMD", 2, u32],
  },
);

/** Codec of {@linkcode VlanStats}. */
export const vlanStats: Codec<VlanStats> = attributes({
  rxBytes: ["BRIDGE_VLANDB_STATS_RX_BYTES", 1, u64],
  rxPackets: ["BRIDGE_VLANDB_STATS_RX_PACKETS", 2, u64],
  txBytes: ["BRIDGE_VLANDB_STATS_TX_BYTES", 3, u64],
  txPackets: ["BRIDGE_VLANDB_STATS_TX_PACKETS", 4, u64],
}, { pad: ["BRIDGE_VLANDB_STATS_PAD", 5] });

/** Codec of {@linkcode VlanEntry}. */
export const vlanEntry: Codec<VlanEntry> = attributes({
  info: ["BRIDGE_VLANDB_ENTRY_INFO", 1, bridgeVlanInfo],
  range: ["BRIDGE_VLANDB_ENTRY_RANGE", 2, u16],
  state: ["BRIDGE_VLANDB_ENTRY_STATE", 3, u8],
  tunnelInfo: ["BRIDGE_VLANDB_ENTRY_TUNNEL_INFO", 4, vlanTunnelInfo],
  stats: ["BRIDGE_VLANDB_ENTRY_STATS", 5, vlanStats],
  multicastRouter: ["BRIDGE_VLANDB_ENTRY_MCAST_ROUTER", 6, u8],
  multicastGroups: ["BRIDGE_VLANDB_ENTRY_MCAST_N_GROUPS", 7, u32],
  multicastMaxGroups: ["BRIDGE_VLANDB_ENTRY_MCAST_MAX_GROUPS", 8, u32],
  neighborSuppress: ["BRIDGE_VLANDB_ENTRY_NEIGH_SUPPRESS", 9, u8],
  neighborForwardGratuitous: ["BRIDGE_VLANDB_ENTRY_NEIGH_FORWARD_GRAT", 10, u8],
});

/** Codec of {@linkcode VlanGlobalOptions}. */
export const vlanGlobalOptions: Codec<VlanGlobalOptions> = attributes({
  id: ["BRIDGE_VLANDB_GOPTS_ID", 1, u16],
  range: ["BRIDGE_VLANDB_GOPTS_RANGE", 2, u16],
  multicastSnooping: ["BRIDGE_VLANDB_GOPTS_MCAST_SNOOPING", 3, u8],
  multicastIgmpVersion: ["BRIDGE_VLANDB_GOPTS_MCAST_IGMP_VERSION", 4, u8],
  multicastMldVersion: ["BRIDGE_VLANDB_GOPTS_MCAST_MLD_VERSION", 5, u8],
  multicastLastMemberCount: [
    "BRIDGE_VLANDB_GOPTS_MCAST_LAST_MEMBER_CNT",
    6,
    u32,
  ],
  multicastStartupQueryCount: [
    "BRIDGE_VLANDB_GOPTS_MCAST_STARTUP_QUERY_CNT",
    7,
    u32,
  ],
  multicastLastMemberInterval: [
    "BRIDGE_VLANDB_GOPTS_MCAST_LAST_MEMBER_INTVL",
    8,
    u64,
  ],
  multicastMembershipInterval: [
    "BRIDGE_VLANDB_GOPTS_MCAST_MEMBERSHIP_INTVL",
    10,
    u64,
  ],
  multicastQuerierInterval: [
    "BRIDGE_VLANDB_GOPTS_MCAST_QUERIER_INTVL",
    11,
    u64,
  ],
  multicastQueryInterval: ["BRIDGE_VLANDB_GOPTS_MCAST_QUERY_INTVL", 12, u64],
  multicastQueryResponseInterval: [
    "BRIDGE_VLANDB_GOPTS_MCAST_QUERY_RESPONSE_INTVL",
    13,
    u64,
  ],
  multicastStartupQueryInterval: [
    "BRIDGE_VLANDB_GOPTS_MCAST_STARTUP_QUERY_INTVL",
    14,
    u64,
  ],
  multicastQuerier: ["BRIDGE_VLANDB_GOPTS_MCAST_QUERIER", 15, u8],
  multicastRouterPorts: [
    "BRIDGE_VLANDB_GOPTS_MCAST_ROUTER_PORTS",
    16,
    vlanRouterPorts,
  ],
  multicastQuerierState: [
    "BRIDGE_VLANDB_GOPTS_MCAST_QUERIER_STATE",
    17,
    bridgeQuerierState,
  ],
  mstInstance: ["BRIDGE_VLANDB_GOPTS_MSTI", 18, u16],
}, { pad: ["BRIDGE_VLANDB_GOPTS_PAD", 9] });

/** Codec of {@linkcode VlanDatabaseAttributes}. */
export const vlanDatabaseAttributes: Codec<VlanDatabaseAttributes> = attributes(
  {
    entries: ["BRIDGE_VLANDB_ENTRY", 1, multi(vlanEntry)],
    globalOptions: [
      "BRIDGE_VLANDB_GLOBAL_OPTIONS",
      2,
      multi(vlanGlobalOptions),
    ],
  },
);

/** Codec of {@linkcode VlanDatabaseMessage}. */
export const vlanDatabaseMessage: Codec<VlanDatabaseMessage> = message(
  vlanDatabaseHeader,
  vlanDatabaseAttributes,
);

/** Codec of {@linkcode VlanDatabaseRequestAttributes}. */
export const vlanDatabaseRequestAttributes: Codec<
  VlanDatabaseRequestAttributes
> = attributes({
  flags: ["BRIDGE_VLANDB_DUMP_FLAGS", 1, u32],
});

/** Codec of {@linkcode VlanDatabaseRequest}. */
export const vlanDatabaseRequest: Codec<VlanDatabaseRequest> = message(
  vlanDatabaseHeader,
  vlanDatabaseRequestAttributes,
);
