/**
 * What VLANs of bridges and their ports look like, in people's terms.
 *
 * @module
 */

import type { BridgePortState } from "../link/ports/bridge.ts";
import type { Device } from "../mapping/device.ts";
import type { NumberRange, TypedRange } from "./ranges.ts";

/** What identifies VLANs of a port or a bridge. */
export interface BridgeVlanKey {
  /** The port, or the bridge itself. */
  device: Device;
  /** The VLAN, or a range of them (`BRIDGE_VLANDB_ENTRY_INFO`). */
  vlan: TypedRange;
}

/** Options of VLANs of a port. */
export interface BridgeVlanOptions extends BridgeVlanKey {
  /** State of the port in the VLAN (`BRIDGE_VLANDB_ENTRY_STATE`). */
  state?: BridgePortState;
  /**
   * The tunnel that the VLAN is mapped to; those of a range have to be as many
   * (`BRIDGE_VLANDB_ENTRY_TUNNEL_INFO`).
   */
  tunnelId?: TypedRange;
  /**
   * Whether a multicast router is behind the port, `MDB_RTR_TYPE_*`
   * (`BRIDGE_VLANDB_ENTRY_MCAST_ROUTER`).
   */
  multicastRouter?: number;
  /**
   * Most multicast groups, zero for no limit
   * (`BRIDGE_VLANDB_ENTRY_MCAST_MAX_GROUPS`).
   */
  multicastMaxGroups?: number;
  /**
   * Whether the bridge answers for neighbors
   * (`BRIDGE_VLANDB_ENTRY_NEIGH_SUPPRESS`).
   */
  neighborSuppress?: boolean;
  /**
   * Whether gratuitous neighbor messages are forwarded all the same
   * (`BRIDGE_VLANDB_ENTRY_NEIGH_FORWARD_GRAT`).
   */
  neighborForwardGratuitous?: boolean;
}

/** VLANs to be added to a port or a bridge. */
export interface BridgeVlanSpec extends BridgeVlanOptions {
  /**
   * Whether packets without a tag belong to the VLAN
   * (`BRIDGE_VLAN_INFO_PVID`).
   */
  pvid?: boolean;
  /** Whether packets go out without a tag (`BRIDGE_VLAN_INFO_UNTAGGED`). */
  untagged?: boolean;
}

/** What is counted for a VLAN. */
export interface BridgeVlanStatistics {
  /** Bytes received (`BRIDGE_VLANDB_STATS_RX_BYTES`). */
  rxBytes: bigint;
  /** Packets received (`BRIDGE_VLANDB_STATS_RX_PACKETS`). */
  rxPackets: bigint;
  /** Bytes sent (`BRIDGE_VLANDB_STATS_TX_BYTES`). */
  txBytes: bigint;
  /** Packets sent (`BRIDGE_VLANDB_STATS_TX_PACKETS`). */
  txPackets: bigint;
}

/** VLANs of a port or a bridge that are alike. */
export interface BridgeVlan extends BridgeVlanSpec {
  /** Index of the port or the bridge. */
  device: number;
  /** The VLAN, or a range of them. */
  vlan: NumberRange;
  /** The tunnels that they are mapped to. */
  tunnelId?: NumberRange;
  /** Number of multicast groups (`BRIDGE_VLANDB_ENTRY_MCAST_N_GROUPS`). */
  readonly multicastGroups?: number;
  /** Counters, if they were asked for (`BRIDGE_VLANDB_ENTRY_STATS`). */
  readonly statistics?: BridgeVlanStatistics;
}

/** Which VLANs to list; what is not given does not matter. */
export interface BridgeVlanFilter {
  /** VLANs of this port or bridge. */
  device?: Device;
  /** VLANs, or ranges, that have one of these. */
  vlan?: TypedRange;
  /** The one to which packets without a tag belong, or the others. */
  pvid?: boolean;
  /** Those whose packets go out without a tag, or the others. */
  untagged?: boolean;
  /** Whether to report counters, of each VLAN alone. */
  statistics?: boolean;
}
