/**
 * Shows the messages of a file that `rtmon` has written.
 *
 * @module
 */

import {
  decodeAsRead,
  LONGEST_SAVED,
  MessageMemory,
} from "../../runtime/as_read.ts";
import { complete } from "../../runtime/complete.ts";
import type { Context } from "../../runtime/context.ts";
import type { Watch } from "../../runtime/watch.ts";
import { exit } from "../../parse/errors.ts";
import { NLMSG_HDRLEN, NLMSG_MIN_TYPE } from "../../../messages/header.ts";
import {
  NLMSG_TSTAMP,
  type RtmonEnd,
  rtmonTimestamp,
  splitRtmon,
} from "../../../messages/rtmon.ts";
import type { Selection } from "./parse_selection.ts";
import { formats } from "./formats.ts";
import { show } from "./show.ts";
import { timestampLine } from "./time.ts";

/**
 * Shows the messages of a file.
 *
 * @param path The file.
 * @param selection What is shown.
 * @returns The exit code.
 */
export async function replay(
  context: Context,
  path: string,
  selection: Selection,
): Promise<number> {
  const view = read(context, path);
  const messages = splitRtmon(view);
  const memory = new MessageMemory();
  for (;;) {
    const { value, done } = messages.next();
    if (done) return end(context, value);
    const { type, flags, start, end: stop } = value;
    const problem = reasonToStop(view, start, stop);
    if (problem !== undefined) {
      return end(context, {
        reason: problem,
        start,
        length: stop - start,
      });
    }
    const body = start + NLMSG_HDRLEN;
    if (type === NLMSG_TSTAMP) {
      printTimestamp(context, view, body, stop);
    } else if (type >= NLMSG_MIN_TYPE) {
      await show(context, {
        type,
        flags,
        length: stop - start,
        message: decodeSaved(
          context,
          type,
          memory.load(bytesOf(
            view,
            start,
            stop + (start - stop & 3),
          )),
          stop - body,
        ),
        time: Date.now(),
        nsid: undefined,
      }, selection);
    }
  }
}

/**
 * Prints the time that stands before messages.
 *
 * @param view The file.
 * @param start Where the time starts.
 * @param stop Where it ends.
 */
export function printTimestamp(
  { printer }: Context,
  view: DataView,
  start: number,
  stop: number,
): void {
  const { seconds, microseconds } = complete(
    rtmonTimestamp,
    rtmonTimestamp.decode(view, start, stop),
  );
  printer.text(timestampLine(seconds * 1000, microseconds, "us"));
  printer.flush();
}

function bytesOf(
  { buffer, byteOffset }: DataView,
  start: number,
  end: number,
): Uint8Array {
  return new Uint8Array(buffer, byteOffset + start, end - start);
}

/**
 * Decodes a message of a file as `ip` does: see {@linkcode decodeNotification}.
 */
function decodeSaved(
  context: Context,
  type: number,
  memory: Uint8Array,
  length: number,
): unknown {
  const entry = formats[type];
  if (entry === undefined) return undefined;
  const [format, deleted] = entry;
  const { codec, flagged = "inside", twice = false } = format;
  const excess = length - (codec.size + 3 & ~3);
  if (excess < 0) return excess;
  const { message, deficit } = decodeAsRead(codec, memory, length, flagged);
  if (deficit !== "" && format.label(message, context) !== undefined) {
    context.io.err(twice && !deleted ? deficit + deficit : deficit);
  }
  return message;
}

/**
 * Shows the messages of a file as if they had been received now.
 *
 * @param path The file.
 * @param watch What is done with messages.
 * @param failed Exit code if it cannot be read to its end.
 * @returns The exit code.
 */
export async function replayAs(
  context: Context,
  path: string,
  { decode, show }: Watch,
  failed = 1,
): Promise<number> {
  const view = read(context, path, failed);
  const messages = splitRtmon(view);
  for (;;) {
    const { value, done } = messages.next();
    if (done) return end(context, value, failed);
    const { type, flags, start, end: stop } = value;
    await show({
      type,
      flags,
      length: stop - start,
      message: decode(type, view, start + NLMSG_HDRLEN, stop),
      time: Date.now(),
      nsid: undefined,
    });
  }
}

/** What is read as no file: C opens directories. */
const IS_DIRECTORY = "Is a directory";

/**
 * Reads a file.
 *
 * @param path The file.
 * @param failed Exit code if it is a directory.
 * @returns What is in it.
 * @throws {CommandError} If it cannot be read.
 */
export function read(context: Context, path: string, failed = 1): DataView {
  const { io } = context;
  const bytes = io.readFile?.(path);
  if (bytes === undefined) {
    const reason = io.whyNot?.(path) ?? "No such file or directory";
    if (reason === "") {
      throw exit(failed, `rtnl_from_file: fread: ${IS_DIRECTORY}`);
    }
    throw exit(255, `Cannot fopen: ${reason}`);
  }
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Whether `ip` reads no further, though the file has the message. */
function reasonToStop(
  view: DataView,
  start: number,
  stop: number,
): RtmonEnd["reason"] | undefined {
  if (stop - start > LONGEST_SAVED) return "malformed";
  // The bytes that align the next message have to be there, too.
  return (stop + (start - stop & 3)) > view.byteLength
    ? "truncated"
    : undefined;
}

/**
 * Prints why a file is read no further.
 *
 * @param reason Why.
 * @param failed Exit code if something is wrong with it.
 * @returns The exit code.
 */
export function end(
  { io }: Context,
  { reason, start, length }: RtmonEnd,
  failed = 1,
): number {
  if (reason === "end") return 0;
  io.err(
    reason === "truncated"
      ? "rtnl-from_file: truncated message\n"
      : `!!!malformed message: len=${length | 0} @${start + NLMSG_HDRLEN}\n`,
  );
  return failed;
}
