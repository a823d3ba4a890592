import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { FieldPath } from "../../api/mapping/field_path.ts";
import {
  addressBits,
  beginsWith,
  isWithin,
  prefixBits,
} from "../../api/mapping/prefixes.ts";
import { ipAddress } from "../../messages/codec/mod.ts";

/** Bytes of addresses, with many zeros, which the text of IPv6 leaves out. */
const bytes = fc.constantFrom(4, 16).chain((length) =>
  fc.array(fc.oneof(fc.constant(0), fc.nat(255)), {
    minLength: length,
    maxLength: length,
  })
);

function textOf(address: number[]): string {
  return ipAddress.decode(
    new DataView(Uint8Array.from(address).buffer),
    0,
    address.length,
  );
}

function bitsOf(address: number[]): string {
  return address.map((byte) => byte.toString(2).padStart(8, "0")).join("");
}

function flipped(address: number[], bit: number): number[] {
  const at = bit % (8 * address.length);
  return address.map((byte, i) =>
    i === at >> 3 ? byte ^ 128 >> (at & 7) : byte
  );
}

Deno.test("isWithin() compares the first bits, and no others", () => {
  fc.assert(
    fc.property(bytes, fc.nat(127), fc.nat(128), (base, bit, more) => {
      const max = 8 * base.length;
      const length = more % (max + 1);
      for (const address of [base, flipped(base, bit)]) {
        assertEquals(
          isWithin(`${textOf(base)}/${length}`, textOf(address)),
          bitsOf(address).slice(0, length) === bitsOf(base).slice(0, length),
        );
      }
    }),
    { numRuns: 2000 },
  );
});

Deno.test("isWithin() distinguishes the versions", () => {
  assertEquals(isWithin("0.0.0.0/0", "::"), false);
  assertEquals(isWithin("::/0", "0.0.0.0"), false);
  assertEquals(isWithin("::ffff:192.0.2.0/120", "::ffff:192.0.2.9"), true);
  assertEquals(isWithin("192.0.2.0/24", "::ffff:192.0.2.9"), false);
});

Deno.test("beginsWith() compares as many bits as it is asked to", () => {
  const bits = prefixBits.toKernel("192.0.2.77", FieldPath.root)!;
  assertEquals(beginsWith(bits, "192.0.2.0", 24), true);
  assertEquals(beginsWith(bits, "192.0.2.0"), false);
  assertEquals(beginsWith(bits, "0.0.0.0", 0), true);
});

Deno.test("addressBits refuses prefixes", () => {
  assertThrows(
    () => addressBits.toKernel("192.0.2.0/24", FieldPath.root.at("gateway")),
    TypeError,
    'Cannot use "192.0.2.0/24" as gateway: an address without a length is expected',
  );
});
