/**
 * Dumps as bytes, and whether messages are read completely.
 *
 * @module
 */
import { assert, assertEquals } from "@std/assert";
import {
  decode,
  encode,
  LITTLE_ENDIAN,
  type Message,
  NETLINK_ROUTE,
  NLM_F_DUMP,
  NLM_F_REQUEST,
  NLMSG_DONE,
  NLMSG_ERROR,
  NLMSG_HDRLEN,
} from "../../messages/mod.ts";
import { NetlinkSocket } from "../../socket.ts";

/**
 * Asks for all objects of a kind.
 *
 * @param type Type of the request, such as `RTM_GETROUTE`.
 * @param body The request.
 * @returns Each message of the answer, as bytes.
 */
export async function dump<T>(type: number, body: T): Promise<Uint8Array[]> {
  using socket = new NetlinkSocket(NETLINK_ROUTE);
  const flags = NLM_F_REQUEST | NLM_F_DUMP;
  const header = { length: 0, type, flags, sequence: 1, portId: 0 };
  socket.send(encode([{ header, body }]));
  const found: Uint8Array[] = [];
  for (;;) {
    const { bytes } = await socket.receive();
    for (const message of split(bytes)) {
      const view = new DataView(message.buffer, message.byteOffset);
      const type = view.getUint16(4, LITTLE_ENDIAN);
      if (type === NLMSG_DONE) return found;
      if (type === NLMSG_ERROR) {
        throw new Error(
          `Cannot dump: error ${view.getInt32(NLMSG_HDRLEN, LITTLE_ENDIAN)}`,
        );
      }
      found.push(message);
    }
  }
}

/** The messages of a datagram, as bytes. */
export function split(datagram: Uint8Array): Uint8Array[] {
  const view = new DataView(
    datagram.buffer,
    datagram.byteOffset,
    datagram.length,
  );
  const messages: Uint8Array[] = [];
  for (let at = 0; at < datagram.length;) {
    const length = view.getUint32(at, LITTLE_ENDIAN);
    messages.push(datagram.slice(at, at + length));
    at += (length + 3) & ~3;
  }
  return messages;
}

/** Where attributes without a name are, such as `.attributes 17`. */
export function unknownIn(value: unknown, path = ""): string[] {
  if (value instanceof Uint8Array) return [];
  if (Array.isArray(value)) {
    return value.flatMap((item, i) => unknownIn(item, `${path}[${i}]`));
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) =>
    name === "unknown"
      ? (item as { type: number }[]).map(({ type }) => `${path} ${type}`)
      : unknownIn(item, `${path}.${name}`)
  );
}

/**
 * Decodes a message, and asserts that all of it has names, that it is encoded as
 * the same bytes, and that a plain copy of it is encoded as the same message.
 *
 * @param bytes The message.
 * @returns The message.
 */
export function readCompletely(bytes: Uint8Array): Message {
  const { messages: [message], rest } = decode(bytes);
  assert(message !== undefined && rest === undefined);
  assert(!(message.body instanceof Uint8Array), "the body is only bytes");
  assertEquals(unknownIn(message.body), []);
  assertEquals(encode([message]).toHex(), bytes.toHex(), describe(message));
  const copy = encode([structuredClone(message)]);
  assertEquals(decode(copy).messages[0]?.body, message.body);
  return message;
}

function describe(message: Message): string {
  return JSON.stringify(
    message,
    (_, value) => typeof value === "bigint" ? `${value}` : value,
  );
}
