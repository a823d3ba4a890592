/**
 * Virtual machines that tests start.
 *
 * @module
 */

/** The program in `tools/` that starts a virtual machine, and its options. */
export type Machine = readonly [
  tool: "kernel-vm" | "kernel-qemu",
  ...options: string[],
];

/** Namespaces are empty at first, whichever tunnels were tried before. */
const QUIET =
  'echo 1 >/proc/sys/net/core/fb_tunnels_only_for_init_net; exec "$0" "$@"';

/**
 * The command that runs another one in a virtual machine.
 *
 * @param machine The machine.
 * @param seconds How long it may take; then it fails.
 * @param command What is run there.
 * @returns Program and arguments.
 */
export function inMachine(
  [tool, ...options]: Machine,
  seconds: number,
  command: readonly string[],
): [program: string, ...args: string[]] {
  const words = ["-t", `${seconds}`, "--", "sh", "-c", QUIET, ...command];
  return [pathOf(tool), ...options, ...words];
}

/**
 * Returns why a virtual machine cannot be started, or `undefined` if it can.
 *
 * @param machine The machine.
 * @returns The reason.
 */
export function reasonAgainstMachine(
  [tool, ...options]: Machine,
): string | undefined {
  try {
    const { success, stderr } = new Deno.Command(pathOf(tool), {
      args: [...options, "--check", "--offline"],
      stdout: "null",
    }).outputSync();
    return success ? undefined : new TextDecoder().decode(stderr).trim();
  } catch {
    return "needs a Unix shell";
  }
}

function pathOf(tool: string): string {
  return new URL(`../../tools/${tool}`, import.meta.url).pathname;
}
