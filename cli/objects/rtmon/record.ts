/**
 * What `rtmon` writes: the links that there are, and then what happens.
 *
 * @module
 */

import type { Connection } from "../../../api/connection/connection.ts";
import type {
  Listener,
  Notification,
} from "../../../api/connection/listener.ts";
import { blank } from "../../../messages/codec/mod.ts";
import { RTM_GETLINK } from "../../../messages/link/constants.ts";
import { linkMessage } from "../../../messages/link/link.ts";
import { encodeRtmonTimestamp } from "../../../messages/rtmon.ts";
import { exit } from "../../parse/errors.ts";
import { AnswerBytes, messageBytes } from "./bytes.ts";

/** Where bytes are written to. */
export interface Output {
  /** Writes some of the bytes; returns how many. */
  writeSync(bytes: Uint8Array): number;
}

/**
 * Writes messages as they come, each after the time.
 *
 * @param output Where to.
 * @param listener A socket that has joined the groups.
 * @param connection Where to ask for the links that there are.
 * @param err Prints that notifications were lost.
 * @throws {CommandError} If the output fails.
 * @throws {SocketError} If the socket is closed, or fails otherwise.
 */
export async function record(
  output: Output,
  listener: Listener,
  connection: Connection,
  err: (text: string) => void,
): Promise<never> {
  writeAll(output, encodeRtmonTimestamp(now()));
  const links = connection.dumpChunks({
    type: RTM_GETLINK,
    codec: linkMessage,
    message: blank(linkMessage),
    reply: new AnswerBytes(),
  });
  for await (const chunk of links) {
    for (const bytes of chunk) writeAll(output, bytes);
  }
  const write = ({ time, view, start, end }: Notification) => {
    writeAll(output, encodeRtmonTimestamp(time));
    writeAll(output, messageBytes(view, start, end));
  };
  for (;;) {
    const outcome = listener.read(write);
    if (outcome === "overrun") {
      err("netlink receive error No buffer space available (105)\n");
    }
    if (outcome === "nothing") await listener.readable();
  }
}

/** Writes all of some bytes. */
function writeAll(output: Output, bytes: Uint8Array): void {
  try {
    for (let at = 0; at < bytes.length;) {
      at += output.writeSync(bytes.subarray(at));
    }
  } catch (error) {
    const [reason] = (error as Error).message.split(" (os error");
    throw exit(1, `Cannot write the file: ${reason}`);
  }
}

function now(): number {
  return performance.timeOrigin + performance.now();
}
