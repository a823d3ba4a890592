/**
 * Object files of BPF programs. Nothing here loads them; what is wrong with a
 * file is found before that.
 *
 * @module
 */

import { LITTLE_ENDIAN } from "../../messages/codec/codec.ts";
import { errorText } from "../../messages/errno.ts";
import { SocketError } from "../../socket/error.ts";
import type { Io } from "../runtime/io.ts";

/** Loading ends with it where a file cannot be opened. */
const EPERM = 1;
/** Loading ends with it where a file is not for BPF. */
const EINVAL = 22;
/** What ELF files start with. */
const ELF_MAGIC = 0x7f454c46;
/** Type of object files in ELF. */
const ET_REL = 1;
/** Machines that BPF programs in ELF files are for. */
const MACHINES: readonly number[] = [0, 247];

/** Why there is no program. */
export interface NoProgram {
  /** Lines, without a newline at the end. */
  readonly text: string;
  /** The error number that loading it ends with. */
  readonly errno: number;
}

/**
 * Looks whether a file is an object file of BPF programs.
 *
 * @param path The file.
 * @param io What reads it.
 * @returns What is wrong with it; `undefined` if programs could be loaded from
 * it.
 */
export async function problemOfObject(
  path: string,
  io: Io,
): Promise<NoProgram | undefined> {
  const { closeFile, openFile, O_RDONLY } = await import(
    "../../socket/system.ts"
  );
  try {
    closeFile(openFile(path, O_RDONLY));
  } catch (error) {
    if (!(error instanceof SocketError)) throw error;
    const text = `Error opening object ${path}: ${errorText(error.errno)}\n`;
    return noElf(EPERM, text);
  }
  const bytes = io.readFile?.(path);
  if (bytes === undefined) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 64 || view.getUint32(0) !== ELF_MAGIC) {
    return noElf(EINVAL);
  }
  if (
    view.getUint16(16, LITTLE_ENDIAN) !== ET_REL ||
    !MACHINES.includes(view.getUint16(18, LITTLE_ENDIAN))
  ) {
    return noElf(EINVAL, "ELF format error, ELF file not for eBPF?\n");
  }
  return undefined;
}

function noElf(errno: number, text = ""): NoProgram {
  return { text: `${text}Cannot initialize ELF context!`, errno };
}
