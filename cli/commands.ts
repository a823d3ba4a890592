/**
 * The objects, and where their commands are.
 *
 * @module
 */

import type { Command } from "./runtime/context.ts";
import { usage } from "./parse/errors.ts";
import { matches } from "./parse/arguments.ts";

/** Loads the command of an object. */
export type Load = () => Promise<{ command: Command }>;

/**
 * The objects in the order in which they are tried, with their names; any
 * prefix of a name will do. A command is loaded only if it is run.
 */
const COMMANDS: readonly (readonly [names: string, load: Load | undefined])[] =
  [
    ["address", () => import("./objects/address/mod.ts")],
    ["addrlabel", () => import("./objects/addrlabel/mod.ts")],
    ["maddress", () => import("./objects/maddr/mod.ts")],
    ["route", () => import("./objects/route/mod.ts")],
    ["rule", () => import("./objects/rule/mod.ts")],
    ["neighbor neighbour", () => import("./objects/neighbor/mod.ts")],
    ["ntable ntbl", () => import("./objects/ntable/mod.ts")],
    ["link", () => import("./objects/link/mod.ts")],
    ["l2tp", () => import("./objects/l2tp/mod.ts")],
    ["fou", () => import("./objects/fou/mod.ts")],
    ["ila", () => import("./objects/ila/mod.ts")],
    ["macsec", () => import("./objects/macsec/mod.ts")],
    ["tunnel tunl", undefined],
    ["tuntap tap", () => import("./objects/tuntap/mod.ts")],
    ["token", () => import("./objects/token/mod.ts")],
    ["tcpmetrics tcp_metrics", () => import("./objects/tcp_metrics/mod.ts")],
    ["monitor", () => import("./objects/monitor/mod.ts")],
    ["xfrm", () => import("./objects/xfrm/mod.ts")],
    ["mroute", () => import("./objects/mroute/mod.ts")],
    ["mrule", () => import("./objects/rule/multicast.ts")],
    ["netns", () => import("./objects/netns/mod.ts")],
    ["netconf", () => import("./objects/netconf/mod.ts")],
    ["vrf", () => import("./objects/vrf/mod.ts")],
    ["sr", () => import("./objects/sr/mod.ts")],
    ["nexthop", () => import("./objects/nexthop/mod.ts")],
    ["mptcp", () => import("./objects/mptcp/mod.ts")],
    ["ioam", () => import("./objects/ioam/mod.ts")],
    ["help", () => Promise.resolve({ command: help })],
    ["stats", () => import("./objects/stats/mod.ts")],
  ];

/** Shows the usage of the program. */
function help(): Promise<number> {
  return Promise.reject(usage(""));
}

/** Objects of this program's own, whose names have to be spelled out. */
const OWN: Readonly<Record<string, Load>> = {
  completions: () => import("./objects/completions/mod.ts"),
  decode: () => import("./objects/decode/mod.ts"),
  rtmon: () => import("./objects/rtmon/mod.ts"),
};

/**
 * The objects that this program has.
 *
 * @returns Their names in the order of the alphabet; other spellings included.
 */
export function objectNames(): string[] {
  const names = COMMANDS.filter(([, load]) => load !== undefined)
    .flatMap(([names]) => names.split(" "));
  return [...names, ...Object.keys(OWN)].sort();
}

/**
 * The objects that this program has, as a grammar has words.
 *
 * @returns What loads each, in the order of trying; the keys are those of a
 * `Grammar`.
 */
export function objectTable(): Record<string, Load> {
  const table: Record<string, Load> = { ...OWN };
  for (const [names, load] of COMMANDS) {
    if (load === undefined) continue;
    table[names.split(" ").map((name) => `${name}*`).join(" ")] = load;
  }
  return table;
}

/**
 * Finds the command of an object.
 *
 * @param word The object's name, or the start of it.
 * @returns Loads the command, or throws why it cannot.
 */
export function findCommand(
  word: string,
): Load | "unknown" | "missing" {
  if (Object.hasOwn(OWN, word)) return OWN[word]!;
  const found = find(word);
  if (found === undefined) return "unknown";
  return found[1] ?? "missing";
}

/**
 * The other spellings of an object.
 *
 * @param name One of its names.
 * @returns Its names without this one.
 */
export function otherNames(name: string): string[] {
  const names = find(name)?.[0].split(" ") ?? [];
  return names.filter((other) => other !== name);
}

function find(word: string): typeof COMMANDS[number] | undefined {
  return COMMANDS.find(([names]) =>
    names.split(" ").some((name) => matches(word, name))
  );
}
