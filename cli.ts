/**
 * The command line: `ip` in TypeScript.
 *
 * ```sh
 * deno run --allow-ffi jsr:@netlink/netlink/cli link show
 * ```
 *
 * It prints what `ip` of iproute2 prints, and takes the same words. Names out of
 * `/etc/iproute2` are used if reading them is permitted.
 *
 * @module
 */

import { run } from "./cli/main.ts";

export { run } from "./cli/main.ts";
export { type Io, processIo } from "./cli/io.ts";

if (import.meta.main) Deno.exit(await run(Deno.args));
