/**
 * Virtual functions of a device (SR-IOV): `IFLA_VF_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_link.h | linux/if_link.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  be16,
  type Codec,
  fixedBytes,
  list,
  struct,
  u32,
  u64,
} from "../codec/mod.ts";

/** `struct ifla_vf_mac`. */
export interface VfMac {
  /** Number of the virtual function (`vf`). */
  vf: number;
  /**
   * Hardware address in 32 bytes, of which as many count as the link's own
   * address has (`mac`).
   */
  mac: Uint8Array;
}

/** `struct ifla_vf_broadcast`. */
export interface VfBroadcast {
  /**
   * Broadcast address in 32 bytes, of which as many count as the link's own
   * address has (`broadcast`).
   */
  broadcast: Uint8Array;
}

/** `struct ifla_vf_vlan`. */
export interface VfVlan {
  /** Number of the virtual function (`vf`). */
  vf: number;
  /** VLAN number; 0 switches the filter off (`vlan`). */
  vlan: number;
  /** Priority of the VLAN, 0 to 7 (`qos`). */
  qos: number;
}

/** `struct ifla_vf_vlan_info`. */
export interface VfVlanInfo extends VfVlan {
  /** EtherType of the tag, 0x8100 or 0x88a8 (`vlan_proto`). */
  protocol: number;
}

/** `struct ifla_vf_tx_rate`. */
export interface VfTxRate {
  /** Number of the virtual function (`vf`). */
  vf: number;
  /** Greatest rate of sending, in Mbit/s; 0 for no limit (`rate`). */
  rate: number;
}

/** `struct ifla_vf_rate`. */
export interface VfRate {
  /** Number of the virtual function (`vf`). */
  vf: number;
  /** Least rate of sending, in Mbit/s; 0 for none (`min_tx_rate`). */
  minTxRate: number;
  /** Greatest rate of sending, in Mbit/s; 0 for no limit (`max_tx_rate`). */
  maxTxRate: number;
}

/**
 * A setting that is on or off: `struct ifla_vf_spoofchk`,
 * `struct ifla_vf_rss_query_en` and `struct ifla_vf_trust`.
 */
export interface VfSetting {
  /** Number of the virtual function (`vf`). */
  vf: number;
  /** 1 for on, 0 for off, 0xffffffff for not known (`setting`). */
  setting: number;
}

/** `struct ifla_vf_link_state`. */
export interface VfLinkState {
  /** Number of the virtual function (`vf`). */
  vf: number;
  /** `IFLA_VF_LINK_STATE_*` (`link_state`). */
  linkState: number;
}

/** `struct ifla_vf_guid`. */
export interface VfGuid {
  /** Number of the virtual function (`vf`). */
  vf: number;
  /** The GUID (`guid`). */
  guid: bigint;
}

/** Counters of a virtual function: `IFLA_VF_STATS_*`. */
export interface VfStats extends Attributes {
  /** Packets received (`IFLA_VF_STATS_RX_PACKETS`). */
  rxPackets?: bigint;
  /** Packets sent (`IFLA_VF_STATS_TX_PACKETS`). */
  txPackets?: bigint;
  /** Bytes received (`IFLA_VF_STATS_RX_BYTES`). */
  rxBytes?: bigint;
  /** Bytes sent (`IFLA_VF_STATS_TX_BYTES`). */
  txBytes?: bigint;
  /** Broadcast packets received (`IFLA_VF_STATS_BROADCAST`). */
  broadcast?: bigint;
  /** Multicast packets received (`IFLA_VF_STATS_MULTICAST`). */
  multicast?: bigint;
  /** Packets received, but dropped (`IFLA_VF_STATS_RX_DROPPED`). */
  rxDropped?: bigint;
  /** Packets dropped on their way out (`IFLA_VF_STATS_TX_DROPPED`). */
  txDropped?: bigint;
}

/** One virtual function: `IFLA_VF_*`. */
export interface VfInfo extends Attributes {
  /** Hardware address (`IFLA_VF_MAC`). */
  mac?: VfMac;
  /** VLAN and its priority (`IFLA_VF_VLAN`). */
  vlan?: VfVlan;
  /** Greatest rate of sending (`IFLA_VF_TX_RATE`). */
  txRate?: VfTxRate;
  /** Whether the source address of packets is checked (`IFLA_VF_SPOOFCHK`). */
  spoofCheck?: VfSetting;
  /** State of the virtual link (`IFLA_VF_LINK_STATE`). */
  linkState?: VfLinkState;
  /** Least and greatest rate of sending (`IFLA_VF_RATE`). */
  rate?: VfRate;
  /**
   * Whether the receive side scaling configuration can be read
   * (`IFLA_VF_RSS_QUERY_EN`).
   */
  rssQueryEnabled?: VfSetting;
  /** Counters (`IFLA_VF_STATS`). */
  stats?: VfStats;
  /** Whether the virtual function is trusted (`IFLA_VF_TRUST`). */
  trust?: VfSetting;
  /** GUID of the InfiniBand node (`IFLA_VF_IB_NODE_GUID`). */
  ibNodeGuid?: VfGuid;
  /** GUID of the InfiniBand port (`IFLA_VF_IB_PORT_GUID`). */
  ibPortGuid?: VfGuid;
  /** VLANs with their protocols (`IFLA_VF_VLAN_LIST`). */
  vlanList?: VfVlanInfo[];
  /** Broadcast address (`IFLA_VF_BROADCAST`). */
  broadcast?: VfBroadcast;
}

const vfMac: Codec<VfMac> = struct({ vf: u32, mac: fixedBytes(32) });
const vfBroadcast: Codec<VfBroadcast> = struct({
  broadcast: fixedBytes(32),
});
const vfVlan: Codec<VfVlan> = struct({ vf: u32, vlan: u32, qos: u32 });
const vfVlanInfo: Codec<VfVlanInfo> = struct({
  vf: u32,
  vlan: u32,
  qos: u32,
  protocol: be16,
});
const vfTxRate: Codec<VfTxRate> = struct({ vf: u32, rate: u32 });
const vfRate: Codec<VfRate> = struct({
  vf: u32,
  minTxRate: u32,
  maxTxRate: u32,
});
const vfSetting: Codec<VfSetting> = struct({
  vf: u32,
  setting: u32,
});
const vfLinkState: Codec<VfLinkState> = struct({
  vf: u32,
  linkState: u32,
});
const vfGuid: Codec<VfGuid> = struct({ vf: u32, guid: u64 });

/** Codec of {@linkcode VfStats}. */
export const vfStats: Codec<VfStats> = attributes({
  rxPackets: ["IFLA_VF_STATS_RX_PACKETS", 0, u64],
  txPackets: ["IFLA_VF_STATS_TX_PACKETS", 1, u64],
  rxBytes: ["IFLA_VF_STATS_RX_BYTES", 2, u64],
  txBytes: ["IFLA_VF_STATS_TX_BYTES", 3, u64],
  broadcast: ["IFLA_VF_STATS_BROADCAST", 4, u64],
  multicast: ["IFLA_VF_STATS_MULTICAST", 5, u64],
  rxDropped: ["IFLA_VF_STATS_RX_DROPPED", 7, u64],
  txDropped: ["IFLA_VF_STATS_TX_DROPPED", 8, u64],
}, { nestedFlag: false, pad: ["IFLA_VF_STATS_PAD", 6] });

/** Codec of {@linkcode VfInfo}. */
export const vfInfo: Codec<VfInfo> = attributes({
  mac: ["IFLA_VF_MAC", 1, vfMac],
  vlan: ["IFLA_VF_VLAN", 2, vfVlan],
  txRate: ["IFLA_VF_TX_RATE", 3, vfTxRate],
  spoofCheck: ["IFLA_VF_SPOOFCHK", 4, vfSetting],
  linkState: ["IFLA_VF_LINK_STATE", 5, vfLinkState],
  rate: ["IFLA_VF_RATE", 6, vfRate],
  rssQueryEnabled: ["IFLA_VF_RSS_QUERY_EN", 7, vfSetting],
  stats: ["IFLA_VF_STATS", 8, vfStats],
  trust: ["IFLA_VF_TRUST", 9, vfSetting],
  ibNodeGuid: ["IFLA_VF_IB_NODE_GUID", 10, vfGuid],
  ibPortGuid: ["IFLA_VF_IB_PORT_GUID", 11, vfGuid],
  vlanList: [
    "IFLA_VF_VLAN_LIST",
    12,
    list(vfVlanInfo, ["IFLA_VF_VLAN_INFO", 1], { nestedFlag: false }),
  ],
  broadcast: ["IFLA_VF_BROADCAST", 13, vfBroadcast],
}, { nestedFlag: false });

/** Codec of `IFLA_VFINFO_LIST`. */
export const vfInfoList: Codec<VfInfo[]> = list(vfInfo, ["IFLA_VF_INFO", 1], {
  nestedFlag: false,
});
