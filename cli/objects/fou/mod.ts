/**
 * `ip fou`.
 *
 * @module
 */

import { fouFamily } from "../../../api/generic/families.ts";
import type { FouAttributes } from "../../../messages/generic/fou.ts";
import type { Command } from "../../runtime/context.ts";
import { type FamilyCommand, familyVerbs } from "../../runtime/generic.ts";

/** What can be done with ports, in the order of trying; see `Grammar` for the form of the keywords. */
const VERBS: Readonly<
  Record<string, () => Promise<FamilyCommand<FouAttributes>>>
> = {
  "add*": async () => (await import("./modify.ts")).add,
  "delete*": async () => (await import("./modify.ts")).remove,
  "show*": async () => (await import("./show.ts")).show,
};

/** Runs `ip fou`. */
export const command: Command = familyVerbs("fou", fouFamily, VERBS);
