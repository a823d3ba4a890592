/**
 * Datagrams as annotated trees.
 *
 * @module
 */

import type { Printer } from "../printer.ts";
import type { Datagram } from "./formats.ts";
import { bytes, type Codec, LITTLE_ENDIAN } from "../../messages/codec/mod.ts";
import { printMessage } from "../../messages/codec/print.ts";
import { codecOf } from "../../messages/datagram.ts";
import { NETLINK_ROUTE } from "../../messages/families.ts";
import {
  header,
  NLMSG_DONE,
  NLMSG_ERROR,
  NLMSG_HDRLEN,
  NLMSG_NOOP,
  NLMSG_OVERRUN,
} from "../../messages/header.ts";
import { routeMessageType } from "../../messages/registry.ts";

/** Names of the types that all protocols have. */
const CONTROL: Readonly<Record<number, string>> = {
  [NLMSG_NOOP]: "NLMSG_NOOP",
  [NLMSG_ERROR]: "NLMSG_ERROR",
  [NLMSG_DONE]: "NLMSG_DONE",
  [NLMSG_OVERRUN]: "NLMSG_OVERRUN",
};

/**
 * Writes a datagram.
 *
 * @param printer Where to.
 * @param datagram The datagram.
 */
export function printDatagram(
  printer: Printer,
  { bytes: data, protocol = NETLINK_ROUTE, origin }: Datagram,
): void {
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  const from = origin === undefined ? "" : `, ${origin}`;
  printer.text(`# datagram of ${data.length} bytes${from}\n`);
  let at = 0;
  while (data.length - at >= NLMSG_HDRLEN) {
    const length = view.getUint32(at, LITTLE_ENDIAN);
    if (length < NLMSG_HDRLEN || length > data.length - at) break;
    printOne(printer, view, at, at + length, protocol);
    at += (length + 3) & ~3;
  }
  if (at < data.length) {
    printer.text(`# ${data.length - at} bytes that are no message\n`);
    printer.text(print(bytes, view, at, data.length));
  }
}

function printOne(
  printer: Printer,
  view: DataView,
  start: number,
  end: number,
  protocol: number,
): void {
  const head = header.decode(view, start, start + NLMSG_HDRLEN);
  const known = protocol === NETLINK_ROUTE
    ? routeMessageType(head.type)?.name
    : undefined;
  const name = CONTROL[head.type] ?? known ?? `message type ${head.type}`;
  printer.text(`# ${name}\n`);
  printer.text(print(header, view, start, start + NLMSG_HDRLEN));
  const body = start + NLMSG_HDRLEN;
  if (body === end) return;
  const error = end - body >= 4 ? view.getInt32(body, LITTLE_ENDIAN) : 0;
  const codec = protocol === NETLINK_ROUTE || CONTROL[head.type] !== undefined
    ? codecOf(head, error, end - body)
    : bytes as Codec<unknown>;
  printer.text(print(codec, view, body, end));
}

function print<T>(
  codec: Codec<T>,
  view: DataView,
  start: number,
  end: number,
): string {
  const text = printMessage(codec as Codec<unknown>, view, { start, end });
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}
