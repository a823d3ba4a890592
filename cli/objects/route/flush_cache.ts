/**
 * The cache of routes that kernels before Linux 3.6 had.
 *
 * @module
 */

import { host } from "../../../socket/ffi_deno.ts";

const PATH = "/proc/sys/net/ipv4/route/flush";

/**
 * Empties the cache.
 *
 * @returns What is wrong, or `undefined` if it is empty.
 */
export function flushCache(): string | undefined {
  try {
    host().writeTextFileSync(PATH, "-1", { create: false });
    return undefined;
  } catch (error) {
    const reason = (error as { code?: unknown }).code === "ENOENT"
      ? "No such file or directory"
      : "Permission denied";
    return `Cannot open "${PATH}": ${reason}`;
  }
}
