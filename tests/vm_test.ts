import { assertEquals } from "@std/assert";
import { patient } from "./support/patience.ts";

const kernelVm = path("../tools/kernel-vm");
/**
 * Tests of which the result depends on the kernel, in two virtual machines at
 * once: each takes one processor.
 */
const parts = {
  "live tests": [
    "api/",
    "cli/",
    "doc_test.ts",
    "examples/",
    "live/",
    "socket/",
    "support/",
  ],
  "differential tests": ["differential/"],
};
/** In seconds; what hangs fails. */
const LONGEST = 2400;

function path(relative: string): string {
  return new URL(relative, import.meta.url).pathname;
}

const reason = reasonAgainst();

for (const [what, tests] of Object.entries(parts)) {
  const name = `${what} pass on a kernel with every feature`;
  const running = reason === undefined ? start(tests) : undefined;
  Deno.test({
    name: reason === undefined ? name : `${name} (${reason})`,
    ignore: reason !== undefined,
    // The machine was started before the test, and is waited for in it.
    sanitizeResources: false,
    sanitizeOps: false,
    fn: patient(LONGEST + 60, async () => {
      const { code, stdout } = await running!;
      for (let at = 0; at < stdout.length;) {
        at += Deno.stdout.writeSync(stdout.subarray(at));
      }
      assertEquals(code, 0, "exit code of the tests in the virtual machine");
    }),
  });
}

/** Runs tests in a virtual machine; what they print is told when they are done. */
function start(tests: readonly string[]): Promise<Deno.CommandOutput> {
  const words = [Deno.execPath(), "test", "--allow-all", "--no-check"].concat(
    ["--preload", path("support/time_limit.ts"), ...tests.map(path)],
  );
  // Namespaces are empty at first, whichever tunnels were tried before.
  const quiet =
    'echo 1 >/proc/sys/net/core/fb_tunnels_only_for_init_net; exec "$0" "$@"';
  // One stream, so that errors stand where they happened.
  return new Deno.Command("sh", {
    args: [
      "-c",
      '"$0" "$@" 2>&1',
      kernelVm,
      "-t",
      `${LONGEST}`,
      "--",
      "sh",
      "-c",
      quiet,
      ...words,
    ],
  }).output();
}

function reasonAgainst(): string | undefined {
  if (Deno.env.get("KERNEL_VM") !== undefined) return "this is inside of it";
  try {
    const { success } = new Deno.Command(kernelVm, { args: ["--check"] })
      .outputSync();
    return success ? undefined : "needs Debian's user-mode-linux and kmod";
  } catch {
    return "needs a Unix shell";
  }
}
