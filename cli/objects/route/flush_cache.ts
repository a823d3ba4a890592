/**
 * The cache of routes that kernels before Linux 3.6 had.
 *
 * @module
 */

const PATH = "/proc/sys/net/ipv4/route/flush";

/**
 * Empties the cache.
 *
 * @returns What is wrong, or `undefined` if it is empty.
 */
export function flushCache(): string | undefined {
  try {
    Deno.writeTextFileSync(PATH, "-1", { create: false });
    return undefined;
  } catch (error) {
    const reason = error instanceof Deno.errors.NotFound
      ? "No such file or directory"
      : "Permission denied";
    return `Cannot open "${PATH}": ${reason}`;
  }
}
