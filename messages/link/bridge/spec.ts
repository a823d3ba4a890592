/**
 * What bridges report about a link: `IFLA_AF_SPEC` in messages of the family
 * `AF_BRIDGE`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_bridge.h | linux/if_bridge.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/bridge/br_netlink.c | net/bridge/br_netlink.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  list,
  multi,
  struct,
  u16,
  u32,
  u8,
} from "../../codec/mod.ts";
import { type BridgeCfm, bridgeCfm } from "./cfm.ts";
import { type BridgeMrp, bridgeMrp } from "./mrp.ts";

/** `struct bridge_vlan_info`. */
export interface BridgeVlanInfo {
  /** `BRIDGE_VLAN_INFO_*` (`flags`). */
  flags: number;
  /** VLAN number (`vid`). */
  vid: number;
}

/** The tunnel that a VLAN is mapped to: `IFLA_BRIDGE_VLAN_TUNNEL_*`. */
export interface BridgeVlanTunnel extends Attributes {
  /** Tunnel number, such as that of a VXLAN (`IFLA_BRIDGE_VLAN_TUNNEL_ID`). */
  id?: number;
  /** VLAN number (`IFLA_BRIDGE_VLAN_TUNNEL_VID`). */
  vid?: number;
  /** `BRIDGE_VLAN_INFO_RANGE_*` (`IFLA_BRIDGE_VLAN_TUNNEL_FLAGS`). */
  flags?: number;
}

/** State of a port in one spanning tree: `IFLA_BRIDGE_MST_ENTRY_*`. */
export interface BridgeMstEntry extends Attributes {
  /** Number of the spanning tree (`IFLA_BRIDGE_MST_ENTRY_MSTI`). */
  msti?: number;
  /** `BR_STATE_*` (`IFLA_BRIDGE_MST_ENTRY_STATE`). */
  state?: number;
}

/** `IFLA_BRIDGE_*`. */
export interface BridgeSpec extends Attributes {
  /** `BRIDGE_FLAGS_*` (`IFLA_BRIDGE_FLAGS`). */
  flags?: number;
  /** `BRIDGE_MODE_*` (`IFLA_BRIDGE_MODE`). */
  mode?: number;
  /** VLANs, or ends of ranges (`IFLA_BRIDGE_VLAN_INFO`). */
  vlanInfo?: BridgeVlanInfo[];
  /** Tunnels that VLANs are mapped to (`IFLA_BRIDGE_VLAN_TUNNEL_INFO`). */
  vlanTunnelInfo?: BridgeVlanTunnel[];
  /** Media redundancy protocol (`IFLA_BRIDGE_MRP`). */
  mrp?: BridgeMrp;
  /** Connectivity fault management (`IFLA_BRIDGE_CFM`). */
  cfm?: BridgeCfm;
  /** State in each spanning tree (`IFLA_BRIDGE_MST`). */
  mst?: BridgeMstEntry[];
}

/** Codec of {@linkcode BridgeVlanInfo} (`struct bridge_vlan_info`). */
export const bridgeVlanInfo: Codec<BridgeVlanInfo> = struct({
  flags: u16,
  vid: u16,
});

const bridgeVlanTunnel: Codec<BridgeVlanTunnel> = attributes({
  id: ["IFLA_BRIDGE_VLAN_TUNNEL_ID", 1, u32],
  vid: ["IFLA_BRIDGE_VLAN_TUNNEL_VID", 2, u16],
  flags: ["IFLA_BRIDGE_VLAN_TUNNEL_FLAGS", 3, u16],
}, { nestedFlag: false });

const bridgeMstEntry: Codec<BridgeMstEntry> = attributes({
  msti: ["IFLA_BRIDGE_MST_ENTRY_MSTI", 1, u16],
  state: ["IFLA_BRIDGE_MST_ENTRY_STATE", 2, u8],
});

/** Codec of {@linkcode BridgeSpec}. */
export const bridgeSpec: Codec<BridgeSpec> = attributes({
  flags: ["IFLA_BRIDGE_FLAGS", 0, u16],
  mode: ["IFLA_BRIDGE_MODE", 1, u16],
  vlanInfo: ["IFLA_BRIDGE_VLAN_INFO", 2, multi(bridgeVlanInfo)],
  vlanTunnelInfo: ["IFLA_BRIDGE_VLAN_TUNNEL_INFO", 3, multi(bridgeVlanTunnel)],
  mrp: ["IFLA_BRIDGE_MRP", 4, bridgeMrp],
  cfm: ["IFLA_BRIDGE_CFM", 5, bridgeCfm],
  mst: [
    "IFLA_BRIDGE_MST",
    6,
    list(bridgeMstEntry, ["IFLA_BRIDGE_MST_ENTRY", 1]),
  ],
}, { nestedFlag: false });
