/**
 * Making bonds again.
 *
 * A bond tells all its settings, and refuses those that its mode or its way of
 * watching ports does not have.
 *
 * @module
 */

import type { BondOptions } from "./bond.ts";

type Names = readonly (keyof BondOptions)[];

const lacp: Names = [
  "lacpRate",
  "lacpActive",
  "lacpStrict",
  "coupledControl",
  "adSelect",
  "adUserPortKey",
  "adActorSystemPriority",
  "adActorSystem",
  "broadcastNeighbor",
];

const arp: Names = [
  "arpInterval",
  "arpTargets",
  "nsTargets",
  "arpValidate",
  "arpAllTargets",
  "arpMissedMax",
];

const mii: Names = ["miimon", "upDelay", "downDelay", "peerNotifyDelay"];

/**
 * Picks, of the settings that a bond told, those that an equal one can be made
 * with.
 *
 * @param told What the bond told.
 * @returns The settings.
 */
export function bondAgain(told: BondOptions): BondOptions {
  const { mode, miimon = 0, arpInterval = 0, adActorSystem = "" } = told;
  // It has no ports yet, and so none that is active.
  const without = new Set<keyof BondOptions>(["activePort"]);
  if (miimon === 0) addAll(without, mii);
  if (arpInterval === 0) addAll(without, arp);
  if (mode !== "802.3ad") addAll(without, lacp);
  if (mode !== "balance-rr") without.add("packetsPerPort");
  if (mode !== "balance-tlb") without.add("tlbDynamicLoadBalancing");
  if (told.primary === null) without.add("primary");
  if (/^[0:]*$/.test(adActorSystem)) without.add("adActorSystem");
  return Object.fromEntries(
    Object.entries(told).filter(([name]) =>
      !without.has(name as keyof BondOptions)
    ),
  );
}

function addAll(set: Set<keyof BondOptions>, names: Names): void {
  for (const name of names) set.add(name);
}
