/**
 * `encap bpf`: BPF programs, which have to be pinned to files.
 *
 * @module
 */

import {
  type BpfEncap,
  bpfEncap,
  type BpfEncapProgram,
} from "../../../../messages/route/encap/bpf.ts";
import { exit, invalidArgument } from "../../../parse/errors.ts";
import type { Argument } from "../../../parse/form.ts";
import type { Arguments } from "../../../parse/grammar.ts";
import { unsigned } from "../../../parse/numbers.ts";
import type { Setting, SettingNames } from "../../link/kinds/setting.ts";
import type { Context } from "../../../runtime/context.ts";
import type { PinnedProgram } from "../../../names/bpf_file.ts";
import { type EncapKind, encapOfSettings, help } from "./kind.ts";

const BPF: Argument = {
  name: "BPF",
  means: "{ obj FILE [ section NAME ] [ verbose ] | pinned FILE }",
};

type Direction = "input" | "output" | "transmit";

/** BPF programs. */
export const kind: EncapKind<BpfEncap> = encapOfSettings(bpfEncap, {
  input: program("in", "input"),
  output: program("out", "output"),
  transmit: program("xmit", "transmit"),
  transmitHeadroom: {
    word: "headroom SIZE",
    take: (encap, { args }) => {
      const arg = args.take();
      const headroom = unsigned(arg, 32);
      if (!headroom) throw invalidArgument("headroom is invalid\n", arg);
      encap.transmitHeadroom ??= headroom;
    },
    print: ({ printer }, { json }, size) =>
      printer.value(json, size, ` ${size} `),
  },
}, { repeats: true, keywords: { help: help("bpf", () => kind) } });

function program(
  word: string,
  property: Direction,
): Setting<BpfEncap, BpfEncapProgram> {
  return {
    word,
    argument: BPF,
    take: async (encap, { args, context }) => {
      encap[property] = { ...await takeProgram(args, context) };
    },
    print: printProgram,
  };
}

/**
 * Takes the file of a program, and opens it.
 *
 * @param args The arguments.
 * @param context The command line that they are of.
 * @returns The program: its descriptor and its name.
 * @throws {CommandError} If there is no such program, or it is in an object
 * file.
 */
export async function takeProgram(
  args: Arguments,
  context: Context,
): Promise<PinnedProgram> {
  const { takeProgramFile } = await import("../../../names/bpf_file.ts");
  const program = await takeProgramFile(args.take(), args, context);
  if (!("text" in program)) return program;
  const { errorText } = await import("../../../../messages/errno.ts");
  const reason = errorText(program.errno);
  throw exit(255, `${program.text}\nFailed to parse eBPF program: ${reason}`);
}

/**
 * Prints the name of a program.
 *
 * @param names What it is for, in JSON.
 * @param program The program.
 */
export function printProgram(
  { printer }: Context,
  { json }: SettingNames,
  { name }: Pick<BpfEncapProgram, "name">,
): void {
  const text = name === undefined ? "" : `${name} `;
  printer.value(json, name ?? "<unknown>", `${json} ${text}`);
}
