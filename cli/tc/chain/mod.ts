/**
 * `tc chain`: lists of filters.
 *
 * @module
 */

import type { Command } from "../../runtime/context.ts";
import { verbs } from "../../runtime/verbs.ts";

/** Runs `tc chain`. */
export const command: Command = verbs("chain", "show", {
  "add*": async () => (await import("../filter/modify.ts")).addChain,
  "delete*": async () => (await import("../filter/modify.ts")).removeChain,
  "get*": async () => (await import("../filter/get.ts")).getChain,
  "list* show* lst*": async () =>
    (await import("../filter/show.ts")).showChains,
});
