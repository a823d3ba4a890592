/**
 * Output of `strace`: what a program sent and received.
 *
 * Two forms are understood: buffers as strings with escapes (`-xx`), and the
 * tables that `-e read=…` and `-e write=…` add.
 *
 * @module
 */

import { concat } from "./bytes.ts";
import type { Datagram } from "./bytes.ts";
import { hexBytes } from "./hex.ts";

/** A call that carries datagrams, and its arguments. */
const CALL =
  /\b(sendto|send|sendmsg|sendmmsg|write|recvfrom|recv|recvmsg|recvmmsg|read)\((\d+), (.*)$/;
/** A string with escapes. */
const STRING = /"((?:[^"\\]|\\.)*)"(\.\.\.)?/g;
/** A line of a table. */
const ROW = /^\s*\|\s[0-9a-f]{5,}\s\s((?:[0-9a-f]{2}\s{1,2}){1,16})/;
/** The line before a table of one of several buffers. */
const BUFFER = /^\s*\*\s+\d+ bytes in buffer/;
/** What a netlink header takes. */
const LEAST = 16;

/**
 * Whether a text is such output.
 *
 * @param text The text, or the start of it.
 * @returns Whether it is.
 */
export function isStrace(text: string): boolean {
  return text.split("\n").some((line) => CALL.test(line) || ROW.test(line));
}

/**
 * Takes datagrams out of such output.
 *
 * @param text The text.
 * @returns The datagrams.
 */
export function parseStrace(text: string): Datagram[] {
  const datagrams: Datagram[] = [];
  let call = "";
  let strings: Datagram[] = [];
  let rows: Uint8Array<ArrayBuffer>[] = [];
  const finishTable = () => {
    if (rows.length === 0) return;
    datagrams.push({ bytes: concat(rows), origin: call });
    rows = [];
    strings = [];
  };
  const finishCall = () => {
    finishTable();
    datagrams.push(...strings);
    strings = [];
  };
  for (const line of text.split("\n")) {
    const row = ROW.exec(line);
    const found = CALL.exec(line);
    if (row !== null) rows.push(hexBytes(row[1]!.replaceAll(/\s/g, "")));
    else if (BUFFER.test(line)) finishTable();
    else if (found !== null) {
      finishCall();
      call = originOf(line.slice(0, found.index), found);
      strings = stringsOf(found[3]!, call);
    }
  }
  finishCall();
  return datagrams.filter(({ bytes }) => bytes.length >= LEAST);
}

/** The call, what is in front of it (process and time), and the other port. */
function originOf(before: string, [, name, socket, rest]: string[]): string {
  const port = /\bnl_pid=(\d+)/.exec(rest!)?.[1];
  return [
    before.trim(),
    `${name}(${socket})`,
    port === undefined ? "" : `nl_pid=${port}`,
  ].filter((part) => part !== "").join(" ");
}

function stringsOf(args: string, origin: string): Datagram[] {
  const datagrams: Datagram[] = [];
  for (const [, text = "", cut] of args.matchAll(STRING)) {
    if (cut === undefined) datagrams.push({ bytes: unescape(text), origin });
  }
  return datagrams;
}

const ESCAPES: Readonly<Record<string, number>> = {
  n: 10,
  t: 9,
  r: 13,
  v: 11,
  f: 12,
};

/** Bytes out of a string of C. */
function unescape(text: string): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  const pieces = /\\x([0-9a-fA-F]{2})|\\([0-7]{1,3})|\\(.)|([^\\])/g;
  for (const [, hex, octal, escaped, plain] of text.matchAll(pieces)) {
    if (hex !== undefined) bytes.push(parseInt(hex, 16));
    else if (octal !== undefined) bytes.push(parseInt(octal, 8) & 255);
    else if (escaped !== undefined) {
      bytes.push(ESCAPES[escaped] ?? escaped.charCodeAt(0));
    } else bytes.push(plain!.charCodeAt(0) & 255);
  }
  return Uint8Array.from(bytes);
}
