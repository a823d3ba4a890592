/**
 * BPF programs of filters and actions: classic ones as numbers, and others by the
 * files that they are pinned to.
 *
 * @see {@link https://man7.org/linux/man-pages/man8/tc-bpf.8.html | tc-bpf(8)}
 *
 * @module
 */

import type { BpfInstruction } from "../../messages/tc/bpf_instruction.ts";
import { type Arguments, fits } from "../parse/arguments.ts";
import type { Form } from "../parse/form.ts";
import { strtoul } from "../parse/numbers.ts";
import type { Printer } from "../print/printer.ts";
import type { Context } from "../runtime/context.ts";

/** The form of a program. */
export const BPF_PROGRAM: Form =
  "{ bytecode BPF_BYTECODE | bytecode-file FILE | { object-file | object-pinned } FILE " +
  "[ section ACT_NAME ] [ program NAME ] [ export UDS_FILE ] [ verbose ] }";

/** A program that could not be loaded. */
export interface NotLoaded {
  /** Why, in lines. */
  readonly notLoaded: string;
}

/** A program. */
export interface TakenProgram {
  /** How many instructions it has. */
  instructionCount?: number;
  /** The instructions of a classic program. */
  instructions?: BpfInstruction[];
  /** Descriptor of a program that was pinned. */
  descriptor?: number;
  /** Its name, for people. */
  name?: string;
}

/** The most instructions of a program. */
const MOST_INSTRUCTIONS = 4096;

/**
 * Takes a program.
 *
 * @returns The program, why it was not loaded, or what is wrong with the
 * arguments.
 */
export async function takeProgram(
  args: Arguments,
  context: Context,
): Promise<TakenProgram | NotLoaded | string> {
  const mode = args.take();
  if (fits(mode, "bytecode* bc")) return classicOf(args.take());
  if (fits(mode, "bytecode-file* bcf")) {
    return fileProgram(args.take(), context);
  }
  const isObject = fits(mode, "object-file* obj");
  if (!isObject && !fits(mode, "object-pinned* pinned* fd*")) {
    return `What mode is "${mode}"?\n`;
  }
  const path = args.take();
  takeObjectOptions(args);
  if (!isObject) {
    const { pinned } = await import("../names/bpf_file.ts");
    const program = pinned(path, context);
    return "text" in program ? `${program.text}\n` : program;
  }
  const { problemOfObject } = await import("../names/bpf_object.ts");
  const problem = (await problemOfObject(path, context.io))?.text ??
    `Cannot load "${path}": programs can be pinned, but not loaded here`;
  return { notLoaded: `${problem}\n` };
}

/** Takes options of programs in files, which pinned ones have not. */
function takeObjectOptions(args: Arguments): void {
  if (args.takeIf("section*")) args.take();
  if (args.takeIf("program")) args.take();
  if (args.takeIf("export*")) args.take();
  args.takeIf("verbose*");
}

function fileProgram(path: string, { io }: Context): TakenProgram | string {
  const text = io.readTextFile(path);
  if (text === undefined) {
    const reason = io.whyNot?.(path) ?? "No such file or directory";
    return `Cannot fopen: ${reason}\n`;
  }
  return classicOf(text.replaceAll(/,?\n+/g, ",").replaceAll(/[ \t]+/g, " "));
}

/** Reads the instructions of a classic program: their number, and each. */
function classicOf(text: string): TakenProgram | string {
  const found = /^\s*(\d+),(.*)$/s.exec(text);
  const instructionCount = Number(found?.[1] ?? 0) & 0xffff;
  if (instructionCount === 0 || instructionCount > MOST_INSTRUCTIONS) return "";
  const instructions: BpfInstruction[] = [];
  const parts = found![2]!.split(",");
  if (parts.at(-1) === "") parts.pop();
  for (const [i, part] of parts.entries()) {
    if (i >= instructionCount) {
      return "Real program length exceeds encoded length parameter!\n";
    }
    const instruction = instructionOf(part);
    if (instruction === undefined) return `Error at instruction ${i}!\n`;
    instructions.push(instruction);
  }
  return instructions.length < instructionCount
    ? "Parsed program length is less than encoded length parameter!\n"
    : { instructionCount, instructions };
}

function instructionOf(text: string): BpfInstruction | undefined {
  const numbers: bigint[] = [];
  let rest = text;
  while (numbers.length < 4) {
    const { value, end } = strtoul(rest, 10);
    if (end === 0) return undefined;
    numbers.push(value);
    rest = rest.slice(end);
  }
  const [code, jumpTrue, jumpFalse, operand] = numbers as [
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  const cut = (value: bigint, bits: number) =>
    Number(BigInt.asUintN(bits, value));
  return {
    code: cut(code, 16),
    jumpTrue: cut(jumpTrue, 8),
    jumpFalse: cut(jumpFalse, 8),
    operand: cut(operand, 32),
  };
}

/**
 * Prints a classic program.
 *
 * @param printer Where to.
 * @param instructions Its instructions.
 */
export function printClassic(
  printer: Printer,
  instructions: readonly BpfInstruction[],
): void {
  const { length } = instructions;
  if (length === 0) return;
  printer.object("bytecode", () => {
    printer.value("length", length, `bytecode '${length},`);
    printer.array("insns", () => {
      for (const [i, instruction] of instructions.entries()) {
        const { code, jumpTrue, jumpFalse, operand } = instruction;
        printer.object(null, () => {
          printer.value("code", code, `${code} `);
          printer.value("jt", jumpTrue, `${jumpTrue} `);
          printer.value("jf", jumpFalse, `${jumpFalse} `);
          const end = i === length - 1 ? "'" : ",";
          printer.value("k", operand, `${operand}${end}`);
        });
      }
    });
  });
}
