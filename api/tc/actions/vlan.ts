/**
 * Actions on VLAN tags and Ethernet headers.
 *
 * @module
 */

import {
  VLAN_ACTIONS,
  type VlanActionData,
  vlanActionData,
  type VlanActionParameters,
  vlanActionParameters,
} from "../../../messages/tc/actions/vlan.ts";
import { type VlanProtocol, vlanProtocol } from "../../link/kinds/vlan.ts";
import { mac } from "../../mapping/address_conversions.ts";
import { integer } from "../../mapping/conversions.ts";
import { enumeration } from "../../mapping/enumerations.ts";
import { within } from "../../mapping/mapping.ts";
import { type ActionMapping, actionMapping } from "./kind.ts";

/** Settings of an action on VLAN tags and Ethernet headers. */
export interface VlanActionOptions {
  /** What is done; required (`TCA_VLAN_ACT_*`). */
  operation?: keyof typeof VLAN_ACTIONS | number;
  /** VLAN, 0 to 4095; `push` and `modify` require it (`TCA_VLAN_PUSH_VLAN_ID`). */
  id?: number;
  /** EtherType of the tag (`TCA_VLAN_PUSH_VLAN_PROTOCOL`). */
  protocol?: VlanProtocol;
  /** Priority, 0 to 7 (`TCA_VLAN_PUSH_VLAN_PRIORITY`). */
  priority?: number;
  /** Receiver; `push_eth` requires it (`TCA_VLAN_PUSH_ETH_DST`). */
  destination?: string;
  /** Sender; `push_eth` requires it (`TCA_VLAN_PUSH_ETH_SRC`). */
  source?: string;
}

/** How {@linkcode VlanActionOptions} are stored. */
export const vlanActionMapping: ActionMapping<
  VlanActionOptions,
  VlanActionData
> = actionMapping(
  vlanActionData,
  vlanActionParameters,
  {
    ...within<
      VlanActionData,
      "parameters",
      Pick<VlanActionOptions, "operation">
    >("parameters", { operation: ["type", enumeration(VLAN_ACTIONS, 32)] }),
    id: integer(0, 4095),
    protocol: vlanProtocol,
    priority: integer(0, 7),
    destination: mac,
    source: mac,
  },
  {
    check({ parameters, id, destination, source }, fieldPath) {
      const { type } = parameters as VlanActionParameters;
      const require = (name: string, value: unknown) => {
        if (value === undefined) {
          throw fieldPath.at(name).wrong(value, "it is required");
        }
      };
      require("operation", type || undefined);
      if (type === VLAN_ACTIONS.push || type === VLAN_ACTIONS.modify) {
        require("id", id);
      }
      if (type === VLAN_ACTIONS.push_eth) {
        require("destination", destination);
        require("source", source);
      }
    },
  },
);
