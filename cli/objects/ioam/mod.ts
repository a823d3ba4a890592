/**
 * `ip ioam`.
 *
 * @module
 */

import { invalidArgument, usage } from "../../parse/errors.ts";
import { takes } from "../../parse/grammar.ts";
import type { Command } from "../../runtime/context.ts";

type Table = Readonly<Record<string, () => Promise<Command>>>;

const NAMESPACE: Command = further({
  "show": async () => (await import("./show.ts")).showNamespaces,
  "add": async () => (await import("./modify.ts")).addNamespace,
  "del": async () => (await import("./modify.ts")).deleteNamespace,
  "set": async () => (await import("./modify.ts")).setSchema,
});

const SCHEMA: Command = further({
  "show": async () => (await import("./show.ts")).showSchemas,
  "add": async () => (await import("./modify.ts")).addSchema,
  "del": async () => (await import("./modify.ts")).deleteSchema,
});

const VERBS: Table = {
  "namespace": () => Promise.resolve(NAMESPACE),
  "schema": () => Promise.resolve(SCHEMA),
  "monitor": async () => (await import("./monitor.ts")).monitor,
  "help": () => Promise.resolve(() => Promise.reject(usage("ioam"))),
};

const run = further(VERBS);

/** Runs `ip ioam`. */
export const command: Command = takes({ verbs: VERBS }, (args, context) => {
  if (args.left === 0) return Promise.reject(usage("ioam"));
  return run(args, context);
});

/** Keywords of which one has to follow, in full. */
function further(verbs: Table): Command {
  return takes({ verbs }, async (args, context) => {
    const verb = args.take();
    if (!Object.hasOwn(verbs, verb)) throw invalidArgument("Unknown", verb);
    return (await verbs[verb]!())(args, context);
  });
}
