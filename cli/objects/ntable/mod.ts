/**
 * `ip ntable`.
 *
 * @module
 */

import type { Command } from "../../runtime/context.ts";
import { type Verbs, verbs } from "../../runtime/verbs.ts";

/** What can be done with tables, in the order of trying; see `Grammar` for the form of the keywords. */
const VERBS: Verbs = {
  "change* chg*": async () => (await import("./change.ts")).change,
  "show* lst* list*": async () => (await import("./show.ts")).show,
};

/** Runs `ip ntable`. */
export const command: Command = verbs("ntable", "show", VERBS);
