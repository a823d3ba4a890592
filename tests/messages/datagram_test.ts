import fc from "fast-check";
import { assertEquals, assertThrows } from "@std/assert";
import { EncodeError } from "../../messages/codec/mod.ts";
import { decode, encode, type Message } from "../../messages/datagram.ts";
import { RTM_NEWLINK } from "../../messages/link/mod.ts";
import { hex } from "./codec/support.ts";

const link: Message = {
  header: { length: 40, type: RTM_NEWLINK, flags: 2, sequence: 7, portId: 9 },
  body: {
    family: 0,
    type: 1,
    index: 3,
    flags: 0,
    change: 0,
    attributes: { mtu: 1500 },
  },
};

Deno.test("decode() reads every message of a datagram", () => {
  const done: Message = {
    header: { length: 20, type: 3, flags: 2, sequence: 7, portId: 9 },
    body: { error: 0, attributes: {} },
  };
  const bytes = encode([link, link, done]);
  assertEquals(decode(bytes), { messages: [link, link, done] });
});

Deno.test("decode() keeps messages of unknown types, and what is no message", () => {
  const raw: Message = {
    header: { length: 19, type: 0x7fff, flags: 0, sequence: 0, portId: 0 },
    body: hex("01 02 03"),
  };
  const bytes = Uint8Array.from([...encode([raw, link]), 1, 2, 3]);
  assertEquals(decode(bytes), { messages: [raw, link], rest: hex("010203") });
});

Deno.test("decode() reads an error that repeats the request", () => {
  const request = { length: 23, type: 16, flags: 5, sequence: 7, portId: 0 };
  const error: Message = {
    header: { length: 56, type: 2, flags: 0x200, sequence: 7, portId: 9 },
    body: {
      error: -19,
      request,
      payload: hex("01 02 03 04 05 06 07"),
      attributes: { message: "no" },
    },
  };
  const bytes = encode([error]);
  assertEquals(decode(bytes).messages[0]!.body, error.body);
});

Deno.test("encode() says in which message a value does not fit", () => {
  const bad = { ...link, body: { ...link.body as object, index: 2 ** 40 } };
  assertEquals(
    assertThrows(() => encode([link, bad]), EncodeError).path,
    "[1].index",
  );
});

Deno.test("decode() survives any bytes", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const { messages, rest } = decode(bytes);
      const size = messages.reduce(
        (sum, { header }) => sum + (header.length + 3 & ~3),
        0,
      );
      assertEquals(
        Math.min(size, bytes.length) + (rest?.length ?? 0),
        bytes.length,
      );
    }),
    { numRuns: 2000 },
  );
});
