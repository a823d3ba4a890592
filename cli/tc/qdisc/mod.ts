/**
 * `tc qdisc`.
 *
 * @module
 */

import type { Command } from "../../runtime/context.ts";
import { verbs } from "../../runtime/verbs.ts";

/** Shows, makes and changes queueing disciplines. */
export const command: Command = verbs("qdisc", "list", {
  "add*": async () => (await import("./modify.ts")).add,
  "change*": async () => (await import("./modify.ts")).change,
  "replace*": async () => (await import("./modify.ts")).replace,
  "link*": async () => (await import("./modify.ts")).link,
  "delete*": async () => (await import("./modify.ts")).remove,
  "list* show* lst*": async () => (await import("./show.ts")).show,
});
