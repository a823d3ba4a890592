/**
 * `ip link … type amt`.
 *
 * @module
 */

import type { Context } from "../../context.ts";
import { CommandError } from "../../errors.ts";
import { type Grammar, number } from "../../grammar.ts";
import { addressOf } from "../../prefixes.ts";
import {
  existingDevice,
  type Kind,
  kindParser,
  printNumbers,
  unique,
  unknownCommand,
} from "./kind.ts";
import type { AmtData } from "../../../messages/link/kinds/amt.ts";

const MODES: readonly string[] = ["gateway", "relay"];

const HELP = `\
Usage: ... amt
               [ discovery IP_ADDRESS ]
               [ mode MODE ]
               [ local ADDR ]
               [ dev PHYS_DEV ]
               [ relay_port PORT ]
               [ gateway_port PORT ]
               [ max_tunnels NUMBER ]

Where: ADDR	:= { IP_ADDRESS }
       MODE	:= { gateway | relay }
`;

const grammar: Grammar<AmtData> = {
  mode: (data, { words }) => {
    const mode = MODES.indexOf(words.take());
    if (mode < 0) throw new CommandError(1, false, HELP);
    data.mode = mode;
  },
  relay_port: number("relayPort", 16, "relay_port"),
  gateway_port: number("gatewayPort", 16, "gateway_port"),
  max_tunnels: number("maxTunnels", 32, "max_tunnels"),
  dev: existingDevice("link", true),
  local: unique("local", (data, { words }) => {
    const { address, bytes } = addressOf(words.take(), 0);
    if (bytes.length > 0) data.localIp = address;
  }, "local"),
  discovery: unique("discovery", (data, { words }) => {
    const { address, bytes } = addressOf(words.take(), 0);
    if (bytes.length > 0) data.discoveryIp = address;
  }, "discovery"),
};

/** Automatic multicast tunnels. */
export const kind: Kind<AmtData> = {
  help: HELP,
  print,
  parse: kindParser(grammar, {
    help: HELP,
    unknown: unknownCommand,
    wholeHelp: true,
  }),
};

function print({ printer, links }: Context, data: AmtData): void {
  const { mode, localIp, remoteIp, discoveryIp, link } = data;
  if (mode !== undefined) {
    const name = MODES[mode] ?? "";
    printer.value("mode", name, `${name} `);
  }
  printNumbers(printer, data, {
    gatewayPort: "gateway_port",
    relayPort: "relay_port",
  });
  if (localIp !== undefined) printer.named("local", localIp);
  if (remoteIp !== undefined) printer.named("remote", remoteIp);
  if (discoveryIp !== undefined) printer.named("discovery", discoveryIp);
  if (link !== undefined) {
    const name = links.nameOf(link);
    printer.value("link", name, `dev ${name} `);
  }
  printNumbers(printer, data, { maxTunnels: "max_tunnels" });
}
