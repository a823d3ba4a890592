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
import { type Arguments, fits, type Step } from "../../parse/grammar.ts";
import type { Form } from "../../parse/form.ts";
import type { Io } from "../../runtime/io.ts";
import { errorText } from "../../../messages/errno.ts";
import { SocketError } from "../../../socket/error.ts";
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
    fd = await takeProgram(arg, args, context.io);
    spec.descriptors.push(fd);
  }
  spec.message.attributes.xdp = { fd, ...flags !== 0 && { flags } };
  if (mode === "xdpoffload" && spec.deviceIsName) delete spec.device;
}

/** Takes where a program is, and opens it. */
async function takeProgram(
  arg: string,
  args: Arguments,
  io: Io,
): Promise<number> {
  const isObject = fits(arg, "object-file*");
  if (!isObject && !fits(arg, "object-pinned* pinned* fd*")) {
    throw exit(255, `What mode is "${arg}"?`);
  }
  const path = args.take();
  for (const option of ["section*", "program"]) {
    if (args.takeIf(option)) args.take();
  }
  args.takeIf("verbose*");
  if (isObject) {
    const { problemOfObject } = await import("../../names/bpf_object.ts");
    const problem = await problemOfObject(path, io);
    if (problem !== undefined) throw exit(255, problem.text);
    throw exit(255, `Cannot load XDP program: "${path}" needs libbpf`);
  }
  const { openPinned } = await import("../../names/bpf.ts");
  try {
    return openPinned(path);
  } catch (error) {
    throw exit(
      255,
      `Couldn't retrieve pinned program '${path}': ${reason(error)}`,
    );
  }
}

function reason(error: unknown): string {
  if (!(error instanceof SocketError)) throw error;
  return errorText(error.errno);
}
