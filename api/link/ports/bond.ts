/**
 * Ports of bonds.
 *
 * @see {@link https://docs.kernel.org/networking/bonding.html | Linux Ethernet Bonding Driver}
 *
 * @module
 */

import {
  BOND_LINK_STATES,
  BOND_PORT_STATES,
  type BondPort,
  bondPort,
  LACP_STATES,
} from "../../../messages/link/ports/bond.ts";
import { hardware } from "../../mapping/address_conversions.ts";
import { number } from "../../mapping/conversions.ts";
import { enumeration, flagNames } from "../../mapping/enumerations.ts";
import {
  type Conversion,
  type Mapping,
  mapping,
  readOnly,
} from "../../mapping/mapping.ts";

/** State of LACP at one end of a port. */
export type LacpState =
  | keyof typeof LACP_STATES
  | number;

/** Whether LACP settled at one end of a port. */
export type LacpChurnState = "monitoring" | "churned" | "none" | number;

/** Settings of a port of a bond. */
export interface BondPortOptions {
  /**
   * Queue of the bond that goes out through the port; 0 for none
   * (`IFLA_BOND_SLAVE_QUEUE_ID`).
   */
  queueId?: number;
  /** Priority for becoming the active port (`IFLA_BOND_SLAVE_PRIO`). */
  priority?: number;
  /** Priority of the port in LACP (`IFLA_BOND_SLAVE_ACTOR_PORT_PRIO`). */
  actorPortPriority?: number;
  /**
   * Whether the port is in use; reported by the kernel
   * (`IFLA_BOND_SLAVE_STATE`).
   */
  state?: keyof typeof BOND_PORT_STATES | number;
  /**
   * State of its link; reported by the kernel (`IFLA_BOND_SLAVE_MII_STATUS`).
   */
  miiStatus?: keyof typeof BOND_LINK_STATES | number;
  /**
   * How often the link failed; reported by the kernel
   * (`IFLA_BOND_SLAVE_LINK_FAILURE_COUNT`).
   */
  linkFailures?: number;
  /**
   * Hardware address that the port had before; reported by the kernel
   * (`IFLA_BOND_SLAVE_PERM_HWADDR`).
   */
  permanentAddress?: string;
  /**
   * Aggregator of the port; reported by the kernel
   * (`IFLA_BOND_SLAVE_AD_AGGREGATOR_ID`).
   */
  aggregatorId?: number;
  /**
   * State of this end; reported by the kernel
   * (`IFLA_BOND_SLAVE_AD_ACTOR_OPER_PORT_STATE`).
   */
  actorState?: LacpState[];
  /**
   * State of the other end; reported by the kernel
   * (`IFLA_BOND_SLAVE_AD_PARTNER_OPER_PORT_STATE`).
   */
  partnerState?: LacpState[];
  /**
   * Whether LACP settled at this end; reported by the kernel
   * (`IFLA_BOND_SLAVE_AD_CHURN_ACTOR_STATE`).
   */
  actorChurn?: LacpChurnState;
  /**
   * Whether LACP settled at the other end; reported by the kernel
   * (`IFLA_BOND_SLAVE_AD_CHURN_PARTNER_STATE`).
   */
  partnerChurn?: LacpChurnState;
}

const lacpStates: Conversion<LacpState[], number> = flagNames(LACP_STATES);

const churnState: Conversion<LacpChurnState, number> = enumeration({
  monitoring: 0,
  churned: 1,
  none: 2,
});

/** How {@linkcode BondPortOptions} and {@linkcode BondPort} correspond. */
export const bondPortMapping: Mapping<BondPortOptions, BondPort> = mapping({
  queueId: number,
  priority: number,
  actorPortPriority: number,
  state: readOnly(
    "state",
    enumeration(BOND_PORT_STATES),
  ),
  miiStatus: readOnly(
    "miiStatus",
    enumeration(BOND_LINK_STATES),
  ),
  linkFailures: readOnly("linkFailureCount", number),
  permanentAddress: readOnly("permanentAddress", hardware),
  aggregatorId: readOnly("adAggregatorId", number),
  actorState: readOnly("adActorOperPortState", lacpStates),
  partnerState: readOnly("adPartnerOperPortState", lacpStates),
  actorChurn: readOnly("adChurnActorState", churnState),
  partnerChurn: readOnly("adChurnPartnerState", churnState),
}, bondPort);
