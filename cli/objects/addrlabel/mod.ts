/**
 * `ip addrlabel`: labels by which IPv6 source addresses are chosen.
 *
 * @module
 */

import type { Command } from "../../runtime/context.ts";
import { type Verbs, verbs } from "../../runtime/verbs.ts";

/** What can be done with labels, in the order of trying; see `Grammar` for the form of the keywords. */
const VERBS: Verbs = {
  "list* lst* show*": async () => (await import("./show.ts")).show,
  "add*": async () => (await import("./modify.ts")).add,
  "delete*": async () => (await import("./modify.ts")).remove,
  "flush*": async () => (await import("./show.ts")).flush,
};

/** Runs `ip addrlabel`. */
export const command: Command = verbs("addrlabel", "list", VERBS);
