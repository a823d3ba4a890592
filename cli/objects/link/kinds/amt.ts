/**
 * `ip link … type amt`.
 *
 * @module
 */

import type { Context } from "../../../runtime/context.ts";
import { CommandError } from "../../../parse/errors.ts";
import { type Grammar, number } from "../../../parse/grammar.ts";
import { addressOf, type Prefix } from "../../../parse/prefixes.ts";
import {
  existingDevice,
  type Kind,
  kindParser,
  printNumbers,
  unique,
  unknownCommand,
} from "./kind.ts";
import { AF_INET, AF_INET6, AF_UNSPEC } from "../../../../messages/families.ts";
import {
  type AmtData,
  IFLA_AMT_DISCOVERY_IP,
  IFLA_AMT_LOCAL_IP,
} from "../../../../messages/link/kinds/amt.ts";

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
    const family = data.unknown?.length
      ? AF_INET6
      : data.discoveryIp === undefined
      ? AF_UNSPEC
      : AF_INET;
    put(data, "localIp", addressOf(words.take(), family));
  }, "local"),
  discovery: unique("discovery", (data, { words }) => {
    put(data, "discoveryIp", addressOf(words.take(), AF_UNSPEC));
  }, "discovery"),
};

const TYPES = {
  localIp: IFLA_AMT_LOCAL_IP,
  discoveryIp: IFLA_AMT_DISCOVERY_IP,
};

/** Adds an address; what the kernel makes of one of IPv6 is up to it. */
function put(
  data: AmtData,
  key: keyof typeof TYPES,
  { family, address, bytes }: Prefix,
): void {
  if (bytes.length === 0 && family === AF_UNSPEC) return;
  if (family === AF_INET && bytes.length > 0) data[key] = address;
  else (data.unknown ??= []).push({ type: TYPES[key], data: bytes });
}

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
