/**
 * The runtimes of `tools/runtimes`, in which tests run.
 *
 * @module
 */
import { patient } from "../support/patience.ts";

/** The folder of the project. */
export const ROOT: string = new URL("../../", import.meta.url).pathname;

/** A runtime. */
export interface Runtime {
  /** What people call it. */
  readonly name: string;
  /** Its program in the folder of `tools/runtimes`. */
  readonly program: string;
  /** What it is. */
  readonly kind: "node" | "bun";
}

/** Those that the tests run in. */
export const RUNTIMES: readonly Runtime[] = [
  { name: "Node 22", program: "node22/bin/node", kind: "node" },
  { name: "Node 24", program: "node24/bin/node", kind: "node" },
  { name: "Node 26", program: "node26/bin/node", kind: "node" },
  { name: "Bun", program: "bun/bin/bun", kind: "bun" },
];

/** Those that the package has to work in. */
export const ALL_RUNTIMES: readonly Runtime[] = [
  ...RUNTIMES,
  { name: "Bun 1.2.0", program: "oldest-bun/bin/bun", kind: "bun" },
];

/** In seconds. */
const LONGEST = 1800;

/**
 * Decodes what a program has printed.
 *
 * @param bytes What it has printed.
 * @returns Text.
 */
export function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/**
 * Runs a program.
 *
 * @param program Its path.
 * @param args What it is called with.
 * @param options Where, and with which variables of the environment.
 * @returns What it printed, and how it ended.
 */
export function run(
  program: string,
  args: readonly string[],
  { cwd = ROOT, env = {} }: { cwd?: string; env?: Record<string, string> } = {},
): Promise<Deno.CommandOutput> {
  return new Deno.Command(program, {
    args: [...args],
    cwd,
    env: { NO_COLOR: "1", ...env },
    stdin: "null",
  }).output();
}

/** The folder of the runtimes, if they are there. */
async function findModules(): Promise<string | undefined> {
  const { success, stdout } = await run(`${ROOT}tools/runtimes`, ["--check"]);
  return success ? text(stdout).trim() : undefined;
}

/** The folder of the runtimes, if they are there. */
export const modules: string | undefined = await findModules();

/** What a test needs, and whether it is there. */
export type Need = readonly [what: string, found: boolean];

/**
 * Declares a test that needs the runtimes.
 *
 * @param name What is tested, a sentence.
 * @param needs What it needs besides.
 * @param body The test; it is given the folder of the runtimes.
 */
export function runtimeTest(
  name: string,
  needs: readonly Need[],
  body: (modules: string) => Promise<void>,
): void {
  const missing = [["tools/runtimes", modules !== undefined] as const, ...needs]
    .find(([, found]) => !found);
  Deno.test({
    name: missing === undefined ? name : `${name} (needs ${missing[0]})`,
    ignore: missing !== undefined,
    fn: patient(LONGEST, () => body(modules!)),
  });
}
