import { assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  formatHardware,
  formatIpv4,
  formatIpv4Prefix,
} from "../../../messages/codec/address_text.ts";

const byte = fc.integer({ min: 0, max: 255 });
// Few different bytes, so that networks and addresses come again.
const few = fc.constantFrom(0, 1, 9, 10, 99, 100, 255);
const ipv4 = fc.oneof(
  fc.array(byte, { minLength: 4, maxLength: 4 }),
  fc.array(few, { minLength: 4, maxLength: 4 }),
);
const several = fc.array(ipv4, { minLength: 1, maxLength: 20 });

function viewOf(bytes: number[]): DataView {
  return new DataView(Uint8Array.from(bytes).buffer);
}

Deno.test("formatIpv4() writes the bytes as decimals, however often they come", () => {
  fc.assert(fc.property(several, (addresses) => {
    for (const bytes of [...addresses, ...addresses]) {
      assertEquals(formatIpv4(viewOf(bytes), 0), bytes.join("."));
    }
  }));
});

Deno.test("formatIpv4Prefix() adds the length", () => {
  fc.assert(fc.property(several, byte, (addresses, length) => {
    for (const bytes of [...addresses, ...addresses]) {
      assertEquals(
        formatIpv4Prefix(viewOf(bytes), 0, length),
        `${bytes.join(".")}/${length}`,
      );
    }
  }));
});

Deno.test("formatHardware() writes the bytes in hexadecimal, whatever their number", () => {
  const bytes = fc.oneof(
    fc.array(byte, { minLength: 6, maxLength: 6 }),
    fc.array(byte, { maxLength: 32 }),
  );
  fc.assert(fc.property(bytes, (bytes) => {
    assertEquals(
      formatHardware(viewOf(bytes), 0, bytes.length),
      bytes.map((byte) => byte.toString(16).padStart(2, "0")).join(":"),
    );
  }));
});
