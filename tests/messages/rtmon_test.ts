import { assertEquals } from "@std/assert";
import {
  encodeRtmonTimestamp,
  NLMSG_TSTAMP,
  type RtmonEnd,
  type RtmonSlice,
  rtmonTimestamp,
  splitRtmon,
} from "../../messages/rtmon.ts";

function split(
  bytes: Uint8Array<ArrayBuffer>,
): { slices: RtmonSlice[]; end: RtmonEnd } {
  const messages = splitRtmon(new DataView(bytes.buffer, 0, bytes.length));
  const slices: RtmonSlice[] = [];
  for (;;) {
    const { value, done } = messages.next();
    if (done) return { slices, end: value };
    slices.push(value);
  }
}

Deno.test("encodeRtmonTimestamp() writes seconds and microseconds", () => {
  const bytes = encodeRtmonTimestamp(1_700_000_000_123.456);
  const view = new DataView(bytes.buffer, 0, bytes.length);
  assertEquals(split(bytes.slice()), {
    slices: [{ type: NLMSG_TSTAMP, flags: 0, start: 0, end: 24 }],
    end: { reason: "end", start: 24, length: 0 },
  });
  assertEquals(rtmonTimestamp.decode(view, 16, 24), {
    seconds: 1_700_000_000,
    microseconds: 123_456,
  });
});

Deno.test("splitRtmon() finds messages of any length", () => {
  const bytes = new Uint8Array(16 + 20 + 18 + 2);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 16, true);
  view.setUint16(4, 24, true);
  view.setUint16(6, 0x600, true);
  view.setUint32(16, 20, true);
  view.setUint32(36, 18, true);
  assertEquals(split(bytes), {
    slices: [
      { type: 24, flags: 0x600, start: 0, end: 16 },
      { type: 0, flags: 0, start: 16, end: 36 },
      { type: 0, flags: 0, start: 36, end: 54 },
    ],
    end: { reason: "end", start: 56, length: 0 },
  });
});

Deno.test("splitRtmon() reports how a file is broken", () => {
  const cut = encodeRtmonTimestamp(0).slice(0, 23);
  assertEquals(split(cut).end, { reason: "truncated", start: 0, length: 24 });
  assertEquals(split(cut.slice(0, 15)).end, {
    reason: "truncated",
    start: 0,
    length: 0,
  });
  for (const length of [0, 15, 16_385, 0xffffffff]) {
    const bytes = new Uint8Array(40);
    bytes.set(encodeRtmonTimestamp(0));
    new DataView(bytes.buffer).setUint32(24, length, true);
    assertEquals(split(bytes), {
      slices: [{ type: NLMSG_TSTAMP, flags: 0, start: 0, end: 24 }],
      end: { reason: "malformed", start: 24, length },
    });
  }
});
