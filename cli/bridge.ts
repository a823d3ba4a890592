/**
 * The command line: `bridge` in TypeScript, for VLANs, forwarding and multicast tables
 * of bridges.
 *
 * ```sh
 * deno run --allow-ffi jsr:@netlink/netlink/cli/bridge vlan show
 * ```
 *
 * It prints what `bridge` of iproute2 prints, and takes the same words. Names out
 * of `/etc/iproute2` are used if reading them is permitted.
 *
 * @example Run a command inside a program
 * ```ts
 * import { run } from "@netlink/netlink/cli/bridge";
 *
 * const code = await run(["-json", "vlan", "show"]);
 * console.log(code);
 * ```
 *
 * @module
 */

import { program } from "./bridge/program.ts";
import { exitProcess, type Run, runner, runProcess } from "./main.ts";

export type { Run } from "./main.ts";
export {
  type DeviceReply,
  type DeviceRequest,
  type Io,
  type NameLookup,
  processIo,
} from "./runtime/io.ts";

/** Runs a command line of `bridge`, and returns the exit code. */
export const run: Run = runner(program);

if (import.meta.main) runProcess(program).then(exitProcess);
