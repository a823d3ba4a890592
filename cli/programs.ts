/**
 * All programs in one, for `deno compile`: the name that the compiled file has,
 * or by which a link to it is called, chooses.
 *
 * ```sh
 * deno compile --allow-ffi --allow-read --allow-env --allow-run -o ip \
 *   jsr:@netlink/netlink/cli/programs
 * ln ip tc
 * ./tc qdisc show
 * ```
 *
 * The name may have an `n` before it, as in `ntc`; with any other name, it is
 * `ip`.
 *
 * @module
 */

import { host } from "../socket/ffi_deno.ts";
import { exitProcess, run as runProgram, runProcess } from "./main.ts";
import type { AnyProgram } from "./runtime/context.ts";
import { type Io, processIo } from "./runtime/io.ts";

export {
  type DeviceReply,
  type DeviceRequest,
  type Io,
  type NameLookup,
  processIo,
} from "./runtime/io.ts";

/** The programs by their names, each of which is loaded when it runs. */
const PROGRAMS: Readonly<
  Record<string, () => Promise<{ program: AnyProgram }>>
> = {
  ip: () => import("./ip/program.ts"),
  bridge: () => import("./bridge/program.ts"),
  tc: () => import("./tc/program.ts"),
  wg: () => import("./wg/program.ts"),
  ynl: () => import("./ynl/program.ts"),
};

/**
 * The programs that there are.
 *
 * @returns Their names.
 */
export function programNames(): string[] {
  return Object.keys(PROGRAMS);
}

/**
 * Finds the program that a file is called as.
 *
 * @param paths Paths or names of the file; the first one that is the name of a
 * program counts.
 * @returns The name of the program; `ip` if the file is called otherwise.
 */
export function programCalled(...paths: readonly string[]): string {
  for (const path of paths) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    for (const each of [name, name.replace(/^n/, "")]) {
      if (Object.hasOwn(PROGRAMS, each)) return each;
    }
  }
  return "ip";
}

/**
 * Runs a command line.
 *
 * @param name The name of the program.
 * @param args The command line, without the name of the program.
 * @param io The world around; that of the process by default.
 * @returns The exit code.
 * @throws {RangeError} If there is no such program.
 */
export async function run(
  name: string,
  args: readonly string[],
  io: Io = processIo(),
): Promise<number> {
  return await runProgram(await load(name), args, io);
}

/**
 * Runs the command line of this process.
 *
 * @param name The name of the program; in a compiled file, that of the file
 * chooses.
 * @returns The exit code.
 * @throws {RangeError} If there is no such program.
 */
export async function runAs(name: string): Promise<number> {
  return await runProcess(await load(await called() ?? name));
}

/** The program that a compiled file is called as. */
async function called(): Promise<string | undefined> {
  const { build, execPath } = host();
  if (!build.standalone) return undefined;
  const path = execPath();
  // Of a symbolic link, that is the file at its end.
  const { typedName } = await import("./runtime/arguments.ts");
  return programCalled(typedName() ?? path, path);
}

async function load(name: string): Promise<AnyProgram> {
  if (!Object.hasOwn(PROGRAMS, name)) {
    throw new RangeError(
      `Cannot run "${name}": it is none of ${programNames().join(", ")}`,
    );
  }
  return (await PROGRAMS[name]!()).program;
}

if (import.meta.main) runAs("ip").then(exitProcess);
