/**
 * `ip xfrm policy`.
 *
 * @module
 */

import { usage } from "../../../parse/errors.ts";
import type { Command } from "../../../runtime/context.ts";
import { type Verbs, verbs } from "../../../runtime/verbs.ts";

/** What can be done with policies, in the order of trying; see `Grammar` for the form of the keywords. */
const VERBS: Verbs = {
  "add*": async () => (await import("./modify.ts")).add,
  "update*": async () => (await import("./modify.ts")).update,
  "delete*": async () => (await import("./named.ts")).remove,
  "deleteall* delall*": async () => (await import("./show.ts")).removeAll,
  "list* show* lst*": async () => (await import("./show.ts")).show,
  "get*": async () => (await import("./named.ts")).get,
  "flush*": async () => (await import("./settings.ts")).flush,
  "count*": async () => (await import("./settings.ts")).count,
  "set*": async () => (await import("./settings.ts")).set,
  "setdefault*": async () => (await import("./settings.ts")).setDefault,
  "getdefault*": async () => (await import("./settings.ts")).getDefault,
  "help*": () => Promise.resolve(help),
};

/** Shows the usage. */
function help(): Promise<number> {
  return Promise.reject(usage({ of: "ip xfrm policy", form: command.form! }));
}

/** Runs `ip xfrm policy`. */
export const command: Command = verbs("xfrm policy", "list", VERBS);
