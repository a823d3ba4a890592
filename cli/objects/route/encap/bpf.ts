/**
 * `encap bpf`: BPF programs, which have to be loaded already.
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
import { type Arguments, fits } from "../../../parse/grammar.ts";
import type { Io } from "../../../runtime/io.ts";
import { unsigned } from "../../../parse/numbers.ts";
import type { Setting, SettingNames } from "../../link/kinds/setting.ts";
import type { Context } from "../../../runtime/context.ts";
import { type EncapKind, encapOfSettings, help } from "./kind.ts";

const BPF: Argument = {
  name: "BPF",
  means: "obj FILE [ section NAME ] [ verbose ]",
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
      const descriptor = await takeProgram(args.take(), args, context.io);
      encap[property] = { descriptor, name: `fd ${descriptor}` };
    },
    print: printProgram,
  };
}

/**
 * Takes a program: `fd NUMBER`.
 *
 * @param source The first argument.
 * @param args The arguments after it.
 * @param io What reads files.
 * @returns The descriptor.
 * @throws {CommandError} If an argument is wrong.
 */
export async function takeProgram(
  source: string,
  args: Arguments,
  io: Io,
): Promise<number> {
  const arg = args.take();
  if (fits(source, "object-file* obj")) {
    const { problemOfObject } = await import("../../../names/bpf_object.ts");
    const problem = await problemOfObject(arg, io);
    if (problem !== undefined) {
      const { text, errno } = problem;
      const { errorText } = await import("../../../../messages/errno.ts");
      throw exit(
        255,
        `${text}\nFailed to parse eBPF program: ${errorText(errno)}`,
      );
    }
  }
  const descriptor = source === "fd" ? unsigned(arg, 32) : undefined;
  if (descriptor === undefined) {
    throw exit(
      255,
      `Cannot use ${source} ${arg}: only loaded programs can be used: fd NUMBER`,
    );
  }
  return descriptor;
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
