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

/** What a program makes for iproute2's scripts. */
const MESSAGE = "tests/ip/link/dev_wo_vf_rate.nl";

/** The files of iproute2's library that this program needs. */
const LIBRARY = [
  ...["color", "json_print", "json_print_math", "json_writer", "libnetlink"],
  ...["rt_names", "utils", "utils_math"],
];

/** The folders that this library is compiled with. */
const FOLDERS = ["CONF_ETC_DIR", "CONF_USR_DIR", "ARPDDIR", "NETNS_RUN_DIR"];

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
    compileNettest(`${tests}.new`);
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
  if (!exists(`${folder}/${MESSAGE}`)) makeMessage(Deno.realPathSync(sources));
  return Deno.realPathSync(folder);
}

/**
 * Finds `ping`, without which the kernel's scripts count connections as failed.
 *
 * @param offline Whether nothing may be downloaded.
 * @returns The folder that it is in, if it can be had.
 */
export function folderOfPing(offline: boolean): string[] {
  try {
    return [`${unpacked(offline, "debian", "iputils-ping", "3", "ping")}/bin`];
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    return [];
  }
}

/** Compiles what the kernel's scripts test connections with. */
function compileNettest(tests: string): void {
  const program = `${tests}/net/nettest`;
  compile(program, [
    ...["", "/kselftest"].map((part) => `-I${tests}${part}`),
    `${program}.c`,
  ]);
}

/** Makes the message that one of iproute2's scripts has printed. */
function makeMessage(sources: string): void {
  const program = Deno.makeTempFileSync();
  try {
    const compiled = compile(program, [
      ...["-w", "-D_GNU_SOURCE", "-DHAVE_SETNS", "-DCONF_COLOR=0"],
      // only part of the library is needed, and none of its folders
      ...["-ffunction-sections", "-Wl,--gc-sections"],
      ...FOLDERS.map((name) => `-D${name}=""`),
      ...["", "/uapi"].map((part) => `-I${sources}/include${part}`),
      ...["-include", `${sources}/include/uapi/linux/netlink.h`],
      `${sources}/testsuite/tools/generate_nlmsg.c`,
      ...LIBRARY.map((name) => `${sources}/lib/${name}.c`),
    ]);
    if (compiled) run(program, [], `${sources}/testsuite`);
  } finally {
    Deno.removeSync(program);
  }
}

/** Without a compiler, the scripts skip, or fail, what needs the program. */
function compile(program: string, words: readonly string[]): boolean {
  try {
    run("cc", ["-O1", "-o", program, ...words]);
    return true;
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    return false;
  }
}

function run(program: string, args: string[], cwd = "."): void {
  try {
    const { success, stderr } = new Deno.Command(program, { args, cwd })
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
