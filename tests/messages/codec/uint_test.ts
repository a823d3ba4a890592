import { assertEquals } from "@std/assert";
import {
  type Attributes,
  attributes,
  type Codec,
  uint,
  Writer,
} from "../../../messages/codec/mod.ts";

interface Counters extends Attributes {
  packets?: bigint;
}

const counters: Codec<Counters> = attributes<Counters>({
  packets: ["PACKETS", 1, uint],
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
