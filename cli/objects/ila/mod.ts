/**
 * `ip ila`.
 *
 * @module
 */

import { ilaFamily } from "../../../api/generic/ila_family.ts";
import type { IlaAttributes } from "../../../messages/generic/ila.ts";
import type { Command } from "../../runtime/context.ts";
import { type FamilyCommand, familyVerbs } from "../../runtime/generic.ts";

/** A command that works with the family. */
export type IlaCommand = FamilyCommand<IlaAttributes>;

/** What can be done with mappings, in the order of trying; see `Grammar` for the form of the keywords. */
const VERBS: Readonly<Record<string, () => Promise<IlaCommand>>> = {
  "add*": async () => (await import("./modify.ts")).add,
  "delete*": async () => (await import("./modify.ts")).remove,
  "show* lst* list*": async () => (await import("./show.ts")).show,
};

/** Runs `ip ila`. */
export const command: Command = familyVerbs("ila", ilaFamily, VERBS);
