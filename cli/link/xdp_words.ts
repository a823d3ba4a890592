/**
 * Words about programs that a link runs for each packet it receives (XDP).
 *
 * @module
 */

import { exit, incomplete } from "../errors.ts";
import type { Step } from "../grammar.ts";
import type { LinkWords } from "./words.ts";

const XDP_FLAGS_UPDATE_IF_NOEXIST = 1 << 0;

/** How the program is attached (`XDP_FLAGS_*`). */
const MODES: Readonly<Record<string, number>> = {
  xdp: 0,
  xdpgeneric: 1 << 1,
  xdpdrv: 1 << 2,
  xdpoffload: 1 << 3,
};

/**
 * Takes what is to become of the program: `off`, or `pinned` and the file that
 * it is pinned to.
 *
 * @param spec What the words say.
 * @param step The words.
 * @throws {CommandError} If the program cannot be opened, or is in an object file.
 */
export async function takeXdp(
  spec: LinkWords,
  { word: mode, words, context }: Step,
): Promise<void> {
  const flags = MODES[mode]! |
    (context.options.force ? 0 : XDP_FLAGS_UPDATE_IF_NOEXIST);
  if (mode === "xdpoffload") {
    const index = await context.links.indexOf(spec.device ?? "");
    if (index === 0) throw incomplete();
  }
  const word = words.take();
  let fd = -1;
  if (word === "pinned") {
    const { openPinned } = await import("../bpf.ts");
    const path = words.take();
    fd = openPinned(path);
    if (fd < 0) {
      throw exit(255, `Couldn't retrieve pinned program '${path}'`);
    }
    spec.descriptors.push(fd);
  } else if (words.left > 0 || word !== "off" && word !== "none") {
    throw exit(255, `Cannot load XDP program: "${word}" needs libbpf`);
  }
  spec.message.attributes.xdp = { fd, ...flags !== 0 && { flags } };
  if (mode === "xdpoffload" && spec.deviceIsName) delete spec.device;
}
