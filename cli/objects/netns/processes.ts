/**
 * `ip netns identify` and `ip netns pids`.
 *
 * @module
 */

import { errorText } from "../../../messages/errno.ts";
import { SocketError } from "../../../socket/error.ts";
import {
  identifyNamespace,
  namesOfNamespace,
  namespaceProcesses,
  NETNS_DIRECTORY,
} from "../../../socket/named_namespace.ts";
import type { Command, Context } from "../../runtime/context.ts";
import { type CommandError, fail } from "../../parse/errors.ts";
import { takes } from "../../parse/grammar.ts";

/** Finds the name of a process's namespace; an empty line if it has none. */
export const identify: Command = takes("[ PID ]", (args, context) => {
  if (args.left > 1) throw fail(1, "extra arguments specified");
  const arg = args.left === 0 ? undefined : args.take();
  if (arg !== undefined && !/^\d*$/.test(arg)) {
    throw fail(1, `Specified string '${arg}' is not a pid`);
  }
  try {
    const names = arg === undefined
      ? namesOfOwn(context)
      : identifyNamespace(Number(arg));
    context.printer.text(`${names.at(-1) ?? ""}\n`);
  } catch (error) {
    throw cannotOpen(error);
  }
  return Promise.resolve(0);
});

/**
 * Finds the names of the network namespace that a command works in.
 *
 * @returns The names; most namespaces have none, or one.
 */
export function namesOfOwn({ options: { netns } }: Context): string[] {
  return netns === undefined
    ? identifyNamespace()
    : namesOfNamespace(`${NETNS_DIRECTORY}/${netns}`);
}

/** Finds the processes in a namespace. */
export const pids: Command = takes("NAME:namespace", (args, { printer }) => {
  if (args.left < 1) throw fail(1, "No netns name specified");
  if (args.left > 1) throw fail(1, "extra arguments specified");
  try {
    for (const pid of namespaceProcesses(args.take())) {
      printer.text(`${pid}\n`);
    }
  } catch (error) {
    throw cannotOpen(error);
  }
  return Promise.resolve(0);
});

function cannotOpen(error: unknown): CommandError {
  if (!(error instanceof SocketError)) throw error;
  return fail(1, `Cannot open network namespace: ${errorText(error.errno)}`);
}
