/**
 * `bridge mst`.
 *
 * @module
 */

import type { Command } from "../../runtime/context.ts";
import { type Verbs, verbs } from "../../runtime/verbs.ts";

/** What can be done with spanning trees, in the order of trying; see `Grammar` for the form of the keywords. */
const VERBS: Verbs = {
  "set*": async () => (await import("./set.ts")).set,
  "show* lst* list*": async () => (await import("./show.ts")).show,
};

/** Runs `bridge mst`. */
export const command: Command = verbs("mst", "show", VERBS);
