/**
 * The scripts' sources, which are unpacked where `tools/debian` keeps packages.
 *
 * @module
 */

/** The kernel whose scripts are run, and which runs them. */
export const LINUX = "7.2";

const TOOLS = new URL("../", import.meta.url).pathname;

/** The kernel's tests of networking, and what they include. */
const PARTS = ["net", "kselftest"];

/** Something is not here; the message names it. */
export class Unavailable extends Error {
  /** `Unavailable`. */
  override readonly name = "Unavailable";
}

/**
 * Runs a program of `tools/` that prints a folder.
 *
 * @param offline Whether nothing may be downloaded.
 * @param tool Which program.
 * @param words Its arguments.
 * @returns The folder.
 * @throws {Unavailable} What the folder would have cannot be had.
 */
export function unpacked(
  offline: boolean,
  tool: string,
  ...words: readonly string[]
): string {
  const { code, stdout, stderr } = new Deno.Command(TOOLS + tool, {
    args: offline ? ["-n", ...words] : [...words],
  }).outputSync();
  const decoder = new TextDecoder();
  if (code === 0) return decoder.decode(stdout).trim();
  throw new Unavailable(decoder.decode(stderr).trim());
}

/**
 * Finds the kernel's scripts, and compiles the program that they need.
 *
 * @param offline Whether nothing may be downloaded.
 * @returns The folder of the scripts.
 * @throws {Unavailable} They cannot be had.
 */
export function kernelScripts(offline: boolean): string {
  const name = `linux-source-${LINUX}`;
  const folder = unpacked(
    offline,
    ...["debian", "-o", `^${name}$`, "linux-source", LINUX] as const,
  );
  const tests = `${folder}/selftests`;
  if (!exists(`${tests}/net/lib.sh`)) {
    const archive = `${folder}/root/usr/src/${name}.tar.xz`;
    Deno.mkdirSync(`${tests}.new`, { recursive: true });
    run("tar", [
      ...["-x", "--strip-components=4", "--no-same-owner", "-f", archive],
      ...["-C", `${tests}.new`],
      ...PARTS.map((part) => `${name}/tools/testing/selftests/${part}`),
    ]);
    compile(`${tests}.new`);
    Deno.renameSync(`${tests}.new`, tests);
    // It has 160 MB. Where the package is installed, root is a link.
    if (!Deno.lstatSync(`${folder}/root`).isSymlink) Deno.removeSync(archive);
  }
  return `${tests}/net`;
}

/**
 * Finds iproute2's scripts.
 *
 * @param offline Whether nothing may be downloaded.
 * @param version The version of iproute2.
 * @param sources Its sources, instead of those of Debian.
 * @returns The folder that the scripts are to be run in.
 * @throws {Unavailable} They cannot be had.
 */
export function iproute2Scripts(
  offline: boolean,
  version: string,
  sources: string | undefined,
): string {
  sources ??= `${unpacked(offline, "debian", "-s", "iproute2", version)}/root`;
  const folder = `${sources}/testsuite`;
  if (!exists(`${folder}/lib/generic.sh`)) {
    throw new Unavailable(`there is no testsuite in ${sources}`);
  }
  return folder;
}

/** Without a compiler, the scripts skip what is tested with this program. */
function compile(tests: string): void {
  const program = `${tests}/net/nettest`;
  try {
    run("cc", [
      ...["", "/kselftest"].map((part) => `-I${tests}${part}`),
      ...["-O1", "-o", program, `${program}.c`],
    ]);
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
  }
}

function run(program: string, args: string[]): void {
  try {
    const { success, stderr } = new Deno.Command(program, { args })
      .outputSync();
    if (success) return;
    throw new Unavailable(
      `${program}: ${new TextDecoder().decode(stderr).trim()}`,
    );
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new Unavailable(`not installed: ${program}`);
  }
}

function exists(path: string): boolean {
  try {
    Deno.statSync(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
