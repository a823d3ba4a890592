/**
 * Datagrams as annotated trees.
 *
 * @module
 */

import type { Printer } from "../../print/printer.ts";
import type { Datagram } from "./bytes.ts";
import type { Families } from "./families.ts";
import { errorNumber, meaningOf, messageFlags } from "./meanings.ts";
import {
  bytes,
  type Codec,
  LITTLE_ENDIAN,
} from "../../../messages/codec/mod.ts";
import { printMessage } from "../../../messages/codec/print.ts";
import { codecOf } from "../../../messages/datagram.ts";
import { extendedAck } from "../../../messages/extended_ack.ts";
import { NETLINK_ROUTE } from "../../../messages/families.ts";
import {
  header,
  messageEnd,
  nextMessage,
  NLM_F_CAPPED,
  NLM_F_REQUEST,
  NLMSG_DONE,
  NLMSG_ERROR,
  NLMSG_HDRLEN,
  NLMSG_MIN_TYPE,
  NLMSG_NOOP,
  NLMSG_OVERRUN,
} from "../../../messages/header.ts";
import { messageType } from "../../../messages/registry.ts";

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
 * @param families Explains messages whose types are not fixed.
 */
export function printDatagram(
  printer: Printer,
  { bytes: data, protocol = NETLINK_ROUTE, time, origin }: Datagram,
  families: Families,
): void {
  const common = { protocol, depth: 0, families };
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  const port = data.length < NLMSG_HDRLEN
    ? 0
    : header.decode(view, 0, NLMSG_HDRLEN).portId;
  const facts = [
    `datagram of ${data.length} bytes`,
    time,
    origin,
    port === 0 ? undefined : `port ${port}`,
  ];
  const known = facts.filter((fact) => fact !== undefined);
  printer.text(`# ${known.join(", ")}\n`);
  let at = 0;
  for (let end; (end = messageEnd(view, at, data.length)) >= 0;) {
    printOne(printer, { ...common, view, start: at, end });
    at = nextMessage(at, end);
  }
  if (at < data.length) {
    printer.text(`# ${data.length - at} bytes that are no message\n`);
    const end = data.length;
    print(printer, bytes, { ...common, view, start: at, end });
  }
}

/** One message, which may be inside of an error. */
interface Part {
  readonly view: DataView;
  readonly start: number;
  readonly end: number;
  readonly protocol: number;
  /** How deeply it is nested. */
  readonly depth: number;
  /** Explains messages whose types are not fixed. */
  readonly families: Families;
}

function printOne(printer: Printer, part: Part): void {
  const { view, start, end, protocol, depth, families } = part;
  const { type, flags } = header.decode(view, start, start + NLMSG_HDRLEN);
  const explained = type < NLMSG_MIN_TYPE ? undefined : families.explain({
    protocol,
    type,
    isRequest: (flags & NLM_F_REQUEST) !== 0,
    view,
    start: start + NLMSG_HDRLEN,
    end,
  });
  const known = explained?.name ?? nameOf(type, protocol);
  printer.text(`# ${"  ".repeat(depth)}${known ?? `message type ${type}`}\n`);
  const body = start + NLMSG_HDRLEN;
  print(printer, header, { ...part, end: body }, (name, value) => {
    if (name === "type") return known;
    return name === "flags" ? messageFlags(type, value, known) : undefined;
  });
  if (body === end) return;
  const inner = { ...part, start: body };
  if (type === NLMSG_ERROR) {
    return printError(printer, inner, (flags & NLM_F_CAPPED) !== 0);
  }
  const codec = explained?.codec ??
    codecOf({ type, flags }, 0, end - body, protocol);
  print(printer, codec, inner);
}

function nameOf(type: number, protocol: number): string | undefined {
  return CONTROL[type] ?? messageType(protocol, type)?.name;
}

/** An error, and the request that it repeats: all of it, or its header. */
function printError(printer: Printer, part: Part, isCapped: boolean): void {
  const { view, start, end, depth } = part;
  const request = start + errorNumber.size;
  if (end - request < NLMSG_HDRLEN) return print(printer, bytes, part);
  const isAck = view.getInt32(start, LITTLE_ENDIAN) === 0;
  const length = isCapped || isAck
    ? NLMSG_HDRLEN
    : view.getUint32(request, LITTLE_ENDIAN);
  print(printer, errorNumber, { ...part, end: request });
  if (length < NLMSG_HDRLEN || length > end - request) {
    return print(printer, bytes, { ...part, start: request });
  }
  const stop = request + length;
  printOne(printer, { ...part, start: request, end: stop, depth: depth + 1 });
  const attributes = Math.min(end, nextMessage(request, stop));
  for (
    const [codec, from, to] of [
      [bytes, stop, attributes],
      [extendedAck, attributes, end],
    ] as const
  ) {
    if (from === to) continue;
    print(printer, codec as Codec<unknown>, { ...part, start: from, end: to });
  }
}

function print<T>(
  printer: Printer,
  codec: Codec<T>,
  { view, start, end, depth }: Part,
  ofHeader?: (name: string, value: number) => string | undefined,
): void {
  const text = printMessage(codec, view, {
    start,
    end,
    depth,
    meaning: (shape, name, value) =>
      ofHeader?.(name, value as number) ?? meaningOf(shape, name, value),
  });
  printer.text(text === "" || text.endsWith("\n") ? text : `${text}\n`);
}
