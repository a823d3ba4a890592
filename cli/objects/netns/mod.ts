/**
 * `ip netns`.
 *
 * @module
 */

import { isNamespaceName } from "../../../socket/named_namespace.ts";
import type { Command } from "../../runtime/context.ts";
import { exit } from "../../parse/errors.ts";
import { takes } from "../../parse/arguments.ts";
import { type Verbs, verbs } from "../../runtime/verbs.ts";

/** What can be done with namespaces, in the order of trying; see `Grammar` for the form of the keywords. */
const VERBS: Verbs = {
  "list* show* lst*": async () => (await import("./list.ts")).list,
  "list-id*": async () => (await import("./list_id.ts")).listIds,
  "add*": async () => (await import("./manage.ts")).add,
  "set*": async () => (await import("./manage.ts")).set,
  "delete*": async () => (await import("./manage.ts")).remove,
  "identify*": async () => (await import("./processes.ts")).identify,
  "pids*": async () => (await import("./processes.ts")).pids,
  "exec*": async () => (await import("./exec.ts")).exec,
  "monitor*": async () => (await import("./monitor.ts")).monitor,
  "attach*": async () => (await import("./manage.ts")).attach,
};

const run = verbs("netns", "list", VERBS);

/** Runs `ip netns`. */
export const command: Command = takes(run.form!, async (args, context) => {
  const name = args.peek(1);
  if (!context.options.all && name !== undefined && !isNamespaceName(name)) {
    throw exit(255, `Invalid netns name "${name}"`);
  }
  return await run(args, context);
});
