import { assertEquals } from "@std/assert";
import {
  type Attributes,
  attributes,
  blank,
  type Codec,
  message,
  s32,
  struct,
  u64,
  u8,
  type WithAttributes,
  Writer,
} from "../../../messages/codec/mod.ts";
import { routeMessageTypes } from "../../../messages/registry.ts";

interface Inner {
  bytes: bigint;
}
interface Header {
  family: number;
  index: number;
  inner: Inner;
}

const header: Codec<Header> = struct<Header>({
  family: u8,
  index: s32,
  inner: struct<Inner>({ bytes: u64 }),
});
const thing: Codec<WithAttributes<Header, Attributes>> = message(
  header,
  attributes<Attributes>({}),
);

Deno.test("blank() has every member of the header, and no attributes", () => {
  const inner = { bytes: 0n };
  assertEquals(blank(header), { family: 0, index: 0, inner });
  assertEquals(blank(thing), { family: 0, index: 0, inner, attributes: {} });
});

Deno.test("blank() takes values that are not zero", () => {
  assertEquals(blank(thing, { index: 7, attributes: { unknown: [] } }), {
    family: 0,
    index: 7,
    inner: { bytes: 0n },
    attributes: { unknown: [] },
  });
});

Deno.test("blank() makes objects that share nothing", () => {
  const [one, other] = [blank(thing), blank(thing)];
  one.family = 2;
  one.inner.bytes = 1n;
  one.attributes.unknown = [];
  assertEquals(other, blank(thing));
  assertEquals(blank(thing).inner.bytes, 0n);
});

Deno.test("blank() is encoded as zeros, for each message of rtnetlink", () => {
  for (const { name, codec } of routeMessageTypes) {
    const { shape } = codec;
    if (shape.kind !== "message" || shape.header.shape.kind !== "struct") {
      continue;
    }
    const writer = new Writer();
    codec.encode(writer, blank(codec as Codec<object>));
    const bytes = writer.finish();
    assertEquals(bytes, new Uint8Array(codec.size + 3 & ~3), name);
  }
});
