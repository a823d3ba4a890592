/**
 * The kinds of actions, loaded when they are met.
 *
 * @module
 */

import type { ActionKinds } from "../../../../messages/tc/actions/mod.ts";
import { Unresolved } from "../../../names/link_map.ts";
import type { ActionKind } from "../kind.ts";

/** Loads a kind. */
type Load<D> = () => Promise<{ kind: ActionKind<D> }>;

/** What loads each kind. */
const KINDS: {
  readonly [K in keyof ActionKinds]-?: Load<NonNullable<ActionKinds[K]>>;
} = {
  bpf: () => import("./bpf.ts"),
  connmark: () => import("./connmark.ts"),
  csum: () => import("./csum.ts"),
  ct: () => import("./ct.ts"),
  ctinfo: () => import("./ctinfo.ts"),
  gact: () => import("./gact.ts"),
  gate: () => import("./gate.ts"),
  ife: () => import("./ife.ts"),
  mirred: () => import("./mirred.ts"),
  mpls: () => import("./mpls.ts"),
  nat: () => import("./nat.ts"),
  pedit: () => import("./pedit.ts"),
  police: () => import("./police.ts"),
  sample: () => import("./sample.ts"),
  simple: () => import("./simple.ts"),
  skbedit: () => import("./skbedit.ts"),
  skbmod: () => import("./skbmod.ts"),
  tunnelKey: () => import("./tunnel_key.ts"),
  vlan: () => import("./vlan.ts"),
};

/** Kinds whose names are not those of their properties. */
const PROPERTIES: Readonly<Record<string, keyof ActionKinds>> = {
  tunnel_key: "tunnelKey",
};

/** The names of all kinds. */
export const KIND_NAMES: readonly string[] = [
  ...Object.keys(KINDS).filter((name) => name !== "tunnelKey"),
  ...Object.keys(PROPERTIES),
].sort();

/** Kinds that were loaded. */
const loaded: Map<string, ActionKind<object>> = new Map();

/**
 * Whether there is a kind of a name.
 *
 * @param name The name.
 * @returns Whether there is.
 */
export function isKind(name: string): boolean {
  return KIND_NAMES.includes(name);
}

/**
 * The property that has the settings of a kind.
 *
 * @param name The name of the kind; `gact` stands for those that do not exist, as
 * in the original.
 * @returns The property of an action.
 */
export function propertyOf(name: string): keyof ActionKinds {
  if (!isKind(name)) return "gact";
  return PROPERTIES[name] ?? name as keyof ActionKinds;
}

/**
 * A kind.
 *
 * @param property The property that has its settings.
 * @returns The kind.
 */
export async function kindOf(
  property: keyof ActionKinds,
): Promise<ActionKind<object>> {
  const kind = loaded.get(property) ??
    (await KINDS[property]()).kind as unknown as ActionKind<object>;
  loaded.set(property, kind);
  return kind;
}

/**
 * A kind that was loaded before.
 *
 * @param property The property that has its settings.
 * @returns The kind.
 * @throws {Unresolved} If it was not.
 */
export function loadedKind(property: keyof ActionKinds): ActionKind<object> {
  const kind = loaded.get(property);
  if (kind !== undefined) return kind;
  throw new Unresolved(async () => void await kindOf(property));
}
