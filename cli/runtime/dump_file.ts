/**
 * Files with messages of the kernel, which `save` writes and `restore` reads.
 *
 * Such a file is a number that marks what is in it, and then the messages as
 * they came.
 *
 * @module
 */

import { LONGEST_SAVED, MessageMemory } from "./as_read.ts";
import type { Context } from "./context.ts";
import { CommandError, exit, isKernelError, refusal } from "../parse/errors.ts";
import { OutputError } from "./io.ts";
import {
  bytes,
  type Codec,
  LITTLE_ENDIAN,
  Writer,
} from "../../messages/codec/mod.ts";
import {
  type Header,
  header,
  NLM_F_CREATE,
  NLM_F_MULTI,
  NLMSG_HDRLEN,
} from "../../messages/header.ts";

/** A kind of such files. */
export interface DumpFile {
  /** What is in them, in words. */
  readonly name: string;
  /** The number at their start. */
  readonly magic: number;
}

/** A message of a file. */
export interface SavedMessage {
  /** Its header. */
  readonly header: Header;
  /** What follows the header. */
  readonly body: Uint8Array;
  /** The memory that `ip` reads it into, from the body on, until the next one. */
  readonly memory: Uint8Array;
}

/**
 * Makes sure that a file can be written, and starts it.
 *
 * @param file What is written.
 * @returns Whether it can; if not, the reason was printed.
 */
export function startFile({ io }: Context, { magic }: DumpFile): boolean {
  if (io.isTerminal) {
    io.err("Not sending a binary stream to stdout\n");
    return false;
  }
  const start = new Uint8Array(4);
  new DataView(start.buffer).setUint32(0, magic, LITTLE_ENDIAN);
  try {
    io.out(start);
  } catch (error) {
    if (!(error instanceof OutputError) || error.isBrokenPipe) throw error;
    io.err("Can't write magic to dump file\n");
    return false;
  }
  return true;
}

/**
 * Writes messages.
 *
 * @param type Type of the messages, `RTM_*`.
 * @param codec Codec of what follows their header.
 * @param messages The messages.
 */
export function writeMessages<T>(
  { io }: Context,
  type: number,
  codec: Codec<T>,
  messages: Iterable<T>,
): void {
  const writer = new Writer();
  for (const message of messages) {
    const start = writer.length;
    const head = {
      length: 0,
      type,
      flags: NLM_F_MULTI,
      sequence: 0,
      portId: 0,
    };
    header.encode(writer, head);
    codec.encode(writer, message);
    writer.view.setUint32(start, writer.length - start, LITTLE_ENDIAN);
    writer.reserve(-writer.length & 3);
  }
  io.out(writer.finish());
}

/**
 * Reads a file from the input.
 *
 * @param file What has to be in it.
 * @returns The messages; what is wrong with the file comes to light as they
 * are read.
 * @throws {CommandError} If it is not such a file, or damaged.
 */
export function* readMessages(
  { io }: Context,
  { name, magic }: DumpFile,
): Generator<SavedMessage> {
  if (io.inputIsTerminal) {
    throw exit(255, `Can't restore ${name} dump from a terminal`);
  }
  const data = io.input();
  const start = new Uint8Array(4);
  start.set(data.subarray(0, 4));
  const found = new DataView(start.buffer).getUint32(0, LITTLE_ENDIAN);
  if (found !== magic) {
    const count = data.length < 4 ? 0 : 1;
    throw exit(
      255,
      `Magic mismatch (${count} elems, ${found.toString(16)} magic)`,
    );
  }
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  const memory = new MessageMemory();
  for (let at = 4; at < data.length;) {
    const body = at + NLMSG_HDRLEN;
    if (body > data.length) throw truncated();
    const head = header.decode(view, at, body);
    const { length } = head;
    if (length < NLMSG_HDRLEN || length > LONGEST_SAVED) {
      const text = `len=${length | 0} @${body}`;
      throw exit(255, `!!!malformed message: ${text}`);
    }
    const next = at + (length + 3 & ~3);
    if (next > data.length) throw truncated();
    yield {
      header: head,
      body: data.subarray(body, at + length),
      memory: memory.load(data.subarray(at, next)),
    };
    at = next;
  }
}

function truncated(): CommandError {
  return exit(255, "rtnl-from_file: truncated message");
}

/**
 * Has the kernel make again what a file has; what is there already stays.
 *
 * @param file What has to be in the file.
 * @throws {CommandError} If the kernel refuses, or the file is wrong.
 */
export async function restoreMessages(
  context: Context,
  file: DumpFile,
): Promise<void> {
  const connection = await context.connect();
  for (const { header: { type, flags }, body } of readMessages(context, file)) {
    try {
      await connection.request({
        type,
        flags: flags | NLM_F_CREATE,
        codec: bytes,
        message: body as Uint8Array<ArrayBuffer>,
      });
    } catch (error) {
      if (!isKernelError(error)) throw error;
      const text = await refusal(error);
      if (error.code !== "EEXIST") throw new CommandError(255, true, text);
      context.io.err(text);
    }
  }
}
