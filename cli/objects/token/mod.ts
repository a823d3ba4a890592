/**
 * `ip token`: interface identifiers of IPv6 addresses.
 *
 * @module
 */

import type { Command } from "../../runtime/context.ts";
import { type Verbs, verbs } from "../../runtime/verbs.ts";

/** What can be done with tokens, in the order of trying; see `Grammar` for the form of the keywords. */
const VERBS: Verbs = {
  "list* lst* show*": async () => (await import("./show.ts")).show,
  "set* add*": async () => (await import("./set.ts")).set,
  "delete*": async () => (await import("./set.ts")).remove,
  "get*": async () => (await import("./show.ts")).show,
};

/** Runs `ip token`. */
export const command: Command = verbs("token", "list", VERBS);
