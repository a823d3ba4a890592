/**
 * Packs the npm package, and uses it in Node and Bun as anybody would.
 *
 * @module
 */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { build } from "rolldown";
import { writePackage } from "../../tools/npm/package.ts";
import { judgeIsAtLeast } from "../support/judge.ts";
import { kernelAnswers } from "../support/kernel.ts";
import { hasCommand, shWithJudge } from "../support/live.ts";
import {
  ALL_RUNTIMES,
  ROOT,
  run,
  type Runtime,
  runtimeTest,
  text,
} from "./runtimes.ts";

const NEEDS = [
  ["a kernel that answers", kernelAnswers],
  ["npm", hasCommand("npm")],
] as const;

/** The README's quick start: its first program. */
const QUICK_START = /```ts\n([^`]*)```/.exec(
  Deno.readTextFileSync(`${ROOT}README.md`).split("## Quick start")[1]!,
)![1]!;

const TYPED = `
import { Rtnetlink, type Link } from "@netlink/netlink";
import { decode } from "@netlink/netlink/messages";
import { openFamily } from "@netlink/netlink/ynl";
import "@netlink/netlink/devlink";
import "@netlink/netlink/ethtool";
import "@netlink/netlink/wireguard";
import "@netlink/netlink/wireless";
const net = Rtnetlink.open();
export const link: Link = await net.link.get("lo");
export const mtu: number | undefined = link.mtu;
export const messages = decode(new Uint8Array(0)).messages;
export const family: ReturnType<typeof openFamily> = openFamily("x.yaml");
// @ts-expect-error Links have no such property.
link.nothing;
`;

const LOADED = `
const { exports } = JSON.parse(process.argv[2]);
for (const name of Object.keys(exports)) {
  if (name !== "./package.json") await import("@netlink/netlink" + name.slice(1));
}
console.log("all loaded");
`;

/** How long the program below may take, in seconds. */
const LIMIT = "30";

const BUNDLED = `
import { Rtnetlink } from "@netlink/netlink";
(async () => {
  const net = Rtnetlink.open({ nonblocking: true });
  const [{ name }] = await net.link.list().toArray();
  const mirror = await net.mirror(["link"]);
  console.log(name, mirror.get("link", "lo").index);
  await mirror[Symbol.asyncDispose]();
  net[Symbol.dispose]();
})();
`;

let root: string | undefined;
let user: string | undefined;
globalThis.addEventListener("unload", () => {
  if (root !== undefined) Deno.removeSync(root, { recursive: true });
});

/** Runs a program that has to succeed, and returns what it prints. */
async function succeed(
  program: string,
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): Promise<string> {
  const { success, stdout, stderr } = await run(program, args, options);
  const words = [program, ...args].join(" ");
  assert(success, `${words}\n${text(stdout)}\n${text(stderr)}`);
  return text(stdout);
}

/** A folder in which the package has been installed, and nothing else. */
async function installed(modules: string): Promise<string> {
  if (user !== undefined) return user;
  root = Deno.makeTempDirSync({ prefix: "netlink-npm-" });
  writePackage(`${root}/npm`);
  const folder = `${root}/user`;
  Deno.mkdirSync(folder);
  const [name] = (await succeed("npm", ["pack", "--silent", "../npm"], {
    cwd: folder,
  })).trim().split("\n");
  const offline = "install --offline --no-audit --no-fund --silent".split(" ");
  await succeed("npm", [...offline, `./${name}`], { cwd: folder });
  // What npm would get from its registry.
  for (
    const name of ["koffi", "@koromix", "js-yaml", "argparse", "@types"].concat(
      "undici-types",
    )
  ) {
    const path = `${folder}/node_modules/${name}`;
    Deno.symlinkSync(`${modules}/${name}`, path);
  }
  Deno.writeTextFileSync(`${folder}/start.ts`, QUICK_START);
  Deno.writeTextFileSync(
    `${folder}/start.mjs`,
    QUICK_START.replace("using net", "const net") + "net[Symbol.dispose]();\n",
  );
  Deno.writeTextFileSync(`${folder}/typed.mts`, TYPED);
  Deno.writeTextFileSync(`${folder}/loaded.mjs`, LOADED);
  Deno.writeTextFileSync(`${folder}/program.mjs`, BUNDLED);
  return user = folder;
}

/** The command that runs a program of an installed package. */
function npx({ kind, program }: Runtime, modules: string): string[] {
  const path = `${modules}/${program}`;
  if (kind === "bun") return [path, "x", "--bun"];
  const npm = Deno.realPathSync(
    Deno.env.get("PATH")!.split(":").map((folder) => `${folder}/npm`)
      .find((path) => exists(path))!,
  );
  return [path, npm.replace(/npm-cli\.js$/, "npx-cli.js"), "--offline"];
}

function exists(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    return false;
  }
}

for (const runtime of ALL_RUNTIMES) {
  const { name, program, kind } = runtime;
  runtimeTest(
    `${name} runs the npm package: nip, the quick start, and all modules`,
    NEEDS,
    async (modules) => {
      const cwd = await installed(modules);
      const folder = `${modules}/${program}`.replace(/\/[^/]*$/, "");
      const env = { PATH: `${folder}:${Deno.env.get("PATH")}` };
      const [start, ...args] = npx(runtime, modules);
      const words = [...args, "nip", "link", "show"];
      const shown = await run(start!, words, { cwd, env });
      assertEquals(text(shown.stderr), "");
      assertEquals(text(shown.stdout), await expected());
      const started = await succeed(`${modules}/${program}`, [
        // The oldest takes no types without a flag, and has no `using`.
        name === "Node 22" ? "start.mjs" : "start.ts",
      ], { cwd });
      assertStringIncludes(started, "1 lo unknown 65536\n");
      const manifest = `${cwd}/node_modules/@netlink/netlink/package.json`;
      const loaded = await succeed(
        `${modules}/${program}`,
        ["loaded.mjs", Deno.readTextFileSync(manifest)],
        { cwd },
      );
      assertEquals(loaded, "all loaded\n", kind);
    },
  );
}

/** Makes a newer Node look like one that lacks even what finds its modules. */
const OLD_NODE = "data:text/javascript,process.getBuiltinModule = undefined;" +
  'Object.defineProperty(process, "versions", { value: { node: "18.20.8" } })';

runtimeTest(
  "nip of the npm package reports in one line that a Node is too old",
  NEEDS,
  async (modules) => {
    const cwd = await installed(modules);
    const nip = "node_modules/@netlink/netlink/bin/nip.js";
    const node = `${modules}/node22/bin/node`;
    const shown = await run(node, ["--import", OLD_NODE, nip, "link"], { cwd });
    assertEquals(
      text(shown.stderr),
      "Cannot open a netlink socket: Node 18.20.8 is too old, it has to be 22.3 or newer\n",
    );
    assertEquals(shown.code, 1);
  },
);

for (const [format, extension] of [["esm", "mjs"], ["cjs", "cjs"]] as const) {
  runtimeTest(
    `The npm package runs in a bundle that is one file (${format})`,
    NEEDS,
    async (modules) => {
      const cwd = await installed(modules);
      const file = `${cwd}/bundle.${extension}`;
      await build({
        cwd,
        input: `${cwd}/program.mjs`,
        platform: "node",
        logLevel: "silent",
        output: { file, format, codeSplitting: false },
      });
      for (const { name, program } of ALL_RUNTIMES) {
        // It gives its own modules to ES modules only.
        if (name === "Bun 1.2.0" && format === "cjs") continue;
        const words = [LIMIT, `${modules}/${program}`, file];
        const shown = await succeed("timeout", words, { cwd });
        assertEquals(shown, "lo 1\n", name);
      }
    },
  );
}

/** What `ip link show` prints; where it is another version, what ours does. */
async function expected(): Promise<string> {
  if (judgeIsAtLeast("7.3")) return shWithJudge("ip", "link", "show");
  const options = "run --no-check --allow-ffi --allow-read --allow-env";
  return await succeed(Deno.execPath(), [
    ...options.split(" "),
    `${ROOT}cli.ts`,
    "link",
    "show",
  ]);
}

for (
  const [name, options] of [
    ["nodenext", ["--module", "nodenext"]],
    ["bundler", ["--module", "esnext", "--moduleResolution", "bundler"]],
  ] as const
) {
  runtimeTest(
    `The npm package has types that TypeScript resolves by ${name}`,
    NEEDS,
    async (modules) => {
      const cwd = await installed(modules);
      const common =
        "--noEmit --strict --skipLibCheck false --target es2022 --types node";
      await succeed(`${modules}/node22/bin/node`, [
        `${modules}/typescript/bin/tsc`,
        ...common.split(" "),
        ...["--lib", "esnext,dom"],
        ...options,
        "typed.mts",
      ], { cwd });
    },
  );
}
