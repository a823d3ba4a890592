/**
 * What can be done with tunnels over IPv6, and which modes they have.
 *
 * @module
 */

import type { Help } from "../../parse/errors.ts";
import type { Verbs } from "../../runtime/verbs.ts";

/** What tunnels over IPv6 carry, `IPPROTO_*`, by the names of their modes. */
export const IP6_MODES: Readonly<Record<string, number>> = {
  "ip6ip6": 41,
  "ipv6/ipv6": 41,
  "vti6": 41,
  "ipip6": 4,
  "ip4ip6": 4,
  "ip/ipv6": 4,
  "ipv4/ipv6": 4,
  "ip6gre": 47,
  "gre/ipv6": 47,
  "any": 0,
  "any/ipv6": 0,
};

/** What can be done, in the order of trying; see `Grammar` for the form of the keywords. */
export const IP6_VERBS: Verbs = {
  "add*": async () => (await import("./ip6.ts")).add,
  "change*": async () => (await import("./ip6.ts")).change,
  "delete*": async () => (await import("./ip6.ts")).remove,
  "show* lst* list*": async () => (await import("./ip6.ts")).show,
};

/** The usage. */
export const IP6_USAGE: Help = {
  of: "ip -f inet6 tunnel",
  form: { verbs: IP6_VERBS, otherwise: "show" },
};
