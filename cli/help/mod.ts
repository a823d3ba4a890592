/**
 * Usage texts of the program, of objects and of link kinds.
 *
 * They are loaded only where one is shown.
 *
 * @module
 */

import { findCommand, namesOfObject, objectNames } from "../commands.ts";
import type { Help } from "../parse/errors.ts";
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
  if (typeof help !== "string") return await usageOf(help.of, help.form);
  const load = findCommand(help);
  if (typeof load === "string") {
    throw new Error(`Cannot show the usage of "${help}": it is ${load}`);
  }
  const { command } = await load();
  return await usageOf(`ip ${namesOfObject(help).join("|")}`, command.form);
}

/** Usage of the whole program. */
function programUsage(): Promise<string> {
  return usageOf("ip", [
    { maybe: { name: "OPTIONS", means: { oneOf: optionForms() } } },
    { name: "OBJECT", means: `{ ${objectNames().join(" | ")} }` },
    "{ COMMAND | help }",
  ]);
}
