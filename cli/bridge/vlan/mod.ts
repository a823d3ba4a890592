/**
 * `bridge vlan`.
 *
 * @module
 */

import type { Command } from "../../runtime/context.ts";
import { fits, takes } from "../../parse/arguments.ts";
import { usageIn } from "../../program.ts";
import { type Verbs, verbs } from "../../runtime/verbs.ts";

/** What can be done with options of VLANs of bridges. */
const GLOBAL_VERBS: Verbs = {
  "show lst list": async () => (await import("./show.ts")).showGlobal,
  "set": async () => (await import("./set.ts")).setGlobal,
};

const global: Command = takes(
  { verbs: GLOBAL_VERBS, otherwise: "show" },
  async (args, context) => {
    const verb = args.left === 0 ? "show" : args.take();
    const load = Object.entries(GLOBAL_VERBS)
      .find(([key]) => fits(verb, key))?.[1];
    if (load === undefined) throw usageIn(context.program, "vlan");
    return (await load())(args, context);
  },
);

/** What can be done with VLANs, in the order of trying; see `Grammar` for the form of the keywords. */
const VERBS: Verbs = {
  "add*": async () => (await import("./modify.ts")).add,
  "delete*": async () => (await import("./modify.ts")).remove,
  "show* lst* list*": async () => (await import("./show.ts")).show,
  "tunnelshow*": async () => (await import("./show.ts")).showTunnels,
  "set*": async () => (await import("./set.ts")).set,
  "global": () => Promise.resolve(global),
};

/** Runs `bridge vlan`. */
export const command: Command = verbs("vlan", "show", VERBS);
