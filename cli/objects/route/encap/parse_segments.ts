/**
 * The keywords of segment routing and RPL.
 *
 * @module
 */

import {
  SEG6_IPTUN_MODE_INLINE,
  SEG6_MODES,
  type Seg6Encap,
} from "../../../../messages/route/encap/seg6.ts";
import type { Context } from "../../../runtime/context.ts";
import { duplicateOrGarbage, invalidArgument } from "../../../parse/errors.ts";
import type { Arguments } from "../../../parse/grammar.ts";
import { unsigned } from "../../../parse/numbers.ts";
import { addressOf } from "../../../parse/prefixes.ts";
import { AF_INET6 } from "../../../../messages/families.ts";
import {
  type SegmentRoutingHeader,
  SR6_FLAG1_HMAC,
  SR6_TLV_HMAC,
} from "../../../../messages/route/segment_routing.ts";
import type { Encapsulated } from "./format.ts";
import { Once } from "./once.ts";

/**
 * Takes segment routing.
 *
 * @param args The arguments.
 * @returns The encapsulation.
 * @throws {CommandError} If an argument is wrong.
 */
export function takeSeg6(args: Arguments, { names }: Context): Encapsulated {
  const once = new Once();
  const more: Pick<Seg6Encap, "source" | "table"> = {};
  let mode = -1;
  let segments = "";
  let hmac = 0;
  for (;;) {
    if (args.takeIf("mode")) {
      const arg = once.take(args, "mode");
      mode = Object.hasOwn(SEG6_MODES, arg)
        ? SEG6_MODES[arg as keyof typeof SEG6_MODES]
        : -1;
      if (mode < 0) throw invalidArgument('"mode" value is invalid\n', arg);
    } else if (args.takeIf("segs")) {
      segments = once.take(args, "segs");
      if (mode < 0) {
        throw invalidArgument('"segs" provided before "mode"\n', segments);
      }
    } else if (args.takeIf("hmac")) {
      hmac = unsigned(once.take(args, "hmac"), 32) ?? hmac;
    } else if (args.takeIf("tunsrc")) {
      const arg = once.take(args, "tunsrc");
      if (mode === SEG6_IPTUN_MODE_INLINE) {
        throw invalidArgument('"tunsrc" invalid with inline mode\n', arg);
      }
      more.source = addressOf(arg, AF_INET6).address || "::";
    } else if (args.takeIf("lookup")) {
      const arg = once.take(args, "lookup");
      const table = names.tables.numberOf(arg);
      if (!table) throw invalidArgument('"lookup" value is invalid\n', arg);
      more.table = table;
    } else break;
  }
  const header = segmentHeader(segments, hmac, mode !== SEG6_IPTUN_MODE_INLINE);
  return { encapSeg6: { segmentRouting: { mode, header }, ...more } };
}

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
  const segments = addressesOf(text);
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

/** Addresses in the order opposite to that of the path. */
function addressesOf(text: string): string[] {
  const count = text.split(",").length;
  const addresses = text.split(",").filter((arg) => arg !== "")
    .map((arg) => addressOf(arg, AF_INET6).address || "::");
  while (addresses.length < count) addresses.push("::");
  return addresses.reverse();
}

/**
 * Takes a source routing header of RPL.
 *
 * @param args The arguments.
 * @returns The encapsulation.
 * @throws {CommandError} If an argument is wrong.
 */
export function takeRpl(args: Arguments): Encapsulated {
  let text: string | undefined;
  while (args.takeIf("segs")) {
    const arg = args.take();
    if (text !== undefined) throw duplicateOrGarbage("segs", arg);
    text = arg;
  }
  const segments = addressesOf(text ?? "");
  const header = {
    nextHeader: 0,
    headerLength: ((8 + 16 * segments.length) >> 3) - 1,
    type: 3,
    segmentsLeft: segments.length,
    compression: 0,
    padding: 0,
    reserved: 0,
    segments,
  };
  return { encapRpl: { header } };
}
