import fc from "fast-check";
import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  type Codec,
  DecodeError,
  EncodeError,
  genericCodecs,
  keyed,
  operationPolicy,
  packetNumber,
  Writer,
} from "../../../messages/mod.ts";
import { arbitrary } from "../../support/arbitrary.ts";

function encode<T>(codec: Codec<T>, value: T): Uint8Array<ArrayBuffer> {
  const writer = new Writer();
  codec.encode(writer, value);
  return writer.finish().slice();
}

function decode<T>(codec: Codec<T>, bytes: Uint8Array): T {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return codec.decode(view, 0, bytes.length);
}

for (const [family, codec] of genericCodecs()) {
  Deno.test(`genericCodecs() decode what they encode: ${family}`, () => {
    fc.assert(
      fc.property(arbitrary(codec), (value) => {
        const bytes = encode(codec, value);
        const decoded = decode(codec, bytes);
        assertEquals(decoded, value);
        assertEquals(encode(codec, decoded), bytes);
      }),
      { numRuns: 200 },
    );
  });

  Deno.test(`genericCodecs() survive any bytes: ${family}`, () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        try {
          const decoded = decode(codec, bytes);
          assertEquals(decode(codec, encode(codec, decoded)), decoded);
        } catch (error) {
          assert(error instanceof DecodeError, `${error}`);
        }
      }),
      { numRuns: 300 },
    );
  });
}

const policies = keyed(keyed(operationPolicy));
const key = fc.integer({ min: 0, max: 0x3fff });
const entry = <T>(value: fc.Arbitrary<T>) =>
  fc.array(fc.record({ key, value }, { noNullPrototype: true }), {
    maxLength: 4,
  });

Deno.test("keyed() decodes what it encodes, in any order of keys", () => {
  const value = entry(entry(arbitrary(operationPolicy)));
  fc.assert(
    fc.property(value, (value) => {
      const bytes = encode(policies, value);
      const decoded = decode(policies, bytes);
      assertEquals(decoded, value);
      assertEquals(encode(policies, decoded), bytes);
    }),
  );
});

Deno.test("keyed() writes a changed key", () => {
  const decoded = decode(
    policies,
    encode(policies, [{ key: 1, value: [] }, { key: 2, value: [] }]),
  );
  decoded[1]!.key = 7;
  assertEquals(
    [...encode(policies, decoded)],
    [4, 0, 1, 0x80, 4, 0, 7, 0x80],
  );
});

Deno.test("keyed() keeps types without the nested flag", () => {
  const bytes = Uint8Array.of(12, 0, 5, 0, 8, 0, 1, 0, 9, 0, 0, 0);
  const codec = keyed(operationPolicy);
  const decoded = decode(codec, bytes);
  assertEquals(decoded, [{ key: 5, value: { do: 9 } }]);
  assertEquals(encode(codec, decoded), bytes);
});

Deno.test("keyed() refuses what is not a key, and names the value's path", () => {
  const codec = keyed(operationPolicy);
  const wrongKey = assertThrows(
    () => encode(codec, [{ key: 0x4000, value: {} }]),
    EncodeError,
  );
  assertEquals(wrongKey.path, "[0].key");
  const wrongValue = assertThrows(
    () => encode(codec, [{ key: 1, value: { do: -1 } }]),
    EncodeError,
  );
  assertEquals(wrongValue.path, "[0].value.do");
});

Deno.test("packetNumber distinguishes 32 bits from 64 by the type", () => {
  assertEquals([...encode(packetNumber, 5)], [5, 0, 0, 0]);
  assertEquals([...encode(packetNumber, 5n)], [5, 0, 0, 0, 0, 0, 0, 0]);
  assertEquals(decode(packetNumber, Uint8Array.of(5, 0, 0, 0)), 5);
  assertEquals(
    decode(packetNumber, Uint8Array.of(5, 0, 0, 0, 0, 0, 0, 0)),
    5n,
  );
  assertThrows(() => decode(packetNumber, new Uint8Array(6)), DecodeError);
});
