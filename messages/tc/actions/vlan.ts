/**
 * Actions on VLAN tags and Ethernet headers: `TCA_VLAN_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/tc_act/tc_vlan.h | linux/tc_act/tc_vlan.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  be16,
  type Codec,
  macAddress,
  s32,
  struct,
  u16,
  u8,
} from "../../codec/mod.ts";
import {
  actionParameterMembers,
  type ActionParameters,
  type ActionTimes,
  actionTimes,
} from "./parameters.ts";

/** What is done to VLAN tags and Ethernet headers (`TCA_VLAN_ACT_*`). */
export const VLAN_ACTIONS = {
  /** The outermost tag is removed (`TCA_VLAN_ACT_POP`). */
  pop: 1,
  /** A tag is added (`TCA_VLAN_ACT_PUSH`). */
  push: 2,
  /** The outermost tag is changed (`TCA_VLAN_ACT_MODIFY`). */
  modify: 3,
  /** The Ethernet header is removed (`TCA_VLAN_ACT_POP_ETH`). */
  pop_eth: 4,
  /** An Ethernet header is added (`TCA_VLAN_ACT_PUSH_ETH`). */
  push_eth: 5,
} as const;

/** What is done (`struct tc_vlan`). */
export interface VlanActionParameters extends ActionParameters {
  /** One of {@linkcode VLAN_ACTIONS} (`v_action`). */
  type: number;
}

/** An action on VLAN tags (`TCA_VLAN_*`). */
export interface VlanActionData extends Attributes {
  /** When it was used (`TCA_VLAN_TM`). */
  times?: ActionTimes;
  /** What is done (`TCA_VLAN_PARMS`). */
  parameters?: VlanActionParameters;
  /** VLAN, 0 to 4095 (`TCA_VLAN_PUSH_VLAN_ID`). */
  id?: number;
  /** EtherType of the tag, `ETH_P_8021*` (`TCA_VLAN_PUSH_VLAN_PROTOCOL`). */
  protocol?: number;
  /** Priority, 0 to 7 (`TCA_VLAN_PUSH_VLAN_PRIORITY`). */
  priority?: number;
  /** Receiver in the Ethernet header (`TCA_VLAN_PUSH_ETH_DST`). */
  destination?: string;
  /** Sender in the Ethernet header (`TCA_VLAN_PUSH_ETH_SRC`). */
  source?: string;
}

/** Codec of {@linkcode VlanActionParameters}. */
export const vlanActionParameters: Codec<VlanActionParameters> = struct({
  ...actionParameterMembers,
  type: s32,
});

/** Codec of {@linkcode VlanActionData}. */
export const vlanActionData: Codec<VlanActionData> = attributes(
  {
    times: ["TCA_VLAN_TM", 1, actionTimes],
    parameters: ["TCA_VLAN_PARMS", 2, vlanActionParameters],
    id: ["TCA_VLAN_PUSH_VLAN_ID", 3, u16],
    protocol: ["TCA_VLAN_PUSH_VLAN_PROTOCOL", 4, be16],
    priority: ["TCA_VLAN_PUSH_VLAN_PRIORITY", 6, u8],
    destination: ["TCA_VLAN_PUSH_ETH_DST", 7, macAddress],
    source: ["TCA_VLAN_PUSH_ETH_SRC", 8, macAddress],
  },
  { pad: ["TCA_VLAN_PAD", 5] },
);
