import { assertEquals, assertThrows } from "@std/assert";
import {
  DecodeError,
  EncodeError,
  type SegmentRoutingHeader,
  segmentRoutingHeader,
  Writer,
} from "../../../messages/mod.ts";

const header: SegmentRoutingHeader = {
  nextHeader: 0,
  headerLength: 4,
  type: 4,
  segmentsLeft: 1,
  lastEntry: 1,
  flags: 0,
  tag: 0x1234,
  segments: ["2001:db8::b", "2001:db8::a"],
};
const hex = "0004040101001234" +
  "20010db800000000000000000000000b" +
  "20010db800000000000000000000000a";

function encode(value: SegmentRoutingHeader): string {
  const writer = new Writer();
  segmentRoutingHeader.encode(writer, value);
  return writer.finish().toHex();
}

function decode(hex: string): SegmentRoutingHeader {
  const bytes = Uint8Array.fromHex(hex);
  const view = new DataView(bytes.buffer);
  return segmentRoutingHeader.decode(view, 0, bytes.length);
}

Deno.test("segmentRoutingHeader has segments, and what follows them", () => {
  assertEquals(encode(header), hex);
  assertEquals(decode(hex), header);
  const tlvs = Uint8Array.of(4, 6, 0, 0, 0, 0, 0, 0);
  assertEquals(encode({ ...header, tlvs }), hex + tlvs.toHex());
  assertEquals(decode(hex + tlvs.toHex()), { ...header, tlvs });
});

Deno.test("segmentRoutingHeader refuses another number of segments", () => {
  const error = assertThrows(
    () => encode({ ...header, lastEntry: 0 }),
    EncodeError,
  );
  assertEquals(error.path, "segments");
  const wrong = { ...header, segments: ["2001:db8::b", "192.0.2.1"] };
  const second = assertThrows(() => encode(wrong), EncodeError);
  assertEquals(second.path, "segments[1]");
  assertThrows(() => decode(hex.slice(0, -2)), DecodeError);
  assertThrows(() => decode(hex.slice(0, 14)), DecodeError);
});
