/**
 * `ip link … type bridge_slave`: ports of bridges.
 *
 * @module
 */

import { BRIDGE_PORT_STATES } from "../../../../messages/link/bridge/constants.ts";
import {
  type BridgePort,
  bridgePort,
} from "../../../../messages/link/ports/bridge.ts";
import { exit } from "../../../parse/errors.ts";
import { findOneOf } from "../../../parse/choices.ts";
import { hex } from "../../../print/format.ts";
import { bridgeIdentity, timer } from "./bridge_notations.ts";
import {
  asSigned,
  device,
  hexadecimal,
  onOff,
  stateOrIndex,
} from "./notations.ts";
import { type Kind, unknownOption } from "./kind.ts";
import { kindOfSettings } from "./settings.ts";
import type { Notation } from "./setting.ts";

/** Protocols whose link-local frames can be forwarded, by their bit. */
const FORWARDED: Readonly<Record<number, string>> = {
  0: "stp",
  2: "lacp",
  14: "lldp",
};

const toggle: Notation<number> = {
  ...onOff,
  read: (word, _, name) => readToggle(word, name),
};

/** Ports of bridges. */
export const kind: Kind<BridgePort> = kindOfSettings(bridgePort, [
  {
    state: {
      word: "state*",
      ...stateOrIndex(BRIDGE_PORT_STATES, (index) => `(${index})`),
    },
    priority: "priority* PRIO",
    cost: { word: "cost*", ...asSigned },
    mode: { word: "hairpin*", ...toggle },
    guard: { word: "guard*", ...toggle },
    protect: { word: "root_block*", ...toggle },
    fastLeave: { word: "fastleave*", ...toggle },
    learning: { word: "learning*", ...toggle },
    unicastFlood: { word: "flood*", ...toggle },
    id: { json: "id", text: "port_id", ...hexadecimal },
    number: { json: "no", text: "port_no", ...hexadecimal },
    designatedPort: { json: "designated_port" },
    designatedCost: { json: "designated_cost" },
    bridgeId: {
      json: "bridge_id",
      text: "designated_bridge",
      ...bridgeIdentity,
    },
    rootId: { json: "root_id", text: "designated_root", ...bridgeIdentity },
    holdTimer: { json: "hold_timer", ...timer },
    messageAgeTimer: { json: "message_age_timer", ...timer },
    forwardDelayTimer: { json: "forward_delay_timer", ...timer },
    topologyChangeAck: { json: "topology_change_ack" },
    configPending: { json: "config_pending" },
    proxyArp: { word: "proxy_arp*", ...toggle },
    proxyArpWifi: { word: "proxy_arp_wifi*", ...toggle },
    multicastRouter: {
      word: "mcast_router* MULTICAST_ROUTER",
      json: "multicast_router",
      text: "mcast_router",
      problem: "invalid mcast_router",
    },
  },
  ({ printer }, { fastLeave }) => {
    if (fastLeave === undefined) return;
    printer.text(`mcast_fast_leave ${fastLeave ? "on" : "off"} `);
  },
  {
    multicastFlood: { word: "mcast_flood*", ...toggle },
    broadcastFlood: { word: "bcast_flood*", ...toggle },
    multicastToUnicast: { word: "mcast_to_unicast*", ...toggle },
    neighborSuppress: { word: "neigh_suppress*", ...toggle },
    neighborVlanSuppress: { word: "neigh_vlan_suppress", ...toggle },
    neighborForwardGratuitous: { word: "neigh_forward_grat", ...toggle },
    groupForwardMask: {
      word: "group_fwd_mask* MASK",
      problem: "invalid group_fwd_mask",
      print: ({ printer }, { json }, mask) => {
        printer.named(json, hex(mask));
        printer.named(`${json}_str`, forwarded(mask));
      },
    },
    vlanTunnel: { word: "vlan_tunnel*", ...toggle },
    isolated: { word: "isolated*", ...toggle },
    locked: { word: "locked*", ...toggle },
    mab: { word: "mab", ...toggle },
    backupPort: {
      word: "backup_port*",
      values: { "nobackup_port*": 0 },
      ...device,
      problem: "Device does not exist\n",
    },
    backupNexthopId: "backup_nhid NHID",
    flush: { word: "fdb_flush*", print: null },
  },
], {
  first: "fdb_flush mcast_flood",
  problem: (name) => `${name} is invalid`,
  unknown: unknownOption,
  keywords: {
    "mcast_fast_leave*": (port, { args }) => {
      port.fastLeave = readToggle(args.take(), "mcast_fast_leave");
    },
  },
});

function forwarded(mask: number): string {
  const names: string[] = [];
  for (let bit = 0; bit < 16; bit++) {
    if (mask & 1 << bit) names.push(FORWARDED[bit] ?? hex(1 << bit));
  }
  return names.length === 0 ? "0x0" : names.join(",");
}

/** Is `on` or `off`; anything else ends the program. */
function readToggle(arg: string, name: string): number {
  try {
    return findOneOf(arg, name, ["off", "on"]);
  } catch (error) {
    throw exit(1, (error as Error).message.trimEnd());
  }
}
