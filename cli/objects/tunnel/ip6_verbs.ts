/**
 * What can be done with tunnels over IPv6, and which modes they have.
 *
 * @module
 */

import {
  IPPROTO_GRE,
  IPPROTO_IPIP,
  IPPROTO_IPV6,
} from "../../../messages/ip_protocols.ts";
import type { Help } from "../../parse/errors.ts";
import type { Verbs } from "../../runtime/verbs.ts";

/** What tunnels over IPv6 carry, `IPPROTO_*`, by the names of their modes. */
export const IP6_MODES: Readonly<Record<string, number>> = {
  "ip6ip6": IPPROTO_IPV6,
  "ipv6/ipv6": IPPROTO_IPV6,
  "vti6": IPPROTO_IPV6,
  "ipip6": IPPROTO_IPIP,
  "ip4ip6": IPPROTO_IPIP,
  "ip/ipv6": IPPROTO_IPIP,
  "ipv4/ipv6": IPPROTO_IPIP,
  "ip6gre": IPPROTO_GRE,
  "gre/ipv6": IPPROTO_GRE,
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
