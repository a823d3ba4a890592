/**
 * The objects, and where their commands are.
 *
 * @module
 */

import type { Command } from "./context.ts";
import { matches } from "./grammar.ts";

/** Loads the command of an object. */
export type Load = () => Promise<{ command: Command }>;

/**
 * The objects in the order in which they are tried; any prefix of a name will
 * do. A command is loaded only if it is run.
 */
const COMMANDS: readonly (readonly [name: string, load: Load | undefined])[] = [
  ["address", () => import("./address/mod.ts")],
  ["addrlabel", () => import("./addrlabel/mod.ts")],
  ["maddress", () => import("./maddr/mod.ts")],
  ["route", () => import("./route/mod.ts")],
  ["rule", () => import("./rule/mod.ts")],
  ["neighbor", () => import("./neighbor/mod.ts")],
  ["neighbour", () => import("./neighbor/mod.ts")],
  ["ntable", () => import("./ntable/mod.ts")],
  ["ntbl", () => import("./ntable/mod.ts")],
  ["link", () => import("./link/mod.ts")],
  ["l2tp", undefined],
  ["fou", () => import("./fou/mod.ts")],
  ["ila", undefined],
  ["macsec", () => import("./macsec/mod.ts")],
  ["tunnel", undefined],
  ["tunl", undefined],
  ["tuntap", () => import("./tuntap/mod.ts")],
  ["tap", () => import("./tuntap/mod.ts")],
  ["token", () => import("./token/mod.ts")],
  ["tcpmetrics", () => import("./tcp_metrics/mod.ts")],
  ["tcp_metrics", () => import("./tcp_metrics/mod.ts")],
  ["monitor", () => import("./monitor/mod.ts")],
  ["xfrm", undefined],
  ["mroute", () => import("./mroute/mod.ts")],
  ["mrule", () => import("./rule/multicast.ts")],
  ["netns", () => import("./netns/mod.ts")],
  ["netconf", () => import("./netconf/mod.ts")],
  ["vrf", () => import("./vrf/mod.ts")],
  ["sr", undefined],
  ["nexthop", () => import("./nexthop/mod.ts")],
  ["mptcp", undefined],
  ["ioam", undefined],
  ["help", () => import("./help_command.ts")],
  ["stats", () => import("./stats/mod.ts")],
];

/** Objects of this program's own, whose names have to be spelled out. */
const OWN: Readonly<Record<string, Load>> = {
  decode: () => import("./decode/mod.ts"),
  rtmon: () => import("./rtmon/mod.ts"),
};

/**
 * The objects that this program has.
 *
 * @returns Their names in the order of the alphabet; other spellings included.
 */
export function objectNames(): string[] {
  const names = COMMANDS.filter(([, load]) => load !== undefined)
    .map(([name]) => name);
  return [...names, ...Object.keys(OWN)].sort();
}

/**
 * Finds the command of an object.
 *
 * @param word The object's name, or the start of it.
 * @returns Loads the command, or tells why it cannot.
 */
export function findCommand(
  word: string,
): Load | "unknown" | "missing" {
  if (Object.hasOwn(OWN, word)) return OWN[word]!;
  const found = COMMANDS.find(([name]) => matches(word, name));
  if (found === undefined) return "unknown";
  return found[1] ?? "missing";
}
