/**
 * `tc filter`: what becomes of packets.
 *
 * @module
 */

import type { Command } from "../../runtime/context.ts";
import { verbs } from "../../runtime/verbs.ts";

/** Runs `tc filter`. */
export const command: Command = verbs("filter", "show", {
  "add*": async () => (await import("./modify.ts")).add,
  "change*": async () => (await import("./modify.ts")).change,
  "replace*": async () => (await import("./modify.ts")).replace,
  "delete*": async () => (await import("./modify.ts")).remove,
  "get*": async () => (await import("./get.ts")).get,
  "list* show* lst*": async () => (await import("./show.ts")).show,
});
