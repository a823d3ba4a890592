// What the compiler has to allow and refuse about links. Checked by `deno
// check`.
import type { Link, LinkSettings, LinkSpec } from "../../api/link/spec.ts";
import type { Links } from "../../api/link/link.ts";

declare const link: Link;
declare const links: Links;

// What is reported can be requested.
export const spec: LinkSpec = link;
export const settings: LinkSettings = link;
export const index: number = link.index;
export const name: string = link.name;
export const master: number | null | undefined = link.master;

links.set(link, { bond: { mode: "802.3ad" } });
links.set("bond0", { bond: { mode: 4 } });
links.set({ group: "default" }, { up: true });
links.list({ kind: "vlan", master: null }, { statistics: false });

// @ts-expect-error there is no such mode
links.set("bond0", { bond: { mode: "802.3ax" } });

// @ts-expect-error there is no such kind of settings
links.add({ name: "x", vlna: { id: 5 } });

// @ts-expect-error a link's index cannot be changed
links.set("eth0", { index: 5 });

// @ts-expect-error an MTU is a number
links.set("eth0", { mtu: "1500" });

// @ts-expect-error what only the kernel reports cannot be requested
links.add({ name: "x", kind: "dummy", carrierChanges: 5 });

// @ts-expect-error there is no such filter
links.list({ name: "eth0" });

// What is given may be constant, and what is reported can be changed.
const constant = {
  name: "x",
  alternativeNames: ["a"],
  vlan: { id: 5, ingressQos: [{ from: 1, to: 2 }] },
  bond: { arpTargets: ["192.0.2.1"] },
  virtualFunctions: [{ number: 1 }],
} as const;
export const given: LinkSpec = constant;
links.addNames("eth0", constant.alternativeNames);
export const reported: string[] | undefined = link.alternativeNames;
