/**
 * Making bonds again.
 *
 * A bond reports all its settings, and refuses those that its mode or its way
 * of watching ports does not have.
 *
 * @module
 */

/** The settings that decide which others a bond has. */
interface BondSettings {
  readonly mode?: unknown;
  readonly miimon?: number;
  readonly arpInterval?: number;
  readonly arpValidate?: unknown;
  readonly primary?: unknown;
  readonly adActorSystem?: string;
}

type Names = readonly string[];

const lacp: Names = [
  "lacpRate",
  "lacpActive",
  "lacpStrict",
  "coupledControl",
  "adUserPortKey",
  "adActorSystemPriority",
  "adActorSystem",
  "broadcastNeighbor",
];

const arp: Names = ["arpInterval", "arpValidate", "arpMissedMax"];

/** Modes that cannot ask targets whether they are there. */
const withoutArp: readonly unknown[] = [
  "802.3ad",
  "balance-tlb",
  "balance-alb",
];

const mii: Names = ["miimon", "upDelay", "downDelay", "peerNotifyDelay"];

/**
 * Picks, of the settings that a bond reports, those that an equal one can be
 * made with.
 *
 * @typeParam S The settings.
 * @param readOnly What the bond reports.
 * @returns The settings.
 */
export function recreateBond<S extends BondSettings>(reported: S): Partial<S> {
  const { mode, miimon = 0, arpInterval = 0, adActorSystem = "" } = reported;
  // It has no ports yet, and so none that is active.
  const without = new Set(["activePort"]);
  if (miimon === 0) addAll(without, mii);
  if (withoutArp.includes(mode)) addAll(without, arp);
  // The kernel takes no zero for one of both ways of watching ports.
  if (arpInterval === 0) without.add("arpInterval");
  if (reported.arpValidate === "none") without.add("arpValidate");
  if (mode !== "802.3ad") addAll(without, lacp);
  if (mode !== "balance-rr") without.add("packetsPerPort");
  if (mode !== "balance-tlb") without.add("tlbDynamicLoadBalancing");
  if (reported.primary === null) without.add("primary");
  if (/^[0:]*$/.test(adActorSystem)) without.add("adActorSystem");
  return Object.fromEntries(
    Object.entries(reported).filter(([name]) => !without.has(name)),
  ) as Partial<S>;
}

function addAll(set: Set<string>, names: Names): void {
  for (const name of names) set.add(name);
}
