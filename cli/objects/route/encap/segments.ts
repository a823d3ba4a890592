/**
 * Segment routing headers on the command line.
 *
 * @module
 */

import {
  type SegmentRoutingHeader,
  SR6_FLAG1_HMAC,
  SR6_TLV_HMAC,
} from "../../../../messages/route/segment_routing.ts";
import { AF_INET6 } from "../../../../messages/families.ts";
import { addressOf } from "../../../parse/prefixes.ts";
import { hex } from "../../../print/format.ts";
import type { Printer } from "../../../print/printer.ts";

/** Segments of a path, in usage texts. */
export const SEGMENTS = "ADDR1,ADDRi,ADDRn";

/** Size of the HMAC with what is in front of it, in bytes. */
const HMAC_SIZE = 40;

/**
 * Makes a segment routing header.
 *
 * @param text The segments, with commas.
 * @param hmac Number of the key that signs it; 0 for none.
 * @param encapsulated Whether it goes into a packet of its own; otherwise the
 * packet's destination becomes the last segment.
 * @returns The header.
 * @throws {CommandError} If a segment is no IPv6 address.
 */
export function segmentHeader(
  text: string,
  hmac: number,
  encapsulated: boolean,
): SegmentRoutingHeader {
  const segments = segmentsOf(text);
  if (!encapsulated) segments.unshift("::");
  const size = 8 + 16 * segments.length + (hmac === 0 ? 0 : HMAC_SIZE);
  const header: SegmentRoutingHeader = {
    nextHeader: 0,
    headerLength: (size >> 3) - 1,
    type: 4,
    segmentsLeft: segments.length - 1,
    lastEntry: segments.length - 1,
    flags: hmac === 0 ? 0 : SR6_FLAG1_HMAC,
    tag: 0,
    segments,
  };
  if (hmac !== 0) {
    const tlvs = new Uint8Array(HMAC_SIZE);
    const view = new DataView(tlvs.buffer);
    view.setUint8(0, SR6_TLV_HMAC);
    view.setUint8(1, HMAC_SIZE - 2);
    view.setUint32(4, hmac);
    header.tlvs = tlvs;
  }
  return header;
}

/**
 * Reads segments.
 *
 * @param text The segments, with commas.
 * @returns The segments in the order opposite to that of the path.
 * @throws {CommandError} If one is no IPv6 address.
 */
export function segmentsOf(text: string): string[] {
  const count = text.split(",").length;
  const addresses = text.split(",").filter((arg) => arg !== "")
    .map((arg) => addressOf(arg, AF_INET6).address || "::");
  while (addresses.length < count) addresses.push("::");
  return addresses.reverse();
}

/**
 * Prints a segment routing header.
 *
 * @param printer Where to.
 * @param header The header.
 */
export function printHeader(
  printer: Printer,
  { segments, flags, headerLength, tlvs }: SegmentRoutingHeader,
): void {
  printSegments(printer, segments);
  if ((flags & SR6_FLAG1_HMAC) === 0 || tlvs === undefined) return;
  const at = (headerLength + 1) * 8 - 40 - 8 - 16 * segments.length;
  const view = new DataView(tlvs.buffer, tlvs.byteOffset, tlvs.length);
  const key = at < 0 || at + 8 > view.byteLength ? 0 : view.getUint32(at + 4);
  printer.value(
    "hmac",
    hex(key),
    `hmac ${key.toString(16).toUpperCase()} `,
  );
}

/**
 * Prints segments.
 *
 * @param printer Where to.
 * @param segments The segments in the order opposite to that of the path.
 */
export function printSegments(
  printer: Printer,
  segments: readonly string[],
): void {
  printer.array(
    "segs",
    () => {
      for (const segment of segments.toReversed()) {
        printer.colored("inet6", null, segment, `${segment} `);
      }
    },
    `segs ${segments.length} [ `,
    "] ",
  );
}
