/**
 * The modules of this project that need each other.
 *
 * @module
 */

import { assertEquals } from "@std/assert";
import { circles, type Import, importsOf } from "../support/circles.ts";

const ROOT = new URL("../../", import.meta.url);

/**
 * The end of a virtual Ethernet link has a link at its other end, whose message
 * is described by the same schemas.
 */
const PEERS = [
  "messages/link/info.ts",
  "messages/link/kinds/mod.ts",
  "messages/link/kinds/netkit.ts",
  "messages/link/kinds/veth.ts",
  "messages/link/kinds/vxcan.ts",
  "messages/link/link.ts",
];

function imports(...from: (readonly [string, boolean])[]): Import[] {
  return from.map(([from, isType]) => ({ from, isType }));
}

async function importsOfProject(): Promise<Map<string, Import[]>> {
  const all = new Map<string, Import[]>();
  async function add(path: string): Promise<void> {
    const source = await Deno.readTextFile(new URL(path, ROOT));
    all.set(path, importsOf(path, source));
  }
  async function addFolder(folder: string): Promise<void> {
    for await (
      const { name, isDirectory } of Deno.readDir(new URL(folder, ROOT))
    ) {
      if (isDirectory) await addFolder(`${folder}${name}/`);
      else if (name.endsWith(".ts")) await add(folder + name);
    }
  }
  for (const folder of ["api/", "cli/", "messages/", "socket/", "ynl/"]) {
    await addFolder(folder);
  }
  for await (const { name } of Deno.readDir(ROOT)) {
    if (name.endsWith(".ts")) await add(name);
  }
  return all;
}

Deno.test("Modules import no values in circles, but for ends of links", async () => {
  assertEquals(circles(await importsOfProject(), false), [PEERS]);
});

Deno.test("Modules import types in few circles", async () => {
  const found = circles(await importsOfProject(), true);
  const names = found.map((circle) => circle.join(" "));
  assertEquals(names.length <= 2, true, names.join("\n"));
});

Deno.test("Folders of api/ import each other one way, but for links of WireGuard", async () => {
  // Kinds are parts of what they are kinds of; modules in none are entries.
  const folderOf = (path: string) => /^api(?:\/[^/]+(?=\/))?/.exec(path)?.[0];
  const folders = new Map<string, Import[]>();
  for (const [path, imports] of await importsOfProject()) {
    const folder = folderOf(path);
    if (folder === undefined) continue;
    const others = imports.flatMap(({ from, isType }) => {
      const other = folderOf(from);
      return other === undefined || other === folder
        ? []
        : [{ from: other, isType }];
    });
    folders.set(folder, [...folders.get(folder) ?? [], ...others]);
  }
  assertEquals(circles(folders, true), [["api/link", "api/wireguard"]]);
});

Deno.test("importsOf() sets types apart from values", () => {
  const source = `
import { type A, b } from "./mixed.ts";
import {
  type C,
  type D,
} from "../types.ts";
import type { E } from "./type.ts";
import * as f from "./all.ts";
import "./effects.ts";
import { g } from "@std/assert";
export * from "./again.ts";
export type { H } from "./type_again.ts";
// import { i } from "./comment.ts";
`.trimStart();
  assertEquals(
    importsOf("a/b/c.ts", source),
    imports(
      ["a/b/mixed.ts", false],
      ["a/types.ts", true],
      ["a/b/type.ts", true],
      ["a/b/all.ts", false],
      ["a/b/effects.ts", false],
      ["a/b/again.ts", false],
      ["a/b/type_again.ts", true],
    ),
  );
});

Deno.test("circles() finds circles of types only where asked", () => {
  const all = new Map([
    ["a", imports(["b", false], ["d", false])],
    ["b", imports(["c", true])],
    ["c", imports(["a", false])],
    ["d", imports(["e", false])],
    ["e", imports(["d", false], ["f", false])],
    ["f", imports()],
  ]);
  assertEquals(circles(all, false), [["d", "e"]]);
  assertEquals(circles(all, true), [["a", "b", "c"], ["d", "e"]]);
});
