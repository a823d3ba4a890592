/**
 * Runs the tests in Node and Bun, and compares what passes with what Deno runs.
 *
 * @module
 */
import { assertEquals } from "@std/assert";
import { parseHex } from "../../tools/capture/fixture.ts";
import { kernelAnswers } from "../support/kernel.ts";
import {
  inMachine,
  type Machine,
  reasonAgainstMachine,
} from "../support/machine.ts";
import { becameOf } from "./compare.ts";
import { compileTests } from "./compile.ts";
import type { Outcome } from "./declared.ts";
import { unusedExceptions } from "./exceptions.ts";
import { testFiles } from "../support/files.ts";
import {
  modules,
  type Need,
  ROOT,
  run,
  RUNTIMES,
  runtimeTest,
  text,
} from "./runtimes.ts";

/** In seconds; what hangs in a virtual machine fails. */
const LONGEST = 1800;

/**
 * How long a test may take where there is one processor, in seconds: Bun waits
 * in a thread, which takes turns with what is waited for.
 */
const ONE_PROCESSOR = 300;

/** Tests that run in each runtime. */
interface Part {
  /** What is tested, for the name of the test. */
  readonly what: string;
  /** Files and folders below `tests/`. */
  readonly tests: readonly string[];
  /** The virtual machine that they run in, if any. */
  readonly machine?: Machine;
}

/** What live tests and examples run in. */
const MACHINE: Machine = ["kernel-vm", "-k", "7.2", "-m", "2G"];

const parts: readonly Part[] = [
  {
    what: "codecs, the library and the command line",
    tests: ["messages", "api", "cli", "ynl"],
  },
  { what: "sockets", tests: ["socket"] },
  {
    what: "links, routes, monitors and what belongs to them, live",
    tests: [
      ..."links address route rule neighbor netns connection".split(" "),
      ..."monitor mirror verbs monitor_load shown_link".split(" "),
    ].map((name) => `live/${name}_test`),
    machine: MACHINE,
  },
  { what: "examples", tests: ["examples"], machine: MACHINE },
];

const NEEDS = [["a kernel that answers", kernelAnswers]] as const;

const folders: string[] = [];
globalThis.addEventListener("unload", () => {
  for (const folder of folders) Deno.removeSync(folder, { recursive: true });
});

/** Makes a folder that is there until the tests end. */
function temporary(): string {
  const folder = Deno.makeTempDirSync({ prefix: "netlink-runtimes-" });
  folders.push(folder);
  return folder;
}

let compiled: string | undefined;

/** The folder of the compiled tests. */
function compiledTests(): string {
  if (compiled === undefined) {
    compiled = `${temporary()}/compiled`;
    compileTests(compiled, modules!);
  }
  return compiled;
}

/** Runs a program that writes what tests there are, and what became of them. */
async function outcomes(
  command: readonly string[],
  report: string,
  machine?: Machine,
): Promise<Outcome[]> {
  const [program, ...args] = machine === undefined
    ? command
    : inMachine(machine, LONGEST, command);
  const { success, stdout, stderr } = await run(program!, args, {
    cwd: compiledTests(),
    env: {
      TEST_REPORT: report,
      ...machine !== undefined && { TEST_TIME_LIMIT: `${ONE_PROCESSOR}` },
    },
  });
  const printed = text(stdout);
  assertEquals(success, true, `${printed}\n${text(stderr)}`);
  // As .ci/run counts them.
  const last = /^ok \| .*$/m.exec(printed)?.[0];
  if (last !== undefined) {
    Deno.stdout.writeSync(new TextEncoder().encode(`${last}\n`));
  }
  return JSON.parse(Deno.readTextFileSync(report));
}

const listed = new Map<Part, Promise<Outcome[]>>();

/** What Deno runs of a part. */
function listedBy(part: Part): Promise<Outcome[]> {
  const found = listed.get(part) ?? list(part);
  listed.set(part, found);
  return found;
}

function list({ tests, machine }: Part): Promise<Outcome[]> {
  const report = `${temporary()}/tests.json`;
  const options = `run -A --no-check --config ${ROOT}deno.json`.split(" ");
  const script = `${ROOT}tests/runtimes/list.ts`;
  const files = testFiles(`${ROOT}tests`, tests, ".ts");
  return outcomes(
    [Deno.execPath(), ...options, script, report, ...files],
    report,
    machine,
  );
}

/** What the tests of a part need. */
function needsOf({ machine }: Part): Need[] {
  if (machine === undefined) return [...NEEDS];
  const what = `tools/${machine.join(" ")}`;
  return [...NEEDS, [what, reasonAgainstMachine(machine) === undefined]];
}

for (const part of parts) {
  for (const { name, program, kind } of RUNTIMES) {
    runtimeTest(
      `${name} passes the same tests as Deno: ${part.what}`,
      needsOf(part),
      async (modules) => {
        const root = compiledTests();
        const report = `${temporary()}/tests.json`;
        const ran = await outcomes(
          [
            ...[`${modules}/${program}`, `${root}/tests/runtimes/run.js`],
            ...testFiles(`${root}/tests`, part.tests, ".js"),
          ],
          report,
          part.machine,
        );
        const listed = await listedBy(part);
        assertEquals(
          becameOf(ran, listed, kind),
          becameOf(listed, listed, kind),
        );
      },
    );
  }
}

runtimeTest(
  "every exception is about a test",
  parts.flatMap(needsOf),
  async () => {
    const listed = (await Promise.all(parts.map(listedBy))).flat();
    const names = listed.map(({ file, name }) => `${file}: ${name}`);
    assertEquals(unusedExceptions(names), []);
  },
);

for (const { name, program, kind } of RUNTIMES) {
  if (kind !== "node") continue;
  runtimeTest(
    `messages need nothing but what browsers have, in the engine of ${name}`,
    [],
    async (modules) => {
      const [bytes] = parseHex(
        Deno.readTextFileSync(`${ROOT}tests/fixtures/link/dummy.hex`)
          .replaceAll(/\n{2,}/g, "\n"),
      );
      const { success, stdout, stderr } = await run(`${modules}/${program}`, [
        ...["--experimental-vm-modules", "--no-warnings"],
        `${compiledTests()}/tests/runtimes/web_only.js`,
        ...Array.from(bytes!, (byte) => byte.toString(16)),
      ]);
      assertEquals(success, true, text(stderr));
      assertEquals(text(stdout), "d0\n");
    },
  );
}
