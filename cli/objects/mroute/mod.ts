/**
 * `ip mroute`.
 *
 * @module
 */

import type { Command } from "../../runtime/context.ts";
import { type Verbs, verbs } from "../../runtime/verbs.ts";

/** What can be done with routes, in the order of trying; see `Grammar` for the form of the keywords. */
const VERBS: Verbs = {
  "list* show* lst*": async () => (await import("./show.ts")).show,
};

/** Runs `ip mroute`. */
export const command: Command = verbs("mroute", "show", VERBS);
