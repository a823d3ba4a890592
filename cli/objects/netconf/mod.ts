/**
 * `ip netconf`.
 *
 * @module
 */

import type { Command } from "../../runtime/context.ts";
import { type Verbs, verbs } from "../../runtime/verbs.ts";

/** What can be done with settings, in the order of trying; see `Grammar` for the form of the keywords. */
const VERBS: Verbs = {
  "show* lst* list*": async () => (await import("./show.ts")).show,
};

/** Runs `ip netconf`. */
export const command: Command = verbs("netconf", "show", VERBS);
