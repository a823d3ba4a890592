/**
 * Packets that were saved from an nlmon link.
 *
 * @see {@link https://www.ietf.org/archive/id/draft-ietf-opsawg-pcap-06.html | PCAP Capture File Format}
 * @see {@link https://www.ietf.org/archive/id/draft-ietf-opsawg-pcapng-03.html | PCAP Next Generation Capture File Format}
 * @see {@link https://www.tcpdump.org/linktypes/LINKTYPE_NETLINK.html | LINKTYPE_NETLINK}
 *
 * @module
 */

import { startsWith } from "./bytes.ts";
import type { Datagram } from "./formats.ts";

/** Type of nlmon links (`LINKTYPE_NETLINK`). */
const LINKTYPE_NETLINK = 253;
/** Size of the header in front of each datagram. */
const COOKED_SIZE = 16;
/** Where the netlink protocol is in it. */
const PROTOCOL_OFFSET = 14;

/** How files start; the first two are big-endian, with micro- and nanoseconds. */
const MAGIC: readonly (readonly number[])[] = [
  [0xa1, 0xb2, 0xc3, 0xd4],
  [0xa1, 0xb2, 0x3c, 0x4d],
  [0xd4, 0xc3, 0xb2, 0xa1],
  [0x4d, 0x3c, 0xb2, 0xa1],
];
/** Start of a section of a file of the next generation. */
const SECTION = 0x0a0d0d0a;
const BYTE_ORDER = 0x1a2b3c4d;
const INTERFACE_BLOCK = 1;
const ENHANCED_PACKET_BLOCK = 6;

/**
 * Whether a file has packets in it.
 *
 * @param bytes The file.
 * @returns Whether it has.
 */
export function isPcap(bytes: Uint8Array): boolean {
  return isNextGeneration(bytes) ||
    MAGIC.some((magic) => startsWith(bytes, magic));
}

function isNextGeneration(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x0a, 0x0d, 0x0d, 0x0a]);
}

/**
 * Takes datagrams out of a file of packets.
 *
 * @param bytes The file.
 * @returns The datagrams.
 * @throws {SyntaxError} If it is none, or not of an nlmon link.
 */
export function parsePcap(bytes: Uint8Array): Datagram[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (isNextGeneration(bytes)) return parseBlocks(bytes, view);
  const kind = MAGIC.findIndex((magic) => startsWith(bytes, magic));
  if (kind < 0 || bytes.length < 24) {
    throw new SyntaxError("Cannot read packets: the file has none");
  }
  const little = kind >= 2;
  checkType(view.getUint32(20, little) & 0xffff);
  const datagrams: Datagram[] = [];
  for (let at = 24; bytes.length - at >= 16;) {
    const length = view.getUint32(at + 8, little);
    at += 16;
    if (length > bytes.length - at) throw cut();
    datagrams.push(...datagramOf(bytes.subarray(at, at + length)));
    at += length;
  }
  return datagrams;
}

function parseBlocks(bytes: Uint8Array, view: DataView): Datagram[] {
  const datagrams: Datagram[] = [];
  let little = true;
  for (let at = 0; bytes.length - at >= 12;) {
    if (view.getUint32(at) === SECTION) {
      little = view.getUint32(at + 8, true) === BYTE_ORDER;
    }
    const type = view.getUint32(at, little);
    const length = view.getUint32(at + 4, little);
    if (length < 12 || length > bytes.length - at) throw cut();
    if (type === INTERFACE_BLOCK) checkType(view.getUint16(at + 8, little));
    if (type === ENHANCED_PACKET_BLOCK) {
      const size = view.getUint32(at + 20, little);
      if (size > length - 32) throw cut();
      datagrams.push(...datagramOf(bytes.subarray(at + 28, at + 28 + size)));
    }
    at += length;
  }
  return datagrams;
}

function checkType(type: number): void {
  if (type !== LINKTYPE_NETLINK) {
    throw new SyntaxError(
      `Cannot read packets: they are of type ${type}, not of netlink`,
    );
  }
}

function cut(): SyntaxError {
  return new SyntaxError("Cannot read packets: the file is cut short");
}

function datagramOf(packet: Uint8Array): Datagram[] {
  if (packet.length < COOKED_SIZE) return [];
  const protocol = packet[PROTOCOL_OFFSET]! << 8 | packet[PROTOCOL_OFFSET + 1]!;
  return [{ bytes: packet.slice(COOKED_SIZE), protocol }];
}
