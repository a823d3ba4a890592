/**
 * Neighbors (ARP and NDP caches) and forwarding entries of bridges and VXLANs:
 * `struct ndmsg` and `NDA_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/neighbour.h | linux/neighbour.h}
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
  ipAddress,
  message,
  s32,
  struct,
  u16,
  u32,
  u8,
  type WithAttributes,
} from "../codec/mod.ts";

/** Family header of neighbors (`struct ndmsg`). */
export interface NeighborHeader {
  /** Address family; `AF_BRIDGE` for forwarding entries (`ndm_family`). */
  family: number;
  /** Index of the device (`ndm_ifindex`). */
  index: number;
  /** `NUD_*` (`ndm_state`). */
  state: number;
  /** `NTF_*` (`ndm_flags`). */
  flags: number;
  /** `RTN_*` (`ndm_type`). */
  type: number;
}

/** Ages of an entry, in clock ticks (`struct nda_cacheinfo`). */
export interface NeighborCacheInfo {
  /** Since the neighbor was confirmed to be reachable (`ndm_confirmed`). */
  confirmed: number;
  /** Since it was used (`ndm_used`). */
  used: number;
  /** Since it was changed (`ndm_updated`). */
  updated: number;
  /** Reference count (`ndm_refcnt`). */
  references: number;
}

/** Activity of a forwarding entry (`NFEA_*`). */
export interface ForwardingExtensions extends Attributes {
  /** What is notified, `FDB_NOTIFY_*` (`NFEA_ACTIVITY_NOTIFY`). */
  activityNotify?: number;
  /** The age of the entry is kept when it is changed (`NFEA_DONT_REFRESH`). */
  dontRefresh?: true;
}

/** Attributes of neighbors (`NDA_*`). */
export interface NeighborAttributes extends Attributes {
  /** Address, or that of the remote VXLAN endpoint (`NDA_DST`). */
  destination?: string;
  /** Link layer address (`NDA_LLADDR`). */
  linkAddress?: string;
  /** Ages (`NDA_CACHEINFO`). */
  cacheInfo?: NeighborCacheInfo;
  /** How often the neighbor was probed (`NDA_PROBES`). */
  probes?: number;
  /** VLAN of the forwarding entry (`NDA_VLAN`). */
  vlan?: number;
  /** UDP port of the remote VXLAN endpoint (`NDA_PORT`). */
  port?: number;
  /** Network of the remote VXLAN endpoint (`NDA_VNI`). */
  vni?: number;
  /** Index of the device to the remote VXLAN endpoint (`NDA_IFINDEX`). */
  outputDevice?: number;
  /** Index of the master (`NDA_MASTER`). */
  master?: number;
  /**
   * Namespace id of {@linkcode NeighborAttributes.outputDevice}
   * (`NDA_LINK_NETNSID`).
   */
  linkNetnsid?: number;
  /** Network of the entry in a VXLAN device of several (`NDA_SRC_VNI`). */
  sourceVni?: number;
  /** Who added the entry, `RTPROT_*` (`NDA_PROTOCOL`). */
  protocol?: number;
  /** Number of the next hop object (`NDA_NH_ID`). */
  nexthopId?: number;
  /** Activity of a forwarding entry (`NDA_FDB_EXT_ATTRS`). */
  forwarding?: ForwardingExtensions;
  /** `NTF_EXT_*` (`NDA_FLAGS_EXT`). */
  flagsExtended?: number;
  /** Which states to flush, `NUD_*` (`NDA_NDM_STATE_MASK`). */
  stateMask?: number;
  /** Which flags to flush, `NTF_*` (`NDA_NDM_FLAGS_MASK`). */
  flagsMask?: number;
}

/** A neighbor, or a forwarding entry. */
export type NeighborMessage = WithAttributes<
  NeighborHeader,
  NeighborAttributes
>;

/** Codec of {@linkcode NeighborHeader}. */
export const neighborHeader: Codec<NeighborHeader> = struct({
  family: u8,
  index: s32,
  state: u16,
  flags: u8,
  type: u8,
});

/** Codec of {@linkcode NeighborCacheInfo}. */
export const neighborCacheInfo: Codec<NeighborCacheInfo> = struct({
  confirmed: u32,
  used: u32,
  updated: u32,
  references: u32,
});

/** Codec of {@linkcode ForwardingExtensions}. */
export const forwardingExtensions: Codec<ForwardingExtensions> = attributes({
  activityNotify: ["NFEA_ACTIVITY_NOTIFY", 1, u8],
  dontRefresh: ["NFEA_DONT_REFRESH", 2, flag],
});

/** Codec of {@linkcode NeighborAttributes}. */
export const neighborAttributes: Codec<NeighborAttributes> = attributes({
  destination: ["NDA_DST", 1, ipAddress],
  linkAddress: ["NDA_LLADDR", 2, hardwareAddress],
  cacheInfo: ["NDA_CACHEINFO", 3, neighborCacheInfo],
  probes: ["NDA_PROBES", 4, u32],
  vlan: ["NDA_VLAN", 5, u16],
  port: ["NDA_PORT", 6, be16],
  vni: ["NDA_VNI", 7, u32],
  outputDevice: ["NDA_IFINDEX", 8, u32],
  master: ["NDA_MASTER", 9, u32],
  linkNetnsid: ["NDA_LINK_NETNSID", 10, s32],
  sourceVni: ["NDA_SRC_VNI", 11, u32],
  protocol: ["NDA_PROTOCOL", 12, u8],
  nexthopId: ["NDA_NH_ID", 13, u32],
  forwarding: ["NDA_FDB_EXT_ATTRS", 14, forwardingExtensions],
  flagsExtended: ["NDA_FLAGS_EXT", 15, u32],
  stateMask: ["NDA_NDM_STATE_MASK", 16, u16],
  flagsMask: ["NDA_NDM_FLAGS_MASK", 17, u8],
});

/** Codec of {@linkcode NeighborMessage}. */
export const neighborMessage: Codec<NeighborMessage> = message(
  neighborHeader,
  neighborAttributes,
);
