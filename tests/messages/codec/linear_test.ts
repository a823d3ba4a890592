/**
 * Work that grows faster than the input would not end in time here.
 */
import { assertEquals } from "@std/assert";
import { linkMessage } from "../../../messages/link/mod.ts";
import { decode, encode } from "./support.ts";

/** Enough that a scan of what was met, for each attribute, takes minutes. */
const COUNT = 300_000;

for (
  const [what, type, payload] of [
    ["names that are empty", 3, [0, 0, 0, 0]],
    ["numbers", 4, [1, 0, 0, 0]],
    ["attributes that are unknown", 999, [1, 2, 3, 4]],
  ] as const
) {
  Deno.test(`very many ${what} are read and written in linear time`, () => {
    const bytes = new Uint8Array(16 + 8 * COUNT);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < COUNT; i++) {
      view.setUint16(16 + 8 * i, 8, true);
      view.setUint16(18 + 8 * i, type, true);
      bytes.set(payload, 20 + 8 * i);
    }
    const value = decode(linkMessage, bytes);
    const second = encode(linkMessage, value);
    assertEquals(second.length, bytes.length);
    assertEquals(second.findIndex((byte, i) => byte !== bytes[i]), -1);
  });
}
