/**
 * The kinds of links that `ip link` has keywords for.
 *
 * To add one, write its file next to this one and name it below. A kind is
 * loaded when a link of that kind is to be written with details, or when one
 * is to be created.
 *
 * @module
 */

import type { AnyKind } from "./kind.ts";
import { Unresolved } from "../../../names/link_map.ts";

/** Loads a kind. */
type Load = () => Promise<{ readonly kind: AnyKind }>;

/** All kinds, and what ports of masters have. */
const KINDS: Readonly<Record<string, Load>> = {
  amt: () => import("./amt.ts"),
  bareudp: () => import("./bareudp.ts"),
  batadv: () => import("./batadv.ts"),
  bond: () => import("./bond.ts"),
  bond_slave: () => import("./bond_slave.ts"),
  bridge: () => import("./bridge.ts"),
  bridge_slave: () => import("./bridge_slave.ts"),
  can: () => import("./can.ts"),
  dsa: () => import("./dsa.ts"),
  dummy: () => plain("dummy"),
  erspan: async () => (await import("./gre.ts")).erspan,
  geneve: () => import("./geneve.ts"),
  gre: () => import("./gre.ts"),
  gretap: async () => (await import("./gre.ts")).gretap,
  gtp: () => import("./gtp.ts"),
  hsr: () => import("./hsr.ts"),
  ifb: () => plain("ifb"),
  ip6erspan: async () => (await import("./ip6gre.ts")).ip6erspan,
  ip6gre: () => import("./ip6gre.ts"),
  ip6gretap: async () => (await import("./ip6gre.ts")).ip6gretap,
  ip6tnl: () => import("./ip6tnl.ts"),
  ipip: () => import("./ipip.ts"),
  ipoib: () => import("./ipoib.ts"),
  ipvlan: () => import("./ipvlan.ts"),
  ipvtap: async () => (await import("./ipvlan.ts")).ipvtap,
  macsec: () => import("./macsec.ts"),
  macvlan: () => import("./macvlan.ts"),
  macvtap: async () => (await import("./macvlan.ts")).macvtap,
  netdevsim: () => plain("netdevsim"),
  netkit: () => import("./netkit.ts"),
  nlmon: () => plain("nlmon"),
  ovpn: () => import("./ovpn.ts"),
  pfcp: () => Promise.resolve({ kind: {} }),
  rmnet: () => import("./rmnet.ts"),
  sit: async () => (await import("./ipip.ts")).sit,
  team: () => plain("team"),
  team_slave: () => plain("team_slave"),
  tun: () => import("./tun.ts"),
  vcan: () => plain("vcan"),
  veth: async () => (await import("./peer.ts")).veth,
  virt_wifi: () => plain("virt_wifi "),
  vlan: () => import("./vlan.ts"),
  vrf: () => import("./vrf.ts"),
  vrf_slave: () => import("./vrf_slave.ts"),
  vti: () => import("./vti.ts"),
  vti6: async () => (await import("./vti.ts")).vti6,
  vxcan: async () => (await import("./peer.ts")).vxcan,
  vxlan: () => import("./vxlan.ts"),
  wwan: () => import("./wwan.ts"),
  xfrm: () => import("./xfrm.ts"),
};

/** Names of all kinds, and of what ports of masters have. */
export const KIND_NAMES: readonly string[] = Object.keys(KINDS);

/** A kind without keywords of its own, whose usage is its name. */
function plain(name: string): ReturnType<Load> {
  return Promise.resolve({ kind: { usage: `... ${name}` } });
}

const loaded: Map<string, AnyKind> = new Map();

/**
 * The keywords of a kind.
 *
 * @param name Name of the kind; with `_slave` behind it for ports of that kind
 * of master.
 * @returns Its keywords, or `undefined` if there are none.
 * @throws {Unresolved} If it was not loaded yet.
 */
export function kindOf(name: string): AnyKind | undefined {
  const kind = loaded.get(name);
  if (kind === undefined && Object.hasOwn(KINDS, name)) {
    throw new Unresolved(() => loadKind(name));
  }
  return kind;
}

/**
 * Whether there are keywords for a kind.
 *
 * @param name Name of the kind.
 * @returns Whether there are.
 */
export function isKind(name: string): boolean {
  return Object.hasOwn(KINDS, name);
}

/**
 * Loads a kind.
 *
 * @param name Name of the kind.
 */
export async function loadKind(name: string): Promise<void> {
  if (!Object.hasOwn(KINDS, name)) return;
  loaded.set(name, (await KINDS[name]!()).kind);
}
