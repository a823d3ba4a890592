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
  tunnel: ["ip -d -j link show", "ip tunnel show", "ip -6 tunnel show"],
  tuntap: ["ip -d -j link show"],
  vrf: ["ip -d -j link show"],
  xfrm: [
    "ip xfrm state",
    "ip xfrm policy",
    "ip xfrm policy getdefault",
    "ip -s -s xfrm policy count",
  ],
};

/** What `tc` shows of a device, besides queueing disciplines. */
const STATES_OF_DEVICE: readonly string[] = [
  "class show dev $d",
  "filter show dev $d",
  ...["root", "ingress", "egress"].flatMap((parent) => [
    `filter show dev $d ${parent}`,
    `chain show dev $d ${parent}`,
  ]),
];

/**
 * Shows what `tc` may have changed, in one process: a machine without
 * acceleration takes longer to start one than for all that it shows.
 */
const STATE_OF_TC =
  "for d in $(ip -o link show | sed 's/^[0-9]*: \\([^:@]*\\).*/\\1/'); do " +
  `echo "${STATES_OF_DEVICE.join("\n")}"; done | tc -force -d -j -batch -`;

/**
 * Commands that show what a program other than `ip` may have changed: the links
 * of `ip`, and what the program shows.
 */
const STATES_OF_PROGRAMS: Readonly<Record<string, readonly string[]>> = {
  bridge: [
    "ip -d -j link show",
    "bridge -d -j link show",
    "bridge -d -j fdb show",
    "bridge -d -j mdb show",
    "bridge -d -j vlan show",
    "bridge -j vlan tunnelshow",
    "bridge -d -j vlan global show",
    "bridge -j vni show",
    "bridge -j mst show",
  ],
  tc: [
    "ip -d -j link show",
    "tc -d -j qdisc show",
    STATE_OF_TC,
  ],
  wg: ["ip -d -j link show", "wg show all dump"],
};

/**
 * Returns which commands show what a case may have changed.
 *
 * @param program The name of the program.
 * @param subject The case.
 * @returns Commands of the real programs.
 */
export function showsOfState(program: string, subject: Case): string[] {
  const ofProgram = STATES_OF_PROGRAMS[program];
  const kinds = program === "tc" ? actionKindsOf(subject) : [];
  if (kinds.length > 0) {
    return kinds.flatMap((kind) =>
      ["-d", "-j"].map((option) => `tc ${option} actions list action ${kind}`)
    );
  }
  if (ofProgram !== undefined) return [...ofProgram];
  const shows = new Set<string>();
  for (const step of subject.steps) {
    if (step.type !== "make") continue;
    const object = step.words.find((word) => /^[a-z]/.test(word)) ?? "";
    const name = Object.keys(STATES).find((name) => name.startsWith(object));
    for (const show of STATES[name ?? "link"] ?? []) shows.add(show);
  }
  return [...shows];
}

/** The kinds of actions that a case makes, if it makes nothing else. */
function actionKindsOf({ steps }: Case): string[] {
  const made = steps.flatMap((step) =>
    step.type === "make" ? [step.words] : []
  );
  if (!made.every(([object]) => object?.startsWith("action"))) return [];
  const words = new Set(made.flat());
  const kinds = Object.entries(ACTION_KINDS).filter(([, others]) =>
    others.some((word) => words.has(word))
  );
  return kinds.map(([kind]) => kind);
}

/** Kinds of actions, and words that stand for them. */
const ACTION_KINDS: Readonly<Record<string, readonly string[]>> = {
  gact: ["gact", "drop", "pass", "pipe", "ok"],
  ...Object.fromEntries(
    ("bpf connmark csum ct ctinfo gate ife mirred mpls nat pedit police " +
      "sample simple skbedit skbmod tunnel_key vlan").split(" ").map((kind) => [
        kind,
        [kind],
      ]),
  ),
};

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
function pretty(text: string): string {
  return text.split("\n").map((line) => {
    try {
      return JSON.stringify(JSON.parse(line), undefined, 1);
    } catch {
      return line;
    }
  }).join("\n");
}
