/**
 * Requests of the real `ip`, with the commands that made it send them.
 *
 * @module
 */
import { decode } from "../../messages/mod.ts";
import { parseHex } from "../../tools/capture/fixture.ts";

/** A request. */
export interface Captured {
  /** The words after `ip`. */
  readonly words: string[];
  /** Message type. */
  readonly type: number;
  /** What follows the header. */
  readonly body: unknown;
}

/**
 * Reads the requests of a folder of fixtures.
 *
 * @param folder The folder, such as `route`.
 * @returns The requests.
 */
export function captured(folder: string): Captured[] {
  const url = new URL(`../fixtures/${folder}/`, import.meta.url);
  const all: Captured[] = [];
  for (const { name } of Deno.readDirSync(url)) {
    if (!name.endsWith(".hex")) continue;
    const text = Deno.readTextFileSync(new URL(name, url));
    for (const part of text.split(/\n{2,}/)) {
      const line = /^# ip (.*?) \(Linux/.exec(part)?.[1];
      const [datagram] = parseHex(part);
      if (line === undefined || datagram === undefined) continue;
      const [message] = decode(datagram).messages;
      if (message === undefined || !(message.header.flags & 1)) continue;
      all.push({
        words: line.split(" "),
        type: message.header.type,
        body: message.body,
      });
    }
  }
  return all;
}
