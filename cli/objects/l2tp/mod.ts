/**
 * `ip l2tp`.
 *
 * @module
 */

import type { GenericFamily } from "../../../api/connection/generic_family.ts";
import { l2tpFamily } from "../../../api/generic/l2tp_family.ts";
import type { L2tpAttributes } from "../../../messages/generic/l2tp.ts";
import type { Command } from "../../runtime/context.ts";
import { type FamilyCommand, familyVerbs } from "../../runtime/generic.ts";

/** The family. */
export type L2tp = GenericFamily<L2tpAttributes>;
/** A command that works with it. */
export type L2tpCommand = FamilyCommand<L2tpAttributes>;

/** What can be done, in the order of trying; see `Grammar` for the form of the keywords. */
const VERBS: Readonly<Record<string, () => Promise<L2tpCommand>>> = {
  "add*": async () => (await import("./modify.ts")).add,
  "delete*": async () => (await import("./modify.ts")).remove,
  "show* lst* list*": async () => (await import("./show.ts")).show,
};

/** Runs `ip l2tp`. */
export const command: Command = familyVerbs("l2tp", l2tpFamily, VERBS);
