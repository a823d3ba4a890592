/**
 * What may follow `type KIND`, and `ip link help KIND`.
 *
 * @module
 */

import type { Argument, Cases, Form } from "../../../parse/form.ts";
import { usage } from "../../../parse/errors.ts";
import { takes } from "../../../parse/words.ts";
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

/** Runs `ip link help [ TYPE ]`. */
export const help: Command = takes(
  { maybe: KIND_NAME },
  async (words, { io }) => {
    const name = words.peek();
    if (name === undefined || !isKind(name)) throw usage("link");
    await loadKind(name);
    const text = kindOf(name)?.help;
    if (text === undefined) throw usage("link");
    io.out(text);
    return 0;
  },
);
