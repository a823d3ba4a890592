/**
 * Statistics of bridges and their ports: `BRIDGE_XSTATS_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_bridge.h | linux/if_bridge.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  fixedArray,
  multi,
  struct,
  u16,
  u32,
  u64,
} from "../codec/mod.ts";

/** Statistics of one VLAN (`struct bridge_vlan_xstats`). */
export interface BridgeVlanXstats {
  /** Bytes received (`rx_bytes`). */
  rxBytes: bigint;
  /** Packets received (`rx_packets`). */
  rxPackets: bigint;
  /** Bytes sent (`tx_bytes`). */
  txBytes: bigint;
  /** Packets sent (`tx_packets`). */
  txPackets: bigint;
  /** VLAN number (`vid`). */
  vid: number;
  /** `BRIDGE_VLAN_INFO_*` (`flags`). */
  flags: number;
  /** Nothing (`pad2`). */
  pad: number;
}

/**
 * Statistics of multicast snooping (`struct br_mcast_stats`). Arrays hold what
 * was received at `BR_MCAST_DIR_RX` and what was sent at `BR_MCAST_DIR_TX`.
 */
export interface BridgeMulticastStats {
  /** Queries of IGMPv1 (`igmp_v1queries`). */
  igmpV1Queries: bigint[];
  /** Queries of IGMPv2 (`igmp_v2queries`). */
  igmpV2Queries: bigint[];
  /** Queries of IGMPv3 (`igmp_v3queries`). */
  igmpV3Queries: bigint[];
  /** Leaves of IGMP (`igmp_leaves`). */
  igmpLeaves: bigint[];
  /** Reports of IGMPv1 (`igmp_v1reports`). */
  igmpV1Reports: bigint[];
  /** Reports of IGMPv2 (`igmp_v2reports`). */
  igmpV2Reports: bigint[];
  /** Reports of IGMPv3 (`igmp_v3reports`). */
  igmpV3Reports: bigint[];
  /** Malformed messages of IGMP (`igmp_parse_errors`). */
  igmpParseErrors: bigint;
  /** Queries of MLDv1 (`mld_v1queries`). */
  mldV1Queries: bigint[];
  /** Queries of MLDv2 (`mld_v2queries`). */
  mldV2Queries: bigint[];
  /** Leaves of MLD (`mld_leaves`). */
  mldLeaves: bigint[];
  /** Reports of MLDv1 (`mld_v1reports`). */
  mldV1Reports: bigint[];
  /** Reports of MLDv2 (`mld_v2reports`). */
  mldV2Reports: bigint[];
  /** Malformed messages of MLD (`mld_parse_errors`). */
  mldParseErrors: bigint;
  /** Bytes of multicast packets (`mcast_bytes`). */
  multicastBytes: bigint[];
  /** Multicast packets (`mcast_packets`). */
  multicastPackets: bigint[];
}

/** Statistics of the spanning tree (`struct bridge_stp_xstats`). */
export interface BridgeStpXstats {
  /** Changes to the blocking state (`transition_blk`). */
  transitionBlocking: bigint;
  /** Changes to the forwarding state (`transition_fwd`). */
  transitionForwarding: bigint;
  /** Spanning tree messages received (`rx_bpdu`). */
  rxBpdu: bigint;
  /** Spanning tree messages sent (`tx_bpdu`). */
  txBpdu: bigint;
  /** Topology change notifications received (`rx_tcn`). */
  rxTcn: bigint;
  /** Topology change notifications sent (`tx_tcn`). */
  txTcn: bigint;
}

/** Statistics of a bridge, or of one of its ports: `BRIDGE_XSTATS_*`. */
export interface BridgeXstats extends Attributes {
  /** Each VLAN (`BRIDGE_XSTATS_VLAN`). */
  vlan?: BridgeVlanXstats[];
  /** Multicast snooping (`BRIDGE_XSTATS_MCAST`). */
  multicast?: BridgeMulticastStats;
  /** Spanning tree, of ports only (`BRIDGE_XSTATS_STP`). */
  stp?: BridgeStpXstats;
}

const bridgeVlanXstats: Codec<BridgeVlanXstats> = struct({
  rxBytes: u64,
  rxPackets: u64,
  txBytes: u64,
  txPackets: u64,
  vid: u16,
  flags: u16,
  pad: u32,
});

const bothWays: Codec<bigint[]> = fixedArray(u64, 2);

const bridgeMulticastStats: Codec<BridgeMulticastStats> = struct({
  igmpV1Queries: bothWays,
  igmpV2Queries: bothWays,
  igmpV3Queries: bothWays,
  igmpLeaves: bothWays,
  igmpV1Reports: bothWays,
  igmpV2Reports: bothWays,
  igmpV3Reports: bothWays,
  igmpParseErrors: u64,
  mldV1Queries: bothWays,
  mldV2Queries: bothWays,
  mldLeaves: bothWays,
  mldV1Reports: bothWays,
  mldV2Reports: bothWays,
  mldParseErrors: u64,
  multicastBytes: bothWays,
  multicastPackets: bothWays,
});

const bridgeStpXstats: Codec<BridgeStpXstats> = struct({
  transitionBlocking: u64,
  transitionForwarding: u64,
  rxBpdu: u64,
  txBpdu: u64,
  rxTcn: u64,
  txTcn: u64,
});

/** Codec of {@linkcode BridgeXstats}. */
export const bridgeXstats: Codec<BridgeXstats> = attributes({
  vlan: ["BRIDGE_XSTATS_VLAN", 1, multi(bridgeVlanXstats)],
  multicast: ["BRIDGE_XSTATS_MCAST", 2, bridgeMulticastStats],
  stp: ["BRIDGE_XSTATS_STP", 4, bridgeStpXstats],
}, { nestedFlag: false, pad: ["BRIDGE_XSTATS_PAD", 3] });
