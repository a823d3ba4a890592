/**
 * `ip route`.
 *
 * @module
 */

import type { Command } from "../../runtime/context.ts";
import { type Verbs, verbs } from "../../runtime/verbs.ts";

/** What can be done with routes, in the order of trying; see `Grammar` for the form of the keywords. */
const VERBS: Verbs = {
  "add*": async () => (await import("./modify.ts")).add,
  "change* chg": async () => (await import("./modify.ts")).change,
  "replace*": async () => (await import("./modify.ts")).replace,
  "prepend*": async () => (await import("./modify.ts")).prepend,
  "append*": async () => (await import("./modify.ts")).append,
  "test*": async () => (await import("./modify.ts")).test,
  "delete*": async () => (await import("./modify.ts")).remove,
  "list* show* lst*": async () => (await import("./show.ts")).show,
  "get*": async () => (await import("./get.ts")).get,
  "flush*": async () => (await import("./flush.ts")).flush,
  "save*": async () => (await import("./save.ts")).save,
  "restore*": async () => (await import("./save.ts")).restore,
  "showdump*": async () => (await import("./save.ts")).showDump,
};

/** Runs `ip route`. */
export const command: Command = verbs("route", "list", VERBS);
