/**
 * `ip mptcp`.
 *
 * @module
 */

import type { GenericFamily } from "../../../api/connection/generic_family.ts";
import { mptcpFamily } from "../../../api/generic/mptcp_family.ts";
import type { MptcpAttributes } from "../../../messages/generic/mptcp.ts";
import { fits, takes } from "../../parse/grammar.ts";
import type { Command } from "../../runtime/context.ts";
import { type FamilyCommand, familyVerbs } from "../../runtime/generic.ts";
import { unknownVerb } from "../../runtime/verbs.ts";

/** The family. */
export type Mptcp = GenericFamily<MptcpAttributes>;
/** A command that works with it. */
export type MptcpCommand = FamilyCommand<MptcpAttributes>;

type MptcpVerbs = Readonly<Record<string, () => Promise<MptcpCommand>>>;

const endpoint: MptcpCommand = further({
  "add*": async () => (await import("./endpoint.ts")).add,
  "change*": async () => (await import("./endpoint.ts")).change,
  "delete*": async () => (await import("./endpoint.ts")).remove,
  "show*": async () => (await import("./endpoint.ts")).show,
  "flush*": async () => (await import("./endpoint.ts")).flush,
});

const limits: MptcpCommand = further({
  "set*": async () => (await import("./limits.ts")).set,
  "show*": async () => (await import("./limits.ts")).show,
});

/** What can be done, in the order of trying; see `Grammar` for the form of the keywords. */
const VERBS: MptcpVerbs = {
  "endpoint*": () => Promise.resolve(endpoint),
  "limits*": () => Promise.resolve(limits),
  "monitor*": async () => (await import("./monitor.ts")).monitor,
};

/** Runs `ip mptcp`. */
export const command: Command = familyVerbs("mptcp", mptcpFamily, VERBS);

/** Verbs after a verb; `show` is the default. */
function further(verbs: MptcpVerbs): MptcpCommand {
  const form = { verbs, otherwise: "show" };
  return takes(form, async (args, context, family) => {
    const verb = args.left === 0 ? "show" : args.take();
    const load = Object.entries(verbs).find(([key]) => fits(verb, key))?.[1];
    if (load === undefined) throw unknownVerb(context.program, "mptcp", verb);
    return (await load())(args, context, family);
  });
}
