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
import type { Datagram } from "./bytes.ts";

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
/** Option of an interface block: how long a unit of time is (`if_tsresol`). */
const TIME_RESOLUTION = 9;
/** Which way a packet goes, by its type (`PACKET_*` of linux/if_packet.h). */
const DIRECTIONS: Readonly<Record<number, string>> = {
  4: "to the kernel",
  6: "to a program",
  7: "to the kernel",
};

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
  const perSecond = kind % 2 === 0 ? 1_000_000n : 1_000_000_000n;
  checkType(view.getUint32(20, little) & 0xffff);
  const datagrams: Datagram[] = [];
  for (let at = 24; bytes.length - at >= 16;) {
    const length = view.getUint32(at + 8, little);
    const time = isoTime(
      BigInt(view.getUint32(at, little)) * perSecond +
        BigInt(view.getUint32(at + 4, little)),
      perSecond,
    );
    at += 16;
    if (length > bytes.length - at) throw cut();
    datagrams.push(...datagramOf(bytes.subarray(at, at + length), time));
    at += length;
  }
  return datagrams;
}

function parseBlocks(bytes: Uint8Array, view: DataView): Datagram[] {
  const datagrams: Datagram[] = [];
  let little = true;
  /** Units of time in a second, for each interface of the section. */
  let resolutions: bigint[] = [];
  for (let at = 0; bytes.length - at >= 12;) {
    if (view.getUint32(at) === SECTION) {
      little = view.getUint32(at + 8, true) === BYTE_ORDER;
      resolutions = [];
    }
    const type = view.getUint32(at, little);
    const length = view.getUint32(at + 4, little);
    if (length < 12 || length > bytes.length - at) throw cut();
    if (type === INTERFACE_BLOCK) {
      if (length < 20) throw cut();
      checkType(view.getUint16(at + 8, little));
      resolutions.push(resolutionOf(view, at + 16, at + length - 4, little));
    }
    if (type === ENHANCED_PACKET_BLOCK) {
      if (length < 32) throw cut();
      const perSecond = resolutions[view.getUint32(at + 8, little)];
      const units = BigInt(view.getUint32(at + 12, little)) << 32n |
        BigInt(view.getUint32(at + 16, little));
      const time = perSecond === undefined
        ? undefined
        : isoTime(units, perSecond);
      const size = view.getUint32(at + 20, little);
      if (size > length - 32) throw cut();
      const packet = bytes.subarray(at + 28, at + 28 + size);
      datagrams.push(...datagramOf(packet, time));
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

/** Units of time in a second that an interface block declares (`if_tsresol`). */
function resolutionOf(
  view: DataView,
  start: number,
  end: number,
  little: boolean,
): bigint {
  for (let at = start; end - at >= 4;) {
    const code = view.getUint16(at, little);
    const length = view.getUint16(at + 2, little);
    if (code === TIME_RESOLUTION && length >= 1 && end - at > 4) {
      const exponent = view.getUint8(at + 4);
      return exponent & 0x80
        ? 2n ** BigInt(exponent & 0x7f)
        : 10n ** BigInt(exponent);
    }
    at += 4 + ((length + 3) & ~3);
  }
  return 1_000_000n;
}

/** A time since 1970 in the form of ISO 8601, with its digits. */
function isoTime(units: bigint, perSecond: bigint): string | undefined {
  const date = new Date(Number(units / perSecond) * 1000);
  if (Number.isNaN(date.getTime())) return undefined;
  const digits = perSecond <= 1_000_000n ? 6 : 9;
  const fraction = units % perSecond * 10n ** BigInt(digits) / perSecond;
  const decimals = String(fraction).padStart(digits, "0");
  return date.toISOString().replace(/\.\d+Z$/, `.${decimals}Z`);
}

function datagramOf(
  packet: Uint8Array,
  time: string | undefined,
): Datagram[] {
  if (packet.length < COOKED_SIZE) return [];
  const protocol = packet[PROTOCOL_OFFSET]! << 8 | packet[PROTOCOL_OFFSET + 1]!;
  const origin = DIRECTIONS[packet[0]! << 8 | packet[1]!];
  return [{
    bytes: packet.slice(COOKED_SIZE),
    protocol,
    ...(time === undefined ? {} : { time }),
    ...(origin === undefined ? {} : { origin }),
  }];
}
