/**
 * `tc exec`: what there is to do with kinds besides traffic control.
 *
 * @module
 */

import { fail } from "../../parse/errors.ts";
import { matches, takes } from "../../parse/arguments.ts";
import type { Command } from "../../runtime/context.ts";
import { usageIn } from "../../program.ts";
import { BPF_FORM, runBpf } from "./bpf.ts";

/** The most characters of the name of a kind. */
const LONGEST = 15;

/** Runs what a kind has. */
export const command: Command = takes(
  {
    name: "EXEC_TYPE",
    rest: "{ help | OPTIONS }",
    brief: true,
    cases: { bpf: BPF_FORM },
  },
  async (args, context) => {
    if (args.left === 0) {
      throw fail(255, 'No command given, try "tc exec help".');
    }
    const word = args.take();
    if (matches(word, "help")) throw usageIn(context.program, "exec");
    const kind = word.slice(0, LONGEST);
    if (kind === "bpf") return await runBpf(args, context);
    const option = args.peek();
    if (option === undefined) return 0;
    throw fail(
      255,
      `Unknown exec "${kind}", hence option "${option}" is unparsable`,
    );
  },
);
