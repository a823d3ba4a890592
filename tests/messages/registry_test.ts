import fc from "fast-check";
import { assert, assertEquals } from "@std/assert";
import {
  annotate,
  type Codec,
  DecodeError,
  locate,
  Writer,
} from "../../messages/codec/mod.ts";
import { messageTypesByProtocol } from "../../messages/registry.ts";
import { arbitrary } from "../support/arbitrary.ts";

/** Each codec once, under the names of its types. */
const codecs = Map.groupBy(
  [...messageTypesByProtocol.values()].flat().flatMap((type) => {
    const { name, requestCodec, dumpCodec } = type;
    return [
      type,
      ...requestCodec === undefined
        ? []
        : [{ ...type, name: `a request of ${name}`, codec: requestCodec }],
      ...dumpCodec === undefined
        ? []
        : [{ ...type, name: `a dump request of ${name}`, codec: dumpCodec }],
    ];
  }),
  ({ codec }) => codec,
);

function encode(
  codec: Codec<unknown>,
  value: unknown,
): Uint8Array<ArrayBuffer> {
  const writer = new Writer();
  codec.encode(writer, value);
  return writer.finish().slice();
}

function decode(codec: Codec<unknown>, bytes: Uint8Array): unknown {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return codec.decode(view, 0, bytes.length);
}

/** Ways to spoil a message: bytes changed, cut off, added. */
const damage: fc.Arbitrary<(bytes: Uint8Array) => Uint8Array> = fc.oneof(
  fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })).map(
    ([at, byte]) => (bytes: Uint8Array) => {
      const spoilt = bytes.slice();
      if (spoilt.length > 0) spoilt[at % spoilt.length] = byte;
      return spoilt;
    },
  ),
  fc.nat().map((at) => (bytes: Uint8Array) =>
    bytes.slice(0, bytes.length === 0 ? 0 : at % bytes.length)
  ),
  fc.uint8Array({ maxLength: 9 }).map((more) => (bytes: Uint8Array) =>
    Uint8Array.from([...bytes, ...more])
  ),
);

for (const [codec, types] of codecs) {
  const name = types[0]!.name;
  const value = arbitrary(codec);

  Deno.test(`${name} decodes what it encodes`, () => {
    fc.assert(
      fc.property(value, (value) => {
        assertEquals(decode(codec, encode(codec, value)), value);
      }),
      { numRuns: 200 },
    );
  });

  Deno.test(`${name} encodes what it decoded as the same bytes, damaged or not`, () => {
    fc.assert(
      fc.property(value, fc.option(damage), (value, damage) => {
        const whole = encode(codec, value);
        const bytes = damage === null ? whole : damage(whole);
        let decoded: unknown;
        try {
          decoded = decode(codec, bytes);
        } catch (error) {
          assert(error instanceof DecodeError, `${error}`);
          return;
        }
        const second = encode(codec, decoded);
        assertEquals(decode(codec, second), decoded);
        if (damage === null) assertEquals(second, bytes);
      }),
      { numRuns: 300 },
    );
  });

  Deno.test(`${name} survives any bytes`, () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
        try {
          decode(codec, bytes);
        } catch (error) {
          assert(error instanceof DecodeError, `${error}`);
        }
        if (bytes.length >= codec.size) annotate(codec, view);
        for (let at = 0; at < bytes.length; at++) locate(codec, view, at);
      }),
      { numRuns: 300 },
    );
  });

  Deno.test(`${name} shows each byte exactly once`, () => {
    fc.assert(
      fc.property(value, (value) => {
        const bytes = encode(codec, value);
        let at = 0;
        for (
          const { start, end } of annotate(codec, new DataView(bytes.buffer))
        ) {
          assertEquals(start, at);
          at = end;
        }
        assertEquals(at, bytes.length);
      }),
      { numRuns: 50 },
    );
  });
}
