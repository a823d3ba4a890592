/**
 * Golden fixtures: datagrams as commented hexadecimal bytes, with what they
 * mean as JSON beside them.
 *
 * @module
 */
import {
  type Codec,
  header,
  LITTLE_ENDIAN,
  type Message,
  NLMSG_HDRLEN,
  printMessage,
} from "../../messages/mod.ts";
import type { Reader } from "./reader.ts";

/**
 * Reads a file of commented bytes.
 *
 * @param text Text of the file.
 * @returns The datagrams, which empty lines separate.
 */
export function parseHex(text: string): Uint8Array<ArrayBuffer>[] {
  return text.split(/\n{2,}/)
    .map((block) => block.replaceAll(/#.*$/gm, "").match(/[\da-f]{2}/g))
    .filter((bytes) => bytes !== null)
    .map((bytes) =>
      new Uint8Array(bytes.map((byte) => Number.parseInt(byte, 16)))
    );
}

/**
 * Writes the comments of a file anew.
 *
 * @param text Text of the file.
 * @param reader Reads the datagrams.
 * @returns The text with comments as {@linkcode printHex} makes them.
 */
export function reprintHex(text: string, reader: Reader): string {
  return text.split(/\n{2,}/)
    .map((block) => {
      const [, title = ""] = block.match(/^# (.*)/) ?? [];
      return parseHex(block).map((bytes) => printHex(bytes, title, reader))
        .join("\n");
    })
    .join("\n");
}

/**
 * Writes a datagram as commented bytes.
 *
 * @param datagram The bytes.
 * @param title Where they come from.
 * @param reader Reads the datagrams.
 * @returns The text.
 */
export function printHex(
  datagram: Uint8Array<ArrayBuffer>,
  title: string,
  reader: Reader,
): string {
  const view = new DataView(datagram.buffer);
  let text = `# ${title}\n`;
  let at = 0;
  for (const { header: head, body } of reader.decode(datagram).messages) {
    const length = view.getUint32(at, LITTLE_ENDIAN);
    const start = at + NLMSG_HDRLEN;
    const end = at + length;
    const print = (codec: Codec<unknown>, start: number, end: number) =>
      printMessage(codec, view, { start, end, secrets: true });
    text += print(header as Codec<unknown>, at, start);
    const command = start < end ? view.getUint8(start) : 0;
    const codec = reader.codecOf(head, errorOf(body), end - start, command);
    text += print(codec, start, end);
    at = end + 3 & ~3;
  }
  return text.replaceAll(/ +$/gm, "");
}

function errorOf(body: unknown): number {
  return typeof body === "object" && body !== null && "error" in body
    ? Number(body.error)
    : 0;
}

/**
 * Puts messages into JSON: 64-bit numbers as text, bytes as hexadecimal text.
 *
 * @param datagrams Messages of each datagram.
 * @returns The text.
 */
export function printJson(
  datagrams: readonly (readonly Message[])[],
): string {
  return `${JSON.stringify(datagrams, replace, 2)}\n`;
}

function replace(_: string, value: unknown): unknown {
  if (typeof value === "bigint") return `${value}`;
  if (value instanceof Uint8Array) return value.toHex();
  return value;
}
