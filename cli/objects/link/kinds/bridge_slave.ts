/**
 * `ip link … type bridge_slave`: ports of bridges.
 *
 * @module
 */

import type { Context } from "../../../runtime/context.ts";
import { hex } from "../../../print/format.ts";
import {
  device,
  type Grammar,
  number,
  takeOnOff,
  value,
  type Word,
} from "../../../parse/grammar.ts";
import { bridgeIdentity, printTimer } from "./bridge_text.ts";
import {
  type Kind,
  kindParser,
  printNumbers,
  printSwitches,
  unknownOption,
} from "./kind.ts";
import { exit, incomplete } from "../../../parse/errors.ts";
import type { BridgePort } from "../../../../messages/link/ports/bridge.ts";

/** What STP does with a port: `BR_STATE_*`. */
const STATES: readonly string[] = [
  "disabled",
  "listening",
  "learning",
  "forwarding",
  "blocking",
];

/** Protocols whose link-local frames can be forwarded, by their bit. */
const FORWARDED: Readonly<Record<number, string>> = {
  0: "stp",
  2: "lacp",
  14: "lldp",
};

const HELP = `\
Usage: ... bridge_slave [ fdb_flush ]
			[ state STATE ]
			[ priority PRIO ]
			[ cost COST ]
			[ guard {on | off} ]
			[ hairpin {on | off} ]
			[ fastleave {on | off} ]
			[ root_block {on | off} ]
			[ learning {on | off} ]
			[ flood {on | off} ]
			[ proxy_arp {on | off} ]
			[ proxy_arp_wifi {on | off} ]
			[ mcast_router MULTICAST_ROUTER ]
			[ mcast_fast_leave {on | off} ]
			[ mcast_flood {on | off} ]
			[ bcast_flood {on | off} ]
			[ mcast_to_unicast {on | off} ]
			[ group_fwd_mask MASK ]
			[ neigh_suppress {on | off} ]
			[ vlan_tunnel {on | off} ]
			[ isolated {on | off} ]
			[ locked {on | off} ]
			[ backup_port DEVICE ] [ nobackup_port ]
`;

/** Ports of bridges. */
export const kind: Kind<BridgePort> = {
  help: HELP,
  print,
  parse: kindParser<BridgePort>(grammar(), {
    help: HELP,
    unknown: unknownOption,
  }),
};

function print({ printer, links }: Context, port: BridgePort): void {
  const { state, bridgeId, rootId, fastLeave, groupForwardMask, backupPort } =
    port;
  if (state !== undefined) {
    const name = STATES[state];
    if (name === undefined) {
      printer.value("state_index", state, `state (${state}) `);
    } else printer.named("state", name);
  }
  printNumbers(printer, port, { priority: "priority" });
  if (port.cost !== undefined) printer.named("cost", port.cost | 0);
  printSwitches(printer, port, {
    mode: "hairpin",
    guard: "guard",
    protect: "root_block",
    fastLeave: "fastleave",
    learning: "learning",
    unicastFlood: "flood",
  });
  if (port.id !== undefined) {
    printer.value("id", hex(port.id), `port_id ${hex(port.id)} `);
  }
  if (port.number !== undefined) {
    printer.value("no", hex(port.number), `port_no ${hex(port.number)} `);
  }
  printNumbers(printer, port, {
    designatedPort: "designated_port",
    designatedCost: "designated_cost",
  });
  if (bridgeId !== undefined) {
    const id = bridgeIdentity(bridgeId);
    printer.value("bridge_id", id, `designated_bridge ${id} `);
  }
  if (rootId !== undefined) {
    const id = bridgeIdentity(rootId);
    printer.value("root_id", id, `designated_root ${id} `);
  }
  const timer = (name: string, value: bigint | undefined) => {
    if (value !== undefined) printTimer(printer, name, value);
  };
  timer("hold_timer", port.holdTimer);
  timer("message_age_timer", port.messageAgeTimer);
  timer("forward_delay_timer", port.forwardDelayTimer);
  printNumbers(printer, port, {
    topologyChangeAck: "topology_change_ack",
    configPending: "config_pending",
  });
  printSwitches(printer, port, {
    proxyArp: "proxy_arp",
    proxyArpWifi: "proxy_arp_wifi",
  });
  printNumbers(printer, port, {
    multicastRouter: ["multicast_router", "mcast_router"],
  });
  if (fastLeave !== undefined) {
    printer.text(`mcast_fast_leave ${fastLeave ? "on" : "off"} `);
  }
  printSwitches(printer, port, {
    multicastFlood: "mcast_flood",
    broadcastFlood: "bcast_flood",
    multicastToUnicast: "mcast_to_unicast",
    neighborSuppress: "neigh_suppress",
  });
  if (groupForwardMask !== undefined) {
    printer.named("group_fwd_mask", hex(groupForwardMask));
    printer.named("group_fwd_mask_str", forwarded(groupForwardMask));
  }
  printSwitches(printer, port, {
    vlanTunnel: "vlan_tunnel",
    isolated: "isolated",
    locked: "locked",
  });
  if (backupPort !== undefined) {
    printer.named("backup_port", links.nameOf(backupPort));
  }
}

function forwarded(mask: number): string {
  const names: string[] = [];
  for (let bit = 0; bit < 16; bit++) {
    if (mask & 1 << bit) names.push(FORWARDED[bit] ?? hex(1 << bit));
  }
  return names.length === 0 ? "0x0" : names.join(",");
}

function grammar(): Grammar<BridgePort> {
  type Key = Parameters<typeof number<BridgePort>>[0];
  const onOff = (key: Key, name: string): Word<BridgePort> => (port, step) => {
    if (step.words.left === 0) throw incomplete();
    try {
      port[key] = (takeOnOff(step.words, name) ? 1 : 0) as never;
    } catch (error) {
      throw exit(1, (error as Error).message.trimEnd());
    }
  };
  return {
    "fdb_flush*": value("flush", true),
    "state*": number("state", 8, "state is invalid"),
    "priority*": number("priority", 16, "priority is invalid"),
    "cost*": number("cost", 32, "cost is invalid"),
    "hairpin*": onOff("mode", "hairpin"),
    "guard*": onOff("guard", "guard"),
    "root_block*": onOff("protect", "root_block"),
    "fastleave*": onOff("fastLeave", "fastleave"),
    "learning*": onOff("learning", "learning"),
    "flood*": onOff("unicastFlood", "flood"),
    "mcast_flood*": onOff("multicastFlood", "mcast_flood"),
    "bcast_flood*": onOff("broadcastFlood", "bcast_flood"),
    "mcast_to_unicast*": onOff("multicastToUnicast", "mcast_to_unicast"),
    "proxy_arp*": onOff("proxyArp", "proxy_arp"),
    "proxy_arp_wifi*": onOff("proxyArpWifi", "proxy_arp_wifi"),
    "mcast_router*": number("multicastRouter", 8, "invalid mcast_router"),
    "mcast_fast_leave*": onOff("fastLeave", "mcast_fast_leave"),
    "neigh_suppress*": onOff("neighborSuppress", "neigh_suppress"),
    "group_fwd_mask*": number("groupForwardMask", 16, "invalid group_fwd_mask"),
    "vlan_tunnel*": onOff("vlanTunnel", "vlan_tunnel"),
    "isolated*": onOff("isolated", "isolated"),
    "locked*": onOff("locked", "locked"),
    "backup_port*": device("backupPort", "Device does not exist\n"),
    "nobackup_port*": value("backupPort", 0),
  };
}
