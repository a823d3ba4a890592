import { assertEquals } from "@std/assert";
import { patient } from "./support/patience.ts";

const kernelVm = path("../tools/kernel-vm");
/** Tests of which the result depends on the kernel. */
const tests = [
  "api/",
  "cli/",
  "differential/",
  "doc_test.ts",
  "examples/",
  "live/",
  "socket/",
  "support/",
].map(path);
/** In seconds; what hangs fails. */
const LONGEST = 1500;

function path(relative: string): string {
  return new URL(relative, import.meta.url).pathname;
}

const reason = reasonAgainst();
const name = "live and differential tests pass on a kernel with every feature";

Deno.test({
  name: reason === undefined ? name : `${name} (${reason})`,
  ignore: reason !== undefined,
  fn: patient(LONGEST + 60, async () => {
    const { code } = await new Deno.Command(kernelVm, {
      args: [
        "-t",
        `${LONGEST}`,
        "--",
        Deno.execPath(),
        "test",
        "--allow-all",
        "--no-check",
        "--preload",
        path("support/time_limit.ts"),
        ...tests,
      ],
    }).spawn().status;
    assertEquals(code, 0, "exit code of the tests in the virtual machine");
  }),
});

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
