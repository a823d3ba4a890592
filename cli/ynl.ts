/**
 * The program `ynl`: any family of netlink, by its specification in YAML.
 *
 * ```sh
 * deno run --allow-ffi --allow-read --allow-env jsr:@netlink/netlink/cli/ynl netdev.yaml dump dev-get
 * ```
 *
 * Specifications are in the sources of Linux, in `Documentation/netlink/specs`;
 * this package has none. `types SPEC` writes TypeScript types of one.
 *
 * @example Run a command inside a program
 * ```ts
 * import { run } from "@netlink/netlink/cli/ynl";
 *
 * const code = await run(["--version"]);
 * console.log(code);
 * ```
 *
 * @module
 */

import { exitProcess, type Run, runner, runProcess } from "./main.ts";
import { program } from "./ynl/program.ts";

export type { Run } from "./main.ts";
export {
  type DeviceReply,
  type DeviceRequest,
  type Io,
  type NameLookup,
  processIo,
} from "./runtime/io.ts";

/** Runs a command line of `ynl`, and returns the exit code. */
export const run: Run = runner(program);

if (import.meta.main) runProcess(program).then(exitProcess);
