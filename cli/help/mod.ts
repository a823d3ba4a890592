/**
 * Usage texts of the program, of objects and of link kinds.
 *
 * They are loaded only where one is shown.
 *
 * @module
 */

import {
  findCommand,
  objectNames,
  objectTable,
  otherNames,
} from "../program.ts";
import type { Help } from "../parse/errors.ts";
import type { Form } from "../parse/form.ts";
import { optionForms } from "../runtime/options.ts";
import type { Program } from "../runtime/context.ts";
import { usageOf } from "./usage.ts";

/**
 * Makes a usage text.
 *
 * @param help Whose usage.
 * @param program The program.
 * @returns The text, with its last line feed.
 * @throws {Error} If there is no such object.
 */
export async function usageText(help: Help, program: Program): Promise<string> {
  if (help === "") return await programUsage(program);
  if (typeof help !== "string" && "kind" in help) {
    const { usageOfKind } = await import("../objects/link/kinds/usage.ts");
    return await usageOfKind(help.kind) ??
      await usageText("link", program);
  }
  if (typeof help !== "string") return await usageOf(help.of, help.form);
  const load = findCommand(program, help);
  if (typeof load === "string") {
    throw new Error(`Cannot show the usage of "${help}": it is ${load}`);
  }
  const { command } = await load();
  const text = await usageOf(
    `${program.name} ${help}`,
    command.usage ?? command.form,
  );
  const others = otherNames(program, help);
  return others.length === 0
    ? text
    : `${text}       ${program.name} ${help} is also called ${
      others.join(", ")
    }\n`;
}

/**
 * What a command line looks like: options, an object, and what its command
 * takes.
 *
 * @param program The program.
 * @returns The form, which loads a command when its name has been read.
 */
export function programForm(program: Program): Form {
  const objects = Object.entries(objectTable(program)).map(([names, load]) => [
    names,
    { form: { later: async () => (await load()).command.form } },
  ]);
  return [{ options: optionForms(program.options) }, {
    oneOf: Object.fromEntries(objects),
  }];
}

/** Usage of the whole program. */
function programUsage(program: Program): Promise<string> {
  return usageOf(program.name, [
    {
      maybe: {
        name: "OPTIONS",
        means: { oneOf: optionForms(program.options) },
      },
    },
    { name: "OBJECT", means: `{ ${objectNames(program).join(" | ")} }` },
    "{ COMMAND | help }",
  ]);
}
