/**
 * `bridge link`.
 *
 * @module
 */

import type { Command } from "../../runtime/context.ts";
import { type Verbs, verbs } from "../../runtime/verbs.ts";

/** What can be done with ports, in the order of trying; see `Grammar` for the form of the keywords. */
const VERBS: Verbs = {
  "set* change*": async () => (await import("./set.ts")).set,
  "show* lst* list*": async () => (await import("./show.ts")).show,
};

/** Runs `bridge link`. */
export const command: Command = verbs("link", "show", VERBS);
