/**
 * `ip address`.
 *
 * @module
 */

import type { Command } from "../../runtime/context.ts";
import { usage } from "../../parse/errors.ts";
import { type Verbs, verbs } from "../../runtime/verbs.ts";

/** What can be done with addresses, in the order of trying; see `Grammar` for the form of the keywords. */
const VERBS: Verbs = {
  "add*": async () => (await import("./modify.ts")).add,
  "change* chg": async () => (await import("./modify.ts")).change,
  "replace*": async () => (await import("./modify.ts")).replace,
  "delete*": async () => (await import("./modify.ts")).remove,
  "list* show* lst*": async () => (await import("./show.ts")).show,
  "flush*": async () => (await import("./flush.ts")).flush,
  "save*": async () => (await import("./save.ts")).save,
  "showdump*": async () => (await import("./save.ts")).showDump,
  "restore*": async () => (await import("./save.ts")).restore,
  "help*": () =>
    Promise.resolve((_, context) =>
      Promise.reject(usage(context.addressUsage))
    ),
};

/** Runs `ip address`. */
export const command: Command = verbs("address", "show", VERBS);
