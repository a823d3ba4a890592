/**
 * `ip netns`.
 *
 * @module
 */

import { isNamespaceName } from "../../../socket/named_namespace.ts";
import type { Command, Context } from "../../runtime/context.ts";
import { exit } from "../../parse/errors.ts";
import { fits, type Words } from "../../parse/grammar.ts";

/** What can be done with namespaces, in the order of trying; see `Grammar` for the form of the words. */
const VERBS: Readonly<Record<string, () => Promise<Command>>> = {
  "list* show* lst*": async () => (await import("./list.ts")).list,
  "list-id*": async () => (await import("./list_id.ts")).listIds,
  "help*": async () => (await import("./help.ts")).help,
  "add*": async () => (await import("./manage.ts")).add,
  "set*": async () => (await import("./manage.ts")).set,
  "delete*": async () => (await import("./manage.ts")).remove,
  "identify*": async () => (await import("./processes.ts")).identify,
  "pids*": async () => (await import("./processes.ts")).pids,
  "exec*": async () => (await import("./exec.ts")).exec,
  "monitor*": async () => (await import("./monitor.ts")).monitor,
  "attach*": async () => (await import("./manage.ts")).attach,
};

/** Runs `ip netns`. */
export async function command(
  words: Words,
  context: Context,
): Promise<number> {
  const verb = words.peek() === undefined ? "list" : words.take();
  const name = words.peek();
  if (!context.options.all && name !== undefined && !isNamespaceName(name)) {
    throw exit(255, `Invalid netns name "${name}"`);
  }
  const load = Object.entries(VERBS).find(([key]) => fits(verb, key))?.[1];
  if (load === undefined) {
    throw exit(255, `Command "${verb}" is unknown, try "ip netns help".`);
  }
  return (await load())(words, context);
}
