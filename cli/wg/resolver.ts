/**
 * The resolver of the C library, for names of hosts and services.
 *
 * @see {@link https://man7.org/linux/man-pages/man3/getaddrinfo.3.html | getaddrinfo(3)}
 *
 * @module
 */

import { IPPROTO_UDP } from "../../messages/ip_protocols.ts";
import {
  type SocketAddress,
  socketAddress,
} from "../../messages/codec/socket_address.ts";
import { textToBytes } from "../../messages/codec/text.ts";
import { bytesAt, lazy, pointerAt, textAt } from "../../socket/libc.ts";

const resolver = lazy(
  {
    getaddrinfo: {
      parameters: ["buffer", "buffer", "buffer", "buffer"],
      result: "i32",
    },
    freeaddrinfo: { parameters: ["usize"], result: "void" },
    gai_strerror: { parameters: ["i32"], result: "usize" },
    getservbyname: { parameters: ["buffer", "buffer"], result: "usize" },
  } as const,
);

const SOCK_DGRAM = 2;

/** `struct addrinfo` where pointers have 64 bits. */
const SIZE = 48;
const SOCKTYPE_OFFSET = 8;
const PROTOCOL_OFFSET = 12;
const LENGTH_OFFSET = 16n;
const ADDRESS_OFFSET = 24n;
/** `s_port` in `struct servent`. */
const PORT_OFFSET = 16n;

/**
 * Finds the address of a host and a service.
 *
 * @param host Name or address of the host.
 * @param service Name or number of the service.
 * @returns The address; why there is none, `EAI_*`, otherwise.
 */
export function addressOf(
  host: string,
  service: string,
): { address: SocketAddress } | number {
  const { getaddrinfo, freeaddrinfo } = resolver();
  const hints = new Uint8Array(SIZE);
  const view = new DataView(hints.buffer);
  view.setInt32(SOCKTYPE_OFFSET, SOCK_DGRAM, true);
  view.setInt32(PROTOCOL_OFFSET, IPPROTO_UDP, true);
  const found = new BigUint64Array(1);
  const code = getaddrinfo(
    textToBytes(`${host}\0`),
    textToBytes(`${service}\0`),
    hints,
    new Uint8Array(found.buffer),
  );
  if (code !== 0) return code;
  const info = found[0]!;
  try {
    const { buffer } = bytesAt(info + LENGTH_OFFSET, 4);
    const length = new Uint32Array(buffer)[0]!;
    const bytes = bytesAt(pointerAt(info + ADDRESS_OFFSET), length);
    const address = socketAddress.decode(
      new DataView(bytes.buffer, bytes.byteOffset),
      0,
      length,
    );
    return { address };
  } finally {
    freeaddrinfo(info);
  }
}

/**
 * Explains why there is no address.
 *
 * @param code The reason, `EAI_*`.
 * @returns The text of the C library.
 */
export function gaiText(code: number): string {
  return textAt(BigInt(resolver().gai_strerror(code)));
}

/**
 * Finds the port of a service.
 *
 * @param service Its name.
 * @returns The port; `undefined` if there is none.
 */
export function portOf(service: string): number | undefined {
  const entry = resolver().getservbyname(
    textToBytes(`${service}\0`),
    textToBytes("udp\0"),
  );
  if (entry === 0n) return undefined;
  const { buffer } = bytesAt(entry + PORT_OFFSET, 2);
  return new DataView(buffer).getUint16(0);
}
