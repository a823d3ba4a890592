/**
 * Fixtures of generic netlink: datagrams as commented bytes in
 * `fixtures/FAMILY_NAME.hex`, with what they mean as JSON beside them. They were
 * captured from `ip` and `genl` on Linux 6.1.
 *
 * @module
 */
import {
  type Codec,
  CTRL_CMD_GETFAMILY,
  doneMessage,
  errorMessage,
  genericFamilies,
  GENL_ID_CTRL,
  type Header,
  header,
  NLMSG_DONE,
  NLMSG_ERROR,
  NLMSG_HDRLEN,
  printMessage,
} from "../../../messages/mod.ts";

/** A message of generic netlink. */
export interface GenericFixtureMessage {
  /** Header. */
  header: Header;
  /** Codec of the rest. */
  codec: Codec<unknown>;
  /** The rest. */
  body: unknown;
  /** All bytes. */
  bytes: Uint8Array<ArrayBuffer>;
}

/** Takes a datagram apart whose family is known. */
export function decodeGeneric(
  family: string,
  datagram: Uint8Array<ArrayBuffer>,
): GenericFixtureMessage[] {
  const messages: GenericFixtureMessage[] = [];
  for (let at = 0; at < datagram.length;) {
    const view = new DataView(datagram.buffer, at);
    const head = header.decode(view, 0, NLMSG_HDRLEN);
    const codec = codecOf(family, head.type);
    messages.push({
      header: head,
      codec,
      body: codec.decode(view, NLMSG_HDRLEN, head.length),
      bytes: datagram.slice(at, at + head.length),
    });
    at += (head.length + 3) & ~3;
  }
  return messages;
}

function codecOf(family: string, type: number): Codec<unknown> {
  if (type === NLMSG_ERROR) return errorMessage as Codec<unknown>;
  if (type === NLMSG_DONE) return doneMessage as Codec<unknown>;
  return genericFamilies.get(type === GENL_ID_CTRL ? "nlctrl" : family)!;
}

/** Whether `ip` only asks for the number of the family. */
export function isLookup({ header, body }: GenericFixtureMessage): boolean {
  return header.type === GENL_ID_CTRL &&
    (body as { cmd: number }).cmd === CTRL_CMD_GETFAMILY;
}

/** Writes a datagram as commented bytes. */
export function printGeneric(
  family: string,
  datagram: Uint8Array<ArrayBuffer>,
  title: string,
): string {
  let text = `# ${title}\n`;
  for (const { bytes, codec } of decodeGeneric(family, datagram)) {
    const view = new DataView(bytes.buffer);
    text += printMessage(header as Codec<unknown>, view, { end: NLMSG_HDRLEN });
    text += printMessage(codec, view, { start: NLMSG_HDRLEN, secrets: true });
  }
  return text.replaceAll(/ +$/gm, "");
}
