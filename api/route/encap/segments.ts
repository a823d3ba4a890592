/**
 * Segment routing headers.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc8754 | RFC 8754}
 *
 * @module
 */

import {
  type SegmentRoutingHeader,
  SR6_FLAG1_HMAC,
  SR6_TLV_HMAC,
} from "../../../messages/route/segment_routing.ts";
import { ipv6 } from "../../mapping/address_conversions.ts";
import { listOf, uint32 } from "../../mapping/conversions.ts";
import type { FieldPath } from "../../mapping/field_path.ts";
import type { Conversion } from "../../mapping/mapping.ts";

/** Segments of a path, in its order. */
export const segmentList: Conversion<string[], string[]> = {
  fromKernel: (segments) => segments.toReversed(),
  toKernel: (value, fieldPath) =>
    listOf(ipv6).toKernel(value, fieldPath)?.toReversed(),
};

/** What a segment routing header is made of. */
export interface SegmentPath {
  /** The segments, in the order of the path. */
  segments: readonly string[];
  /** Number of the key that signs the header, if one does. */
  hmac?: number;
}

/** Size of the HMAC with what is in front of it, in bytes. */
const HMAC_SIZE = 40;
/** Takes the place of the packet's own destination. */
const PLACEHOLDER = "::";

/**
 * Makes a header.
 *
 * @param path What it is made of.
 * @param encapsulated Whether it goes into a packet of its own; otherwise the
 * packet's destination becomes the last segment.
 * @param fieldPath Where the path stands.
 * @returns The header.
 * @throws {TypeError} If a segment is no IPv6 address.
 */
export function headerOf(
  path: SegmentPath,
  encapsulated: boolean,
  fieldPath: FieldPath,
): SegmentRoutingHeader {
  const at = fieldPath.at("segments");
  const segments = segmentList.toKernel(path.segments as string[], at)!;
  if (!encapsulated) segments.unshift(PLACEHOLDER);
  if (segments.length === 0) throw at.outside([], "a segment is needed");
  const hmac = path.hmac === undefined
    ? 0
    : uint32.toKernel(path.hmac, fieldPath.at("hmac"))!;
  const size = 8 + 16 * segments.length + (hmac === 0 ? 0 : HMAC_SIZE);
  return {
    nextHeader: 0,
    headerLength: (size >> 3) - 1,
    type: 4,
    segmentsLeft: segments.length - 1,
    lastEntry: segments.length - 1,
    flags: hmac === 0 ? 0 : SR6_FLAG1_HMAC,
    tag: 0,
    segments,
    ...hmac !== 0 && { tlvs: signature(hmac) },
  };
}

function signature(key: number): Uint8Array {
  const tlv = new DataView(new ArrayBuffer(HMAC_SIZE));
  tlv.setUint8(0, SR6_TLV_HMAC);
  tlv.setUint8(1, HMAC_SIZE - 2);
  tlv.setUint32(4, key);
  return new Uint8Array(tlv.buffer);
}

/**
 * Returns what a header is made of.
 *
 * @param header The header.
 * @param encapsulated Whether it goes into a packet of its own.
 * @returns What it is made of.
 */
export function pathOf(
  { segments, flags, tlvs }: SegmentRoutingHeader,
  encapsulated: boolean,
): SegmentPath {
  const path: SegmentPath = {
    segments: segmentList.fromKernel(
      encapsulated ? segments : segments.slice(1),
    ),
  };
  if ((flags & SR6_FLAG1_HMAC) === 0 || tlvs === undefined) return path;
  const at = tlvs.length - HMAC_SIZE + 4;
  if (at < 4) return path;
  const view = new DataView(tlvs.buffer, tlvs.byteOffset, tlvs.length);
  return { ...path, hmac: view.getUint32(at) };
}
