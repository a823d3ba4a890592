/**
 * `tc actions`: actions that several filters can share.
 *
 * @module
 */

import { fits, takes } from "../../parse/arguments.ts";
import { usageIn } from "../../program.ts";
import type { Command } from "../../runtime/context.ts";
import { unknownVerb, type Verbs } from "../../runtime/verbs.ts";

/** How the usage of actions ends the program. */
const EXITS = { code: 255, exits: true };

/** What can be done with actions, in the order of trying; see `Grammar` for the form of the keywords. */
const VERBS: Verbs = {
  "add*": async () => (await import("./modify.ts")).add,
  "change* replace*": async () => (await import("./modify.ts")).replace,
  "delete*": async () => (await import("./get.ts")).remove,
  "get*": async () => (await import("./get.ts")).get,
  "list* ls* show* lst*": async () => (await import("./list.ts")).list,
  "flush*": async () => (await import("./list.ts")).flush,
  "help*": () =>
    Promise.resolve(() => Promise.reject(usageIn({ usage: EXITS }, "actions"))),
};

/** Runs `tc actions`: one verb after the other. */
export const command: Command = takes(
  { verbs: VERBS },
  async (args, context) => {
    while (args.left > 0) {
      const verb = args.take();
      const load = Object.entries(VERBS).find(([key]) => fits(verb, key))?.[1];
      if (load === undefined) {
        throw unknownVerb(context.program, "actions", verb);
      }
      const code = await (await load())(args, context);
      if (code !== 0) return code;
    }
    return 0;
  },
);
