/**
 * `ip macsec`.
 *
 * @module
 */

import { macsecFamily } from "../../../api/generic/families.ts";
import type { MacsecAttributes } from "../../../messages/generic/macsec.ts";
import type { Command } from "../../runtime/context.ts";
import { type FamilyCommand, familyVerbs } from "../../runtime/generic.ts";

/** What can be done, in the order of trying; see `Grammar` for the form of the keywords. */
const VERBS: Readonly<
  Record<string, () => Promise<FamilyCommand<MacsecAttributes>>>
> = {
  "show*": async () => (await import("./show.ts")).show,
  "add*": async () => (await import("./modify.ts")).add,
  "set*": async () => (await import("./modify.ts")).set,
  "delete*": async () => (await import("./modify.ts")).remove,
  "offload*": async () => (await import("./offload.ts")).offload,
};

/** Runs `ip macsec`. */
export const command: Command = familyVerbs("macsec", macsecFamily, VERBS);
