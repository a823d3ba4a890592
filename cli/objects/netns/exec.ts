/**
 * `ip netns exec`.
 *
 * @module
 */

import { errorText } from "../../../messages/errno.ts";
import { listDirectory } from "../../../socket/directory.ts";
import { SocketError } from "../../../socket/error.ts";
import {
  listNamespaces,
  NETNS_DIRECTORY,
} from "../../../socket/named_namespace.ts";
import { inNamespace } from "../../../socket/namespace.ts";
import { runProgram } from "../../../socket/program.ts";
import {
  becomeProgram,
  CLONE_NEWNS,
  MNT_DETACH,
  mount,
  MS_BIND,
  MS_REC,
  MS_SLAVE,
  unmount,
  unshare,
} from "../../../socket/system.ts";
import type { Command } from "../../runtime/context.ts";
import { exit, fail } from "../../parse/errors.ts";
import { takes } from "../../parse/grammar.ts";
import type { Io } from "../../runtime/io.ts";

/** Where files are that programs in a namespace see in `/etc`. */
const ETC = "/etc/netns";

/** Runs a program in a namespace, or in each. */
export const exec: Command = takes(["[ NAME:namespace ]", {
  many: { name: "cmd" },
}], (args, context) => {
  const { options, printer, io } = context;
  if (options.all) {
    if (args.left < 1) throw fail(1, "No command specified");
    const [program, ...rest] = args.rest();
    for (const name of listNamespaces()) {
      printer.text(`\nnetns: ${name}\n`);
      printer.flush();
      try {
        runProgram(program!, rest, { prepare: () => enter(name, io) });
      } catch (error) {
        if (!(error instanceof SocketError)) throw error;
        reportFailure(error, name, program!, io);
      }
    }
    return Promise.resolve(0);
  }
  if (args.left < 1) throw fail(1, "No netns name specified");
  if (args.left < 2) throw fail(1, "No command specified");
  const name = args.take();
  const [program, ...rest] = args.rest();
  printer.flush();
  try {
    if (options.batch !== undefined) {
      return Promise.resolve(
        runProgram(program!, rest, { prepare: () => enter(name, io) }),
      );
    }
    inNamespace(`${NETNS_DIRECTORY}/${name}`, () => {
      prepareMounts(name, io);
      becomeProgram(program!, rest);
    });
  } catch (error) {
    if (!(error instanceof SocketError)) throw error;
    const code = reportFailure(error, name, program!, io);
    // In a batch, ip runs the program in a child, and only the child ends.
    throw options.batch === undefined ? exit(code) : fail(code);
  }
  return Promise.resolve(0);
});

/** Runs what follows in a namespace and with its mounts. */
function enter(name: string, io: Io): <T>(action: () => T) => T {
  return (action) =>
    inNamespace(`${NETNS_DIRECTORY}/${name}`, () => {
      prepareMounts(name, io);
      return action();
    });
}

/** Shows the namespace in `/sys`, and its own files in `/etc`. */
function prepareMounts(name: string, io: Io): void {
  unshare(CLONE_NEWNS);
  mount("", "/", "none", MS_SLAVE | MS_REC);
  try {
    unmount("/sys", MNT_DETACH);
  } catch (error) {
    // Perhaps there is none.
    if (!(error instanceof SocketError)) throw error;
  }
  mount(name, "/sys", "sysfs", 0);
  for (const file of listDirectory(`${ETC}/${name}`)) {
    const source = `${ETC}/${name}/${file}`;
    try {
      mount(source, `/etc/${file}`, "none", MS_BIND);
    } catch (error) {
      if (!(error instanceof SocketError)) throw error;
      io.err(
        `Bind ${source} -> /etc/${file} failed: ${errorText(error.errno)}\n`,
      );
    }
  }
}

/** Prints which step failed, and returns the exit code. */
function reportFailure(
  { syscall, errno, message }: SocketError,
  name: string,
  program: string,
  io: Io,
): number {
  const reason = errorText(errno);
  switch (syscall) {
    case "open":
      io.err(`Cannot open network namespace "${name}": ${reason}\n`);
      return 255;
    case "setns":
      io.err(`setting the network namespace "${name}" failed: ${reason}\n`);
      return 255;
    case "unshare":
      io.err(`unshare failed: ${reason}\n`);
      return 255;
    case "mount":
      io.err(
        message.includes("/sys")
          ? `mount of /sys failed: ${reason}\n`
          : `"mount --make-rslave /" failed: ${reason}\n`,
      );
      return 255;
    default:
      io.err(`exec of "${program}" failed: ${reason}\n`);
      return 1;
  }
}
