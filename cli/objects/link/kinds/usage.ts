/**
 * What may follow `type KIND`, and `ip link help KIND`.
 *
 * @module
 */

import type { Argument, Cases, Form } from "../../../parse/form.ts";
import { usage } from "../../../parse/errors.ts";
import { usageOf } from "../../../help/usage.ts";
import { takes } from "../../../parse/arguments.ts";
import type { Command } from "../../../runtime/context.ts";
import { isKind, KIND_NAMES, kindOf, loadKind } from "./mod.ts";

/** A kind, and its settings. */
export const KIND: Cases = {
  name: "TYPE",
  rest: "ARGS",
  cases: Object.fromEntries(
    KIND_NAMES.map((name) => [name, () => formOf(name)]),
  ),
  brief: true,
};

/** A kind alone. */
export const KIND_NAME: Argument = {
  name: "TYPE",
  means: `{ ${KIND_NAMES.join(" | ")} }`,
};

async function formOf(name: string): Promise<Form | undefined> {
  await loadKind(name);
  return kindOf(name)?.parse?.form;
}

/**
 * Makes the usage of a kind.
 *
 * @param name Its name.
 * @returns The text, or `undefined` if it has no keywords of its own and no
 * usage.
 */
export async function usageOfKind(name: string): Promise<string | undefined> {
  const form = await formOf(name);
  const { usage } = kindOf(name) ?? {};
  if (form === undefined && usage === undefined) return undefined;
  return await usageOf(usage ?? `... ${name}`, form);
}

/** Runs `ip link help [ TYPE ]`. */
export const help: Command = takes(
  { maybe: KIND_NAME },
  async (args, { io }) => {
    const name = args.peek();
    if (name === undefined || !isKind(name)) throw usage("link");
    const text = await usageOfKind(name);
    if (text === undefined) throw usage("link");
    io.out(text);
    return 0;
  },
);
