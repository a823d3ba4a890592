/**
 * `tc exec bpf`: the log of programs, and programs in maps of programs.
 *
 * @module
 */

import { CommandError, fail } from "../../parse/errors.ts";
import { type Arguments, fits } from "../../parse/arguments.ts";
import type { Form } from "../../parse/form.ts";
import { unsigned } from "../../parse/numbers.ts";
import type { Context } from "../../runtime/context.ts";
import { takeProgram } from "../bpf_program.ts";

/** What may follow `bpf`. */
export const BPF_FORM: Form = {
  options: {
    import: { form: "UDS_FILE" },
    run: { form: "CMD" },
    debug: {},
    graft: {
      form: "MAP_FILE [ key KEY ] { object-file OBJ_FILE [ type TYPE ] " +
        "[ section NAME ] [ verbose ] | object-pinned PROG_FILE }",
    },
  },
};

function failed(before = ""): CommandError {
  return new CommandError(255, false, before, {
    of: "... bpf",
    form: BPF_FORM,
  });
}

/**
 * Does it.
 *
 * @param args The arguments after `bpf`.
 * @returns The exit code.
 * @throws {CommandError} If an argument is wrong.
 */
export async function runBpf(
  args: Arguments,
  context: Context,
): Promise<number> {
  if (args.left === 0) return 0;
  let file: string | undefined;
  let command: string | undefined;
  while (args.left > 0 && command === undefined) {
    const word = args.take();
    if (fits(word, "run*")) command = args.take();
    else if (fits(word, "import*")) file = args.take();
    else if (fits(word, "debug* dbg*")) return await showLog(context);
    else if (fits(word, "graft*")) return await graft(args, context);
    else throw failed();
  }
  if (file === undefined) {
    throw failed("bpf: No import parameter provided!\n");
  }
  throw fail(
    255,
    `Cannot import maps by "${file}": descriptors cannot be received here`,
  );
}

/** Shows the log of the kernel's tracing until it ends. */
async function showLog({ io }: Context): Promise<number> {
  const folder = (io.readTextFile("/proc/mounts") ?? "").split("\n")
    .map((line) => line.split(" "))
    .find(([, , type]) => type === "tracefs")?.[1];
  if (folder === undefined) io.err("tracefs not mounted?\n");
  const path = `${folder}/trace_pipe`;
  if (folder === undefined || io.whyNot?.(path) !== "") {
    throw fail(255, "No trace pipe, tracefs not mounted?");
  }
  io.err("Running! Hang up with ^C!\n\n");
  using log = await Deno.open(path);
  for await (const text of log.readable.pipeThrough(new TextDecoderStream())) {
    io.err(text);
  }
  throw fail(255, "No trace pipe, tracefs not mounted?");
}

/** Puts a program into a map. */
async function graft(args: Arguments, context: Context): Promise<number> {
  const path = args.take();
  let word = args.take();
  let key: number | undefined;
  if (fits(word, "key*")) {
    key = unsigned(args.take(), 32);
    if (key === undefined) throw fail(255, 'Illegal "key"');
    word = args.take();
  }
  args.back();
  const program = await takeProgram(args, context);
  if (typeof program === "string") throw new CommandError(255, false, program);
  if ("notLoaded" in program) {
    throw new CommandError(255, false, program.notLoaded);
  }
  const { descriptor } = program;
  if (descriptor === undefined) throw fail(255, `What mode is "${word}"?`);
  if (key === undefined) {
    throw fail(
      255,
      "Couldn't infer map key from section name! " +
        "Please provide 'key' argument!",
    );
  }
  const [{ openPinned, setElement }, { errorText }] = await Promise.all([
    import("../../names/bpf.ts"),
    import("../../../messages/errno.ts"),
  ]);
  let what = `Couldn't retrieve pinned map '${path}'`;
  try {
    const map = openPinned(path);
    what = "Map update failed";
    setElement(map, key, descriptor);
    return 0;
  } catch (error) {
    const { errno } = error as { errno?: number };
    if (errno === undefined) throw error;
    throw fail(255, `${what}: ${errorText(errno)}`);
  }
}
