/**
 * `ip xfrm state`.
 *
 * @module
 */

import { usage } from "../../../parse/errors.ts";
import type { Command } from "../../../runtime/context.ts";
import { type Verbs, verbs } from "../../../runtime/verbs.ts";

/** What can be done with states, in the order of trying; see `Grammar` for the form of the keywords. */
const VERBS: Verbs = {
  "add*": async () => (await import("./modify.ts")).add,
  "update*": async () => (await import("./modify.ts")).update,
  "allocspi*": async () => (await import("./modify.ts")).allocate,
  "delete*": async () => (await import("./others.ts")).remove,
  "deleteall* delall*": async () => (await import("./show.ts")).removeAll,
  "list* show* lst*": async () => (await import("./show.ts")).show,
  "get*": async () => (await import("./others.ts")).get,
  "flush*": async () => (await import("./others.ts")).flush,
  "count*": async () => (await import("./others.ts")).count,
  "help*": () => Promise.resolve(help),
};

/** Shows the usage. */
function help(): Promise<number> {
  return Promise.reject(usage({ of: "ip xfrm state", form: command.form! }));
}

/** Runs `ip xfrm state`. */
export const command: Command = verbs("xfrm state", "list", VERBS);
