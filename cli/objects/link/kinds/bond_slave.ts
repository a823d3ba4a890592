/**
 * `ip link … type bond_slave`: ports of bonds.
 *
 * @module
 */

import type { Context } from "../../../runtime/context.ts";
import { integer, number } from "../../../parse/grammar.ts";
import { printFlags } from "../flags.ts";
import { type Kind, kindParser, printNumbers, unknownOption } from "./kind.ts";
import { hardwareAddress } from "../addresses.ts";
import type { BondPort } from "../../../../messages/link/ports/bond.ts";

const STATES: readonly string[] = ["ACTIVE", "BACKUP"];
const MII_STATES: readonly string[] = [
  "UP",
  "GOING_DOWN",
  "DOWN",
  "GOING_BACK",
];

/** States of a port of 802.3ad: `LACP_STATE_*`. */
const LACP_STATES: readonly (readonly [number, string])[] = [
  [0x01, "active"],
  [0x02, "short_timeout"],
  [0x04, "aggregating"],
  [0x08, "in_sync"],
  [0x10, "collecting"],
  [0x20, "distributing"],
  [0x40, "defaulted"],
  [0x80, "expired"],
];

const HELP = `\
Usage: ... bond_slave [ queue_id ID ] [ prio PRIORITY ]
`;

/** Ports of bonds. */
export const kind: Kind<BondPort> = {
  help: HELP,
  print,
  parse: kindParser<BondPort>({
    "queue_id*": number("queueId", 16, "queue_id is invalid"),
    prio: integer("priority", "prio is invalid"),
  }, { help: HELP, unknown: unknownOption }),
};

function print(context: Context, port: BondPort): void {
  const { printer } = context;
  const { state, miiStatus, linkFailureCount, permanentAddress } = port;
  if (state !== undefined) {
    const name = STATES[state];
    if (name === undefined) {
      printer.value("state_index", state, `state ${state} `);
    } else printer.named("state", name);
  }
  if (miiStatus !== undefined) {
    const name = MII_STATES[miiStatus];
    if (name === undefined) {
      printer.value("mii_status_index", miiStatus, `mii_status ${miiStatus} `);
    } else printer.named("mii_status", name);
  }
  if (linkFailureCount !== undefined) {
    printer.named("link_failure_count", linkFailureCount | 0);
  }
  if (permanentAddress !== undefined) {
    printer.named("perm_hwaddr", hardwareAddress(permanentAddress, 0));
  }
  printNumbers(printer, port, {
    queueId: "queue_id",
    priority: "prio",
    adAggregatorId: "ad_aggregator_id",
  });
  printLacp(context, "ad_actor_oper_port_state", port.adActorOperPortState);
  printLacp(
    context,
    "ad_partner_oper_port_state",
    port.adPartnerOperPortState === undefined
      ? undefined
      : port.adPartnerOperPortState & 0xff,
  );
}

function printLacp(
  { printer }: Context,
  name: string,
  state: number | undefined,
): void {
  if (state === undefined) return;
  printer.named(name, state);
  printer.array(
    `${name}_str`,
    () => printFlags(printer, state, LACP_STATES),
    `${name}_str <`,
    "> ",
  );
}
