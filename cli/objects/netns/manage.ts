/**
 * `ip netns add`, `attach`, `delete` and `set`.
 *
 * @module
 */

import { errorText } from "../../../messages/errno.ts";
import { RTM_NEWNSID } from "../../../messages/nsid/constants.ts";
import { nsidMessage } from "../../../messages/nsid/nsid.ts";
import { SocketError } from "../../../socket/error.ts";
import {
  addNamespace,
  attachNamespace,
  deleteNamespace,
  listNamespaces,
  NETNS_DIRECTORY,
} from "../../../socket/named_namespace.ts";
import { openNamespace } from "../../../socket/namespace.ts";
import { closeFile } from "../../../socket/system.ts";
import type { Command } from "../../runtime/context.ts";
import type { Argument } from "../../parse/form.ts";
import {
  type CommandError,
  fail,
  invalidArgument,
} from "../../parse/errors.ts";
import { takes } from "../../parse/grammar.ts";
import { signed } from "../../parse/numbers.ts";

const NETNSID: Argument = { name: "NETNSID", means: "{ auto | POSITIVE-INT }" };

/** Makes a namespace. */
export const add: Command = takes("NAME", (args, _context) => {
  const name = args.peek();
  if (name === undefined) throw fail(1, "No netns name specified");
  try {
    addNamespace(name);
  } catch (error) {
    throw cannotMake(error, name, "/proc/self/ns/net");
  }
  return Promise.resolve(0);
});

/** Gives a process's namespace a name. */
export const attach: Command = takes("NAME PID", (args, _context) => {
  if (args.left < 2) throw fail(1, "No netns name and PID specified");
  const name = args.take();
  const arg = args.take();
  const pid = signed(arg);
  if (pid === undefined || pid === 0) throw fail(1, `Invalid PID: ${arg}`);
  try {
    attachNamespace(name, pid);
  } catch (error) {
    throw cannotMake(error, name, `/proc/${pid}/ns/net`);
  }
  return Promise.resolve(0);
});

/** Which step of making a name failed. */
function cannotMake(
  error: unknown,
  name: string,
  source: string,
): CommandError {
  if (!(error instanceof SocketError)) throw error;
  const reason = errorText(error.errno);
  const path = `${NETNS_DIRECTORY}/${name}`;
  switch (error.syscall) {
    case "mkdir":
      return fail(1, `mkdir ${NETNS_DIRECTORY} failed: ${reason}`);
    case "open":
      return fail(1, `Cannot create namespace file "${path}": ${reason}`);
    case "unshare":
      return fail(
        1,
        `Failed to create a new network namespace "${name}": ${reason}`,
      );
    default:
      return error.message.includes(path)
        ? fail(1, `Bind ${source} -> ${path} failed: ${reason}`)
        : fail(1, `mount --make-shared ${NETNS_DIRECTORY} failed: ${reason}`);
  }
}

/** Deletes a name, or all. */
export const remove: Command = takes(
  "[ NAME:namespace ]",
  (args, { options, io }) => {
    if (options.all) {
      for (const name of listNamespaces()) {
        const problem = cannotRemove(name);
        if (problem === undefined) continue;
        io.err(problem.message);
        break;
      }
      return Promise.resolve(0);
    }
    if (args.left === 0) throw fail(1, "No netns name specified");
    const problem = cannotRemove(args.take());
    if (problem !== undefined) throw problem;
    return Promise.resolve(0);
  },
);

function cannotRemove(name: string): CommandError | undefined {
  try {
    deleteNamespace(name);
    return undefined;
  } catch (error) {
    if (!(error instanceof SocketError)) throw error;
    return fail(
      1,
      `Cannot remove namespace file "${NETNS_DIRECTORY}/${name}": ${
        errorText(error.errno)
      }`,
    );
  }
}

/** Gives a namespace an id. */
export const set: Command = takes(
  ["NAME:namespace", NETNSID],
  async (args, context) => {
    if (args.left < 1) throw fail(1, "No netns name specified");
    if (args.left < 2) throw fail(1, "No nsid specified");
    const name = args.take();
    const nsid = idOf(args.take());
    let descriptor: number;
    try {
      descriptor = openNamespace(`${NETNS_DIRECTORY}/${name}`);
    } catch (error) {
      if (!(error instanceof SocketError)) throw error;
      throw fail(1);
    }
    try {
      await context.talk((kernel) =>
        kernel.request({
          type: RTM_NEWNSID,
          codec: nsidMessage,
          message: { family: 0, attributes: { descriptor, nsid } },
        })
      );
    } finally {
      closeFile(descriptor);
    }
    return 0;
  },
);

/** An id; `auto`, which the kernel chooses, is -1. */
function idOf(arg: string): number {
  if (arg === "auto") return -1;
  const id = signed(arg);
  if (id === undefined) {
    throw invalidArgument('Invalid "netnsid" value', arg);
  }
  if (id < 0) throw invalidArgument('"netnsid" value should be >= 0', arg);
  return id;
}
