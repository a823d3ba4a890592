/**
 * Tests that talk to the running kernel.
 *
 * Each runs in a network namespace of its own, so that it sees nothing of the
 * machine's links and leaves nothing behind. Where something that it needs is
 * missing, it is ignored, and its name has the reason.
 *
 * @module
 */
import { hasFamily } from "./family.ts";
import { isAtLeast, judgeEnvironment, judgeIsAtLeast } from "./judge.ts";
import { kernelAnswers } from "./kernel.ts";
import { type Feature, hasFeature, hasLinkKind } from "./link_kind.ts";
import type { Body } from "./patience.ts";
import { canMakeNamespaces, inNewNamespace } from "./namespace.ts";
import { patient } from "./patience.ts";

/**
 * What a live test may need: the full kernel of `tools/kernel-vm`, no virtual
 * machine (the kernel does not matter, and starting many programs takes long in
 * one), programs that start within a second (those of User-Mode Linux before
 * 6.16, which traces them, take several), a kernel version, a link kind that can be created, an option that kinds
 * have in some kernels only, a family of generic netlink, a program, or a
 * version of the `ip` that ours is compared with.
 */
export type Need =
  | "vm"
  | "no virtual machine"
  | "quick starts"
  | `kernel ${number}.${number}`
  | `kind ${string}`
  | `feature ${Feature}`
  | `family ${string}`
  | `command ${string}`
  | `ip ${number}.${number}`
  | `file ${string}`;

/** Release of the kernel that `tools/kernel-vm` runs, if this is inside. */
export const virtualMachine: string | undefined = Deno.env.get("KERNEL_VM");

let namespaces: boolean | undefined;

/** Returns why live tests cannot run here, or `undefined` if they can. */
export function reasonAgainstLive(): string | undefined {
  if (!kernelAnswers) return "needs a kernel that answers";
  namespaces ??= canMakeNamespaces();
  return namespaces ? undefined : "needs root on Linux";
}

/** Returns which need is not met, in words, or `undefined` if all are. */
export function unmet(needs: readonly Need[]): string | undefined {
  const reason = reasonAgainstLive();
  if (reason !== undefined) return reason;
  for (const need of needs) {
    if (!isAvailable(need)) return `needs ${need}`;
  }
  return undefined;
}

/**
 * Declares a test that runs in a new network namespace.
 *
 * @param name What is tested, a sentence.
 * @param options What it needs, and how many seconds it may take.
 * @param body The test.
 */
export function liveTest(
  name: string,
  { needs = [], seconds }: { needs?: readonly Need[]; seconds?: number },
  body: () => void | Promise<void>,
): void {
  const reason = unmet(needs);
  const fn = () => inNewNamespace(body);
  Deno.test({
    name: reason === undefined ? name : `${name} (${reason})`,
    ignore: reason !== undefined,
    fn: seconds === undefined ? fn : patient(seconds, fn),
  });
}

/**
 * Declares a test that asks the kernel something, in whatever namespace, and
 * changes nothing.
 *
 * @param name What is tested, a sentence.
 * @param body The test.
 */
export function kernelTest(name: string, body: Body): void {
  Deno.test({
    name: kernelAnswers ? name : `${name} (needs a kernel that answers)`,
    ignore: !kernelAnswers,
    fn: body,
  });
}

/**
 * Runs a program in the current namespace.
 *
 * @param words The program and its arguments.
 * @returns What it wrote on standard output.
 * @throws {Error} If it failed; the message has what it wrote on standard
 * error.
 */
export function sh(...words: [string, ...string[]]): string {
  return execute(words, {});
}

/**
 * Runs many commands of `ip` in one process, as starting one takes long in some
 * virtual machines.
 *
 * @param lines The commands, without `ip`.
 * @throws {Error} If one failed; the message has what it wrote on standard
 * error.
 */
export function ipBatch(lines: readonly string[]): void {
  const file = Deno.makeTempFileSync({ prefix: "netlink-ip-" });
  try {
    Deno.writeTextFileSync(file, lines.map((line) => `${line}\n`).join(""));
    sh("ip", "-batch", file);
  } finally {
    Deno.removeSync(file);
  }
}

/**
 * Runs a program for which `ip` is the one that ours is compared with. The test
 * needs `ip` of a version.
 *
 * @param words The program and its arguments.
 * @returns What it wrote on standard output.
 * @throws {Error} If it failed; the message has what it wrote on standard
 * error.
 */
export function shWithJudge(...words: [string, ...string[]]): string {
  return execute(words, judgeEnvironment());
}

function execute(
  words: [string, ...string[]],
  env: Record<string, string>,
): string {
  const [program, ...args] = words;
  const { success, stdout, stderr } = new Deno.Command(program, { args, env })
    .outputSync();
  if (!success) {
    const reason = new TextDecoder().decode(stderr).trim();
    throw new Error(`Cannot run ${words.join(" ")}: ${reason}`);
  }
  return new TextDecoder().decode(stdout);
}

function isAvailable(need: Need): boolean {
  const [what, value = ""] = need.split(" ");
  switch (what) {
    case "kernel":
      return isAtLeast(Deno.osRelease(), value);
    case "kind":
      return hasLinkKind(value);
    case "feature":
      return hasFeature(value as Feature);
    case "family":
      return hasFamily(value);
    case "ip":
      return judgeIsAtLeast(value);
    case "command":
      return hasCommand(value);
    case "file":
      return exists(value);
    case "quick":
      return virtualMachine === undefined || isAtLeast(virtualMachine, "6.16");
    case "no":
      return virtualMachine === undefined;
    default:
      return virtualMachine !== undefined;
  }
}

/** Returns whether a program is on the path. */
export function hasCommand(name: string): boolean {
  const path = Deno.env.get("PATH") ?? "";
  return path.split(":").some((folder) => exists(`${folder}/${name}`));
}

function exists(path: string): boolean {
  try {
    Deno.statSync(path);
    return true;
  } catch {
    return false;
  }
}
