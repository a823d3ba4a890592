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
} from "../commands.ts";
import type { Help } from "../parse/errors.ts";
import type { Form } from "../parse/form.ts";
import { optionForms } from "../runtime/options.ts";
import { usageOf } from "./usage.ts";

/**
 * Makes a usage text.
 *
 * @param help Whose usage.
 * @returns The text, with its last line feed.
 * @throws {Error} If there is no such object.
 */
export async function usageText(help: Help): Promise<string> {
  if (help === "") return await programUsage();
  if (typeof help !== "string" && "kind" in help) {
    const { usageOfKind } = await import("../objects/link/kinds/usage.ts");
    return await usageOfKind(help.kind) ?? await usageText("link");
  }
  if (typeof help !== "string") return await usageOf(help.of, help.form);
  const load = findCommand(help);
  if (typeof load === "string") {
    throw new Error(`Cannot show the usage of "${help}": it is ${load}`);
  }
  const { command } = await load();
  const text = await usageOf(`ip ${help}`, command.form);
  const others = otherNames(help);
  return others.length === 0
    ? text
    : `${text}       ip ${help} is also called ${others.join(", ")}\n`;
}

/**
 * What a command line looks like: options, an object, and what its command
 * takes.
 *
 * @returns The form, which loads a command when its name has been read.
 */
export function programForm(): Form {
  const objects = Object.entries(objectTable()).map(([names, load]) => [
    names,
    { form: { later: async () => (await load()).command.form } },
  ]);
  return [{ options: optionForms() }, { oneOf: Object.fromEntries(objects) }];
}

/** Usage of the whole program. */
function programUsage(): Promise<string> {
  return usageOf("ip", [
    { maybe: { name: "OPTIONS", means: { oneOf: optionForms() } } },
    { name: "OBJECT", means: `{ ${objectNames().join(" | ")} }` },
    "{ COMMAND | help }",
  ]);
}
