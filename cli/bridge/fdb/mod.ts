/**
 * `bridge fdb`.
 *
 * @module
 */

import type { Command } from "../../runtime/context.ts";
import { type Verbs, verbs } from "../../runtime/verbs.ts";

/** What can be done with forwarding entries, in the order of trying; see `Grammar` for the form of the keywords. */
const VERBS: Verbs = {
  "add*": async () => (await import("./modify.ts")).add,
  "append*": async () => (await import("./modify.ts")).append,
  "replace*": async () => (await import("./modify.ts")).replace,
  "delete*": async () => (await import("./modify.ts")).remove,
  "get*": async () => (await import("./get.ts")).get,
  "show* lst* list*": async () => (await import("./show.ts")).show,
  "flush": async () => (await import("./flush.ts")).flush,
};

/** Runs `bridge fdb`. */
export const command: Command = verbs("fdb", "show", VERBS);
