/**
 * The test scripts, and how they are run.
 *
 * @module
 */
import { LINUX } from "./sources.ts";

/** A script, or several that are run one after the other. */
export interface Script {
  /** What it is called on our command line. */
  readonly name: string;
  /** The folder that it is run in. */
  readonly folder: string;
  /** A command line. */
  readonly command: readonly string[];
}

/** What a script printed. */
export interface Run {
  /** Standard output and error. */
  readonly output: string;
  /** The exit code of the machine: 124 if it was ended after the limit. */
  readonly code: number;
}

/** Those of the kernel's scripts that are about `ip`. */
export const KERNEL_SCRIPTS = [
  "fib_rule_tests",
  "fib_nexthops",
  "fib_tests",
  "rtnetlink",
  "vrf_strict_mode_test",
  "test_vxlan_vnifiltering",
] as const;

/** The name of iproute2's own scripts, together. */
export const IPROUTE2_SCRIPTS = "iproute2";

/** The programs of iproute2 that scripts call. */
export const PROGRAMS = ["ip", "bridge", "tc", "ss"] as const;

const TOOLS = new URL("../", import.meta.url).pathname;

/** In seconds: there are scripts that start `ip` some thousand times. */
const LONGEST = 5400;

/**
 * What iproute2's makefile does, without its build: each script in a network
 * namespace of its own. One has failed if it leaves a file of errors. They are
 * root already, so that a sudo that only runs its command is enough.
 */
const EACH = `
export IP=ip TC=tc SS=ss BRIDGE=bridge DEV=lo
mkdir /run/programs
printf '#!/bin/sh\\nexec "$@"\\n' >/run/programs/sudo
chmod 755 /run/programs/sudo
export PATH="$PATH:/run/programs"
export ERRF=/run/errors STD_ERR=/run/stderr STD_OUT=/run/stdout
for test; do
  rm -f "$ERRF"
  unshare -n sh "$test"
  case $? in
    127) echo "SKIP: $test" ;;
    *) if [ -e "$ERRF" ]; then cat "$ERRF"; echo "FAIL: $test"
       else echo "PASS: $test"; fi ;;
  esac
done`;

/**
 * A script of the kernel.
 *
 * @param folder The folder of these scripts.
 * @param name Which one.
 * @param tests The parts of it that are run, if not all.
 * @returns How to run it.
 */
export function kernelScript(
  folder: string,
  name: string,
  tests?: string,
): Script {
  const part = tests === undefined ? [] : ["-t", tests];
  return { name, folder, command: ["bash", `./${name}.sh`, ...part] };
}

/** All scripts of iproute2 that are about `ip` or need it. */
export function iproute2Script(folder: string): Script {
  const tests = ["ip", "bridge"].flatMap((part) =>
    testsIn(folder, `tests/${part}`)
  );
  return {
    name: IPROUTE2_SCRIPTS,
    folder,
    command: ["sh", "-c", EACH, "sh", ...tests],
  };
}

function testsIn(folder: string, part: string): string[] {
  return [...Deno.readDirSync(`${folder}/${part}`)].toSorted((a, b) =>
    a.name < b.name ? -1 : 1
  ).flatMap(({ name, isDirectory }) =>
    isDirectory
      ? testsIn(folder, `${part}/${name}`)
      : name.endsWith(".t")
      ? [`${part}/${name}`]
      : []
  );
}

/**
 * Runs a script in a virtual machine.
 *
 * @param script Which one.
 * @param machine The program of `tools/` that has the machine.
 * @param programs The folders of the programs that it is to find first.
 * @returns What it printed.
 */
export async function runScript(
  { folder, command }: Script,
  machine: string,
  programs: readonly string[],
): Promise<Run> {
  const path = [...programs, "/usr/sbin", "/sbin", Deno.env.get("PATH")]
    .join(":");
  const { code, stdout } = await new Deno.Command("sh", {
    // one stream, so that errors stand where they happened
    args: [
      ...["-c", 'exec "$0" "$@" 2>&1', TOOLS + machine, "-k", LINUX],
      ...["-t", `${LONGEST}`, "--", ...command],
    ],
    cwd: folder,
    env: { PATH: path, LC_ALL: "C" },
  }).output();
  return { code, output: new TextDecoder().decode(stdout) };
}

/**
 * Makes a folder with the programs of iproute2, but our `ip`.
 *
 * @param folder Where to make it.
 * @param real The folder of the real ones.
 * @param program Our command line, built.
 */
export function makePrograms(
  folder: string,
  real: string,
  program: string,
): void {
  Deno.mkdirSync(folder);
  for (const name of PROGRAMS) {
    if (name !== "ip") Deno.symlinkSync(`${real}/${name}`, `${folder}/${name}`);
  }
  const words = [
    ...[Deno.execPath(), "run", "--no-config", "--no-lock"],
    ...["--allow-ffi", "--allow-read", "--allow-env", "--allow-run", program],
  ];
  Deno.writeTextFileSync(
    `${folder}/ip`,
    `#!/bin/sh\nexec ${words.map((word) => `'${word}'`).join(" ")} "$@"\n`,
    { mode: 0o755 },
  );
}
