/**
 * How the datagrams of a fixture are read: by the netlink protocol of its
 * folder; those in `generic/` as messages of the family that they are named
 * after, whose number each kernel assigns anew.
 *
 * @module
 */
import {
  type Codec,
  codecOf,
  decode,
  type DecodedDatagram,
  encode,
  genericCodec,
  genericCommands,
  genericFamilies,
  GENL_ID_CTRL,
  type Header,
  type Message,
  NETLINK_GENERIC,
  NETLINK_ROUTE,
  NETLINK_XFRM,
  NLM_F_REQUEST,
  Writer,
} from "../../messages/mod.ts";

/** Reads and writes datagrams. */
export interface Reader {
  /** The protocol, `NETLINK_*`. */
  readonly protocol: number;
  /**
   * The codec of a body.
   *
   * @param header The message's header.
   * @param error The error number, if it is an `NLMSG_ERROR`.
   * @param size Bytes of the body.
   * @param command Its first byte, which is the command of generic netlink.
   */
  codecOf(
    header: Header,
    error: number,
    size: number,
    command: number,
  ): Codec<unknown>;
  /** Reads a datagram. */
  decode(datagram: Uint8Array): DecodedDatagram;
  /** Writes messages. */
  encode(messages: readonly Message[]): Uint8Array<ArrayBuffer>;
}

const PROTOCOLS: Readonly<Record<string, number>> = {
  generic: NETLINK_GENERIC,
  xfrm: NETLINK_XFRM,
};

/**
 * The netlink protocol of a fixture.
 *
 * @param name Path of the fixture, which begins with its folder.
 * @returns The protocol, `NETLINK_*`.
 */
export function protocolOf(name: string): number {
  return PROTOCOLS[name.split("/")[0] ?? ""] ?? NETLINK_ROUTE;
}

/**
 * What reads the datagrams of a fixture.
 *
 * @param name Path of the fixture: `link/vlan`, or `generic/` and the name of a
 * family.
 * @returns The reader.
 * @throws {Error} If this library does not support the family.
 */
export function readerOf(name: string): Reader {
  const protocol = protocolOf(name);
  if (protocol === NETLINK_GENERIC) return genericReader(name.split("/")[1]!);
  return {
    protocol,
    codecOf: (header, error, size) => codecOf(header, error, size, protocol),
    decode: (datagram) => decode(datagram, protocol),
    encode: (messages) => encode(messages, protocol),
  };
}

function genericReader(family: string): Reader {
  if (!genericFamilies.has(family) && !genericCommands.has(family)) {
    throw new Error(`Cannot read messages of ${family}: it is not supported`);
  }
  const protocol = NETLINK_GENERIC;
  const isOwn = ({ type }: Header) => type > GENL_ID_CTRL;
  const ownCodec = ({ flags }: Header, command: number) => {
    const isRequest = (flags & NLM_F_REQUEST) !== 0;
    const codec = genericCodec(family, command, isRequest);
    if (codec !== undefined) return codec;
    throw new Error(`Cannot read command ${command} of ${family}: it is new`);
  };
  return {
    protocol,
    codecOf: (header, error, size, command) =>
      isOwn(header)
        ? ownCodec(header, command)
        : codecOf(header, error, size, protocol),
    decode(datagram) {
      const decoded = decode(datagram, protocol);
      for (const message of decoded.messages) {
        const { header, body } = message;
        if (!isOwn(header) || !(body instanceof Uint8Array)) continue;
        const view = new DataView(body.buffer, body.byteOffset, body.length);
        const codec = ownCodec(header, body[0] ?? 0);
        message.body = codec.decode(view, 0, body.length);
      }
      return decoded;
    },
    encode: (messages) =>
      encode(
        messages.map(({ header, body }) => {
          if (!isOwn(header)) return { header, body };
          const writer = new Writer();
          ownCodec(header, (body as { cmd: number }).cmd).encode(writer, body);
          return { header, body: writer.finish() };
        }),
        protocol,
      ),
  };
}
