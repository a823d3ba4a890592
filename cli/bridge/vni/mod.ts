/**
 * `bridge vni`.
 *
 * @module
 */

import type { Command } from "../../runtime/context.ts";
import { type Verbs, verbs } from "../../runtime/verbs.ts";

/** What can be done with networks of VXLANs, in the order of trying; see `Grammar` for the form of the keywords. */
const VERBS: Verbs = {
  "add": async () => (await import("./modify.ts")).add,
  "delete del": async () => (await import("./modify.ts")).remove,
  "show lst list": async () => (await import("./show.ts")).show,
};

/** Runs `bridge vni`. */
export const command: Command = verbs("vni", "show", VERBS, "help");
