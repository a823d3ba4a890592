/**
 * Keywords about programs that a link runs for each packet it receives (XDP).
 *
 * @module
 */

import {
  XDP_FLAGS_UPDATE_IF_NOEXIST,
  XDP_MODES,
} from "../../../messages/link/xdp.ts";
import { exit, incomplete } from "../../parse/errors.ts";
import type { Step } from "../../parse/grammar.ts";
import type { Form } from "../../parse/form.ts";
import type { LinkArguments } from "./parse_link.ts";

/** How the program is attached (`XDP_FLAGS_*`). */
const MODES: Readonly<Record<string, number>> = {
  xdp: 0,
  xdpgeneric: XDP_MODES.generic,
  xdpdrv: XDP_MODES.driver,
  xdpoffload: XDP_MODES.offload,
};

/** What may follow `xdp` and the like. */
export const PROGRAM: Form =
  "{ off | none | object FILE [ { section | program } NAME ] [ verbose ] | pinned FILE }";

/**
 * Takes what is to become of the program: `off`, or `pinned` and the file that
 * it is pinned to.
 *
 * @param spec What the arguments set.
 * @param step The argument, and those after it.
 * @throws {CommandError} If the program cannot be opened, or is in an object
 * file.
 */
export async function takeXdp(
  spec: LinkArguments,
  { word: mode, args, context }: Step,
): Promise<void> {
  const flags = MODES[mode]! |
    (context.options.force ? 0 : XDP_FLAGS_UPDATE_IF_NOEXIST);
  if (args.left === 0) throw incomplete();
  if (mode === "xdpoffload") {
    const index = await context.links.indexOf(spec.device ?? "");
    if (index === 0) throw incomplete();
  }
  const arg = args.take();
  let fd = -1;
  if (args.left > 0 || arg !== "off" && arg !== "none") {
    const { takeProgramFile } = await import("../../names/bpf_file.ts");
    const program = await takeProgramFile(arg, args, context);
    if ("text" in program) throw exit(255, program.text);
    fd = program.descriptor;
  }
  spec.message.attributes.xdp = { fd, ...flags !== 0 && { flags } };
  if (mode === "xdpoffload" && spec.deviceIsName) delete spec.device;
}
