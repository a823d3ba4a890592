/**
 * VLAN links.
 *
 * @module
 */

import { VLAN_PROTOCOLS } from "../../../messages/link/constants_hardware.ts";
import {
  VLAN_FLAG_BRIDGE_BINDING,
  VLAN_FLAG_GVRP,
  VLAN_FLAG_LOOSE_BINDING,
  VLAN_FLAG_MVRP,
  VLAN_FLAG_REORDER_HDR,
  type VlanData,
  type VlanQosMapping,
} from "../../../messages/link/kinds/vlan.ts";
import { integer, listOf, uint32 } from "../../mapping/conversions.ts";
import { enumeration, maskedBit } from "../../mapping/enumerations.ts";
import {
  type Conversion,
  type Field,
  type Mapping,
  mapping,
} from "../../mapping/mapping.ts";

/** EtherType of a VLAN tag. */
export type VlanProtocol = keyof typeof VLAN_PROTOCOLS | number;

/** How {@linkcode VlanProtocol} is stored. */
export const vlanProtocol: Conversion<VlanProtocol, number> = enumeration(
  VLAN_PROTOCOLS,
  16,
);

/** A priority and what becomes of it. */
export interface PriorityMapping {
  /** The priority that a packet comes with. */
  from: number;
  /** The priority that it gets. */
  to: number;
}

/** Settings of a VLAN link. */
export interface VlanOptions {
  /** EtherType of the tag (`IFLA_VLAN_PROTOCOL`). */
  protocol?: VlanProtocol;
  /** VLAN number, 0 to 4094 (`IFLA_VLAN_ID`). */
  id?: number;
  /**
   * Whether Ethernet headers are reordered so that the tag looks gone
   * (`VLAN_FLAG_REORDER_HDR`).
   */
  reorderHeader?: boolean;
  /** Whether the VLAN is announced with GVRP (`VLAN_FLAG_GVRP`). */
  gvrp?: boolean;
  /** Whether the VLAN is announced with MVRP (`VLAN_FLAG_MVRP`). */
  mvrp?: boolean;
  /**
   * Whether the operational state is independent of the lower device's
   * (`VLAN_FLAG_LOOSE_BINDING`).
   */
  looseBinding?: boolean;
  /**
   * Whether the state follows that of the VLAN's ports in the bridge below
   * (`VLAN_FLAG_BRIDGE_BINDING`).
   */
  bridgeBinding?: boolean;
  /**
   * Priorities in the tags of incoming packets and the socket priorities for
   * them (`IFLA_VLAN_INGRESS_QOS`).
   */
  ingressQos?: readonly PriorityMapping[];
  /**
   * Socket priorities of outgoing packets and the priorities in the tags for
   * them (`IFLA_VLAN_EGRESS_QOS`).
   */
  egressQos?: readonly PriorityMapping[];
}

/** A flag; the kernel reports none of them where all are off. */
function flag(bit: number): Field<boolean, VlanData> {
  const field = maskedBit<VlanData, "flags">("flags", {
    value: "flags",
    mask: "mask",
    bit,
  });
  return { ...field, absent: false };
}

const priorities: Conversion<PriorityMapping[], VlanQosMapping[]> = listOf(
  mapping<PriorityMapping, VlanQosMapping>(
    { from: uint32, to: uint32 },
    () => ({ from: 0, to: 0 }),
  ),
);

/** How {@linkcode VlanOptions} and {@linkcode VlanData} correspond. */
export const vlanMapping: Mapping<VlanOptions, VlanData> = mapping({
  protocol: vlanProtocol,
  id: integer(0, 4095),
  reorderHeader: flag(VLAN_FLAG_REORDER_HDR),
  gvrp: flag(VLAN_FLAG_GVRP),
  mvrp: flag(VLAN_FLAG_MVRP),
  looseBinding: flag(VLAN_FLAG_LOOSE_BINDING),
  bridgeBinding: flag(VLAN_FLAG_BRIDGE_BINDING),
  ingressQos: priorities,
  egressQos: priorities,
});
