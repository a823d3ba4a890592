/**
 * Runs the test scripts of others for `ip`, with the real one and with ours, and
 * compares which tests pass:
 *
 *     deno run -A tools/selftests.ts [-n] [-q] [-i FOLDER] [-o FOLDER] [-t TESTS] [NAME…]
 *
 * These are the kernel's own (`tools/testing/selftests/net`), each of which has a
 * NAME, and those of iproute2, together called `iproute2`. They come from Debian's
 * packages of sources, and run in User-Mode Linux, with both programs at once.
 *
 * - `-n` downloads nothing: what is not here is skipped.
 * - `-q` takes the emulator, which is slower, and has kinds of links that User-Mode
 *   Linux lacks.
 * - `-i` has the sources of iproute2, instead of those of Debian.
 * - `-t` names the parts of a script of the kernel that are run, between spaces:
 *   `ipv4_fcnal ipv6_fcnal` of `fib_nexthops`.
 * - `-o` keeps what the scripts print, as NAME.real and NAME.ours.
 *
 * It fails if a test passes with the real `ip` and not with ours.
 *
 * @module
 */
import { parseArgs } from "@std/cli";
import { IPROUTE2 } from "../cli/program.ts";
import { buildProgram } from "./build/program.ts";
import { compareResults, parseResults } from "./selftests/results.ts";
import {
  IPROUTE2_SCRIPTS,
  iproute2Script,
  KERNEL_SCRIPTS,
  kernelScript,
  makePrograms,
  PROGRAMS,
  type Run,
  runScript,
  type Script,
} from "./selftests/scripts.ts";
import {
  folderOfPing,
  iproute2Scripts,
  kernelScripts,
  Unavailable,
  unpacked,
} from "./selftests/sources.ts";

const { offline, qemu, iproute2, output, tests, _: names } = parseArgs(
  Deno.args,
  {
    boolean: ["offline", "qemu"],
    string: ["iproute2", "output", "tests"],
    alias: { offline: "n", qemu: "q", iproute2: "i", output: "o", tests: "t" },
  },
);
const version = IPROUTE2.split(".").slice(0, 2).join(".");
const known: readonly string[] = [IPROUTE2_SCRIPTS, ...KERNEL_SCRIPTS];
for (const name of names) {
  if (known.includes(name)) continue;
  print(`selftests: no script ${name}: ${known.join(", ")}`);
  Deno.exit(64);
}

const machine = qemu ? "kernel-qemu" : "kernel-vm";
let passed = 0;
let failed = 0;
let skipped = 0;
let temporary: string | undefined;
try {
  const real = unpacked(
    offline,
    ...["debian", "iproute2", version, ...PROGRAMS] as const,
  ) + "/bin";
  // Not in /tmp, as the emulated machine has one of its own.
  temporary = Deno.makeTempDirSync({ dir: real, prefix: "selftests-" });
  await buildProgram(`${temporary}/dist`);
  makePrograms(`${temporary}/bin`, real, `${temporary}/dist/cli.js`);
  const ping = folderOfPing(offline);
  for (const name of names.length === 0 ? known : names) {
    const script = find(name);
    if (script === undefined) continue;
    const runs = await Promise.all([
      runScript(script, machine, [real, ...ping]),
      runScript(script, machine, [`${temporary}/bin`, ...ping]),
    ]);
    report(name, ...runs);
  }
} catch (error) {
  if (!(error instanceof Unavailable)) throw error;
  skip("all", error);
} finally {
  if (temporary !== undefined) Deno.removeSync(temporary, { recursive: true });
}
print(`${passed} passed, ${failed} failed, ${skipped} skipped`);
if (failed > 0) Deno.exitCode = 1;

function find(name: string): Script | undefined {
  try {
    return name === IPROUTE2_SCRIPTS
      ? iproute2Script(iproute2Scripts(offline, version, iproute2))
      : kernelScript(kernelScripts(offline), name, tests);
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    skip(name, error);
    return undefined;
  }
}

function skip(name: string, { message }: Unavailable): void {
  skipped++;
  print(`${name}: skipped: ${message}`);
}

/** Prints what is equal with both programs, and what is not. */
function report(name: string, real: Run, ours: Run): void {
  if (output !== undefined) {
    Deno.mkdirSync(output, { recursive: true });
    Deno.writeTextFileSync(`${output}/${name}.real`, real.output);
    Deno.writeTextFileSync(`${output}/${name}.ours`, ours.output);
  }
  const { equal, differences } = compareResults(
    parseResults(real.output),
    parseResults(ours.output),
  );
  const worse = differences.filter(({ real }) => real === "pass");
  passed += equal.pass;
  failed += worse.length;
  skipped += equal.skip;
  print(
    `${name}: with both ${equal.pass} pass, ${equal.fail} fail, ` +
      `${equal.skip} are skipped; ${differences.length} differ`,
  );
  for (const { name, real, ours } of differences) {
    print(`    ${name}: ${real} with the real ip, ${ours} with ours`);
  }
  if (real.code !== ours.code) {
    print(
      `    exit code: ${real.code} with the real ip, ${ours.code} with ours`,
    );
  }
  if (equal.pass === 0) {
    failed++;
    print(`    nothing passes:\n${real.output.slice(-2000)}`);
  }
}

function print(text: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(`${text}\n`));
}
