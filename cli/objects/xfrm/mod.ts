/**
 * `ip xfrm`: IPsec.
 *
 * @module
 */

import { usage } from "../../parse/errors.ts";
import { type Arguments, fits, takes } from "../../parse/arguments.ts";
import type { Command } from "../../runtime/context.ts";

/** What there is, in the order of trying. */
const OBJECTS: Readonly<Record<string, () => Promise<Command>>> = {
  "state* sa*": async () => (await import("./state/mod.ts")).command,
  "policy*": async () => (await import("./policy/mod.ts")).command,
  "monitor*": async () => (await import("./monitor.ts")).command,
};

/** Runs `ip xfrm`. */
export const command: Command = takes(
  [
    { name: "XFRM-OBJECT", means: "{ state | policy | monitor }" },
    "{ COMMAND | help }",
  ],
  async (args: Arguments, context) => {
    const arg = args.peek();
    const load = arg === undefined
      ? undefined
      : Object.entries(OBJECTS).find(([key]) => fits(arg, key))?.[1];
    if (load === undefined) throw usage("xfrm");
    args.take();
    return (await load())(args, context);
  },
);
