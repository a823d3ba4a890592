/**
 * `ip nexthop`.
 *
 * @module
 */

import type { Command } from "../../runtime/context.ts";
import { type Verbs, verbs } from "../../runtime/verbs.ts";

/** What can be done with next hops, in the order of trying; see `Grammar` for the form of the keywords. */
const VERBS: Verbs = {
  "add*": async () => (await import("./modify.ts")).add,
  "replace*": async () => (await import("./modify.ts")).replace,
  "delete*": async () => (await import("./modify.ts")).remove,
  "list* show* lst*": async () => (await import("./show.ts")).show,
  "get*": async () => (await import("./show.ts")).get,
  "flush*": async () => (await import("./flush.ts")).flush,
  "bucket*": async () => (await import("./bucket.ts")).bucket,
};

/** Runs `ip nexthop`. */
export const command: Command = verbs("nexthop", "list", VERBS);
