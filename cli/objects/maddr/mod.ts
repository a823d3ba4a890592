/**
 * `ip maddress`: the multicast groups that links have joined.
 *
 * @module
 */

import type { Command } from "../../runtime/context.ts";
import { type Verbs, verbs } from "../../runtime/verbs.ts";

/** What can be done with groups, in the order of trying; see `Grammar` for the form of the keywords. */
const VERBS: Verbs = {
  "add*": async () => (await import("./modify.ts")).add,
  "delete*": async () => (await import("./modify.ts")).remove,
  "list* show* lst*": async () => (await import("./show.ts")).show,
};

/** Runs `ip maddress`. */
export const command: Command = verbs("maddr", "list", VERBS);
