/**
 * `ip vrf exec`.
 *
 * @module
 */

import { isVrf } from "../route/vrf.ts";
import type { Command } from "../../runtime/context.ts";
import { fail } from "../../parse/errors.ts";
import { takes } from "../../parse/grammar.ts";

/**
 * Reports why no program is run in a VRF: its sockets would have to be bound to
 * the VRF's device by a BPF program.
 */
export const exec: Command = takes(["[ NAME:device ]", {
  many: { name: "cmd" },
}], async (args, context) => {
  if (args.left < 1) throw fail(1, "No VRF name specified");
  if (args.left < 2) throw fail(1, "No command specified");
  const name = args.take();
  const program = args.take();
  if (name !== "default" && !await isVrf(name, context)) {
    throw fail(255, "Invalid VRF name");
  }
  throw fail(
    255,
    `Cannot run ${program} in VRF ${name}: this program loads no BPF programs`,
  );
});
