import { assertEquals } from "@std/assert";
import {
  type Attributes,
  attributes,
  type Codec,
  sint,
  uint,
  Writer,
} from "../../../messages/codec/mod.ts";

interface Counters extends Attributes {
  packets?: bigint;
  delta?: bigint;
}

const counters: Codec<Counters> = attributes<Counters>({
  packets: ["PACKETS", 1, uint],
  delta: ["DELTA", 2, sint],
});

Deno.test("uint takes eight bytes again where it came with eight", () => {
  const wide = Uint8Array.of(12, 0, 1, 0, 9, 0, 0, 0, 0, 0, 0, 0);
  const narrow = Uint8Array.of(8, 0, 1, 0, 9, 0, 0, 0);
  // More often than it takes to be compiled.
  for (let i = 0; i < 100; i++) {
    for (const bytes of [wide, narrow]) {
      const view = new DataView(bytes.buffer);
      const value = counters.decode(view, 0, bytes.length);
      assertEquals(value, { packets: 9n });
      const writer = new Writer();
      counters.encode(writer, value);
      assertEquals(writer.finish().toHex(), bytes.toHex());
    }
  }
});

Deno.test("sint takes four bytes, or eight where it came with eight", () => {
  const wide = Uint8Array.of(12, 0, 2, 0, ...new Array(8).fill(0xff));
  const narrow = Uint8Array.of(8, 0, 2, 0, 0xff, 0xff, 0xff, 0xff);
  const far = Uint8Array.of(12, 0, 2, 0, 0, 0, 0, 0x80, 0, 0, 0, 0);
  for (let i = 0; i < 100; i++) {
    for (
      const [bytes, delta] of [
        [wide, -1n],
        [narrow, -1n],
        [far, 2n ** 31n],
      ] as const
    ) {
      const value = counters.decode(
        new DataView(bytes.buffer),
        0,
        bytes.length,
      );
      assertEquals(value, { delta });
      for (const each of [value, { ...value }]) {
        const writer = new Writer();
        counters.encode(writer, each);
        const shortest = each === value || bytes !== wide ? bytes : narrow;
        assertEquals(writer.finish().toHex(), shortest.toHex());
      }
    }
  }
});
