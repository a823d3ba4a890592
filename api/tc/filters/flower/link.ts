/**
 * What filters of the kind `flower` compare below IP.
 *
 * @module
 */

import { ARP_OPERATIONS } from "../../../../messages/tc/filters/flower/link.ts";
import type { FlowerData } from "../../../../messages/tc/filters/flower/flower.ts";
import type {
  FlowerCfm,
  FlowerMplsEntry,
} from "../../../../messages/tc/filters/flower/link.ts";
import {
  boolean,
  integer,
  listOf,
  uint16,
  uint8,
} from "../../../mapping/conversions.ts";
import { enumeration } from "../../../mapping/enumerations.ts";
import { type Fields, mapping } from "../../../mapping/mapping.ts";
import { type EtherType, etherType } from "../../ether_type.ts";
import { type Masked, masked, maskedIp, maskedMac } from "../masked.ts";

/** An entry of the stack of MPLS. */
export interface FlowerMplsProperties {
  /** Which one: 1 is the outermost. */
  depth: number;
  /** Label. */
  label?: number;
  /** Traffic class. */
  trafficClass?: number;
  /** Whether it is the last one. */
  bottom?: boolean;
  /** Time to live. */
  ttl?: number;
}

/** Connectivity fault management. */
export interface FlowerCfmProperties {
  /** Level of the maintenance domain, 0 to 7. */
  level?: number;
  /** Operation. */
  operation?: number;
}

/** What packets have to have below IP. */
export interface FlowerLinkProperties {
  /**
   * Destination, alone or with a mask behind a slash
   * (`TCA_FLOWER_KEY_ETH_DST`).
   */
  ethernetDestination?: string;
  /** Source, likewise (`TCA_FLOWER_KEY_ETH_SRC`). */
  ethernetSource?: string;
  /**
   * EtherType; by default the protocol of the filter
   * (`TCA_FLOWER_KEY_ETH_TYPE`).
   */
  ethernetType?: EtherType;
  /** Number of VLANs (`TCA_FLOWER_KEY_NUM_OF_VLANS`). */
  vlanCount?: number;
  /** Number of the outer VLAN, 0 to 4095 (`TCA_FLOWER_KEY_VLAN_ID`). */
  vlanId?: number;
  /** Priority of the outer VLAN, 0 to 7 (`TCA_FLOWER_KEY_VLAN_PRIO`). */
  vlanPriority?: number;
  /** EtherType in the outer VLAN (`TCA_FLOWER_KEY_VLAN_ETH_TYPE`). */
  vlanEthernetType?: EtherType;
  /** Number of the inner VLAN, 0 to 4095 (`TCA_FLOWER_KEY_CVLAN_ID`). */
  innerVlanId?: number;
  /** Priority of the inner VLAN, 0 to 7 (`TCA_FLOWER_KEY_CVLAN_PRIO`). */
  innerVlanPriority?: number;
  /** EtherType in the inner VLAN (`TCA_FLOWER_KEY_CVLAN_ETH_TYPE`). */
  innerVlanEthernetType?: EtherType;
  /** Session of PPPoE (`TCA_FLOWER_KEY_PPPOE_SID`). */
  pppoeSession?: number;
  /** Protocol of PPP (`TCA_FLOWER_KEY_PPP_PROTO`). */
  pppProtocol?: number;
  /** The outermost label of MPLS (`TCA_FLOWER_KEY_MPLS_LABEL`). */
  mplsLabel?: number;
  /** Traffic class of that label, 0 to 7 (`TCA_FLOWER_KEY_MPLS_TC`). */
  mplsTrafficClass?: number;
  /** Whether that label is the last one (`TCA_FLOWER_KEY_MPLS_BOS`). */
  mplsBottom?: boolean;
  /** Time to live of that label (`TCA_FLOWER_KEY_MPLS_TTL`). */
  mplsTtl?: number;
  /** Labels at any depth, in path of these (`TCA_FLOWER_KEY_MPLS_OPTS`). */
  mplsEntries?: FlowerMplsProperties[];
  /** Address of the sender in ARP, a prefix (`TCA_FLOWER_KEY_ARP_SIP`). */
  arpSource?: string;
  /** Address that ARP asks for, a prefix (`TCA_FLOWER_KEY_ARP_TIP`). */
  arpTarget?: string;
  /** Operation of ARP (`TCA_FLOWER_KEY_ARP_OP`). */
  arpOperation?: Masked<ArpOperation>;
  /** Hardware address of the sender in ARP (`TCA_FLOWER_KEY_ARP_SHA`). */
  arpSourceHardware?: string;
  /** Hardware address that ARP asks for (`TCA_FLOWER_KEY_ARP_THA`). */
  arpTargetHardware?: string;
  /**
   * Whether the bridge has no entry for the destination
   * (`TCA_FLOWER_L2_MISS`).
   */
  layer2Miss?: boolean;
  /** Connectivity fault management (`TCA_FLOWER_KEY_CFM`). */
  cfm?: FlowerCfmProperties;
}

/** What an ARP packet does. */
export type ArpOperation = keyof typeof ARP_OPERATIONS | number;

const vlanId = integer(0, 0xfff);
const priority = integer(0, 7);
const label = integer(0, 0xfffff);

const entry = mapping<FlowerMplsProperties, FlowerMplsEntry>({
  depth: integer(1, 0xff),
  label: label,
  trafficClass: priority,
  bottom: boolean,
  ttl: uint8,
});

/** How {@linkcode FlowerLinkProperties} is stored. */
export const flowerLinkFields: Fields<FlowerLinkProperties, FlowerData> = {
  ethernetDestination: maskedMac(
    "ethernetDestination",
    "ethernetDestinationMask",
  ),
  ethernetSource: maskedMac("ethernetSource", "ethernetSourceMask"),
  ethernetType: etherType,
  vlanCount: uint8,
  vlanId: vlanId,
  vlanPriority: priority,
  vlanEthernetType: etherType,
  innerVlanId: vlanId,
  innerVlanPriority: priority,
  innerVlanEthernetType: etherType,
  pppoeSession: uint16,
  pppProtocol: uint16,
  mplsLabel: label,
  mplsTrafficClass: priority,
  mplsBottom: boolean,
  mplsTtl: uint8,
  mplsEntries: listOf(entry),
  arpSource: maskedIp("arpSource", "arpSourceMask"),
  arpTarget: maskedIp("arpTarget", "arpTargetMask"),
  arpOperation: masked<FlowerData, ArpOperation>(
    "arpOperation",
    "arpOperationMask",
    enumeration(ARP_OPERATIONS, 8),
    0xff,
  ),
  arpSourceHardware: maskedMac("arpSourceHardware", "arpSourceHardwareMask"),
  arpTargetHardware: maskedMac("arpTargetHardware", "arpTargetHardwareMask"),
  layer2Miss: boolean,
  cfm: mapping<FlowerCfmProperties, FlowerCfm>({
    level: priority,
    operation: uint8,
  }),
};
