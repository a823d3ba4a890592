/**
 * What a command may have changed, and how states are compared.
 *
 * @module
 */
import type { Case } from "./case.ts";
import { difference, withoutChance } from "./compare.ts";

/** Commands that show what a command on an object may have changed. */
const STATES: Readonly<Record<string, readonly string[]>> = {
  address: ["ip -d -j address show"],
  addrlabel: ["ip -j addrlabel show"],
  link: ["ip -d -j link show"],
  l2tp: ["ip -j l2tp show tunnel", "ip -j l2tp show session"],
  macsec: ["ip -d -j link show", "ip -j macsec show"],
  maddress: ["ip -j maddress show"],
  neighbor: ["ip -d -j neigh show", "ip -d -j neigh show proxy"],
  neighbour: ["ip -d -j neigh show", "ip -d -j neigh show proxy"],
  netconf: ["ip -j netconf show"],
  netns: ["ip -j netns list"],
  nexthop: ["ip -d -j nexthop show"],
  ntable: ["ip -j ntable show"],
  route: [
    "ip -d -j -4 route show table all",
    "ip -d -j -6 route show table all",
    "ip -f mpls -d -j route show",
  ],
  rule: ["ip -d -j -4 rule show", "ip -d -j -6 rule show"],
  token: ["ip -j token show"],
  tunnel: ["ip -d -j link show"],
  tuntap: ["ip -d -j link show"],
  vrf: ["ip -d -j link show"],
  xfrm: [
    "ip xfrm state",
    "ip xfrm policy",
    "ip xfrm policy getdefault",
    "ip -s -s xfrm policy count",
  ],
};

/**
 * Returns which commands show what a case may have changed.
 *
 * @param subject The case.
 * @returns Commands of the real `ip`.
 */
export function showsOfState(subject: Case): string[] {
  const shows = new Set<string>();
  for (const step of subject.steps) {
    if (step.type !== "make") continue;
    const object = step.words.find((word) => /^[a-z]/.test(word)) ?? "";
    const name = Object.keys(STATES).find((name) => name.startsWith(object));
    for (const show of STATES[name ?? "link"] ?? []) shows.add(show);
  }
  return [...shows];
}

/**
 * Compares the states of two namespaces, leaving out what is random.
 *
 * @param theirs State by the real program, as JSON.
 * @param ours State by ours.
 * @param text Text of the case.
 * @returns The first difference, or `undefined` if there is none.
 */
export function compareStates(
  theirs: string,
  ours: string,
  text: string,
): string | undefined {
  return difference(
    pretty(withoutChance(theirs, text)),
    pretty(withoutChance(ours, text)),
  );
}

/** One property a line, so that a difference is easy to see. */
function pretty(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), undefined, 1);
  } catch {
    return json;
  }
}
