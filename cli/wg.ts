/**
 * The program `wg`: WireGuard in TypeScript.
 *
 * ```sh
 * deno run --allow-ffi --allow-read --allow-env jsr:@netlink/netlink/cli/wg show
 * ```
 *
 * It prints what `wg` of wireguard-tools prints, and takes the same words.
 *
 * @example Run a command inside a program
 * ```ts
 * import { run } from "@netlink/netlink/cli/wg";
 *
 * const code = await run(["genpsk"]);
 * console.log(code);
 * ```
 *
 * @see {@link https://man7.org/linux/man-pages/man8/wg.8.html | wg(8)}
 *
 * @module
 */

import { exitProcess, type Run, runner, runProcess } from "./main.ts";
import { program } from "./wg/program.ts";

export type { Run } from "./main.ts";
export {
  type DeviceReply,
  type DeviceRequest,
  type Io,
  type NameLookup,
  processIo,
} from "./runtime/io.ts";

/** Runs a command line of `wg`, and returns the exit code. */
export const run: Run = runner(program);

if (import.meta.main) runProcess(program).then(exitProcess);
