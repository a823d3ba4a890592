/**
 * Programs of BPF in files, as arguments name them: pinned ones are opened, and
 * of object files is found what is wrong with them.
 *
 * @module
 */

import { errnoOf, errorText } from "../../messages/errno.ts";
import { SocketError } from "../../socket/error.ts";
import { type Arguments, fits } from "../parse/arguments.ts";
import { closeFile } from "../../socket/system.ts";
import type { Context } from "../runtime/context.ts";
import { openPinned } from "./bpf.ts";
import type { NoProgram } from "./bpf_object.ts";

/** A program that was pinned to a file. */
export interface PinnedProgram {
  /** Its descriptor, which is closed when the command line ends. */
  readonly descriptor: number;
  /** Its name, for people. */
  readonly name: string;
}

/**
 * Takes the file of a program, and opens it.
 *
 * @param mode The argument before the file: `pinned`, `object`, and the like.
 * @param args The arguments after it.
 * @param context Has what reads files.
 * @returns The program, or why there is none.
 */
export async function takeProgramFile(
  mode: string,
  args: Arguments,
  context: Context,
): Promise<PinnedProgram | NoProgram> {
  const isObject = fits(mode, "object-file* obj");
  if (!isObject && !fits(mode, "object-pinned* pinned* fd*")) {
    return { text: `What mode is "${mode}"?`, errno: errnoOf("EPERM") };
  }
  const path = args.take();
  for (const option of ["section*", "program"]) {
    if (args.takeIf(option)) args.take();
  }
  args.takeIf("verbose*");
  if (!isObject) return pinned(path, context);
  const { problemOfObject } = await import("./bpf_object.ts");
  return await problemOfObject(path, context.io) ?? {
    text: `Cannot load "${path}": programs can be pinned, but not loaded here`,
    errno: errnoOf("EPERM"),
  };
}

/**
 * Opens a program that is pinned to a file.
 *
 * @param path The file.
 * @param context The command line that needs it.
 * @returns The program, or why there is none.
 */
export function pinned(
  path: string,
  context: Context,
): PinnedProgram | NoProgram {
  try {
    const descriptor = openPinned(path);
    context.closeAtEnd(() => closeFile(descriptor));
    return { descriptor, name: `${path.split("/").at(-1)}:[*fsobj]` };
  } catch (error) {
    if (!(error instanceof SocketError)) throw error;
    const reason = errorText(error.errno);
    const text = `Couldn't retrieve pinned program '${path}': ${reason}`;
    return { text, errno: errnoOf("EPERM") };
  }
}
