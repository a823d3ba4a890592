/**
 * What filters of the kind `flower` compare below IP: Ethernet, VLANs, PPPoE,
 * MPLS, ARP and CFM.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_cls.h | linux/pkt_cls.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/sched/cls_flower.c | net/sched/cls_flower.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  be16,
  type Codec,
  type FieldsOf,
  ipv4Address,
  list,
  macAddress,
  u16,
  u32,
  u8,
} from "../../../codec/mod.ts";

/** What ARP messages are (`ARPOP_*`). */
export const ARP_OPERATIONS = { request: 1, reply: 2 } as const;

/** An entry of the stack of MPLS (`TCA_FLOWER_KEY_MPLS_OPT_LSE_*`). */
export interface FlowerMplsEntry extends Attributes {
  /** Which one: 1 is the outermost (`TCA_FLOWER_KEY_MPLS_OPT_LSE_DEPTH`). */
  depth?: number;
  /** Time to live (`TCA_FLOWER_KEY_MPLS_OPT_LSE_TTL`). */
  ttl?: number;
  /** 1 if it is the last one (`TCA_FLOWER_KEY_MPLS_OPT_LSE_BOS`). */
  bottom?: number;
  /** Traffic class (`TCA_FLOWER_KEY_MPLS_OPT_LSE_TC`). */
  trafficClass?: number;
  /** Label (`TCA_FLOWER_KEY_MPLS_OPT_LSE_LABEL`). */
  label?: number;
}

/** Connectivity fault management (`TCA_FLOWER_KEY_CFM_*`). */
export interface FlowerCfm extends Attributes {
  /** Level of the maintenance domain (`TCA_FLOWER_KEY_CFM_MD_LEVEL`). */
  level?: number;
  /** Operation (`TCA_FLOWER_KEY_CFM_OPCODE`). */
  operation?: number;
}

const mplsEntry: Codec<FlowerMplsEntry> = attributes({
  depth: ["TCA_FLOWER_KEY_MPLS_OPT_LSE_DEPTH", 1, u8],
  ttl: ["TCA_FLOWER_KEY_MPLS_OPT_LSE_TTL", 2, u8],
  bottom: ["TCA_FLOWER_KEY_MPLS_OPT_LSE_BOS", 3, u8],
  trafficClass: ["TCA_FLOWER_KEY_MPLS_OPT_LSE_TC", 4, u8],
  label: ["TCA_FLOWER_KEY_MPLS_OPT_LSE_LABEL", 5, u32],
});

const cfm: Codec<FlowerCfm> = attributes({
  level: ["TCA_FLOWER_KEY_CFM_MD_LEVEL", 1, u8],
  operation: ["TCA_FLOWER_KEY_CFM_OPCODE", 2, u8],
});

/** What of the headers below IP has to match (`TCA_FLOWER_KEY_*`). */
export interface FlowerLinkKeys {
  /** Destination of the Ethernet header (`TCA_FLOWER_KEY_ETH_DST`). */
  ethernetDestination?: string;
  /**
   * Which bits of {@linkcode FlowerLinkKeys.ethernetDestination} count
   * (`TCA_FLOWER_KEY_ETH_DST_MASK`).
   */
  ethernetDestinationMask?: string;
  /** Source of the Ethernet header (`TCA_FLOWER_KEY_ETH_SRC`). */
  ethernetSource?: string;
  /**
   * Which bits of {@linkcode FlowerLinkKeys.ethernetSource} count
   * (`TCA_FLOWER_KEY_ETH_SRC_MASK`).
   */
  ethernetSourceMask?: string;
  /** EtherType, the first one that is no VLAN (`TCA_FLOWER_KEY_ETH_TYPE`). */
  ethernetType?: number;
  /** Number of the outer VLAN (`TCA_FLOWER_KEY_VLAN_ID`). */
  vlanId?: number;
  /** Priority of the outer VLAN (`TCA_FLOWER_KEY_VLAN_PRIO`). */
  vlanPriority?: number;
  /** EtherType in the outer VLAN (`TCA_FLOWER_KEY_VLAN_ETH_TYPE`). */
  vlanEthernetType?: number;
  /** Number of the inner VLAN (`TCA_FLOWER_KEY_CVLAN_ID`). */
  innerVlanId?: number;
  /** Priority of the inner VLAN (`TCA_FLOWER_KEY_CVLAN_PRIO`). */
  innerVlanPriority?: number;
  /** EtherType in the inner VLAN (`TCA_FLOWER_KEY_CVLAN_ETH_TYPE`). */
  innerVlanEthernetType?: number;
  /** Number of VLANs (`TCA_FLOWER_KEY_NUM_OF_VLANS`). */
  vlanCount?: number;
  /** Session of PPPoE (`TCA_FLOWER_KEY_PPPOE_SID`). */
  pppoeSession?: number;
  /** Protocol of PPP (`TCA_FLOWER_KEY_PPP_PROTO`). */
  pppProtocol?: number;
  /** Time to live of the outermost label (`TCA_FLOWER_KEY_MPLS_TTL`). */
  mplsTtl?: number;
  /** 1 if the outermost label is the last one (`TCA_FLOWER_KEY_MPLS_BOS`). */
  mplsBottom?: number;
  /** Traffic class of the outermost label (`TCA_FLOWER_KEY_MPLS_TC`). */
  mplsTrafficClass?: number;
  /** The outermost label (`TCA_FLOWER_KEY_MPLS_LABEL`). */
  mplsLabel?: number;
  /** Labels of any depth (`TCA_FLOWER_KEY_MPLS_OPTS`). */
  mplsEntries?: FlowerMplsEntry[];
  /** Address of the sender in ARP (`TCA_FLOWER_KEY_ARP_SIP`). */
  arpSource?: string;
  /**
   * Which bits of {@linkcode FlowerLinkKeys.arpSource} count
   * (`TCA_FLOWER_KEY_ARP_SIP_MASK`).
   */
  arpSourceMask?: string;
  /** Address that ARP asks for (`TCA_FLOWER_KEY_ARP_TIP`). */
  arpTarget?: string;
  /**
   * Which bits of {@linkcode FlowerLinkKeys.arpTarget} count
   * (`TCA_FLOWER_KEY_ARP_TIP_MASK`).
   */
  arpTargetMask?: string;
  /** Operation of ARP: 1 asks, 2 answers (`TCA_FLOWER_KEY_ARP_OP`). */
  arpOperation?: number;
  /**
   * Which bits of {@linkcode FlowerLinkKeys.arpOperation} count
   * (`TCA_FLOWER_KEY_ARP_OP_MASK`).
   */
  arpOperationMask?: number;
  /** Hardware address of the sender in ARP (`TCA_FLOWER_KEY_ARP_SHA`). */
  arpSourceHardware?: string;
  /**
   * Which bits of {@linkcode FlowerLinkKeys.arpSourceHardware} count
   * (`TCA_FLOWER_KEY_ARP_SHA_MASK`).
   */
  arpSourceHardwareMask?: string;
  /** Hardware address that ARP asks for (`TCA_FLOWER_KEY_ARP_THA`). */
  arpTargetHardware?: string;
  /**
   * Which bits of {@linkcode FlowerLinkKeys.arpTargetHardware} count
   * (`TCA_FLOWER_KEY_ARP_THA_MASK`).
   */
  arpTargetHardwareMask?: string;
  /**
   * 1 if the bridge has no entry for the destination (`TCA_FLOWER_L2_MISS`).
   */
  layer2Miss?: number;
  /** Connectivity fault management (`TCA_FLOWER_KEY_CFM`). */
  cfm?: FlowerCfm;
}

/** Schema of {@linkcode FlowerLinkKeys}. */
export const flowerLinkKeys: FieldsOf<FlowerLinkKeys> = {
  ethernetDestination: ["TCA_FLOWER_KEY_ETH_DST", 4, macAddress],
  ethernetDestinationMask: ["TCA_FLOWER_KEY_ETH_DST_MASK", 5, macAddress],
  ethernetSource: ["TCA_FLOWER_KEY_ETH_SRC", 6, macAddress],
  ethernetSourceMask: ["TCA_FLOWER_KEY_ETH_SRC_MASK", 7, macAddress],
  ethernetType: ["TCA_FLOWER_KEY_ETH_TYPE", 8, be16],
  vlanId: ["TCA_FLOWER_KEY_VLAN_ID", 23, u16],
  vlanPriority: ["TCA_FLOWER_KEY_VLAN_PRIO", 24, u8],
  vlanEthernetType: ["TCA_FLOWER_KEY_VLAN_ETH_TYPE", 25, be16],
  innerVlanId: ["TCA_FLOWER_KEY_CVLAN_ID", 77, u16],
  innerVlanPriority: ["TCA_FLOWER_KEY_CVLAN_PRIO", 78, u8],
  innerVlanEthernetType: ["TCA_FLOWER_KEY_CVLAN_ETH_TYPE", 79, be16],
  vlanCount: ["TCA_FLOWER_KEY_NUM_OF_VLANS", 102, u8],
  pppoeSession: ["TCA_FLOWER_KEY_PPPOE_SID", 103, be16],
  pppProtocol: ["TCA_FLOWER_KEY_PPP_PROTO", 104, be16],
  mplsTtl: ["TCA_FLOWER_KEY_MPLS_TTL", 67, u8],
  mplsBottom: ["TCA_FLOWER_KEY_MPLS_BOS", 68, u8],
  mplsTrafficClass: ["TCA_FLOWER_KEY_MPLS_TC", 69, u8],
  mplsLabel: ["TCA_FLOWER_KEY_MPLS_LABEL", 70, u32],
  mplsEntries: [
    "TCA_FLOWER_KEY_MPLS_OPTS",
    99,
    list(mplsEntry, ["TCA_FLOWER_KEY_MPLS_OPTS_LSE", 1]),
  ],
  arpSource: ["TCA_FLOWER_KEY_ARP_SIP", 57, ipv4Address],
  arpSourceMask: ["TCA_FLOWER_KEY_ARP_SIP_MASK", 58, ipv4Address],
  arpTarget: ["TCA_FLOWER_KEY_ARP_TIP", 59, ipv4Address],
  arpTargetMask: ["TCA_FLOWER_KEY_ARP_TIP_MASK", 60, ipv4Address],
  arpOperation: ["TCA_FLOWER_KEY_ARP_OP", 61, u8],
  arpOperationMask: ["TCA_FLOWER_KEY_ARP_OP_MASK", 62, u8],
  arpSourceHardware: ["TCA_FLOWER_KEY_ARP_SHA", 63, macAddress],
  arpSourceHardwareMask: ["TCA_FLOWER_KEY_ARP_SHA_MASK", 64, macAddress],
  arpTargetHardware: ["TCA_FLOWER_KEY_ARP_THA", 65, macAddress],
  arpTargetHardwareMask: ["TCA_FLOWER_KEY_ARP_THA_MASK", 66, macAddress],
  layer2Miss: ["TCA_FLOWER_L2_MISS", 106, u8],
  cfm: ["TCA_FLOWER_KEY_CFM", 107, cfm],
};
