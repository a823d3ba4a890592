/**
 * VLAN links: `IFLA_VLAN_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_link.h | linux/if_link.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_vlan.h | linux/if_vlan.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/8021q/vlan_netlink.c | net/8021q/vlan_netlink.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  be16,
  type Codec,
  list,
  struct,
  u16,
  u32,
} from "../../codec/mod.ts";

/** Ethernet headers are reordered so that the tag looks gone. */
export const VLAN_FLAG_REORDER_HDR = 0x1;
/** The VLAN is announced with GVRP. */
export const VLAN_FLAG_GVRP = 0x2;
/** The link's operational state does not follow the lower device's. */
export const VLAN_FLAG_LOOSE_BINDING = 0x4;
/** The VLAN is announced with MVRP. */
export const VLAN_FLAG_MVRP = 0x8;
/** The link's state follows that of the VLAN's ports in the bridge below. */
export const VLAN_FLAG_BRIDGE_BINDING = 0x10;

/** `struct ifla_vlan_flags`. */
export interface VlanFlags {
  /** `VLAN_FLAG_*` to set (`flags`). */
  flags: number;
  /** Which `VLAN_FLAG_*` to change (`mask`). */
  mask: number;
}

/** `struct ifla_vlan_qos_mapping`. */
export interface VlanQosMapping {
  /** Priority on one side (`from`). */
  from: number;
  /** Priority on the other side (`to`). */
  to: number;
}

/** `IFLA_INFO_DATA` of a VLAN link: `IFLA_VLAN_*`. */
export interface VlanData extends Attributes {
  /** VLAN number, 0 to 4094 (`IFLA_VLAN_ID`). */
  id?: number;
  /** Flags (`IFLA_VLAN_FLAGS`). */
  flags?: VlanFlags;
  /** Socket priority to tag priority (`IFLA_VLAN_EGRESS_QOS`). */
  egressQos?: VlanQosMapping[];
  /** Tag priority to socket priority (`IFLA_VLAN_INGRESS_QOS`). */
  ingressQos?: VlanQosMapping[];
  /** EtherType of the tag, 0x8100 or 0x88a8 (`IFLA_VLAN_PROTOCOL`). */
  protocol?: number;
}

const vlanFlags: Codec<VlanFlags> = struct({
  flags: u32,
  mask: u32,
});

const qosMappings: Codec<VlanQosMapping[]> = list(
  struct<VlanQosMapping>({ from: u32, to: u32 }),
  ["IFLA_VLAN_QOS_MAPPING", 1],
  { nestedFlag: false },
);

/** Codec of {@linkcode VlanData}. */
export const vlanData: Codec<VlanData> = attributes({
  id: ["IFLA_VLAN_ID", 1, u16],
  flags: ["IFLA_VLAN_FLAGS", 2, vlanFlags],
  egressQos: ["IFLA_VLAN_EGRESS_QOS", 3, qosMappings],
  ingressQos: ["IFLA_VLAN_INGRESS_QOS", 4, qosMappings],
  protocol: ["IFLA_VLAN_PROTOCOL", 5, be16],
}, { nestedFlag: false });
