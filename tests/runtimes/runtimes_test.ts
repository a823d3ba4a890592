/**
 * Runs tests in Node and Bun, and uses the npm package there as anybody would.
 * The runtimes are those of `tools/runtimes`; no test downloads anything.
 *
 * @module
 */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { writePackage } from "../../tools/npm/package.ts";
import { kernelAnswers } from "../support/kernel.ts";
import { patient } from "../support/patience.ts";
import { compileTests } from "./compile.ts";

const ROOT = new URL("../../", import.meta.url).pathname;

/** A runtime, and what runs in it. */
interface Runtime {
  /** What people call it. */
  readonly name: string;
  /** Its program in the folder of `tools/runtimes`. */
  readonly program: string;
  /** Whether the tests of sockets run in it, besides those of the package. */
  readonly sockets: boolean;
}

const RUNTIMES: readonly Runtime[] = [
  { name: "Node 22", program: "node22/bin/node", sockets: false },
  { name: "Node 24", program: "node24/bin/node", sockets: false },
  { name: "Node 26", program: "node26/bin/node", sockets: true },
  { name: "Bun", program: "bun/bin/bun", sockets: true },
  { name: "Bun 1.2.0", program: "oldest-bun/bin/bun", sockets: false },
];

/** In seconds. */
const LONGEST = 900;

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function run(program: string, args: string[], cwd = ROOT) {
  return new Deno.Command(program, {
    args,
    cwd,
    env: { NO_COLOR: "1" },
    stdin: "null",
  }).output();
}

/** The folder of the runtimes, if they are there. */
async function findModules(): Promise<string | undefined> {
  const { success, stdout } = await run(`${ROOT}tools/runtimes`, ["--check"]);
  return success ? text(stdout).trim() : undefined;
}

const modules = await findModules();
function runtimeTest(
  name: string,
  needs: readonly (readonly [what: string, found: boolean])[],
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

let folder: string | undefined;

/** The folder of the compiled tests. */
function compiledTests(): string {
  if (folder === undefined) {
    folder = Deno.makeTempDirSync({ prefix: "netlink-runtimes-" });
    compileTests(folder, modules!);
    const made = folder;
    globalThis.addEventListener(
      "unload",
      () => Deno.removeSync(made, { recursive: true }),
    );
  }
  return folder;
}

for (const { name, program, sockets } of RUNTIMES) {
  if (!sockets) continue;
  runtimeTest(`${name} passes the tests of sockets`, [
    ["a kernel that answers", kernelAnswers],
  ], async (modules) => {
    const root = compiledTests();
    const files = [...Deno.readDirSync(`${root}/tests/socket`)]
      .filter(({ name }) => name.endsWith("_test.js"))
      .map(({ name }) => `${root}/tests/socket/${name}`);
    await pass(
      `${modules}/${program}`,
      [`${root}/tests/runtimes/run.js`, ...files.sort()],
      root,
    );
  });
}

/** Runs tests, which print what `deno test` prints. */
async function pass(
  program: string,
  args: string[],
  cwd: string,
): Promise<void> {
  const { success, stdout, stderr } = await run(program, args, cwd);
  const printed = text(stdout);
  assertEquals(success, true, `${printed}\n${text(stderr)}`);
  assertStringIncludes(printed, " passed | 0 failed");
}

const QUICK_START = `
import { Rtnetlink } from "@netlink/netlink";
const net = Rtnetlink.open();
for await (const link of net.link.list()) console.log(link.index, link.name);
net[Symbol.dispose]();
`;

const TYPED = `
import { Rtnetlink, type Link } from "@netlink/netlink";
import { decode } from "@netlink/netlink/messages";
const net = Rtnetlink.open();
export const link: Link = await net.link.get("lo");
export const mtu: number | undefined = link.mtu;
export const messages = decode(new Uint8Array(0)).messages;
// @ts-expect-error Links have no such property.
link.nothing;
`;

runtimeTest("The npm package works as installed", [
  ["a kernel that answers", kernelAnswers],
], async (modules) => {
  const root = Deno.makeTempDirSync({ prefix: "netlink-npm-" });
  try {
    const installed = `${root}/node_modules/@netlink/netlink`;
    writePackage(installed);
    for (const name of ["koffi", "@koromix", "@types", "undici-types"]) {
      Deno.symlinkSync(`${modules}/${name}`, `${root}/node_modules/${name}`);
    }
    Deno.writeTextFileSync(`${root}/start.mjs`, QUICK_START);
    Deno.writeTextFileSync(`${root}/typed.mts`, TYPED);
    const ours = await run(Deno.execPath(), [
      ..."run --no-check --allow-ffi --allow-read --allow-env".split(" "),
      `${ROOT}cli.ts`,
      "link",
      "show",
    ]);
    for (const { name, program } of RUNTIMES) {
      const path = `${modules}/${program}`;
      const shown = await run(path, [
        `${installed}/bin/nip.js`,
        "link",
        "show",
      ]);
      assertEquals(text(shown.stdout), text(ours.stdout), name);
      assertEquals(text(shown.stderr), "", name);
      const started = await run(path, ["start.mjs"], root);
      assertStringIncludes(text(started.stdout), "1 lo\n", name);
    }
    for (
      const resolution of [
        ["--module", "nodenext"],
        ["--module", "esnext", "--moduleResolution", "bundler"],
      ]
    ) {
      const { success, stdout } = await run(`${modules}/node22/bin/node`, [
        `${modules}/typescript/bin/tsc`,
        ..."--noEmit --strict --target es2022 --lib esnext,dom --types node"
          .split(" "),
        ...resolution,
        "typed.mts",
      ], root);
      assertEquals(success, true, text(stdout));
    }
  } finally {
    Deno.removeSync(root, { recursive: true });
  }
});
