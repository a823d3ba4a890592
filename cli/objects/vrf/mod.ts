/**
 * `ip vrf`.
 *
 * @module
 */

import type { Command } from "../../runtime/context.ts";
import { type Verbs, verbs } from "../../runtime/verbs.ts";

/** What can be done, in the order of trying; see `Grammar` for the form of the keywords. */
const VERBS: Verbs = {
  "identify*": async () => (await import("./processes.ts")).identify,
  "pids*": async () => (await import("./processes.ts")).pids,
  "exec*": async () => (await import("./exec.ts")).exec,
  "show* lst* list*": async () => (await import("./show.ts")).show,
};

/** Runs `ip vrf`. */
export const command: Command = verbs("vrf", "show", VERBS);
