/**
 * `tc class`.
 *
 * @module
 */

import type { Command } from "../../runtime/context.ts";
import { verbs } from "../../runtime/verbs.ts";

/** Shows, makes and changes classes. */
export const command: Command = verbs("class", "list", {
  "add*": async () => (await import("./modify.ts")).add,
  "change*": async () => (await import("./modify.ts")).change,
  "replace*": async () => (await import("./modify.ts")).replace,
  "delete*": async () => (await import("./modify.ts")).remove,
  "list* show* lst*": async () => (await import("./show.ts")).show,
});
