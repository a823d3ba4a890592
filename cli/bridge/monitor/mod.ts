/**
 * `bridge monitor`.
 *
 * @module
 */

import { exit, usage } from "../../parse/errors.ts";
import { type Arguments, matches, takes } from "../../parse/grammar.ts";
import type { Command } from "../../runtime/context.ts";
import type { Selection } from "./selection.ts";

const FORM = "[ file FILE | link | fdb | mdb | vlan | vni | all ]";

/** What can be watched by the start of its name, in the order of trying. */
const WATCHED = ["link", "fdb", "mdb", "vlan"] as const;

/** Runs `bridge monitor`. */
export const command: Command = takes(FORM, async (args, context) => {
  const { file, selection } = parseSelection(args);
  if (file !== undefined) {
    const { replay } = await import("./file.ts");
    return await replay(context, file, selection);
  }
  const { listen } = await import("./listen.ts");
  return await listen(context, selection);
});

function parseSelection(
  args: Arguments,
): { file: string | undefined; selection: Selection } {
  let file: string | undefined;
  const objects = new Set<string>();
  let all = true;
  let label = false;
  while (args.left > 0) {
    const arg = args.take();
    const name = WATCHED.find((name) => matches(arg, name));
    if (matches(arg, "file")) file = args.take();
    else if (name !== undefined || arg === "vni") {
      objects.add(name ?? arg);
      all = false;
    } else if (arg === "all") {
      objects.add("vlan").add("vni");
      all = label = true;
    } else if (matches(arg, "help")) throw usage("monitor");
    else {
      throw exit(
        255,
        `Argument "${arg}" is unknown, try "bridge monitor help".`,
      );
    }
  }
  if (all) objects.add("link").add("fdb").add("mdb");
  return { file, selection: { objects, label } };
}
