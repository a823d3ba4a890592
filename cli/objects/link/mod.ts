/**
 * `ip link`.
 *
 * @module
 */

import type { Command } from "../../runtime/context.ts";
import { type Verbs, verbs } from "../../runtime/verbs.ts";

/** What can be done with links, in the order of trying; see `Grammar` for the form of the keywords. */
const VERBS: Verbs = {
  "add*": async () => (await import("./modify.ts")).add,
  "set* change*": async () => (await import("./modify.ts")).set,
  "replace*": async () => (await import("./modify.ts")).replace,
  "delete*": async () => (await import("./modify.ts")).remove,
  "show* lst* list*": async () => (await import("./show.ts")).show,
  "xstats*": async () => (await import("./xstats.ts")).xstats,
  "afstats*": async () => (await import("./xstats.ts")).afstats,
  "property*": async () => (await import("./property.ts")).property,
  "help*": async () => (await import("./kinds/usage.ts")).help,
};

/** Runs `ip link`. */
export const command: Command = verbs("link", "show", VERBS);
