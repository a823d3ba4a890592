/**
 * Uses the npm package in Node and Bun as anybody would.
 *
 * @module
 */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { writePackage } from "../../tools/npm/package.ts";
import { kernelAnswers } from "../support/kernel.ts";
import { ALL_RUNTIMES, ROOT, run, runtimeTest, text } from "./runtimes.ts";

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
    for (const { name, program } of ALL_RUNTIMES) {
      const path = `${modules}/${program}`;
      const shown = await run(path, [
        `${installed}/bin/nip.js`,
        "link",
        "show",
      ]);
      assertEquals(text(shown.stdout), text(ours.stdout), name);
      assertEquals(text(shown.stderr), "", name);
      const started = await run(path, ["start.mjs"], { cwd: root });
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
      ], { cwd: root });
      assertEquals(success, true, text(stdout));
    }
  } finally {
    Deno.removeSync(root, { recursive: true });
  }
});
