/**
 * `ip rule`.
 *
 * @module
 */

import type { Command } from "../../runtime/context.ts";
import { type Verbs, verbs } from "../../runtime/verbs.ts";

/** What can be done with rules, in the order of trying; see `Grammar` for the form of the keywords. */
const VERBS: Verbs = {
  "list* lst* show*": async () => (await import("./show.ts")).show,
  "save*": async () => (await import("./save.ts")).save,
  "restore*": async () => (await import("./save.ts")).restore,
  "add*": async () => (await import("./modify.ts")).add,
  "delete*": async () => (await import("./modify.ts")).remove,
  "flush*": async () => (await import("./flush.ts")).flush,
};

/** Runs `ip rule`. */
export const command: Command = verbs("rule", "list", VERBS);
