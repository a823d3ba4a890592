/**
 * `bridge mdb`.
 *
 * @module
 */

import type { Command } from "../../runtime/context.ts";
import { type Verbs, verbs } from "../../runtime/verbs.ts";

/** What can be done with multicast databases, in the order of trying; see `Grammar` for the form of the keywords. */
const VERBS: Verbs = {
  "add*": async () => (await import("./modify.ts")).add,
  "replace": async () => (await import("./modify.ts")).replace,
  "delete*": async () => (await import("./modify.ts")).remove,
  "show* lst* list*": async () => (await import("./show.ts")).show,
  "get": async () => (await import("./get.ts")).get,
  "flush": async () => (await import("./flush.ts")).flush,
};

/** Runs `bridge mdb`. */
export const command: Command = verbs("mdb", "show", VERBS);
