/**
 * Generated types: they are checked by the compiler, with programs that are
 * right and wrong.
 *
 * @module
 */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { generateTypes, loadSpec, resolve } from "@netlink/netlink/ynl";
import { correct } from "../../ynl/corrections.ts";
import { patient } from "../support/patience.ts";
import { SPEC_NAMES, specFile, specTest } from "../support/specs.ts";
import { trialSpec } from "../support/trial_spec.ts";

const TYPES = new URL("../../ynl/family_types.ts", import.meta.url);
const CONFIG = new URL("../../deno.json", import.meta.url).pathname;

/** Checks modules, and returns what the compiler reports. */
async function check(
  modules: Readonly<Record<string, string>>,
): Promise<string> {
  const folder = await Deno.makeTempDir();
  try {
    const files = Object.entries(modules).map(([name, text]) => {
      const file = `${folder}/${name}`;
      Deno.writeTextFileSync(file, text);
      return file;
    });
    const { code, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["check", "--quiet", "--config", CONFIG, ...files],
      env: { NO_COLOR: "1" },
    }).output();
    const text = new TextDecoder().decode(stderr);
    return code === 0 ? "" : text;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const USE = `
import { openFamily } from "@netlink/netlink/ynl";
import type { Color, Tree, Trial } from "./trial.ts";

export async function use() {
  using family = await openFamily<Trial>("trial.yaml");
  const { name, index } = await family.do("get", { index: 5 });
  const text: string | undefined = name;
  const nothing: undefined = await family.do("plant", { kind: "apple", apple: { seeds: 1 } });
  for await (const tree of family.dump("get")) console.log(tree.index);
  for await (const event of await family.events("news")) {
    if (event.kind === "event" && event.operation === "storm") console.log(event.values.seeds);
  }
  const { row, attributes } = await family.do("row-get", { row: 1 });
  const color: Color = "green";
  const tree: Tree = {
    color, colors: ["red"], total: 1n, branch: [{ index: index! }], present: true,
    rules: [{ key: 1, value: [{ key: 2, value: { seeds: 3 } }] }],
  };
  // @ts-expect-error there is no such operation
  await family.do("gte", {});
  // @ts-expect-error the operation takes no name
  await family.do("get", { name: 5 });
  // @ts-expect-error numbers of 64 bits are bigints
  const wrong: Tree = { total: 1 };
  // @ts-expect-error it is no number
  await family.do("plant", { kind: "apple", apple: { seeds: "1" } });
  console.log(wrong);
  console.log(text, nothing, row, attributes.seeds, tree);
}
`;

/** The compiler reads this whole package. */
const SLOW = 300;

Deno.test(
  "generateTypes() writes types that requests and replies fit",
  patient(SLOW, async () => {
    const text = generateTypes(trialSpec, { license: "MIT" });
    assert(
      text.startsWith("// SPDX-License-Identifier: MIT\n\n/**\n * Types of"),
    );
    assertStringIncludes(
      text,
      "/** What an orchard has. */\nexport interface Trial {",
    );
    assertEquals(await check({ "trial.ts": text, "use.ts": USE }), "");
  }),
);

specTest(
  "generateTypes() writes types of all specifications that compile",
  patient(SLOW, async () => {
    const modules: Record<string, string> = {};
    for (const name of SPEC_NAMES) {
      const { document, license } = await loadSpec(specFile(name));
      const spec = resolve(correct(document));
      modules[`${name}.ts`] = generateTypes(spec, { license: license! });
      const type = /export interface (\w+) \{\n {2}\/\*\* What can be done/
        .exec(modules[`${name}.ts`]!)![1];
      modules[`use_${name}.ts`] = `import type { FamilyTypes } from "${TYPES}";
      import type { ${type} } from "./${name}.ts";
      export const family: FamilyTypes = {} as ${type};\n`;
    }
    assertEquals(await check(modules), "");
  }),
);
