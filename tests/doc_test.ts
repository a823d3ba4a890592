import { assertEquals } from "@std/assert";
import { reasonAgainstLive, virtualMachine } from "./support/live.ts";
import { inNewNamespace } from "./support/namespace.ts";
import { patient } from "./support/patience.ts";

const root = new URL("..", import.meta.url).pathname;
/** Whatever may have examples. */
const sources = [
  "README.md",
  "CONTRIBUTING.md",
  "mod.ts",
  "socket.ts",
  "socket/",
  "messages/",
  "api/",
  "ynl/",
  "cli.ts",
  "cli/",
].filter((path) => exists(root + path));

function exists(path: string): boolean {
  try {
    Deno.statSync(path);
    return true;
  } catch {
    return false;
  }
}

/** Types are the same on each kernel: they are checked outside of machines. */
const checks = virtualMachine === undefined ? [] : ["--no-check"];

function testDocumentation(...options: string[]): Promise<number> {
  return new Deno.Command(Deno.execPath(), {
    args: ["test", "--doc", ...checks, ...options, ...sources],
    cwd: root,
  }).spawn().status.then(({ code }) => code);
}

Deno.test(
  "examples of the documentation run as written",
  patient(600, async () => {
    // Some create links: not outside of a namespace of their own.
    const code = reasonAgainstLive() === undefined
      ? await inNewNamespace(() => testDocumentation("--allow-all"))
      : await testDocumentation("--no-run");
    assertEquals(code, 0);
  }),
);
