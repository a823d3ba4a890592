/**
 * `ip sr`: segment routing with IPv6.
 *
 * @module
 */

import { usage } from "../../parse/errors.ts";
import { fits, takes } from "../../parse/grammar.ts";
import type { Command } from "../../runtime/context.ts";
import { helpVerb } from "../../runtime/verbs.ts";

type Table = Readonly<Record<string, () => Promise<Command>>>;

const HMAC: Command = further({
  "show*": async () => (await import("./hmac.ts")).show,
  "set*": async () => (await import("./hmac.ts")).set,
});

const TUNNEL_SOURCE: Command = further({
  "show*": async () => (await import("./tunsrc.ts")).show,
  "set*": async () => (await import("./tunsrc.ts")).set,
});

const VERBS: Table = {
  "help*": helpVerb("sr"),
  "hmac*": () => Promise.resolve(HMAC),
  "tunsrc*": () => Promise.resolve(TUNNEL_SOURCE),
};

const run = further(VERBS);

/** Runs `ip sr`. */
export const command: Command = takes({ verbs: VERBS }, (args, context) => {
  if (args.left === 0) return Promise.reject(usage("sr"));
  return run(args, context);
});

/** Keywords of which one has to follow. */
function further(verbs: Table): Command {
  return takes({ verbs }, async (args, context) => {
    const load = args.read(
      (verb) => Object.entries(verbs).find(([key]) => fits(verb, key))?.[1],
      "unknown",
    );
    return (await load())(args, context);
  });
}
