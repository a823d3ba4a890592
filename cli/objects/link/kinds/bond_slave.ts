/**
 * `ip link … type bond_slave`: ports of bonds.
 *
 * @module
 */

import {
  BOND_LINK_STATES,
  BOND_PORT_STATES,
  type BondPort,
  bondPort,
  LACP_STATES,
} from "../../../../messages/link/ports/bond.ts";
import { hardwareAddress } from "../addresses.ts";
import { printFlags } from "../format_flags.ts";
import { asSigned, stateOrIndex, upperCased } from "./notations.ts";
import { type Kind, unknownOption } from "./kind.ts";
import { kindOfSettings } from "./settings.ts";
import type { Printed } from "./setting.ts";

const STATES = upperCased(BOND_PORT_STATES);
const MII_STATES = upperCased(BOND_LINK_STATES);

const lacpState: Printed<number> = {
  print: ({ printer }, { json }, state) => {
    printer.named(json, state);
    printer.array(
      `${json}_str`,
      () => printFlags(printer, state, LACP_STATES),
      `${json}_str <`,
      "> ",
    );
  },
};

/** Whether LACP has settled, by number. */
const CHURN_STATES = ["MONITOR", "CHURN", "NO_CHURN"];

const churn: Printed<number> = {
  print: ({ printer }, { json }, state) =>
    printer.named(json, CHURN_STATES[state] ?? state),
};

/** Ports of bonds. */
export const kind: Kind<BondPort> = kindOfSettings(bondPort, {
  state: { json: "state", ...stateOrIndex(STATES) },
  miiStatus: { json: "mii_status", ...stateOrIndex(MII_STATES) },
  linkFailureCount: { json: "link_failure_count", ...asSigned },
  permanentAddress: {
    json: "perm_hwaddr",
    print: ({ printer }, { json }, address) =>
      printer.named(json, hardwareAddress(address, 0)),
  },
  queueId: "queue_id* ID",
  priority: "prio PRIORITY",
  adAggregatorId: { json: "ad_aggregator_id" },
  adActorOperPortState: { json: "ad_actor_oper_port_state", ...lacpState },
  adPartnerOperPortState: {
    json: "ad_partner_oper_port_state",
    print: (context, names, state, data) =>
      lacpState.print(context, names, state & 0xff, data),
  },
  adChurnActorState: { json: "churn_actor_state", ...churn },
  adChurnPartnerState: { json: "churn_partner_state", ...churn },
  actorPortPriority: {
    word: "actor_port_prio PRIORITY",
    problem: "actor prio is invalid",
  },
}, { problem: (name) => `${name} is invalid`, unknown: unknownOption });
