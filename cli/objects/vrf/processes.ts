/**
 * `ip vrf identify` and `ip vrf pids`.
 *
 * Processes belong to a VRF by their control group, which is called
 * `[NETNS-ns/]vrf/NAME`.
 *
 * @module
 */

import { errnoOf, errorText } from "../../../messages/errno.ts";
import { listDirectory } from "../../../socket/directory.ts";
import { host } from "../../../socket/ffi_deno.ts";
import { namesOfOwn } from "../netns/processes.ts";
import { isVrf } from "../route/vrf.ts";
import type { Command } from "../../runtime/context.ts";
import { fail, invalidArgument } from "../../parse/errors.ts";
import { takes } from "../../parse/grammar.ts";
import type { Io } from "../../runtime/io.ts";
import { unsigned } from "../../parse/numbers.ts";

/** The longest name of a VRF that is shown. */
const LONGEST = 31;

/** Returns the VRF of a process. */
export const identify: Command = takes("[ PID ]", (args, { io, printer }) => {
  const extra = args.peek(1);
  if (extra !== undefined) {
    throw invalidArgument("Extra arguments specified\n", extra);
  }
  const arg = args.peek();
  const pid = arg === undefined ? host().pid : unsigned(arg, 32, 10);
  if (pid === undefined) throw invalidArgument("Invalid pid\n", arg!);
  const path = `/proc/${pid | 0}/cgroup`;
  const groups = io.readTextFile(path);
  if (groups === undefined) {
    const reason = io.whyNot?.(path) ?? errorText(errnoOf("ENOENT"));
    throw fail(1, `Failed to lookup vrf association: ${reason}`);
  }
  const name = vrfOf(groups);
  if (name !== "") printer.text(`${name}\n`);
  return Promise.resolve(0);
});

/**
 * The VRF that a list of control groups names.
 *
 * @param groups Text of `/proc/PID/cgroup`.
 * @returns Its name, or "" if the groups belong to none.
 */
export function vrfOf(groups: string): string {
  for (const line of groups.split("\n")) {
    if (!line.includes("::/")) continue;
    const at = line.indexOf("/vrf/");
    if (at >= 0) return line.slice(at + "/vrf/".length).slice(0, LONGEST);
  }
  return "";
}

/** Lists the processes of a VRF. */
export const pids: Command = takes(
  "[ NAME:device ]",
  async (args, context) => {
    if (args.left !== 1) throw fail(1, "Invalid arguments");
    const name = args.take();
    if (!await isVrf(name, context)) throw fail(1, "Invalid VRF name");
    const { io } = context;
    const root = controlGroups(io);
    if (root === undefined) {
      const reason = io.mayRead("/proc/mounts")
        ? ""
        : `: ${io.whyNot?.("/proc/mounts")}`;
      throw fail(1, `Failed to find cgroup2 mount${reason}`);
    }
    const own = namesOfOwn(context).at(-1) ?? "";
    const found: string[] = [];
    search(io, root, name, own === "" ? "" : `${own}-ns`, found);
    for (const pid of found) {
      const program = commandName(io, pid);
      context.printer.text(`${pid.padStart(5)}  ${program}\n`);
    }
    return 0;
  },
);

/** Where control groups of version 2 are mounted. */
function controlGroups(io: Io): string | undefined {
  const mounts = io.readTextFile("/proc/mounts") ?? "";
  for (const line of mounts.split("\n")) {
    const [, path, type] = line.split(" ");
    if (type === "cgroup2") return path;
  }
  return undefined;
}

function search(
  io: Io,
  path: string,
  name: string,
  namespace: string,
  found: string[],
): void {
  for (const entry of subdirectories(path)) {
    if (entry !== "vrf") {
      search(io, `${path}/${entry}`, name, namespace, found);
      continue;
    }
    const folder = path.slice(path.lastIndexOf("/") + 1);
    if (namespace !== "" && folder !== namespace) continue;
    const text = io.readTextFile(`${path}/vrf/${name}/cgroup.procs`) ?? "";
    found.push(...text.split("\n").filter((line) => line !== ""));
  }
}

/** The control groups in one; what cannot be opened has none. */
function subdirectories(path: string): string[] {
  try {
    // Groups are directories, and all files in them have a dot in their name.
    return listDirectory(path).filter((name) => !/^[a-z_]+\./.test(name));
  } catch {
    return [];
  }
}

function commandName(io: Io, pid: string): string {
  const status = io.readTextFile(`/proc/${pid}/status`);
  return status === undefined
    ? "<terminated?>"
    : /Name:\s*(.*)/.exec(status)?.[1] ?? "";
}
